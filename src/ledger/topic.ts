import type { Subject } from "../model/development.ts";
import type { EventKind } from "../model/event.ts";
import type { Figure } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { ReadEvent, Reading, TruceLimit } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Party } from "../model/side.ts";
import { addDays, dayOf, daysBetween, endOf, lastDay } from "./days.ts";
import type { Theatre } from "./theatre.ts";

/** What one report says about one thing that happened (or was agreed): the unit that finds a development. */
export interface Topic {
  readonly kind: EventKind;
  readonly subject: Subject;
  /** The day; null: the report gives no way to tell. */
  readonly date: string | null;
  /** The first day of a few that it may have been ("over the weekend"); `date` is the last. Absent: `date` is the day. */
  readonly since?: string;
  readonly places: readonly PlaceCode[];
  readonly parties: readonly Party[];
  readonly attacker: Party | null;
  /** True: the report names the attacker; else it is who fights the country that was hit. Absent: false. */
  readonly isAttackerTold?: boolean;
  /** Of a cease-fire: what it is limited to. Absent or null: not told. */
  readonly limit?: TruceLimit | null;
  /** True: the story so far, beside a later leg or night that the report is about. Absent: false. */
  readonly isRecap?: boolean;
  readonly conflict: string | null;
  readonly figures: readonly Figure[];
  readonly events: readonly ReadEvent[];
}

/** Totals that a report states for a whole, or promises: they are told of an operation. */
export interface Whole {
  readonly subject: Subject;
  readonly conflict: string | null;
  readonly figures: readonly Figure[];
}

/** A report with its reading and the conflicts in it. */
export interface Telling {
  readonly report: Report;
  readonly reading: Reading;
  readonly theatre: Theatre;
}

/** Both lists, each value once, in the order of their first mention. */
export function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const isEach = (value: T, index: number) => a.indexOf(value) === index;
  // Mostly nothing is added.
  if (b.every((value) => a.includes(value)) && a.every(isEach)) return a;
  return [...new Set([...a, ...b])];
}

type Limited = Pick<Topic, "subject" | "limit">;

/** Whether two cease-fires are not told to be about different things. An offer for a holiday may be of any length. */
export function isOneTruce(a: Limited, b: Limited): boolean {
  if (a.limit == null || b.limit == null || a.limit === b.limit) return true;
  return a.subject === "offer" && b.subject === "offer" && (a.limit === "hours" || b.limit === "hours");
}

/** The day a report is from: when it was published, else when it was seen. */
export function reportDay(report: Report): string {
  return dayOf(report.publishedAt ?? report.seenAt);
}

/** The day of a date. A month or year before the report's own is long ago: its first day; the report's own says no day (null). */
export function dayFor(date: string | null, report: Report): string | null {
  const end = date === null ? null : endOf(date);
  if (end === null || lastDay(end) !== null) return end;
  return reportDay(report).startsWith(end) ? null : `${end}-01-01`.slice(0, 10);
}

/** The first day of a short stretch that a date names, as a part of a topic. {}: it names a day, or a longer time. */
export function sinceOf(date: string | null): Pick<Topic, "since"> {
  if (date?.includes("/") !== true) return {};
  const [from, to] = date.split("/");
  const isShort = from !== undefined && to !== undefined && daysBetween(from, to) < longestStretch;
  return isShort ? { since: from } : {};
}

/** The first day that a strike may have been on, as a part of a topic: in a summary of the past day, what is dated with the report's day may be of the day before. */
export function strikeSince(date: string | null, { report, reading }: Telling): Pick<Topic, "since"> {
  const isOfPastDay = reading.isOfPastDay === true && date !== null && date === reportDay(report);
  return isOfPastDay ? { since: addDays(date, -1) } : sinceOf(date);
}

/** Days of a stretch in which one strike is told of, and no summary. */
const longestStretch = 3;
