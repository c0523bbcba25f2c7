import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";
import type { PlaceMention } from "./place-mention.ts";

/** The number that a place belongs to: the one before it, the next if the place heads it or begins its clause (past the last: of none); -1: before all. */
export function ownerIndex(setting: Setting, place: PlaceMention): number {
  const before = numberBefore(setting, place);
  if (place.opens === true || isOfPart(setting, before, place)) return before + 1;
  const isNext = place.isHead && before + 1 < setting.numbers.length && before >= 0;
  return isNext ? before + 1 : before;
}

/** The last number before a place that is told of no place of its own; -1: none. */
function numberBefore(setting: Setting, place: PlaceMention): number {
  const { numbers } = setting;
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at];
    if (number === undefined || number.from >= place.from || countedPlace(setting, number) !== null) continue;
    // "Five people, one of them a doctor, were killed in Rajouri": a word aside has no place of its own.
    if (number.isWeak && setting.sentence.hits.of.ofThem.some((them) => them.from === number.to)) continue;
    return at;
  }
  return -1;
}

const partReach = 3;

/** "Уничтожено 34 БПЛА, из них над Курской областью 27": after a word for a part the place is that of the number that follows. */
function isOfPart({ numbers, sentence }: Setting, before: number, place: PlaceMention): boolean {
  const [whole, part] = [itemAt(numbers, before), numbers[before + 1]];
  if (whole === undefined || part === undefined) return false;
  return sentence.hits.of.ofThem.some(
    (cue) => cue.from >= whole.to && cue.to <= place.from && place.from - cue.to <= partReach,
  );
}

/** "Брянской (8 БПЛА)": the place that a number in brackets is told of; null: none. */
export function countedPlace(setting: Setting, number: NumberHit): PlaceMention | null {
  return setting.places.find((place) => place.isCounted && place.to + 1 === number.start) ?? null;
}

/** "Odesa, where two were hurt, and the Kyiv region": the place whose clause holds the number, or has no other place after it, with the towns listed in it. []: none does. */
export function placesOfClause(setting: Setting, index: number): readonly PlaceMention[] {
  const number = setting.numbers[index];
  if (number === undefined || !setting.sentence.hits.has.whereWord) return [];
  const at = setting.places.findLastIndex((place) => place.to <= number.start);
  const place = itemAt(setting.places, at);
  if (place?.whereUntil === undefined) return [];
  const isHeld = number.start < place.whereUntil;
  if (!isHeld && setting.places.some((other) => ownerIndex(setting, other) === index)) return [];
  // "In Avdiivka and Vovchansk, Kharkiv region, where".
  let first = at;
  const town = itemAt(setting.places, at - 1);
  if (placeByCode(place.code)?.kind === "region" && town !== undefined && isBeside(town, place)) {
    first--;
    while (first > 0 && setting.places[first]?.isJoined === true) first--;
  }
  return setting.places.slice(first, at + 1).filter((one) => !one.isDirection);
}

const holderReach = 3;

function isBeside(town: PlaceMention, { code, from }: PlaceMention): boolean {
  return (
    (placeByCode(town.code)?.kind ?? "town") === "town" &&
    from - town.to <= holderReach &&
    countryOf(town.code) === countryOf(code)
  );
}
