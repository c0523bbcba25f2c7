import type { Scene, Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Hit } from "../text/entries.ts";
import { isPeople } from "../things/people.ts";
import type { Counted } from "../things/counted.ts";
import { possessive } from "../sides/actors.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

/**
 * Whether a number tells how many there are, in what state some of the counted are, or a sum of all wars or of areas that are not named:
 * nothing of it was done to so many here.
 */
export function isOfWhole(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  return (
    isOfParent(scene, setting, number, counted) ||
    isPopulation(scene, setting, number) ||
    isGravity(scene, setting, number) ||
    isWorldwide(scene, setting, counted) ||
    isOtherRegions(scene, setting, number, counted)
  );
}

/** "A mother of three", "матір трьох дітей": whose parent was harmed, not who. */
function isOfParent(
  { document }: Scene,
  { sentence }: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  const isChildren = counted.group === "children" || (counted.thing === null && !document.language.freeOrder);
  return isChildren && sentence.hits.of.parent.some((hit) => hit.to === number.start);
}

/** "Kyiv and two other regions": areas that are not named, beside one that is. */
function isOtherRegions(scene: Scene, { sentence }: Setting, number: NumberHit, counted: Counted): boolean {
  return (
    !scene.document.language.freeOrder &&
    sentence.hits.of.another.some((hit) => hit.from === number.to) &&
    sentence.hits.of.regionWord.some((hit) => hit.from === counted.from)
  );
}

const wholeReach = 4;
/** "Of two dead hostages out of the 15". */
const partReach = 3;

/** "1.7 million of the enclave's 2.3 million people were displaced": how many there are, not to how many it was done. */
function isPopulation({ document }: Scene, setting: Setting, number: NumberHit): boolean {
  if (document.language.freeOrder) return isWholeOfNext(document, setting, number);
  const index = setting.numbers.indexOf(number);
  const people = setting.counted[index]?.thing ?? null;
  return isAfterPart(document, setting, index, people);
}

/** "1.7 million of the enclave's 2.3 million people", "four dead hostages out of the 28 whose bodies are held": the part stands first. */
function isAfterPart(
  document: Document,
  { sentence, numbers, counted }: Setting,
  index: number,
  people: Counted["thing"],
): boolean {
  const [part, number] = [itemAt(numbers, index - 1), numbers[index]];
  const noun = itemAt(counted, index - 1);
  if (part === undefined || number === undefined || (part.low ?? 0) >= (number.low ?? 0)) return false;
  const of = sentence.hits.of.outOf.find(
    (hit) =>
      hit.from === part.to ||
      (noun !== undefined &&
        (isPeople(noun.thing) || noun.thing === "body") &&
        hit.from >= noun.to &&
        hit.from - part.to <= partReach &&
        number.start - hit.to <= 1 &&
        hit.to <= number.start &&
        hit.to - hit.from > 1),
  );
  if (of === undefined || number.start - of.to > wholeReach) return false;
  // "Out of the 28 whose": whose they are is told by the noun of the part.
  if (!isPeople(people) && people !== "body" && (people !== null || of.from === part.to)) return false;
  // "Two of the 15 people injured were children": the whole has an act of its own.
  const end = counted[index]?.to ?? number.to;
  // "Nine of a doctor's ten children killed": all that there are.
  const owner = document.tokens[number.start - 1];
  const isOwned = owner !== undefined && possessive.test(document.whole.slice(owner.start, owner.end));
  if (!isOwned && sentence.hits.of.act.some((hit) => hit.from === end)) return false;
  for (let at = of.from; at < number.start; at++) if (document.tokens[at]?.kind === "mark") return false;
  return true;
}

const participleReach = 5;
const ofMany = /(?:[иы]х|ихся)$/u;

/** "Из находившихся на борту 67 человек погибли 38", "з 67 людей, що їхали, загинули 38": the act stands by the part, not by the whole. */
function isWholeOfNext({ tokens }: Document, setting: Setting, number: NumberHit): boolean {
  const { hits } = setting.sentence;
  const index = setting.numbers.indexOf(number);
  const part = setting.numbers[index + 1];
  const whole = setting.counted[index];
  if (part === undefined || !isPeople(whole?.thing ?? null) || (part.low ?? 0) >= (number.low ?? 0))
    return false;
  // "З 67 людей" may begin as "з десяток", about ten, does: not before its start.
  const of = lastOf(hits.of.outOf, (hit) => hit.to <= number.from);
  if (of === undefined || number.from - of.to > participleReach) return false;
  if (of.to < number.start && !ofMany.test(tokens[of.to]?.norm ?? "")) return false;
  const end = whole?.to ?? number.to;
  const { act: acts } = hits.of;
  const isOfPart = (act: Hit): boolean => act.from >= end && (act.to === part.start || act.from === part.to);
  return acts.some(isOfPart) && !acts.some((act) => act.to > of.to && act.from <= end && !isOfPart(act));
}

/** "128 journalists were killed worldwide": of all wars together, of none. */
function isWorldwide({ document }: Scene, { sentence, places }: Setting, { thing }: Counted): boolean {
  const [title] = document.sentences;
  const isTold =
    sentence.hits.has.worldwide ||
    (places.length === 0 && title?.isTitle === true && title.hits.has.worldwide);
  return isTold && (thing === null || isPeople(thing));
}

const gravityReach = 2;

/** "12 were injured, two critically": in what state some of the counted are. */
function isGravity({ document }: Scene, setting: Setting, number: NumberHit): boolean {
  const { plurals } = document.language;
  const index = setting.numbers.indexOf(number);
  if (plurals === null || index < 1 || setting.counted[index]?.thing !== null) return false;
  // "Five were killed and 25 seriously wounded": no number of wounded stands before it.
  const isOwn = setting.sentence.hits.of.injure.some((hit) => hit.from === number.to);
  if (isOwn && !setting.sentence.hits.of.injure.some((hit) => hit.to <= number.start)) return false;
  const of = setting.sentence.hits.of.ofThem.find((hit) => hit.from === number.to);
  const from = of?.to ?? number.to;
  for (let at = from; at < from + gravityReach; at++)
    if (plurals.gravity.has(document.tokens[at]?.norm ?? "")) return true;
  return false;
}
