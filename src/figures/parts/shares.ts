import type { PlaceCode } from "../../model/place.ts";
import type { Claim, Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { hitsFrom } from "../text/sentence-hits.ts";
import { isDash } from "../text/tokens.ts";
import { measuresLike } from "../things/measure-kinds.ts";

/** "По одному – над територією": a word right before the number says that it is told of each. */
export function isShared(setting: Setting, number: NumberHit): boolean {
  return setting.sentence.hits.of.each.some((hit) => hit.to - hit.from === 1 && hit.to === number.start);
}

/** "По три над областями А, Б і В": three in each place. The claim alone where it is told of one place, or of people. */
export function sharesOf(document: Document, claim: Claim): Claim[] {
  const { setting, number, measure } = claim;
  if (!isShared(setting, number) || !/^(?:drones|missiles|weapons|bombs)\./.test(measure)) return [claim];
  const next = setting.numbers.find((other) => other.start >= number.to)?.start ?? Infinity;
  const until = Math.min(next, endOfList(document, setting, number));
  const codes = setting.places
    .filter((place) => place.from >= number.to && place.from < until)
    .map((place): PlaceCode => place.code)
    .filter((code) => claim.places.includes(code));
  const places = [...new Set(codes)];
  return places.length < 2 ? [claim] : places.map((code) => ({ ...claim, places: [code], isWithin: true }));
}

/** "По 25 — над А и Б, остальные — над В": where a word after a comma that names no place ends the list. Infinity: none does. */
function endOfList({ tokens }: Document, { sentence, places }: Setting, number: NumberHit): number {
  for (let at = number.to + 1; at < sentence.to; at++)
    if (
      tokens[at - 1]?.norm === "," &&
      tokens[at]?.kind === "word" &&
      !places.some((place) => place.from <= at && at < place.to) &&
      (hitsFrom(sentence, at).length === 0 || sentence.hits.of.another.some((hit) => hit.from === at))
    )
      return at;
  return Infinity;
}

const rowReach = 5;

/** What a row of a list is told after. */
export interface Row {
  readonly setting: Setting;
  readonly number: NumberHit;
  readonly previous: Claim | undefined;
}

/** Whether a number without a noun goes on with the list before it: told of each place, or a row by its place. */
export function isRow(document: Document, row: Row): boolean {
  const isOfEach = isShared(row.setting, row.number) && row.previous?.setting === row.setting;
  return isOfEach || isLastOfList(document, row);
}

/** "…, two over the Black Sea and one – over Crimea": in Ukrainian and Russian a row of a list by places, with a dash before its place. */
function isLastOfList(document: Document, { setting, number, previous }: Row): boolean {
  if (previous?.setting !== setting || !inFlight.has(previous.measure)) return false;
  return (
    document.language.freeOrder &&
    isDash(document.tokens[number.to]?.norm) &&
    setting.places.some((place) => place.from > number.to && place.from - number.to <= rowReach)
  );
}

const inFlight = measuresLike(/^(?:drones|missiles|weapons|rockets)\./u);
