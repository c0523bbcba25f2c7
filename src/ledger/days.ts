/** Milliseconds of a calendar day without a clock change. */
export const dayMs = 86_400_000;

/** The calendar day of an instant in UTC, ISO 8601. */
export function dayOf(at: number): string {
  const number = Math.floor(at / dayMs);
  const known = names.get(number);
  if (known !== undefined) return known;
  const day = new Date(at).toISOString().slice(0, 10);
  if (names.size >= maxNames) names.clear();
  names.set(number, day);
  return day;
}

/** ISO days by their number since the epoch: one report asks for the same few some thirty times. */
const names = new Map<number, string>();
const maxNames = 1_000;

/** The last day of a figure's date: of a stretch its end, of a month or year nothing (null). */
export function lastDay(date: string | null): string | null {
  const end = date === null ? null : endOf(date);
  return end !== null && /^\d{4}-\d{2}-\d{2}$/u.test(end) ? end : null;
}

/** Of a stretch its end, of any other date the date. */
export function endOf(date: string): string {
  return date.slice(date.lastIndexOf("/") + 1);
}

/** Whole days from `from` to `to`, both ISO days; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / dayMs);
}

/** Milliseconds of an ISO day's beginning in UTC, kept: each thing that is known near a report is compared by the same few days. */
function startOf(date: string): number {
  const known = starts.get(date);
  if (known !== undefined) return known;
  const at = Date.parse(date);
  if (starts.size >= maxStarts) starts.clear();
  starts.set(date, at);
  return at;
}

const starts = new Map<string, number>();
const maxStarts = 1_000;

/** The day `days` after an ISO day. */
export function addDays(date: string, days: number): string {
  return dayOf(Date.parse(date) + days * dayMs);
}
