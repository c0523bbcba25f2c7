import { dateFormat, momentFormat } from "../languages/date-format.ts";
import type { CommandCall } from "./context.ts";

type Where = Pick<CommandCall, "language" | "timeZone">;

/** A moment in the chat's zone: "24 May, 15:30". `at`: epoch milliseconds. */
export function momentText(at: number, { language, timeZone }: Where): string {
  return momentFormat(timeZone, { language }).format(at);
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

/** The calendar day that it is in a zone, ISO. */
export function dayIn(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
