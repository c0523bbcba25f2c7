import type { DigestTime } from "../model/subscription.ts";
import { minutesOf } from "./quiet.ts";
import { instantOf, localTime } from "./zone-clock.ts";

/** A moment at which a digest is due. */
export interface DigestMoment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** One for each local day, or each week of ISO 8601: `digest:2026-11-25`, `digest:2026-W48`. */
  readonly key: string;
}

/** The first moment after `after` (epoch milliseconds) at which a digest is due on the zone's clock. */
export function digestAfter(digest: DigestTime, timeZone: string, after: number): DigestMoment {
  const { date, minute } = localTime(timeZone, after);
  // Unless the hour has clearly passed today; clocks are changed by three hours at most in a day.
  let day = minute - minutesOf(digest.at) > 180 ? date.add({ days: 1 }) : date;
  for (;;) {
    day = onWeekday(day, digest, 1);
    const moment = momentOn(day, digest, timeZone);
    if (moment.at > after) return moment;
    day = day.add({ days: 1 });
  }
}

/** The last such moment up to `at`. */
export function digestUpTo(digest: DigestTime, timeZone: string, at: number): DigestMoment {
  let day = localTime(timeZone, at).date;
  for (;;) {
    day = onWeekday(day, digest, -1);
    const moment = momentOn(day, digest, timeZone);
    if (moment.at <= at) return moment;
    day = day.subtract({ days: 1 });
  }
}

/** The day itself or the nearest one that way on which it is due. */
function onWeekday(day: Temporal.PlainDate, { every, weekday }: DigestTime, way: 1 | -1): Temporal.PlainDate {
  if (every === "day") return day;
  const ahead = (weekday - day.dayOfWeek + 7) % 7;
  return day.add({ days: way === 1 || ahead === 0 ? ahead : ahead - 7 });
}

function momentOn(day: Temporal.PlainDate, digest: DigestTime, timeZone: string): DigestMoment {
  const at = instantOf(timeZone, day, minutesOf(digest.at));
  return { at, key: digest.every === "day" ? `digest:${day.toString()}` : `digest:${weekOf(day)}` };
}

function weekOf(day: Temporal.PlainDate): string {
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`;
}
