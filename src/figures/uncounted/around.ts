import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { isPeople } from "../things/people.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const release = anyOf("release");
const holdOrMissing = anyOf("hold", "missing");
const fates = anyOf("kill", "injure", "missing", "still");

/** Whether people are only told of as around what happened: in what was struck, or the whole of which another number is a part. */
export function isAround(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  if (counted.thing === null || !isPeople(counted.thing)) return false;
  if (scene.document.language.freeOrder) return isWhereTheyWere(setting, number, counted);
  // "The arrival of two buses carrying sixty prisoners who were released in a swap": whom they bring home.
  const isHomeward = scene.isExchange && hasAny(setting.sentence, release);
  return (
    (!isHomeward && isInWhatWasStruck(setting, number, counted)) ||
    isInListOfCarried(setting, number) ||
    isLeadingWhole(setting, number, counted)
  );
}

const listReach = 12;

/** "Carried 65 prisoners on their way to an exchange, along with six crew and three guards": the list goes on. */
function isInListOfCarried(setting: Setting, number: NumberHit): boolean {
  const { sentence, numbers, counted } = setting;
  const at = numbers.indexOf(number) - 1;
  const [before, noun] = [itemAt(numbers, at), itemAt(counted, at)];
  if (before === undefined || noun === undefined || noun.thing === null || !isPeople(noun.thing))
    return false;
  const end = Math.max(before.to, noun.to);
  const isJoined = sentence.hits.of.and.some((and) => and.to === number.start && and.from >= end);
  if (!isJoined || number.start - end > listReach) return false;
  return (
    sentence.hits.of.carriesPeople.some((cue) => cue.to === before.start) ||
    isInListOfCarried(setting, before)
  );
}

/** "В школу, де перебувало близько 60 дітей": they were there; the harmed, the captive and those under rubble are told of as such. */
function isWhereTheyWere({ sentence }: Setting, number: NumberHit, counted: Counted): boolean {
  return (
    sentence.hits.of.carriesPeople.some((cue) => cue.to === number.start) &&
    !hitsOfAny(sentence, holdOrMissing).some((act) => act.to <= number.start) &&
    !sentence.hits.of.act.some((act) => act.from >= number.to && act.from <= counted.to)
  );
}

/** "A kindergarten with 48 children inside was hit", "a bus carrying 40 people": nothing is said to have been done to them. */
function isInWhatWasStruck({ sentence }: Setting, number: NumberHit, counted: Counted): boolean {
  if (sentence.hits.of.act.some((act) => act.from === counted.to)) return false;
  if (sentence.hits.of.carriesPeople.some((cue) => cue.to === number.start)) return true;
  return (
    sentence.hits.of.withTool.some((cue) => cue.to === number.start) &&
    sentence.hits.of.aboard.some((cue) => cue.from === counted.to)
  );
}

const partReach = 8;

/** "Of 5,000 children screened 34 had died": the number that an act follows is the part. */
function isLeadingWhole({ sentence, numbers }: Setting, number: NumberHit, counted: Counted): boolean {
  const next = numbers.find((other) => other.start >= counted.to && !other.isWeak);
  if (next === undefined || next.start - counted.to > partReach || (next.low ?? 0) >= (number.low ?? 0))
    return false;
  return (
    sentence.hits.of.outOf.some(
      (of) => of.to === number.start && (of.to - of.from === 1 || of.from === sentence.from),
    ) &&
    // "Of the 251 people abducted 116 remain": what was done to the whole stands by it.
    !sentence.hits.of.act.some((act) => act.from >= counted.from && act.from - counted.to <= 2) &&
    hitsOfAny(sentence, fates).some((act) => act.from >= next.to && act.from - next.to <= 2)
  );
}
