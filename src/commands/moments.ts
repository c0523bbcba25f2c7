import { dateFormat, momentFormat } from "../languages/date-format.ts";
import type { CommandCall } from "./context.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Where = Pick<CommandCall, "language" | "timeZone">;

/** A moment in the chat's zone: "24 May, 15:30". `at`: epoch milliseconds. */
export function momentText(at: number, { language, timeZone }: Where): string {
  return momentFormat(timeZone, { language }).format(at);
}

/** A moment with its year: "24 May 2025 at 15:30", for what is kept and passed on. `at`: epoch milliseconds. */
export function datedMoment(at: number, { language, timeZone }: Where): string {
  return momentFormat(timeZone, { language, hasYear: true }).format(at);
}

/** Days as they were written lately: a list names the same few over and over. */
const daysWritten = new Map<string, string>();
const maxDaysWritten = 1_000;

/** A calendar day without its year: "24 May". A month or year as it is. */
export function shortDay(date: string, language: string): string {
  const day = date.split("/").at(-1) ?? date;
  if (day.length < 10) return day;
  const key = `${language} ${day}`;
  const known = daysWritten.get(key);
  if (known !== undefined) return known;
  const format = dateFormat(language, { timeZone: "UTC", day: "numeric", month: "short" });
  const written = format.format(new Date(day));
  if (daysWritten.size >= maxDaysWritten) daysWritten.clear();
  daysWritten.set(key, written);
  return written;
}

/** A calendar day with its year: "24 May 2025". A month or year as it is. */
export function fullDay(date: string, language: string): string {
  const day = date.split("/").at(-1) ?? date;
  if (day.length < 10) return day;
  const options = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" } as const;
  return dateFormat(language, options).format(new Date(day));
}

/** Both ends of a span of ISO days in words; the year stands at its end, and at its start too where that is another year. */
export function spanEnds(
  { from, to }: { readonly from: string; readonly to: string },
  language: string,
): { readonly from: string; readonly to: string } {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return { from: isOneYear ? shortDay(from, language) : fullDay(from, language), to: fullDay(to, language) };
}

/** The calendar day that it is in a zone, ISO. */
export function dayIn(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A span of time in words: minutes up to an hour, hours up to two days, then days. */
export function spanWords({ text }: Pick<CommandCall, "text">, ms: number): string {
  if (ms < hourMs) return text("span-minutes", { count: Math.max(1, Math.round(ms / minuteMs)) });
  if (ms < 48 * hourMs) return text("span-hours", { count: Math.round(ms / hourMs) });
  return text("span-days", { count: Math.round(ms / (24 * hourMs)) });
}
