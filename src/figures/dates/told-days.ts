/** Days told by a word and the day of publication: "yesterday", "on Monday", "in the past week". */

import { cardinalOf } from "../numbers/numerals.ts";
import type { CueConcept } from "../../languages/concepts.ts";
import { CalendarDay } from "./calendar-day.ts";
import { isDatelineMonth } from "./dateline-day.ts";
import type { DateContext, DateMention } from "./date-mention.ts";
import type { Hit } from "../text/entries.ts";

/** Words that tell a day or a stretch by themselves. */
export const dayCues = [
  "pastDay",
  "today",
  "tonight",
  "night",
  "nightBefore",
  "yesterday",
  "daysAgo",
  "tomorrow",
  "pastDays",
  "pastWeek",
  "weekend",
  "wholeWeekend",
  "pastFortnight",
  "pastMonth",
  "pastYear",
  "thisMonth",
  "earlierThisMonth",
  "thisYear",
  "christmasEve",
  "christmasDay",
  "newYearsEve",
  "newYearsDay",
  "lastYear",
  "previousMonth",
] as const satisfies readonly CueConcept[];

const cues: ReadonlySet<string> = new Set(dayCues);

/** "Yesterday", "за добу", "over the past three days". Null: the cue tells no time, or that of something else. */
export function cueMention(context: DateContext, hit: Hit): DateMention | null {
  if (!cues.has(hit.id)) return null;
  if (hit.id === "yesterday" && isBeforeEvent(context, hit)) return null;
  const { today } = context;
  const span = { from: hit.from, to: hit.to };
  const day = (offset: number): string | null => today?.plus(offset).toString() ?? null;
  const window = (days: number | null): DateMention => ({
    ...span,
    kind: "window",
    value: today === null || days === null ? null : `${today.minus(days - 1).toString()}/${today.toString()}`,
    ...(days === null ? {} : { days }),
  });
  switch (hit.id) {
    case "pastDay":
      return { ...span, kind: "day", value: day(0), isPastDay: true };
    case "today":
      return { ...span, kind: "day", value: day(0) };
    case "tonight":
    case "night":
      return { ...span, kind: "night", value: day(0) };
    case "nightBefore":
    case "yesterday":
      return { ...span, kind: "day", value: day(-1) };
    case "daysAgo":
      return { ...span, kind: "day", value: day(-(daysIn(context, hit) ?? 2)) };
    case "tomorrow":
      return { ...span, kind: "day", value: day(1) };
    case "pastDays":
      return isOfMonth(context, hit) ? null : window(daysIn(context, hit));
    case "pastWeek":
      return window(7);
    case "weekend":
      return { ...span, kind: "window", value: weekend(today), isWeekend: true };
    case "wholeWeekend":
      return { ...span, kind: "window", value: weekend(today), days: 2 };
    case "pastFortnight":
      return window(14);
    case "pastMonth":
      return window(30);
    case "pastYear":
      return window(365);
    case "thisMonth":
      return { ...span, kind: "since", value: today && `${today.onDay(1).toString()}/${today.toString()}` };
    case "earlierThisMonth":
      return { ...span, kind: "month", value: today?.yearMonth ?? null };
    case "thisYear":
      return { ...span, kind: "since", value: today && `${today.year}-01-01/${today.toString()}` };
    case "christmasEve":
    case "christmasDay":
    case "newYearsEve":
    case "newYearsDay":
      return { ...span, kind: "day", value: holiday(hit.id, today) };
    case "previousMonth":
      return { ...span, kind: "month", value: monthBefore(today) };
    case "lastYear":
      return { ...span, kind: "year", value: today === null ? null : String(today.year - 1) };
    default:
      return null;
  }
}

/** "In May they exchanged 1,000 each over three days": days of a month that is named, and not the last ones. */
function isOfMonth({ document, sentence }: DateContext, cue: Hit): boolean {
  return (
    sentence.hits.of.month.some((month) => !isDatelineMonth(document, sentence, month.from)) &&
    !sentence.hits.of.lastOf.some((hit) => hit.from >= cue.from && hit.to <= cue.to)
  );
}

/** ISO 8601. */
function monthBefore(today: CalendarDay | null): string | null {
  return today?.minus(today.day).yearMonth ?? null;
}

const holidays: Readonly<Record<string, { readonly month: number; readonly day: number }>> = {
  christmasEve: { month: 12, day: 24 },
  christmasDay: { month: 12, day: 25 },
  newYearsEve: { month: 12, day: 31 },
  newYearsDay: { month: 1, day: 1 },
};

const saturday = 6;

/** The Saturday and the Sunday that the day belongs to, else the last ones. */
function weekend(today: CalendarDay | null): string | null {
  if (today === null) return null;
  const start = today.minus((today.dayOfWeek + 7 - saturday) % 7);
  return `${start.toString()}/${start.plus(1).toString()}`;
}

