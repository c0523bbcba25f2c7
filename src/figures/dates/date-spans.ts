import { cardinalOf } from "../numbers/numerals.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { DateMention } from "./date-mention.ts";
import { dayNumber } from "./date-mention.ts";
import { CalendarDay } from "./calendar-day.ts";
import { sinceOf } from "./since-spans.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const betweenOrFrom = anyOf("between", "from");
const betweenOrFromOrSince = anyOf("between", "from", "since");
const nightOrPastDay = anyOf("night", "nightOf", "pastDay");
const rangeToOrByOrIn = anyOf("rangeTo", "by", "in");

/** "from 21 to 27 October", "May 23–25", "с 27 января по 3 февраля": two days make a window; "since May 13" runs to the end. */
export function joinSpans(
  document: Document,
  sentence: Sentence,
  mentions: readonly DateMention[],
  today: CalendarDay | null,
): DateMention[] {
  if (mentions.length === 0) return [];
  const joined: DateMention[] = [];
  /** The last mention as it was read: a "since" without the day of publication keeps no day of its own. */
  let last: DateMention | null = null;
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const before = last;
    last = mention;
    const upTo = stretchUpTo(document, sentence, mention);
    if (upTo !== null) {
      if (previous !== undefined && previous.to > upTo.from) joined.pop();
      joined.push(upTo);
      continue;
    }
    if (
      previous !== undefined &&
      (previous.kind === "day" || previous.kind === "since") &&
      mention.kind === "day" &&
      isRangeGap(document, sentence, previous, mention)
    ) {
      const start = previous.value?.split("/")[0] ?? before?.value ?? null;
      joined[joined.length - 1] = {
        from: previous.from,
        to: mention.to,
        kind: "window",
        value: start === null || mention.value === null ? null : `${start}/${mention.value}`,
      };
      continue;
    }
    joined.push(
      withFirstDay(document, sentence, mention) ??
        withLastDay(document, sentence, mention) ??
        sinceOf(document, sentence, mention, today),
    );
  }
  return joined.map((mention) => nightsMorning(sentence, mention));
}

const weekDays = 7;

/** "In the week to Sunday", "the five days ending June 4": a stretch told by its last day. Null: the day ends none. */
function stretchUpTo(document: Document, sentence: Sentence, mention: DateMention): DateMention | null {
  if (mention.kind !== "day" || mention.value === null) return null;
  const cue = sentence.hits.of.stretchTo.find((hit) => hit.to === mention.from);
  if (cue === undefined) return null;
  const count = itemAt(document.tokens, cue.from - 1);
  const days = dayNumber(count) ?? cardinalOf(document.language.numerals, count?.norm ?? "") ?? weekDays;
  const start = CalendarDay.from(mention.value)
    .minus(days - 1)
    .toString();
  return { from: cue.from, to: mention.to, kind: "window", value: `${start}/${mention.value}`, days };
}

const nightReach = 3;

/** "In the night from Friday to Saturday", "в ніч з 5 на 6 грудня", "за добу з 5 на 6 грудня": two days around one night are its morning's. */
function nightsMorning(sentence: Sentence, mention: DateMention): DateMention {
  if (mention.kind !== "window") return mention;
  const [start, end] = (mention.value ?? "").split("/");
  if (start === undefined || end === undefined) return mention;
  const isOfNight = hitsOfAny(sentence, nightOrPastDay).some(
    (hit) => hit.to <= mention.from && mention.from - hit.to <= nightReach,
  );
  const isNext = CalendarDay.from(start).plus(1).toString() === end;
  return isOfNight && isNext ? { ...mention, kind: "day", value: end } : mention;
}

/** "On Tuesday and Wednesday": two days that follow one another, told in one breath. */
function isPairOfDays(sentence: Sentence, one: DateMention, two: DateMention): boolean {
  if (one.kind !== "day" || one.value?.length !== 10 || two.value?.length !== 10) return false;
  const isJoined = sentence.hits.of.and.some((hit) => hit.from === one.to && hit.to === two.from);
  return isJoined && CalendarDay.from(one.value).plus(1).toString() === two.value;
}

