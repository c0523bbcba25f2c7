/** The stretch "since …" that a number was counted over. */

import type { Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { isTelling } from "../dates/date-mention.ts";
import { isOfNextClause } from "../dates/lead-clause.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import { isRankedBefore, isSuperlative } from "./ranks.ts";
import { isOwnDay } from "./war-time.ts";

const sinceNumberReach = 14;

/** The stretch "since …" that the number was counted over; null: none, or a day of its own is nearer. */
export function sinceFor(
  document: Document,
  setting: Setting,
  number: NumberHit,
  mention: DateMention | null,
): DateMention | null {
  const since =
    setting.dates.find(
      (date) => date.kind === "since" && !isSuperlative(setting, date) && !isRankedBefore(document, date),
    ) ?? null;
  if (since === null || isOwnDay(setting, number, since)) return null;
  if (isOfNextClause(document, setting, number, since)) return null;
  const isOnly =
    mention === null ||
    mention.kind === "since" ||
    // "Have fled since strikes began on the 23rd, including 25,000 on Tuesday": the day is the part's.
    (since.from >= number.to &&
      setting.numbers.some((other) => other.from >= since.to && other.to <= mention.from)) ||
    isTelling(setting.sentence, mention) ||
    Math.abs(since.from - number.from) < sinceNumberReach;
  return isOnly ? since : null;
}

const heldReach = 4;

/** "Residents held in Ukraine since last year came back": since when they were held, not since when they came. */
export function isSinceHeld({ sentence }: Setting, { act }: Deed, since: DateMention): boolean {
  return (
    act !== null &&
    act.id !== "hold" &&
    act.from >= since.to &&
    sentence.hits.of.hold.some((hit) => hit.to <= since.from && since.from - hit.to <= heldReach)
  );
}
