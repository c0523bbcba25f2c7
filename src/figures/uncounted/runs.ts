/** Numbers in a row that only add up: "received 310, 265, 285 and 340 people". */

import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";

const shortestRun = 3;

/** Whether a number is one of three or more with nothing but commas and "and" between: of which leg each is nobody can tell, unless days stand there. */
export function isOfRun(document: Document, setting: Setting, number: NumberHit): boolean {
  const { numbers, dates, sentence } = setting;
  const isNext = (one: NumberHit | undefined, other: NumberHit | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    other.start - one.to === 1 &&
    (document.tokens[one.to]?.norm === "," || sentence.hits.of.and.some((and) => and.from === one.to));
  const at = numbers.indexOf(number);
  // No further than a run takes, so that a text of nothing but numbers is read in linear time.
  let first = at;
  while (at - first < shortestRun && isNext(itemAt(numbers, first - 1), numbers[first])) first--;
  let last = at;
  while (last - at < shortestRun && isNext(numbers[last], numbers[last + 1])) last++;
  if (last - first + 1 < shortestRun) return false;
  const [start, end] = [numbers[first]?.start ?? 0, numbers[last]?.to ?? 0];
  return !dates.some((date) => date.from >= start && date.to <= end);
}
