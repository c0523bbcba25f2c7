/** What places that a sentence names after a number, or after several, are to it. */

import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { PlaceMention } from "./place-mention.ts";
import { ownerIndex } from "./place-owner.ts";

const killOrInjure = anyOf("kill", "injure");
const ofThemOrIncluding = anyOf("ofThem", "including");

/** "Two were killed and seven wounded in Novorossiysk": the place after the next number, with only "and" between the two. */
export function isOneClause(setting: Setting, index: number, mentions: readonly PlaceMention[]): boolean {
  const number = setting.numbers[index];
  const next = setting.numbers[index + 1];
  const first = mentions.find((place) => ownerIndex(setting, place) > index);
  if (number === undefined || next === undefined || first === undefined) return false;
  if (isRowOfCounts(setting, index, ownerIndex(setting, first))) return true;
  if (ownerIndex(setting, first) !== index + 1) return false;
  // "Killed 15 and wounded 43 in Poonch": the second verb may stand between.
  const isJoined = setting.sentence.hits.of.and.some(
    (hit) =>
      hit.from >= number.to &&
      (hit.to === next.start ||
        setting.sentence.hits.of.act.some((act) => act.from === hit.to && act.to === next.start)),
  );
  return (
    (isJoined || areHarms(setting, number, next, first)) &&
    !setting.sentence.hits.of.clause.some((hit) => hit.from >= number.to && hit.to <= next.start) &&
    next.start - number.to <= clauseLength
  );
}

/** "Троє загинули, восьмеро поранені у Краматорську": the dead and the hurt of one blow, with nothing of where between them. */
function areHarms({ sentence }: Setting, number: NumberHit, next: NumberHit, place: PlaceMention): boolean {
  const isHarmed = (from: number, to: number): boolean =>
    hitsOfAny(sentence, killOrInjure).some((act) => act.from >= from && act.to <= to);
  return (
    isHarmed(number.to, next.start) &&
    isHarmed(next.to, place.from) &&
    !sentence.hits.of.in.some((cue) => cue.from >= number.to && cue.to <= next.start)
  );
}

const clauseLength = 6;

/** "Знищено 13 танків, дві БМП, шість машин у районі Мирного": counts with nothing but their nouns between, and the place after the last. */
function isRowOfCounts({ numbers, counted, sentence }: Setting, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [number, next] = [numbers[at], numbers[at + 1]];
    const noun = counted[at];
    if (number === undefined || next === undefined || noun?.thing == null) return false;
    if (next.start - Math.max(number.to, noun.to) > 1) return false;
    if (sentence.hits.of.act.some((hit) => hit.from >= noun.to && hit.to <= next.start)) return false;
  }
  return to > from;
}

/** "59 drones: 26 over Belgorod, 23 over Voronezh": places of two or more later numbers are not the total's. */
export function isTotalOfParts(setting: Setting, index: number, mentions: readonly PlaceMention[]): boolean {
  const owners = new Set(
    mentions.map((place) => ownerIndex(setting, place)).filter((owner) => owner > index),
  );
  return owners.size > 1 || (owners.size === 1 && [...owners].every((owner) => isPart(setting, owner)));
}

/** "Nine of them over Saratov". */
function isPart(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    hitsOfAny(setting.sentence, ofThemOrIncluding).some(
      (hit) => hit.from === number.to || hit.to === number.start,
    )
  );
}
