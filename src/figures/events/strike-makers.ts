import type { Scene, Setting } from "../claim.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { partyNames } from "../text/party-names.ts";

const buildingOrSiteOrGrid = anyOf("building", "site", "grid");
const flyingWeapons = anyOf("drone", "missile", "rocket");
const harms = anyOf("kill", "injure", "damage", "destroy", "blackout", "assails");
const harmsOfStrikes = anyOf("kill", "injure", "damage", "destroy", "blackout");
const harmsWithoutPower = anyOf("kill", "injure", "damage", "destroy", "assails");
const strikesOrLaunch = anyOf("strikes", "launch");
const targets = anyOf("site", "building", "settlement", "grid");

// "A Saudi-led coalition strike".
const partyReach = 4;
const harmedReach = 8;
const verbAfterReach = 1;

/** "New Saudi strikes had killed 20": strikes, which are no mere attacks, of a party, with the harm they did. */
export function isOfParty({ sentence }: Setting, noun: Hit): boolean {
  if (sentence.hits.of.assault.some((hit) => hit.from === noun.from)) return false;
  const isOwned =
    hitsOfAny(sentence, partyNames).some((hit) => hit.to <= noun.from && noun.from - hit.to <= partyReach) ||
    hitsOfAny(sentence, flyingWeapons).some((hit) => hit.to === noun.from);
  // "A strike hit an apartment block": the verb right after the noun tells whose it is as well as a name.
  const reach = isOwned ? harmedReach : verbAfterReach;
  return hitsOfAny(sentence, harms).some((act) => act.from >= noun.to && act.from - noun.to <= reach);
}

const makerReach = 4;

/** "Strikes by the coalition that targeted two camps": who made them after the noun, and what they did. */
export function isMadeBy({ sentence }: Setting, noun: Hit): boolean {
  if (sentence.hits.of.assault.some((hit) => hit.from === noun.from)) return false;
  const by = sentence.hits.of.by.find((hit) => hit.from === noun.to);
  const maker =
    by === undefined
      ? undefined
      : hitsOfAny(sentence, partyNames).find((hit) => hit.from >= by.to && hit.from - by.to <= makerReach);
  return (
    maker !== undefined &&
    hitsOfAny(sentence, harmsWithoutPower).some(
      (act) => act.from >= maker.to && act.from - maker.to <= harmedReach,
    )
  );
}

const struckReach = 8;

/** "An apartment block in the city was hit, leaving 33 dead", "dark after energy facilities were hit": what is struck before the passive, and what it did. */
export function isSiteStruck({ document }: Scene, { sentence }: Setting, act: Hit): boolean {
  const { plurals } = document.language;
  if (plurals === null || plurals.ongoing.test(document.tokens[act.from]?.norm ?? "")) return false;
  const isPassive = plurals.passive.has(itemAt(document.tokens, act.from - 1)?.norm ?? "");
  const isStruck = hitsOfAny(sentence, buildingOrSiteOrGrid).some(
    (noun) =>
      noun.family === (noun.id === "grid" ? "cue" : "thing") &&
      noun.to <= act.from &&
      (isPassive ? act.from - noun.to <= struckReach : act.from === noun.to && act.to === sentence.to),
  );
  return isStruck && hitsOfAny(sentence, harmsOfStrikes).some((harm) => harm.from !== act.from);
}

const vesselReach = 5;

/** "The U.S. military blew up two boats": no launch of theirs, but what struck them. */
export function isBlownUp({ sentence }: Setting, act: Hit): boolean {
  return (
    act.to - act.from > 1 &&
    sentence.hits.of.assails.some((hit) => hit.from === act.from && hit.to === act.to) &&
    sentence.hits.of.ship.some((hit) => hit.from >= act.to && hit.from - act.to <= vesselReach)
  );
}

const objectReach = 4;
const conductReach = 5;

/** "Russian forces struck the power grid": a party's army right before the verb, what is struck after it. */
export function isByForces({ sentence }: Setting, verb: Hit): boolean {
  const forces = sentence.hits.of.army.find((hit) => hit.to === verb.from);
  if (forces === undefined) return false;
  const isOfParty = hitsOfAny(sentence, partyNames).some((hit) => hit.to === forces.from);
  return (
    isOfParty &&
    hitsOfAny(sentence, targets).some((hit) => hit.from >= verb.to && hit.from - verb.to <= objectReach)
  );
}

/** "The U.S. conducted a large-scale strike": a strike, which is no mere attack, with the verb before it. */
export function isConducted({ sentence }: Setting, noun: Hit): boolean {
  if (sentence.hits.of.assault.some((hit) => hit.from === noun.from)) return false;
  // "Thousands of strikes": a sum of many days.
  if (sentence.hits.of.outOf.some((of) => of.to === noun.from)) return false;
  return hitsOfAny(sentence, strikesOrLaunch).some(
    (hit) =>
      hit.to <= noun.from &&
      noun.from - hit.to <= conductReach &&
      hitsOfAny(sentence, partyNames).some((party) => party.to <= hit.from),
  );
}
