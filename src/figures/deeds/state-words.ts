/** Words of harm that only say in what state those are of whom something else is told. English. */

import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Hit } from "../text/entries.ts";
import type { Question } from "./question.ts";
import { itemAt } from "../text/item-at.ts";

const killOrInjure = anyOf("kill", "injure");
const freesOrBrings = anyOf("release", "swap");

/** Whether a word of harm tells only in what state those are who were freed or killed, or of whom a clause about a place tells. */
export function isStateOnly(question: Question, hit: Hit): boolean {
  if (question.document.language.freeOrder) return false;
  if (hit.id === "kill") return isOfOtherThere(question, hit);
  if (hit.id === "loss") return isLostTo(question, hit);
  if (hit.id === "injure") return isStateOfFreed(question, hit);
  return hit.id === "displace" && isStateOfHarmed(question, hit);
}

const freedReach = 8;
const stateReach = 2;

/** "Free at least 1,200 seriously wounded soldiers", "the return of 1,000 wounded, sick and young captives": in what state those are who come home, in English. */
function isStateOfFreed({ document, sentence, numbers, index }: Question, hit: Hit): boolean {
  const number = numbers[index];
  if (document.language.freeOrder || number === undefined) return false;
  if (hit.from < number.to || hit.from - number.to > stateReach) return false;
  return hitsOfAny(sentence, freesOrBrings).some(
    (freed) => freed.to <= number.start && number.start - freed.to <= freedReach,
  );
}

/** "Twelve displaced people were killed", "ten members of a displaced family killed": in what state those were who were harmed, in English. */
function isStateOfHarmed({ document, sentence, numbers, index }: Question, hit: Hit): boolean {
  const number = numbers[index];
  if (document.language.freeOrder || number === undefined || hit.from < number.to) return false;
  if (hit.from - number.to > harmedReach || hit.to - hit.from > 1) return false;
  return hitsOfAny(sentence, killOrInjure).some(
    (harm) => (harm.from > hit.to && harm.from - hit.to <= harmedReach) || harm.to === number.start,
  );
}

const harmedReach = 4;

/** "Three workers at the prison where a critic died": somebody else, who is named right before the verb, in a clause about the place. */
function isOfOtherThere({ document, sentence, counted, numbers, index }: Question, hit: Hit): boolean {
  const end = Math.max(counted.to, numbers[index]?.to ?? 0);
  const where = sentence.hits.of.whereWord.find((cue) => cue.from >= end && cue.to <= hit.from);
  return (
    where !== undefined && hit.from - where.to >= 1 && itemAt(document.tokens, hit.from - 1)?.capital === true
  );
}

/** "Five have been lost to Russian attacks": what was lost is told elsewhere. */
function isLostTo({ sentence, counted }: Question, hit: Hit): boolean {
  return counted.thing === null && sentence.hits.of.toward.some((to) => to.from === hit.to);
}
