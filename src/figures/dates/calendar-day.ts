const msPerDay = 86_400_000;
const monthLength = "2026-01".length;
const iso = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A day by its parts; `month` and `day` from 1. */
interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A day of the calendar, as Temporal.PlainDate has it. A report asks for some fifty of them, and Temporal takes a
 * microsecond or two for each answer: a tenth of a whole reading.
 */
export class CalendarDay implements DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Days since 1970-01-01. */
  readonly #number: number;
  #text: string | null = null;

  /** The day of this number, made once: a report asks for the same few again and again. */
  static #on(number: number): CalendarDay {
    const known = byNumber.get(number);
    if (known !== undefined) return known;
    const day = new CalendarDay(number);
    if (byNumber.size >= mostDays) byNumber.clear();
    byNumber.set(number, day);
    return day;
  }

  private constructor(number: number) {
    const date = new Date(number * msPerDay);
    this.year = date.getUTCFullYear();
    this.month = date.getUTCMonth() + 1;
    this.day = date.getUTCDate();
    this.#number = number;
  }

  /** `date`: ISO 8601. Throws RangeError for what is no day. */
  static from(date: string): CalendarDay {
    const known = days.get(date);
    if (known !== undefined) return known;
    const [, year, month, day] = iso.exec(date) ?? [];
    const found = CalendarDay.of({ year: Number(year), month: Number(month), day: Number(day) });
    if (found === null) throw new RangeError(`not a day: ${date}`);
    if (days.size >= mostDays) days.clear();
    days.set(date, found);
    return found;
  }

  /** Null: the calendar has no such day. */
  static of({ year, month, day }: DayParts): CalendarDay | null {
    const found = CalendarDay.#on(numberOf({ year, month, day }));
    return found.year === year && found.month === month && found.day === day ? found : null;
  }

  /** The day at an instant where clocks are `offsetMs` ahead of UTC. */
  static at(instantAt: number, offsetMs: number): CalendarDay {
    return CalendarDay.#on(Math.floor((instantAt + offsetMs) / msPerDay));
  }

  /** 1: Monday. */
  get dayOfWeek(): number {
    const thursday = 3;
    return ((((this.#number + thursday) % 7) + 7) % 7) + 1;
  }

  /** The month it is in, ISO 8601: "2026-01". */
  get yearMonth(): string {
    return this.toString().slice(0, monthLength);
  }

  plus(days: number): CalendarDay {
    return CalendarDay.#on(this.#number + days);
  }

  minus(days: number): CalendarDay {
    return this.plus(-days);
  }

  /** The same day of another year; 28 February for a 29th that it lacks. */
  inYear(year: number): CalendarDay {
    return CalendarDay.of({ ...this.#parts(), year }) ?? this.minus(1).inYear(year);
  }

  /** Another day of the same month, its last one if it has not so many. */
  onDay(day: number): CalendarDay {
    const last = CalendarDay.#on(numberOf({ year: this.year, month: this.month + 1, day: 0 })).day;
    return CalendarDay.#on(numberOf({ ...this.#parts(), day: Math.min(day, last) }));
  }

  /** How many days `other` is later; negative: earlier. */
  daysUntil(other: CalendarDay): number {
    return other.#number - this.#number;
  }

  /** ISO 8601. */
  toString(): string {
    this.#text ??= `${String(this.year).padStart(4, "0")}-${padded(this.month)}-${padded(this.day)}`;
    return this.#text;
  }

  #parts(): DayParts {
    return { year: this.year, month: this.month, day: this.day };
  }
}

/** The days read lately, by their text: a report's rules ask for the same few again and again. */
const days = new Map<string, CalendarDay>();
const byNumber = new Map<number, CalendarDay>();
const mostDays = 1000;

/** Date.UTC takes years below it for those of the last century. */
const firstPlainYear = 100;

/** Parts beyond their range run on into the next month or year. NaN for NaN. */
function numberOf({ year, month, day }: DayParts): number {
  if (year >= firstPlainYear) return Date.UTC(year, month - 1, day) / msPerDay;
  const date = new Date(0);
  return date.setUTCFullYear(year, month - 1, day) / msPerDay;
}

function padded(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}
