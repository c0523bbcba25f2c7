import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { PlaceMention } from "./place-mention.ts";

/** The number that a place belongs to: the one before it, the next if the place heads it or begins its clause (past the last: of none); -1: before all. */
export function ownerIndex(setting: Setting, place: PlaceMention): number {
  const before = setting.numbers.findLastIndex(
    (number) => number.from < place.from && countedPlace(setting, number) === null,
  );
  if (place.opens === true || isOfPart(setting, before, place)) return before + 1;
  const isNext = place.isHead && before + 1 < setting.numbers.length && before >= 0;
  return isNext ? before + 1 : before;
}

const partReach = 3;

/** "Уничтожено 34 БПЛА, из них над Курской областью 27": after a word for a part the place is that of the number that follows. */
function isOfPart({ numbers, sentence }: Setting, before: number, place: PlaceMention): boolean {
  const [whole, part] = [numbers[before], numbers[before + 1]];
  if (whole === undefined || part === undefined) return false;
  return sentence.hits.of.ofThem.some(
    (cue) => cue.from >= whole.to && cue.to <= place.from && place.from - cue.to <= partReach,
  );
}

/** "Брянской (8 БПЛА)": the place that a number in brackets is told of; null: none. */
export function countedPlace(setting: Setting, number: NumberHit): PlaceMention | null {
  return setting.places.find((place) => place.isCounted && place.to + 1 === number.start) ?? null;
}
