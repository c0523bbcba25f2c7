/** Days and months written out: "24 May 2025", "24 травня", "24.05.2025". */

import { CalendarDay } from "./calendar-day.ts";
import type { DateContext, DateMention } from "./date-mention.ts";
import { dayNumber } from "./date-mention.ts";
import { outbreakDay } from "./outbreak-day.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const inOrSinceOrFrom = anyOf("in", "since", "from");

/** "May 24", "24 May 2025", "24 травня", "April 2022". */
export function monthMention(context: DateContext, hit: Hit): DateMention | null {
  const { tokens } = context.document;
  const month = Number(hit.id);
  const before = itemAt(tokens, hit.from - 1);
  const after = tokens[hit.to]?.norm === "." ? tokens[hit.to + 1] : tokens[hit.to];
  const dayBefore = hit.from - 1 >= context.sentence.from ? dayNumber(before) : null;
  const dayAfter = dayBefore === null && !isCountAfterMonth(context.sentence, hit) ? dayNumber(after) : null;
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
      // "Mid-March".
      context.document.tokens[hit.from]?.norm.includes("-") !== true &&
      context.document.language.tag === "en"
    )
      return null;
    if (year === null && isShortName(context, hit)) return null;
    const known = year ?? latestYear(context.today, month);
    return { from, to, kind: "month", value: known === null ? null : `${known}-${pad(month)}` };
  }
  const told =
    (year === null ? outbreakDay(context, { day, month }) : null) ??
    dayOf({ day, month, year }, context.today, context.isPlanned);
  const value = told?.toString() ?? null;
  const last = dayBefore === null ? lastDay(context, to) : null;
  if (last === null || value === null || last.day <= day) return { from, to, kind: "day", value };
  const end = CalendarDay.from(value).onDay(last.day).toString();
  return { from, to: last.to, kind: "window", value: `${value}/${end}` };
}

/** "In June 20 soldiers died": a word of a whole month before it, and what is counted right after the number. */
export function isCountAfterMonth(sentence: Sentence, month: Hit): boolean {
  if (!sentence.hits.of.inMonth.some((cue) => cue.to === month.from)) return false;
  const at = month.to + 1;
  const owner = sentence.hits.of.party.find((hit) => hit.from === at);
  return sentence.hits.of.thing.some((hit) => hit.from === at || hit.from === owner?.to);
}

const shortName = 3;

/** "Strikes Could Mar Christmas": three letters without a day or a year name a month only after a word of when; "лист", "січ" never do. */
function isShortName({ document, sentence }: DateContext, hit: Hit): boolean {
  const name = document.tokens[hit.from]?.norm ?? "";
  if (document.language.freeOrder) return document.language.abbreviations.includes(name);
  if (name.length > shortName) return false;
  return !hitsOfAny(sentence, inOrSinceOrFrom).some((cue) => cue.to === hit.from);
}

/** "May 23 to 25", "May 23–25": the last day of a window that begins before token `at`. */
function lastDay(context: DateContext, at: number): { readonly day: number; readonly to: number } | null {
  const joint = context.document.tokens[at]?.norm ?? "";
  const isJoint =
    joint === "–" || joint === "-" || context.sentence.hits.of.rangeTo.some((hit) => hit.from === at);
  const day = at + 1 < context.sentence.to ? dayNumber(context.document.tokens[at + 1]) : null;
  const isCount = context.sentence.hits.of.thing.some((hit) => hit.from === at + 2);
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

/** "24.05.2025", "28.09.23", and "24.05" where the day of publication is known. */
export function numericDate(norm: string, today: CalendarDay | null): string | null {
  if (!norm.includes(".")) return null;
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

function pad(month: number): string {
  return String(month).padStart(2, "0");
}
