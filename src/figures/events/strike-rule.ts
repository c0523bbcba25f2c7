import type { Concept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies } from "../text/sentence-hits.ts";

const weapons = ["drone", "missile", "aerial", "bomb", "rocket", "shell"] as const satisfies Concept[];
const weaponWords: ReadonlySet<string> = new Set(weapons);

/** What makes a strike unreal: wished for, feared, denied, possible, or a delivery of arms. */
const unreal: ReadonlySet<string> = new Set([
  "negation",
  "condition",
  "planned",
  "proposed",
  "possible",
  "give",
  "supply",
] satisfies Concept[]);

const verbReach = 7;
const harmReach = 14;
const agentReach = 4;
const unrealReach = 3;

/** Whether a figure counts an attack from the air or by artillery, or its defence. */
export function isFromAir(claim: Claim): boolean {
  // A scout that is shot down attacked nobody.
  if (claim.weapon === "recon" && claim.scope === "event") return false;
  if (claim.measure === "attacks") {
    // "Two separate attacks" may be of gunmen; it takes a word of the air or of artillery beside them.
    const isOpen = claim.counted.things.includes("assault");
    return (
      claim.deed.thing === "strike" &&
      (!isOpen || hasConcept(claim.setting.sentence, "airStrike", "bombards", "shelling", ...weapons))
    );
  }
  if (claim.measure === "sites.hit")
    return claim.deed.act?.id !== "attack" && claim.deed.act !== null
      ? hasConcept(claim.setting.sentence, "airStrike", "bombards", "strikes", ...weapons)
      : hasConcept(claim.setting.sentence, "airStrike", "bombards", ...weapons);
  return /^(?:drones|missiles|weapons|bombs|rockets|shells)\./.test(claim.measure);
}

/**
 * Whether a sentence tells, without a figure, of an attack from the air or by artillery that took place: a verb that
 * means one by itself ("shelled"), a noun that does with what it did ("air strikes kill"), or a weapon with a verb of attack or
 * defence. Strikes only alluded to, feared or prepared are none.
 */
export function tellsStrike(scene: Scene, setting: Setting): boolean {
  const { hits } = setting.sentence;
  if (hasConcept(setting.sentence, "exercise", "longAgo")) return false;
  // "We shoot down ten drones every day": a rate tells of no one day.
  if (isRate(scene, setting)) return false;
  if (hasConcept(setting.sentence, "sinceWar") && !hasConcept(setting.sentence, "superlative")) return false;
  return hits.some(
    (hit) =>
      (hit.id === "bombards" && isReal(setting, hit)) ||
      (hit.id === "airStrike" && isReal(setting, hit) && isTold({ scene, setting, noun: hit }, harmReach)) ||
      (hit.id === "airStrike" && isReal(setting, hit) && isAftermath(setting, hit)) ||
      (hit.id === "assault" && isAirRaid(scene, setting, hit)) ||
      // "Цель была уничтожена": what flew may have attacked nobody.
      (weaponWords.has(hit.id) &&
        !isScout(setting, hit) &&
        !(hit.id === "aerial" && scene.document.language.freeOrder) &&
        isTold({ scene, setting, noun: hit }, agentReach)) ||
      (isBlow(scene, hit) && isBetweenFoes(setting, hit)) ||
      (!scene.document.language.freeOrder &&
        ((hit.id === "shelling" && isReal(setting, hit) && isByForces(setting, hit)) ||
          (hit.id === "strike" &&
            isReal(setting, hit) &&
            (isConducted(setting, hit) || isOfParty(setting, hit) || isMadeBy(setting, hit))) ||
          (hit.id === "hit" &&
            hit.family === "act" &&
            isReal(setting, hit) &&
            isSiteStruck(scene, setting, hit)) ||
          (hit.id === "launch" && isReal(setting, hit) && isBlownUp(setting, hit)))),
  );
}

/** A word that strikes where a party or its army stands before it and what is struck after it; in English "strike" is one. */
function isBlow({ document }: Scene, hit: Hit): boolean {
  return (
    hit.id === "strikes" ||
    hit.id === "bomb" ||
    hit.id === "shell" ||
    (hit.id === "hit" && hit.family === "act" && !document.language.freeOrder)
  );
}

function isRate({ document }: Scene, { sentence, numbers }: Setting): boolean {
  return (
    !document.language.freeOrder &&
    numbers.length > 0 &&
    hitsOf(sentence, "rate").some((hit) =>
      numbers.some((number) => hit.from >= number.to && hit.from - number.to <= verbReach),
    )
  );
}

/** "Сбили разведывательный БпЛА «Лелека»": a scout attacks nobody. */
function isScout({ sentence }: Setting, weapon: Hit): boolean {
  return hitsOf(sentence, "recon").some((kind) => kind.to >= weapon.from && kind.from < weapon.to);
}

const raidReach = 2;

