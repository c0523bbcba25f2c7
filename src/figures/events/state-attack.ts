/** Attacks of a state, told by a noun that is said of gunmen, too: "Israel launched a major attack on Iran", "one of Russia's largest attacks". English. */

import { countryOf } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const groundWords = anyOf("onGround", "militants", "frontWord", "settlement");
const harms = anyOf("kill", "injure", "damage", "destroy");
const makes = anyOf("launch", "strikes");
const bySpeech = anyOf("says", "negation");

/** Lands that are attacked from the air or by artillery, whoever is said to attack them. */
const shelled: ReadonlySet<string> = new Set(["UA", "PS", "LB"]);

const ownerReach = 4;
const harmReach = 6;
const verbReach = 6;
const aimReach = 4;
const rankReach = 3;

/** Whether an English "attack" is one of a state at war, made from afar: whose it is, with what it did or how it ranks; who launched it on whom; or which shelled land suffered its heaviest. */
export function isStateAttack(
  { document, profile }: Scene,
  { sentence, dates }: Setting,
  noun: Hit,
): boolean {
  if (document.language.freeOrder || !sentence.hits.of.assault.some((hit) => hit.from === noun.from))
    return false;
  if (profile.foes.length === 0 || hasAny(sentence, groundWords)) return false;
  if (dates.some(({ kind }) => kind === "month" || kind === "year")) return false;
  const isForeign = (hit: Hit): boolean => profile.foes.includes(hit.id) && !hit.id.startsWith("x-");
  const isRanked = sentence.hits.of.superlative.some(
    (rank) => rank.to <= noun.from && noun.from - rank.to <= rankReach,
  );
  const owner = hitsOfAny(sentence, partyNames).findLast(
    (hit) => isForeign(hit) && hit.to <= noun.from && noun.from - hit.to <= ownerReach,
  );
  if (
    owner !== undefined &&
    (isRanked || isHarmful(sentence, owner, noun) || isOnOther(sentence, owner, noun))
  )
    return true;
  if (isRanked && isOnShelledLand(sentence)) return true;
  if (isAfterOn(sentence, noun)) return true;
  return isLaunched(sentence, noun, isForeign);
}

/** "An Israeli attack that killed five": the owner right before the noun, and what the attack did. */
function isHarmful(sentence: Sentence, owner: Hit, noun: Hit): boolean {
  return (
    noun.from - owner.to <= 1 &&
    hitsOfAny(sentence, harms).some((act) => act.from >= noun.to && act.from - noun.to <= harmReach)
  );
}

/** "After Iran's attack on Israel": on another land. Russia's attack on Ukraine is the war itself. */
function isOnOther({ hits }: Sentence, owner: Hit, noun: Hit): boolean {
  return (
    noun.from - owner.to <= 1 &&
    owner.id !== "RU" &&
    hits.of.in.some((on) => on.from === noun.to) &&
    hits.of.party.some((hit) => hit.id !== owner.id && hit.from === noun.to + 1)
  );
}

function isOnShelledLand({ hits }: Sentence): boolean {
  return (
    hits.of.place.some((hit) => shelled.has(countryOf(hit.id) ?? "")) ||
    hits.of.party.some((hit) => shelled.has(hit.id))
  );
}

/** "After the attack on Kharkiv": on a town of a shelled land. */
function isAfterOn({ hits }: Sentence, noun: Hit): boolean {
  return (
    hits.of.aftermath.some((cue) => cue.to <= noun.from && noun.from - cue.to <= rankReach) &&
    hits.of.in.some((on) => on.from === noun.to) &&
    hits.of.place.some(
      (hit) =>
        shelled.has(countryOf(hit.id) ?? "") &&
        countryOf(hit.id) !== hit.id &&
        hit.from > noun.to &&
        hit.from - noun.to <= aimReach,
    )
  );
}

/** "Israel has launched a major attack on Iran": a state before the verb, a land or a town after the noun. */
function isLaunched(sentence: Sentence, noun: Hit, isForeign: (hit: Hit) => boolean): boolean {
  const verb = hitsOfAny(sentence, makes).find(
    (hit) => hit.to <= noun.from && noun.from - hit.to <= verbReach,
  );
  if (verb === undefined) return false;
  const by = hitsOfAny(sentence, partyNames).findLast((hit) => hit.to <= verb.from);
  if (by === undefined || !isForeign(by)) return false;
  if (hitsOfAny(sentence, bySpeech).some((hit) => hit.from >= by.to && hit.to <= verb.from)) return false;
  return sentence.hits.some(
    (hit) =>
      hit.from > noun.to &&
      hit.from - noun.to <= aimReach &&
      sentence.hits.of.in.some((cue) => cue.from === noun.to) &&
      (hit.family === "place" || (hit.family === "party" && hit.id !== by.id && !hit.id.startsWith("x-"))),
  );
}
