import type { Scope } from "../../model/figure.ts";
import type { Scene, Setting } from "../claim.ts";
import { CalendarDay } from "../dates/calendar-day.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { measuresLike } from "../things/measure-kinds.ts";

/** When the counted thing happened, and over what stretch. */
export interface Timing {
  readonly scope: Scope;
  readonly date: string | null;
}

/** A stretch of more days than these is no running sum but one over all. */
export const runningMaxDays = 8;

const weekReach = 3;
/** Measures that are counted one by one, over a whole stretch. */
export const inSeries = measuresLike(/^attacks$|\.(?:launched|downed|stopped|suppressed|hit|fired)$/u);

/** "Struck the town 258 times last week": what is counted one by one was counted over that whole week; Monday to Sunday. */
export function lastWeekOf(
  { document, today }: Scene,
  { sentence }: Setting,
  number: NumberHit,
  deed: Deed,
): string | null {
  if (today === null || !inSeries.has(deed.measure)) return null;
  const isThen = sentence.hits.of.lastWeek.some(
    (hit) =>
      (hit.from >= number.to && hit.from - number.to <= weekReach) ||
      // Where the order is free, it may stand before.
      (document.language.freeOrder && hit.to <= number.start && number.start - hit.to <= weekReach),
  );
  return isThen ? weekBefore(today) : null;
}

/** Monday to Sunday of the week before that of a day. */
export function weekBefore(today: CalendarDay): string {
  const sunday = today.minus(today.dayOfWeek);
  return `${sunday.minus(6).toString()}/${sunday.toString()}`;
}

/** A stretch of a report that has no day is told without its days. */
export function windowOf({ value, days = 0 }: DateMention): Timing {
  if (value !== null) return stretchOf(value);
  return { scope: days <= runningMaxDays ? "running" : "overall", date: null };
}

/** A stretch up to the day of the report; of one day it is that day. */
export function stretchOf(value: string | null): Timing {
  const days = daysOf(value);
  if (days === 1) return { scope: "event", date: value?.split("/")[0] ?? null };
  return { scope: days <= runningMaxDays ? "running" : "overall", date: value };
}

/** Days of a stretch "start/end", both counted; Infinity: it is no stretch of days. */
export function daysOf(value: string | null): number {
  const [start, end] = (value ?? "").split("/");
  if (start === undefined || end === undefined || start.length < 10 || end.length < 10) return Infinity;
  return CalendarDay.from(start).daysUntil(CalendarDay.from(end)) + 1;
}

/** "За двое суток враг потерял 140 человек. Главное за день:": a stretch told with numbers of its own before the heading is not the rows'. */
export function isOfBefore({ heading, windowIn, sentence }: Setting, { act }: Deed): boolean {
  return (
    heading !== null &&
    heading.sentence !== sentence &&
    windowIn < heading.sentence.index &&
    // A row without a verb goes on with what was told.
    sentence.hits.of.act.some((own) => own === act)
  );
}
