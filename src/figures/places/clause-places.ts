/** Places that begin a clause of their own: "two were killed in Kyiv, in Kharkiv five were hurt". */

import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { PlaceMention } from "./place-mention.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isDash } from "../text/tokens.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

interface Row {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
}

/** Marks the places that tell of what follows them and not of the number before. */
export function withOpeners(row: Row, places: PlaceMention[]): PlaceMention[] {
  const [first] = row.numbers;
  if (first === undefined || places.length < 2) return places;
  const second = row.document.language.freeOrder ? secondClause(row, places) : Infinity;
  return places.map((place, at) => {
    if (place.from > second) return { ...place, opens: true };
    if (place.from < first.from || place.isHead || place.isCounted) return place;
    const isLed = places.some((other) => other.to <= first.start);
    const before = itemAt(places, at - 1);
    const opens =
      (isLed && (opensClause(row, place) || isOfClauseBegun(row, place))) ||
      (before !== undefined && isOfNextClause(row, before, place));
    return opens ? { ...place, opens } : place;
  });
}

/** "3 установки в Сумской области, а с помощью дрона уничтожен склад в районе Очакова": where a clause with its own deed, place and no number begins, after a place of the number's. Infinity: none does. */
function secondClause({ document, sentence, numbers }: Row, places: readonly PlaceMention[]): number {
  const last = numbers.at(-1);
  if (last === undefined) return Infinity;
  for (let at = last.to; at < sentence.to; at++) {
    // "А", "і", "и": a word of one letter that joins.
    const joint = document.tokens[at + 1];
    if (!isComma(document, at) || joint?.kind !== "word" || joint.norm.length > 1) continue;
    if (!places.some((place) => place.from >= last.to && place.to <= at)) continue;
    const next = places.find((place) => place.from > at);
    if (next !== undefined && sentence.hits.of.act.some((act) => act.from > at && act.to <= next.from))
      return at;
  }
  return Infinity;
}

/** ", in Kharkiv …", "а у Сумах …": a comma or an "and" stands right before the word of where. */
function opensClause({ document, sentence }: Row, place: PlaceMention): boolean {
  const cue = sentence.hits.of.in.find(
    (hit) => hit.to === place.from || isArticleBetween(document, hit.to, place),
  );
  if (cue === undefined) return false;
  const before = itemAt(document.tokens, cue.from - 1);
  if (before?.norm === "," || before?.norm === ";") return true;
  if (!isComma(document, cue.from - 2)) return false;
  // "А", "і", "й", "и": words of one letter that join.
  return before?.norm.length === 1 || sentence.hits.of.and.some((hit) => hit.to === cue.from);
}

const harmsOrBurns = anyOf("harms", "explosion");
const openingReach = 6;

/** ", ударом «Искандера» в Одессе уничтожены 72", ", при ударах по Запорожью — один": after a comma and a few words, with a deed or a dash before the next number. */
function isOfClauseBegun({ document, sentence, numbers }: Row, place: PlaceMention): boolean {
  const { tokens, language } = document;
  const next = numbers.find((number) => number.start >= place.to);
  if (!language.freeOrder) return false;
  let at = place.from - 1;
  while (at >= place.from - openingReach && at > sentence.from && tokens[at]?.norm !== ",") at--;
  if (tokens[at]?.norm !== "," || numbers.some((number) => number.from > at && number.to <= place.from))
    return false;
  // "Сбито 30 дронов, на заводе в Каменском районе начался пожар": of what the last clause tells.
  if (next === undefined)
    return hitsOfAny(sentence, harmsOrBurns).some(
      (hit) => hit.from >= place.to && hit.from - place.to <= openingReach,
    );
  for (let between = place.to; between < next.start; between++) if (isComma(document, between)) return false;
  const isDashed = isDash(itemAt(tokens, next.start - 1)?.norm);
  return (
    isDashed ||
    sentence.hits.of.act.some((act) => act.from >= place.to && act.to <= next.start && act.from > at)
  );
}

function isArticleBetween({ tokens, language }: Document, from: number, place: PlaceMention): boolean {
  return place.from - from === 1 && tokens[from]?.norm === language.plurals?.definite;
}

function isComma({ tokens }: Document, at: number): boolean {
  return tokens[at]?.norm === ",";
}

/** Words between two places that are no list. */
const apart = 3;

/** "Killed two in the Kyiv region, officials said, and a school in Kharkiv was hit, leaving one dead": after a comma, with a deed before the next number. */
function isOfNextClause(
  { document, sentence, numbers }: Row,
  before: PlaceMention,
  place: PlaceMention,
): boolean {
  const next = numbers.find((number) => number.from >= place.to);
  const last = lastOf(numbers, (number) => number.to <= place.from);
  if (next === undefined || last === undefined || before.from < last.to) return false;
  if (place.from - before.to < apart) return false;
  const joint = sentence.hits.of.and.find(
    (hit) => hit.from >= before.to && hit.to <= place.from && isComma(document, hit.from - 1),
  );
  return (
    joint !== undefined && sentence.hits.of.act.some((act) => act.from >= place.to && act.to <= next.start)
  );
}
