/** Events too old to be what a report tells of. */

import type { CalendarDay } from "../dates/calendar-day.ts";

const freshDays = 10;
const yearLength = 4;
const dayLength = "2026-01-01".length;

/** Whether a date, ISO 8601, lies before the news of the day of publication, `today`; false where one of them is not known. */
export function isOld(today: CalendarDay | null, date: string | null): boolean {
  if (date === null || today === null) return false;
  const fresh = today.minus(freshDays).toString();
  if (date.length === yearLength) return date < fresh.slice(0, yearLength);
  return date.slice(0, dayLength) < fresh && date.length >= 7;
}

/** Whether it is such a day; a month may as well be that of something else in its sentence, and a stretch goes on. */
export function isOldDay(today: CalendarDay | null, date: string | null): boolean {
  return date?.length === dayLength && isOld(today, date);
}