/** "Атака «Шахедів» на Київ", "атаки БПЛА по нафтобазі": an attack of what flies, with its aim, is a strike in Ukrainian and Russian. */
function isAirRaid({ document }: Scene, setting: Setting, noun: Hit): boolean {
  const isSomewhere = hitsOfFamilies(setting.sentence, ["place", "placeAdjective"]).length > 0;
  if (!document.language.freeOrder || !isSomewhere || !isReal(setting, noun)) return false;
  return hitsOfAny(setting.sentence, ["drone", "missile"]).some(
    (weapon) =>
      weapon.from >= noun.to &&
      weapon.from - noun.to <= raidReach &&
      hitsOf(setting.sentence, "in").some(
        (cue) => cue.from >= weapon.to && cue.from - weapon.to <= raidReach,
      ),
  );
}

interface Noun {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly noun: Hit;
}

/** Whether a verb of attack, or the harm it did, stands by the noun, in the same clause. */
function isTold(question: Noun, reachOfHarm: number): boolean {
  const { scene, setting, noun } = question;
  return setting.sentence.hits.some((hit) => {
    const reach = hit.id === "strikes" ? verbReach : hit.id === "harms" ? reachOfHarm : 0;
    return (
      reach > 0 &&
      gap(hit, noun) <= reach &&
      isReal(setting, hit) &&
      !isParted(scene, hit, noun) &&
      !isMereNoun(scene, setting, hit) &&
      !isAlludedTo(scene, setting, hit, noun)
    );
  });
}

const nounReach = 2;

/** "Drones which play a role in recent attacks": after a word of where attacks are a noun, and told by none. */
function isMereNoun({ document }: Scene, { sentence }: Setting, word: Hit): boolean {
  return (
    !document.language.freeOrder &&
    hitsOf(sentence, "assault").some((noun) => noun.from === word.from) &&
    hitsOf(sentence, "in").some(
      (cue) => cue.to <= word.from && word.from - cue.to <= nounReach && cue.to - cue.from === 1,
    )
  );
}

/** "Its role in a deadly air strike": an attack that something else is told of. */
function isAlludedTo({ document }: Scene, { sentence }: Setting, harm: Hit, noun: Hit): boolean {
  return (
    !document.language.freeOrder &&
    harm.to <= noun.from &&
    noun.from - harm.to <= nounReach &&
    hitsOfAny(sentence, ["in", "outOf"]).some((cue) => cue.to === harm.from && cue.to - cue.from === 1)
  );
}

const aftermathReach = 2;

/** "After Israeli air strikes": what follows from them took place; "after years of air strikes" is history. */
function isAftermath(setting: Setting, noun: Hit): boolean {
  return (
    hasConcept(setting.sentence, "aftermath") &&
    hitsOf(setting.sentence, "aftermath").some(
      (hit) => hit.to <= noun.from && noun.from - hit.to <= aftermathReach,
    ) &&
    !hitsOf(setting.sentence, "duration").some(
      (hit) => hit.to <= noun.from && noun.from - hit.to <= aftermathReach,
    )
  );
}

/** Whether a semicolon stands between. */
function isParted(scene: Scene, a: Hit, b: Hit): boolean {
  for (let at = Math.min(a.to, b.to); at < Math.max(a.from, b.from); at++)
    if (scene.document.tokens[at]?.norm === ";") return true;
  return false;
}

/** "Russia bombs Kharkiv", "Israel strikes Lebanon": a party before the verb, a party or a place after it. */
function isBetweenFoes(setting: Setting, verb: Hit): boolean {
  const { hits } = setting.sentence;
  const isParty = (hit: Hit): boolean => hit.family === "party" || hit.family === "metonym";
  // "The Saudi-led coalition strikes separatist forces", "army jets bomb a village".
  const isForce = (hit: Hit): boolean =>
    hit.id === "army" && hits.some((other) => other.to === hit.from && (isParty(other) || isForce(other)));
  const isAim = (hit: Hit): boolean => (isParty(hit) || hit.family === "place") && hit.from === verb.to;
  return (
    hits.some((hit) => (isParty(hit) || isForce(hit)) && hit.to === verb.from) &&
    (hits.some(isAim) ||
      hitsOfAny(setting.sentence, ["settlement", "building", "site", "armySite", "grid"]).some(
        (hit) => hit.from >= verb.to && hit.from - verb.to <= aimReach,
      ))
  );
}

const aimReach = 2;
const partyReach = 1;
const harmedReach = 8;
const verbAfterReach = 1;

