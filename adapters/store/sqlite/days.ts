import { FormatError } from "../../../src/errors.ts";

/** First and last calendar day, both included, as ISO days. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * The calendar days that a date of the ledger covers: a day, a month (`2022-04`), a year, or
 * `START/END` of any of these. Throws FormatError `bad-date` for anything else.
 */
export function daysOf(date: string): Days {
  const known = covered.get(date);
  if (known !== undefined) return known;
  const days = readDays(date);
  if (covered.size >= maxCovered) covered.clear();
  covered.set(date, days);
  return days;
}

/** By date: most of what is written is of the same few days. */
const covered = new Map<string, Days>();
const maxCovered = 1_000;

function readDays(date: string): Days {
  const [start, end, ...rest] = date.split("/");
  if (start === undefined || rest.length > 0) throw badDate(date);
  return { first: endsOf(start, date).first, last: endsOf(end ?? start, date).last };
}

/** How many days lie between the first and the last. */
export function lengthOf(days: Days): number {
  if (days.first === days.last) return 0;
  return Temporal.PlainDate.from(days.first).until(days.last).days;
}

/** The day that is `count` days before `date`. */
export function daysBefore(date: string, count: number): string {
  if (before.date !== date || before.count !== count)
    before = { date, count, day: Temporal.PlainDate.from(date).subtract({ days: count }).toString() };
  return before.day;
}

/** The last answer: reports come by the day. */
let before = { date: "", count: 0, day: "" };

function endsOf(part: string, date: string): Days {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(part)) {
      const day = Temporal.PlainDate.from(part).toString();
      return { first: day, last: day };
    }
    if (/^\d{4}-\d{2}$/.test(part)) {
      const month = Temporal.PlainYearMonth.from(part);
      return { first: `${part}-01`, last: `${part}-${month.daysInMonth}` };
    }
  } catch {
    throw badDate(date);
  }
  if (/^\d{4}$/.test(part)) return { first: `${part}-01-01`, last: `${part}-12-31` };
  throw badDate(date);
}

function badDate(date: string): FormatError {
  return new FormatError(`Not a date of the ledger: ${date}`, { code: "bad-date", permanent: true });
}
