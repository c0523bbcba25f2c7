import type { Document, Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";
import type { DateMention } from "./date-mention.ts";
import { dayNumber } from "./date-mention.ts";
import { joinSpans } from "./date-spans.ts";
import { bareYear, isClock, isMidnightAfter, isRangeAt, spacedDay } from "./date-digits.ts";
import type { Hit } from "../text/lexer.ts";
import { hitsOf, hitsOfAny, hitsOfFamily } from "../text/sentence-hits.ts";
import { CalendarDay } from "./calendar-day.ts";

/** All times stated in a sentence. `today`: the day of publication in the place's own time; null: unknown. */
export function readDates(document: Document, sentence: Sentence, today: CalendarDay | null): DateMention[] {
  const mentions: DateMention[] = [];
  const isPlanned = hasConcept(sentence, "planned");
  for (const hit of sentence.hits) {
    const mention = mentionOf({ document, sentence, today, isPlanned }, hit);
    if (mention !== null && !mentions.some((other) => other.from < mention.to && mention.from < other.to))
      mentions.push(mention);
  }
  for (let at = sentence.from; at < sentence.to; at++) {
    if (document.tokens[at]?.kind !== "number") continue;
    const isHour =
      isClock(document, at) || (isClock(document, at + 2) && isRangeAt(document, sentence, at + 1));
    const spaced = spacedDay(document, sentence, at);
    const day = isHour ? null : numericDate(spaced ?? document.tokens[at]?.norm ?? "", today);
    if (day !== null) {
      const value = isMidnightAfter(document, sentence, at) ? dayBefore(day) : day;
      mentions.push({ from: at, to: spaced === null ? at + 1 : at + 3, kind: "day", value });
    }
    if (isClock(document, at))
      mentions.push({ from: at, to: at + 1, kind: "night", value: today?.toString() ?? null });
    const year = bareYear(document, sentence, at);
    if (year !== null && !mentions.some((other) => other.from <= at && other.to > at))
      mentions.push({ from: at, to: at + 1, kind: "year", value: year });
  }
  return joinSpans(
    document,
    sentence,
    mentions
      .filter(
        (mention) =>
          !isTimeOfDay(sentence, mention, mentions) && !isNamedTwice(document, sentence, mention, mentions),
      )
      .toSorted((a, b) => a.from - b.from),
    today,
  );
}

/** "On Thursday, September 11": the day written out says which Thursday is meant. */
function isNamedTwice(
  document: Document,
  sentence: Sentence,
  mention: DateMention,
  mentions: readonly DateMention[],
): boolean {
  if (!hitsOfFamily(sentence, "weekday").some((hit) => hit.from === mention.from)) return false;
  return mentions.some(
    (other) =>
      other.kind === "day" &&
      other.value !== null &&
      other.from >= mention.to &&
      other.from - mention.to <= 1 &&
      (other.from === mention.to || document.tokens[mention.to]?.norm === ",") &&
      !hitsOfFamily(sentence, "weekday").some((hit) => hit.from === other.from),
  );
}

const timeOfDayReach = 1;

/** "On the morning of December 30", "днем 30 декабря": the word says when in that day, not that it is today. */
function isTimeOfDay(sentence: Sentence, mention: DateMention, mentions: readonly DateMention[]): boolean {
  if (!hitsOf(sentence, "today").some((hit) => hit.from === mention.from)) return false;
  return mentions.some(
    (other) =>
      other !== mention &&
      other.kind === "day" &&
      (other.from >= mention.to ? other.from - mention.to : mention.from - other.to) <= timeOfDayReach,
  );
}

interface Context {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly today: CalendarDay | null;
  readonly isPlanned: boolean;
}

function mentionOf(context: Context, hit: Hit): DateMention | null {
  if (hit.id === "yesterday" && isBeforeEvent(context, hit)) return null;
  if (hit.family === "month") return monthMention(context, hit);
  if (hit.family === "weekday") return weekdayMention(context, hit);
  if (hit.family !== "cue") return null;
  const { today } = context;
  const span = { from: hit.from, to: hit.to };
  const day = (offset: number): string | null => today?.plus(offset).toString() ?? null;
  const window = (days: number): string | null =>
    today === null ? null : `${today.minus(days).toString()}/${today.toString()}`;
  const lastDays = (days: number | null): string | null => (days === null ? null : window(days - 1));
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
      return { ...span, kind: "window", value: lastDays(daysIn(context, hit)) };
    case "pastWeek":
      return { ...span, kind: "window", value: window(6) };
    case "weekend":
      return { ...span, kind: "window", value: weekend(today), isWeekend: true };
    case "pastFortnight":
      return { ...span, kind: "window", value: window(13) };
    case "pastMonth":
      return { ...span, kind: "window", value: window(29) };
    case "pastYear":
      return { ...span, kind: "window", value: window(364) };
    case "thisMonth":
      return { ...span, kind: "since", value: today && `${today.onDay(1).toString()}/${today.toString()}` };
    case "thisYear":
      return { ...span, kind: "since", value: today && `${today.year}-01-01/${today.toString()}` };
    case "christmasEve":
    case "christmasDay":
    case "newYearsEve":
    case "newYearsDay":
      return { ...span, kind: "day", value: holiday(hit.id, today) };
    case "lastYear":
      return { ...span, kind: "year", value: today === null ? null : String(today.year - 1) };
    default:
      return null;
  }
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

/** Null: "the past few days". */
function daysIn(context: Context, hit: Hit): number | null {
  for (let at = hit.from; at < hit.to; at++) {
    const word = context.document.tokens[at]?.norm ?? "";
    if (word === "48") return 2;
    if (word === "72") return 3;
    const value = context.document.language.numerals.cardinals[word];
    if (value !== undefined) return value;
  }
  return null;
}

/** "May 24", "24 May 2025", "24 травня", "April 2022". */
function monthMention(context: Context, hit: Hit): DateMention | null {
  const { tokens } = context.document;
  const month = Number(hit.id);
  const before = tokens[hit.from - 1];
  const after = tokens[hit.to]?.norm === "." ? tokens[hit.to + 1] : tokens[hit.to];
  const dayBefore = hit.from - 1 >= context.sentence.from ? dayNumber(before) : null;
  const dayAfter = dayBefore === null ? dayNumber(after) : null;
  const day = dayBefore ?? dayAfter;
  const from = dayBefore === null ? hit.from : hit.from - 1;
  let to = dayAfter === null ? hit.to : tokens.indexOf(after ?? tokens[0]!, hit.to) + 1;
  const yearAt = tokens[to]?.norm === "," ? to + 1 : to;
  const yearToken = tokens[yearAt];
  const year =
    yearToken?.kind === "number" && /^20\d\d$/.test(yearToken.norm) ? Number(yearToken.norm) : null;
  if (year !== null) to = yearAt + 1;
  if (day === null) {
    if (
      year === null &&
      !context.document.tokens[hit.from]?.capital &&
      context.document.language.tag === "en"
    )
      return null;
    if (year === null && isShortName(context, hit)) return null;
    const known = year ?? latestYear(context.today, month);
    return { from, to, kind: "month", value: known === null ? null : `${known}-${pad(month)}` };
  }
  const value = dayOf({ day, month, year }, context.today, context.isPlanned)?.toString() ?? null;
  const last = dayBefore === null ? lastDay(context, to) : null;
  if (last === null || value === null || last.day <= day) return { from, to, kind: "day", value };
  const end = CalendarDay.from(value).onDay(last.day).toString();
  return { from, to: last.to, kind: "window", value: `${value}/${end}` };
}

/** "…, a day before the summit": the time of something else; at the head of a sentence it is that of what follows. */
function isBeforeEvent({ document, sentence }: Context, hit: Hit): boolean {
  if (document.language.freeOrder || hit.to - hit.from < 2 || hit.to >= sentence.to) return false;
  if (hit.from - sentence.from <= 1) return false;
  if (document.tokens[hit.to]?.kind !== "word") return false;
  return hitsOf(sentence, "relative").some((other) => other.from === hit.to - 1);
}

const shortName = 3;

/** "Strikes Could Mar Christmas": three letters without a day or a year name a month only after a word of when. */
function isShortName({ document, sentence }: Context, hit: Hit): boolean {
  if (document.language.freeOrder || (document.tokens[hit.from]?.norm.length ?? 0) > shortName) return false;
  return !hitsOfAny(sentence, ["in", "since", "from"]).some((cue) => cue.to === hit.from);
}

/** "May 23 to 25", "May 23–25": the last day of a window that begins before token `at`. */
function lastDay(context: Context, at: number): { readonly day: number; readonly to: number } | null {
  const joint = context.document.tokens[at]?.norm ?? "";
  const isJoint =
    joint === "–" || joint === "-" || hitsOf(context.sentence, "rangeTo").some((hit) => hit.from === at);
  const day = at + 1 < context.sentence.to ? dayNumber(context.document.tokens[at + 1]) : null;
  const isCount = hitsOfFamily(context.sentence, "thing").some((hit) => hit.from === at + 2);
  return isJoint && day !== null && !isCount ? { day, to: at + 2 } : null;
}

function latestYear(today: CalendarDay | null, month: number): number | null {
  if (today === null) return null;
  return month <= today.month ? today.year : today.year - 1;
}

interface DayParts {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

const aheadLimitDays = 100;
/** Where nothing is planned: "killed on March 1", told in December, is past. */
const unplannedAheadDays = 31;

/** Without a year: the latest past one, unless the day lies a little ahead. */
function dayOf(parts: DayParts, today: CalendarDay | null, isPlanned: boolean): CalendarDay | null {
  const year = parts.year ?? today?.year ?? null;
  if (year === null) return null;
  const date = CalendarDay.of({ ...parts, year });
  if (date === null || parts.year !== null || today === null) return date;
  if (today.daysUntil(date) > aheadLimitDays) return date.inYear(date.year - 1);
  const limit = isPlanned ? aheadLimitDays : unplannedAheadDays;
  return date.daysUntil(today) > 365 - limit ? date.inYear(date.year + 1) : date;
}

function weekdayMention(context: Context, hit: Hit): DateMention {
  const span = { from: hit.from, to: hit.to, kind: "day" as const };
  const { today } = context;
  if (today === null) return { ...span, value: null };
  const wanted = Number(hit.id);
  const back = (today.dayOfWeek - wanted + 7) % 7;
  const isAhead = context.isPlanned && saysAhead(context.sentence, hit);
  if (isAhead) return { ...span, value: today.plus((wanted - today.dayOfWeek + 7) % 7).toString() };
  return { ...span, value: today.minus(back).toString() };
}

/** A weekday after a word of plans is ahead ("will be released on Monday"); before it, it dates the telling. */
function saysAhead(sentence: Sentence, hit: Hit): boolean {
  return hitsOf(sentence, "planned").some(
    (other) =>
      other.from < hit.from &&
      hit.from - other.to <= 8 &&
      !hitsOf(sentence, "says").some((says) => says.from > other.from && says.from < hit.from),
  );
}

/** "24.05.2025", "28.09.23", and "24.05" where the day of publication is known. */
function numericDate(norm: string, today: CalendarDay | null): string | null {
  const match = /^(\d{1,2})\.(\d{2})(?:\.(\d{4}|\d{2}))?$/.exec(norm);
  if (match === null) return null;
  const [, day, month, year] = match;
  if (
    year === undefined &&
    (today === null || day?.length !== 2 || Number(month) === 0 || Number(month) > 12)
  )
    return null;
  const full = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  return dayOf({ day: Number(day), month: Number(month), year: full }, today, true)?.toString() ?? null;
}

function dayBefore(day: string): string {
  return CalendarDay.from(day).minus(1).toString();
}

function pad(month: number): string {
  return String(month).padStart(2, "0");
}