/** "New Saudi strikes had killed 20": strikes, which are no mere attacks, of a party, with the harm they did. */
function isOfParty({ sentence }: Setting, noun: Hit): boolean {
  if (hitsOf(sentence, "assault").some((hit) => hit.from === noun.from)) return false;
  const isOwned = hitsOfFamilies(sentence, ["party", "metonym"]).some(
    (hit) => hit.to <= noun.from && noun.from - hit.to <= partyReach,
  );
  // "A strike hit an apartment block": the verb right after the noun tells whose it is as well as a name.
  const reach = isOwned ? harmedReach : verbAfterReach;
  return hitsOfAny(sentence, ["kill", "injure", "damage", "destroy", "blackout", "assails"]).some(
    (act) => act.from >= noun.to && act.from - noun.to <= reach,
  );
}

const makerReach = 4;

/** "Strikes by the coalition that targeted two camps": who made them after the noun, and what they did. */
function isMadeBy({ sentence }: Setting, noun: Hit): boolean {
  if (hitsOf(sentence, "assault").some((hit) => hit.from === noun.from)) return false;
  const by = hitsOf(sentence, "by").find((hit) => hit.from === noun.to);
  const maker =
    by === undefined
      ? undefined
      : hitsOfFamilies(sentence, ["party", "metonym"]).find(
          (hit) => hit.from >= by.to && hit.from - by.to <= makerReach,
        );
  return (
    maker !== undefined &&
    hitsOfAny(sentence, ["kill", "injure", "damage", "destroy", "assails"]).some(
      (act) => act.from >= maker.to && act.from - maker.to <= harmedReach,
    )
  );
}

const struckReach = 8;

/** "An apartment block in the city was hit, leaving 33 dead", "dark after energy facilities were hit": what is struck before the passive, and what it did. */
function isSiteStruck({ document }: Scene, { sentence }: Setting, act: Hit): boolean {
  const { plurals } = document.language;
  if (plurals === null || document.tokens[act.from]?.norm.endsWith("ing") === true) return false;
  const isPassive = plurals.passive.has(document.tokens[act.from - 1]?.norm ?? "");
  const isStruck = hitsOfAny(sentence, ["building", "site", "grid"]).some(
    (noun) =>
      noun.family === (noun.id === "grid" ? "cue" : "thing") &&
      noun.to <= act.from &&
      (isPassive ? act.from - noun.to <= struckReach : act.from === noun.to && act.to === sentence.to),
  );
  return (
    isStruck &&
    hitsOfAny(sentence, ["kill", "injure", "damage", "destroy", "blackout"]).some(
      (harm) => harm.from !== act.from,
    )
  );
}

const vesselReach = 5;

/** "The U.S. military blew up two boats": no launch of theirs, but what struck them. */
function isBlownUp({ sentence }: Setting, act: Hit): boolean {
  return (
    act.to - act.from > 1 &&
    hitsOf(sentence, "assails").some((hit) => hit.from === act.from && hit.to === act.to) &&
    hitsOf(sentence, "ship").some((hit) => hit.from >= act.to && hit.from - act.to <= vesselReach)
  );
}

const objectReach = 4;
const conductReach = 5;

/** "Russian forces struck the power grid": a party's army right before the verb, what is struck after it. */
function isByForces({ sentence }: Setting, verb: Hit): boolean {
  const forces = hitsOf(sentence, "army").find((hit) => hit.to === verb.from);
  if (forces === undefined) return false;
  const isOfParty = hitsOfFamilies(sentence, ["party", "metonym"]).some((hit) => hit.to === forces.from);
  return (
    isOfParty &&
    hitsOfAny(sentence, ["site", "building", "settlement", "grid"]).some(
      (hit) => hit.from >= verb.to && hit.from - verb.to <= objectReach,
    )
  );
}

/** "The U.S. conducted a large-scale strike": a strike, which is no mere attack, with the verb before it. */
function isConducted({ sentence }: Setting, noun: Hit): boolean {
  if (hitsOf(sentence, "assault").some((hit) => hit.from === noun.from)) return false;
  // "Thousands of strikes": a sum of many days.
  if (hitsOf(sentence, "outOf").some((of) => of.to === noun.from)) return false;
  return hitsOfAny(sentence, ["strikes", "launch"]).some(
    (hit) =>
      hit.to <= noun.from &&
      noun.from - hit.to <= conductReach &&
      hitsOfFamilies(sentence, ["party", "metonym"]).some((party) => party.to <= hit.from),
  );
}

/** How many tokens stand between two hits; Infinity: they overlap. */
function gap(a: Hit, b: Hit): number {
  if (a.to <= b.from) return b.from - a.to;
  return b.to <= a.from ? a.from - b.to : Infinity;
}

function isReal(setting: Setting, hit: Hit): boolean {
  const { hits } = setting.sentence;
  return !hits.some(
    (cue) =>
      unreal.has(cue.id) &&
      cue.to <= hit.from &&
      hit.from - cue.to <= unrealReach &&
      // "Allies to meet as strike kills two": the plan is of another clause.
      !hitsOf(setting.sentence, "clause").some((word) => word.from >= cue.to && word.to <= hit.from),
  );
}