const holidayAheadDays = 10;

/** The latest such day, or one a little ahead. */
function holiday(id: string, today: CalendarDay | null): string | null {
  const parts = holidays[id];
  if (parts === undefined || today === null) return null;
  const near = today.plus(holidayAheadDays);
  const date = CalendarDay.of({ year: near.year, ...parts });
  if (date === null) return null;
  return (date.daysUntil(near) < 0 ? date.inYear(date.year - 1) : date).toString();
}

const digits = /^\d{1,2}$/u;

/** Null: "the past few days". */
function daysIn(context: DateContext, hit: Hit): number | null {
  for (let at = hit.from; at < hit.to; at++) {
    const word = context.document.tokens[at]?.norm ?? "";
    if (word === "48") return 2;
    if (word === "72") return 3;
    const value =
      cardinalOf(context.document.language.numerals, word) ?? (digits.test(word) ? Number(word) : 0);
    if (value > 0) return value;
  }
  return null;
}

/** "…, a day before the summit": the time of something else; at the head of a sentence it is that of what follows. */
function isBeforeEvent({ document, sentence }: DateContext, hit: Hit): boolean {
  if (document.language.freeOrder || hit.to - hit.from < 2 || hit.to >= sentence.to) return false;
  if (hit.from - sentence.from <= 1) return false;
  if (document.tokens[hit.to]?.kind !== "word") return false;
  return (
    sentence.hits.of.relative.some((other) => other.from === hit.to - 1) ||
    // "On Monday, a day after …": the day is told already; "the day after both released 390" tells when those were.
    (sentence.hits.of.aftermath.some((other) => other.to === hit.to) &&
      sentence.hits.of.weekday.some((day) => day.to <= hit.from))
  );
}

/** "On Monday": the last one, or the next where the sentence tells of plans. */
export function weekdayMention(context: DateContext, hit: Hit): DateMention {
  const span = { from: hit.from, to: hit.to, kind: "day" as const };
  const { today } = context;
  if (today === null) return { ...span, value: null };
  const wanted = Number(hit.id);
  const back = (today.dayOfWeek - wanted + 7) % 7;
  const isPromised = context.isPlanned && (saysAhead(context, hit) || isOfStageAhead(context, hit));
  const isAhead = isPromised || beginsTruce(context, hit);
  if (isAhead) return { ...span, value: today.plus((wanted - today.dayOfWeek + 7) % 7).toString() };
  return { ...span, value: today.minus(back).toString() };
}

/** "Agreed to a truce starting on Wednesday", "signed a truce from Sunday": the day on which it is to begin. */
function beginsTruce({ sentence }: DateContext, hit: Hit): boolean {
  const { truceFrom, ceasefire, agreesTo } = sentence.hits.of;
  const starts = truceFrom.some((from) => from.from < hit.from && from.to >= hit.from && from.to <= hit.to);
  return (
    starts &&
    ceasefire.some((truce) => truce.to <= hit.from) &&
    agreesTo.some((agrees) => agrees.to <= hit.from)
  );
}

const aheadReach = 8;
const farAheadReach = 22;

/** A weekday after a word of plans is ahead ("will be released on Monday"); before it, it dates the telling. */
function saysAhead({ document, sentence }: DateContext, hit: Hit): boolean {
  const { planned, talks, clause, act } = sentence.hits.of;
  // "Will hold talks in the city of Lviv with the presidents of both countries on Thursday".
  const isOfTalks = (from: number): boolean =>
    talks.some((topic) => topic.from >= from && topic.to <= hit.from) &&
    !clause.some((cue) => cue.from >= from && cue.to <= hit.from) &&
    !act.some((verb) => verb.id !== "hold" && verb.from >= from && verb.to <= hit.from);
  return planned.some(
    (other) =>
      other.from < hit.from &&
      // "Had promised on Tuesday".
      document.tokens[other.from - 1]?.norm !== document.language.plurals?.pastPerfect &&
      (hit.from - other.to <= aheadReach || (hit.from - other.to <= farAheadReach && isOfTalks(other.to))) &&
      !sentence.hits.of.says.some((says) => says.from > other.from && says.from < hit.from),
  );
}

const possessive = /^\p{L}+['’]s/u;
const stageReach = 3;

/** "Saturday's stage should bring back 300": whose day it is, before a word of plans. */
function isOfStageAhead({ document, sentence }: DateContext, { from, to }: Hit): boolean {
  const token = document.tokens[from];
  if (token === undefined || !possessive.test(document.whole.slice(token.start, token.end + 2))) return false;
  return sentence.hits.of.planned.some((plan) => plan.from >= to && plan.from - to <= stageReach);
}
