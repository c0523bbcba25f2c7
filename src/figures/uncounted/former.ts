/** What was told before, of which nothing new is said. */

import type { Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";
import type { Counted } from "../things/counted.ts";

const cueReach = 3;
const tailReach = 1;
const timeReach = 5;
const linkReach = 2;

/**
 * "Ще годину тому йшлося про двадцятьох", "up from 25 in the morning", "the 19 reported earlier": a state of a count that the report replaces.
 * What has a month or a year of its own is compared, not replaced.
 */
export function isFormer(document: Document, setting: Setting, number: NumberHit, counted: Counted): boolean {
  if (isCorrected(document, setting, number)) return true;
  const { toldBefore, toldEarlier, and } = setting.sentence.hits.of;
  if (toldBefore.length === 0 && toldEarlier.length === 0) return false;
  if (isOfOwnTime(setting, number)) return false;
  if (toldBefore.some((hit) => hit.to <= number.start && number.start - hit.to <= cueReach)) return true;
  const end = Math.max(number.to, counted.to);
  if (toldEarlier.some((hit) => hit.from >= end && hit.from - end <= tailReach)) return true;
  // "Had put the dead at 22 at noon and at 27 later", "had spoken of 78 dead and 320 wounded".
  const at = setting.numbers.indexOf(number) - 1;
  const [before, noun] = [itemAt(setting.numbers, at), itemAt(setting.counted, at)];
  if (before === undefined || noun === undefined) return false;
  return (
    and.some(
      (hit) => hit.from >= before.to && hit.to <= number.start && number.start - hit.to <= linkReach,
    ) && isFormer(document, setting, before, noun)
  );
}

const firstReach = 18;

/** "Two more died, officials said at first, and then corrected themselves", "initial reports spoke of ten; the mayor later corrected the figure to six". */
function isCorrected({ sentences }: Document, { sentence }: Setting, number: NumberHit): boolean {
  if (!sentence.hits.has.atFirst) return false;
  const next = sentences[sentence.index + 1];
  const words = [
    ...sentence.hits.of.corrects,
    ...(next?.paragraph === sentence.paragraph ? next.hits.of.corrects : []),
  ];
  return sentence.hits.of.atFirst.some(
    (first) =>
      words.some((word) => word.from >= Math.max(first.to, number.to)) &&
      (first.from >= number.to ? first.from - number.to : number.start - first.to) <= firstReach,
  );
}

function isOfOwnTime({ dates, numbers }: Setting, number: NumberHit): boolean {
  const until = numbers[numbers.indexOf(number) + 1]?.start ?? Infinity;
  return dates.some(
    ({ kind, from }) =>
      (kind === "month" || kind === "year") &&
      from >= number.to &&
      from - number.to <= timeReach &&
      from <= until,
  );
}