function isRangeGap(document: Document, sentence: Sentence, one: DateMention, two: DateMention): boolean {
  if (isPairOfDays(sentence, one, two)) return true;
  // "Since the previous night; by Friday": an end before its start ends nothing.
  const start = one.value?.split("/")[0] ?? "";
  if (two.value !== null && start.length === two.value.length && two.value < start) return false;
  if (two.from - one.to > 3 || two.from - one.to < 1) return false;
  const norm = document.tokens[one.to]?.norm ?? "";
  const isDash = two.from - one.to <= 2 && (norm === "–" || norm === "-");
  const hasStart = sentence.hits.some(
    (hit) =>
      (hit.to === one.from && (hit.id === "between" || hit.id === "from" || hit.id === "since")) ||
      (hit.id === "sinceWar" && hit.from < one.to && one.from <= hit.to),
  );
  return (
    isDash ||
    (hasStart &&
      hitsOfAny(sentence, rangeToOrByOrIn).some((hit) => hit.from >= one.to && hit.to === two.from))
  );
}

/** "с 21 по 27 октября": the first day has no month of its own. */
function withFirstDay(document: Document, sentence: Sentence, mention: DateMention): DateMention | null {
  if (mention.kind !== "day") return null;
  const joint = itemAt(document.tokens, mention.from - 1);
  const first = dayNumber(itemAt(document.tokens, mention.from - 2));
  if (first === null || mention.from - 2 < sentence.from) return null;
  const isDash = joint?.norm === "–" || joint?.norm === "-";
  const hasStart = hitsOfAny(sentence, betweenOrFromOrSince).some((hit) => hit.to === mention.from - 2);
  const isPair = isNextDay(sentence, first, mention);
  if (!isDash && !hasStart && !isPair) return null;
  if (mention.value === null)
    return hasStart ? { from: mention.from - 2, to: mention.to, kind: "window", value: null } : null;
  const end = CalendarDay.from(mention.value);
  if (first >= end.day) return null;
  return {
    from: mention.from - 2,
    to: mention.to,
    kind: "window",
    value: `${end.onDay(first).toString()}/${mention.value}`,
  };
}

/** "22 і 23 грудня": two days that follow one another. */
function isNextDay(sentence: Sentence, first: number, { from, value }: DateMention): boolean {
  return (
    value?.length === isoDay &&
    CalendarDay.from(value).day === first + 1 &&
    sentence.hits.of.and.some((hit) => hit.to === from && hit.from === from - 1)
  );
}

const isoDay = "2026-01-01".length;

/** "January 26-30", "between January 26 and 30": the last day has no month of its own. */
function withLastDay(document: Document, sentence: Sentence, mention: DateMention): DateMention | null {
  if (mention.kind !== "day" || !isLastDay(document, sentence, mention.to + 1)) return null;
  const last = dayNumber(document.tokens[mention.to + 1]);
  const span = { from: mention.from, to: mention.to + 2, kind: "window" } as const;
  if (last === null) return null;
  if (mention.value === null) return { ...span, value: null };
  const start = CalendarDay.from(mention.value);
  return last > start.day ? { ...span, value: `${mention.value}/${start.onDay(last).toString()}` } : null;
}

/** Whether the number is the day that ends a stretch which a month and a day begin, where the month comes first. */
export function isLastDay(document: Document, sentence: Sentence, at: number): boolean {
  const { tokens, language } = document;
  if (language.freeOrder || dayNumber(tokens[at]) === null || dayNumber(itemAt(tokens, at - 2)) === null)
    return false;
  const month = sentence.hits.of.month.find((hit) => hit.to === at - 2);
  if (month === undefined) return false;
  const joint = itemAt(tokens, at - 1)?.norm;
  if (joint === "-" || joint === "–") return true;
  // "On August 25 and 26 strikes hit the town".
  const isNextDay = Number(tokens[at]?.norm) === Number(itemAt(tokens, at - 2)?.norm) + 1;
  if (isNextDay && sentence.hits.of.and.some((hit) => hit.from === at - 1)) return true;
  return (
    sentence.hits.of.rangeTo.some((hit) => hit.from === at - 1) &&
    hitsOfAny(sentence, betweenOrFrom).some((hit) => hit.to === month.from)
  );
}
