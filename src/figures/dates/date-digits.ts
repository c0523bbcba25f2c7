import type { CalendarDay } from "./calendar-day.ts";
import type { DateMention } from "./date-mention.ts";
import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hasAny, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const clauseLinks = anyOf("and", "in", "by", "clause");
const inOrSinceOrFrom = anyOf("in", "since", "from");

const yearDigits = 4;
const yearMin = 2000;
const yearMax = 2099;
const superlativeReach = 3;

/** "On the 11th": the last such day before publication. Null: the number is no day of a month, or the day of publication is not known. */
export function ordinalDay(
  document: Document,
  sentence: Sentence,
  at: number,
  today: CalendarDay | null,
): DateMention | null {
  if (!sentence.hits.has.ordinalEnd) return null;
  const { tokens, language } = document;
  const end = sentence.hits.of.ordinalEnd.find((hit) => hit.from === at + 1);
  const day = Number(tokens[at]?.norm);
  if (end === undefined || today === null || tokens[end.from]?.glued !== true || !(day >= 1 && day <= 31))
    return null;
  const isPlaced =
    itemAt(tokens, at - 1)?.norm === language.plurals?.definite &&
    sentence.hits.of.in.some((cue) => cue.to === at - 1);
  if (!language.freeOrder && !isPlaced) return null;
  // "On the 16th anniversary": of something that follows.
  const next = end.to < sentence.to ? tokens[end.to] : undefined;
  const isFree =
    next?.kind !== "word" ||
    language.numerals.articles.includes(next.norm) ||
    hitsOfAny(sentence, clauseLinks).some((cue) => cue.from === end.to);
  if (!isFree) return null;
  const month = day <= today.day ? today : today.minus(today.day);
  return { from: at, to: end.to, kind: "day", value: month.onDay(day).toString() };
}

const year = /^(?:19|20)\d\d$/u;

/** "Between 2008 and 2011", "from 2014 to 2016". Null: no stretch of years begins there. */
export function yearRange(document: Document, sentence: Sentence, at: number): DateMention | null {
  if (document.language.freeOrder || !sentence.hits.has.rangeTo) return null;
  const first = document.tokens[at]?.norm ?? "";
  const last = document.tokens[at + 2]?.norm ?? "";
  if (!year.test(first) || !year.test(last) || first >= last) return null;
  const isStretch =
    sentence.hits.of.between.some((hit) => hit.to === at) &&
    sentence.hits.of.rangeTo.some((hit) => hit.from === at + 1);
  return isStretch ? { from: at, to: at + 3, kind: "year", value: `${first}/${last}` } : null;
}

/** "In 2024", "2024 року": a year that stands alone; null: it is none. */
export function bareYear(document: Document, sentence: Sentence, at: number): string | null {
  const token = document.tokens[at];
  if (token?.kind !== "number" || token.norm.length !== yearDigits || !/^20\d\d$/.test(token.norm))
    return null;
  const year = Number(token.norm);
  if (year < yearMin || year > yearMax) return null;
  const before = hitsOfAny(sentence, inOrSinceOrFrom).some((hit) => hit.to === at);
  const after = document.tokens[at + 1];
  const hasEnding = after?.norm === "-" && after.glued;
  const hasYearWord = sentence.hits.of.duration.some((hit) => hit.from === at + 1);
  // "2025 was the deadliest year".
  const isSubject =
    at + 1 < sentence.to &&
    !document.language.freeOrder &&
    sentence.hits.of.superlative.some((hit) => hit.from > at && hit.from - at <= superlativeReach);
  return before || hasEnding || hasYearWord || isSubject ? token.norm : null;
}

const halves = [
  { concept: "firstHalf", start: "01", end: "06" },
  { concept: "secondHalf", start: "07", end: "12" },
] as const;

const firstOrSecondHalf = anyOf("firstHalf", "secondHalf");

/** "In the first half of 2024": its months, up to the day of publication. Null: no half of a year is told there. */
export function halfYear(
  document: Document,
  sentence: Sentence,
  at: number,
  today: CalendarDay | null,
): DateMention | null {
  if (!hasAny(sentence, firstOrSecondHalf)) return null;
  const year = document.tokens[at]?.norm ?? "";
  if (!/^20\d\d$/u.test(year)) return null;
  for (const { concept, start, end } of halves) {
    const hit = hitsOf(sentence, concept).find((one) => one.to === at);
    if (hit === undefined) continue;
    const isOver = today === null || today.toString() > `${year}-${end}-31`;
    const until = isOver ? `${year}-${end}` : today.toString();
    return { from: hit.from, to: at + 1, kind: "year", value: `${year}-${start}/${until}` };
  }
  return null;
}

/** "З 00:00 18.11 по 00:00 19.11": the midnight that a day ends with. */
export function isMidnightAfter(document: Document, sentence: Sentence, at: number): boolean {
  const clock = itemAt(document.tokens, at - 1)?.norm ?? "";
  return /^0?0:00$/.test(clock) && sentence.hits.of.rangeTo.some((hit) => hit.to === at - 1);
}

/** "11.50 до 12.10 мск". */
export function isRangeAt(document: Document, sentence: Sentence, at: number): boolean {
  const norm = document.tokens[at]?.norm ?? "";
  return norm === "–" || norm === "-" || sentence.hits.of.rangeTo.some((hit) => hit.from === at);
}

const shortestClock = "2:30".length;
const longestClock = "12:30".length;

/** "02:30", "15.00 мск", "6 утра": a clock time tells the day of publication. */
export function isClock({ tokens, language }: Document, at: number): boolean {
  const norm = tokens[at]?.norm ?? "";
  if (norm.length > longestClock) return false;
  const next = tokens[at + 1]?.norm ?? "";
  // "Около 2 часов ночи".
  const after = language.calendar.hourUnits.includes(next) ? (tokens[at + 2]?.norm ?? "") : next;
  if (norm.length < shortestClock) return language.calendar.hourWords.includes(after) && isWholeHour(norm);
  if (/^\d{1,2}:\d{2}$/.test(norm)) return true;
  if (!dottedClock.test(norm)) return false;
  return (
    language.calendar.clockWords.includes(after) ||
    // "С 16.50 до 17.25": a day of no month is a time, and so is the other end.
    [itemAt(tokens, at - 2), tokens[at + 2]].some(
      (end) => dottedClock.test(end?.norm ?? "") && isNoDay(`${norm}/${end?.norm ?? ""}`),
    )
  );
}

const dottedClock = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/u;
const hoursOfDay = 24;

function isWholeHour(norm: string): boolean {
  return /^\d{1,2}$/u.test(norm) && Number(norm) <= hoursOfDay;
}

/** Whether of two numbers with a dot one has no month after it. */
function isNoDay(both: string): boolean {
  return both.split("/").some((norm) => Number(norm.split(".")[1]) > 12);
}

/** "За підсумками 05 12 23": a day in three numbers of two digits, as "05.12.23"; null: none begins there. */
export function spacedDay(document: Document, sentence: Sentence, at: number): string | null {
  if (at + 1 < sentence.to && document.tokens[at + 1]?.kind !== "number") return null;
  if (!/^[0-3]\d(?:\.|$)/u.test(document.tokens[at]?.norm ?? "")) return null;
  const norms = document.tokens.slice(at, Math.min(at + 3, sentence.to)).map((token) => token.norm);
  const isCut =
    itemAt(document.tokens, at - 1)?.kind === "number" || document.tokens[at + 3]?.kind === "number";
  return !isCut && /^[0-3]\d\.[01]\d\.[12]\d$/u.test(norms.join(".")) ? norms.join(".") : null;
}
