import { dateFormat } from "../languages/date-format.ts";
import { languages } from "../languages/registry.ts";

/** A local time of day that people typed (`9:30`, `09.30`, `9`) as `HH:MM`; null: none. `24:00` is midnight. */
export function readTimeOfDay(word: string): string | null {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[:.](\d{2}))?$/u.exec(word.trim()) ?? [];
  if (hour === "" || Number(hour) > 24 || Number(minute) > 59) return null;
  if (Number(hour) === 24) return minute === "00" ? "00:00" : null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** `23:00-07:00` or `23-7` as two times of day; null: no such span. */
export function readSpanOfDay(words: string): { readonly from: string; readonly to: string } | null {
  const parts = words.split(/\s*[-–—]\s*/u);
  const [from, to] = parts.map((part) => readTimeOfDay(part));
  return parts.length === 2 && from != null && to != null ? { from, to } : null;
}

/** A day of the week in any of the languages, or as `day3`: ISO, 1 Monday … 7 Sunday. Null: none. */
export function readWeekday(word: string): number | null {
  // A number alone is an hour.
  if (/^day[1-7]$/u.test(word)) return Number(word.slice(3));
  const text = word.toLowerCase().replaceAll(/[’ʼ`]/gu, "'");
  for (const { tag, calendar } of languages) {
    const at = calendar.weekdays.findIndex((forms, index) =>
      [
        weekdayName(index + 1, tag).replaceAll(/[’ʼ]/gu, "'"),
        ...forms.split(",").map((form) => form.trim()),
      ].some((form) =>
        form.endsWith("*") ? text.startsWith(form.slice(0, -1)) : text === form.toLowerCase(),
      ),
    );
    if (at >= 0) return at + 1;
  }
  return null;
}

/** A weekday's name in a language. `weekday`: 1 Monday … 7 Sunday. */
export function weekdayName(weekday: number, language: string): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return dateFormat(language, { weekday: "long", timeZone: "UTC" }).format(day);
}

const minuteMs = 60_000;
const units: readonly { readonly shape: RegExp; readonly ms: number }[] = [
  { shape: /^(?:m|min|mins|minutes?|хв|хвилин[аиу]?|мин|минут[аыу]?)\.?$/u, ms: minuteMs },
  { shape: /^(?:h|hr|hrs|hours?|год|годин[аиу]?|ч|час|часа|часов)\.?$/u, ms: 60 * minuteMs },
  { shape: /^(?:d|days?|д|день|дні|днів|дня|дней|доб[аиу]|діб|сутки|суток)\.?$/u, ms: 24 * 60 * minuteMs },
  {
    shape: /^(?:w|weeks?|тиж|тиждень|тижні|тижнів|нед|недел[яию]|недель)\.?$/u,
    ms: 7 * 24 * 60 * minuteMs,
  },
];

/** A stretch of time that people typed (`8h`, `30 min`, `2 дні`), milliseconds, at most a year; null: none. */
export function readDuration(text: string): number | null {
  const [, digits = "", unit = ""] = /^(\d{1,4})\s*(\p{L}+\.?)$/u.exec(text.trim().toLowerCase()) ?? [];
  const ms = Number(digits) * (units.find(({ shape }) => shape.test(unit))?.ms ?? 0);
  return ms > 0 && ms <= 366 * 24 * 60 * minuteMs ? ms : null;
}
