/** All times that a sentence states. */

import { CalendarDay } from "./calendar-day.ts";
import { countedStretch, stretchUnits } from "./counted-stretch.ts";
import {
  bareYear,
  halfYear,
  ordinalDay,
  yearRange,
  isClock,
  isMidnightAfter,
  isRangeAt,
  spacedDay,
} from "./date-digits.ts";
import type { DateContext, DateMention } from "./date-mention.ts";
import { inOneShape } from "./date-mention.ts";
import { withoutDateline } from "./dateline-day.ts";
import { joinSpans } from "./date-spans.ts";
import { cueMention, dayCues, weekdayMention } from "./told-days.ts";
import { monthMention, numericDate } from "./written-days.ts";
import { warLength, wordsOfLength } from "./war-lengths.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

/** A sentence without any of them tells a time in digits, or none. */
const timeWords = anyOf(...dayCues, ...stretchUnits, ...wordsOfLength, "month", "weekday");

/** All times stated in a sentence. `today`: the day of publication in the place's own time; null: unknown. */
export function readDates(document: Document, sentence: Sentence, today: CalendarDay | null): DateMention[] {
  const mentions: DateMention[] = [];
  const context: DateContext = { document, sentence, today, isPlanned: sentence.hits.has.planned };
  for (const hit of hitsOfAny(sentence, timeWords)) {
    const mention = mentionOf(context, hit);
    if (mention !== null && !isTaken(mentions, mention)) mentions.push(mention);
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
    const ordinal = ordinalDay(document, sentence, at, today);
    if (ordinal !== null) mentions.push(ordinal);
    const half = halfYear(document, sentence, at, today) ?? yearRange(document, sentence, at);
    if (half !== null) mentions.push(half);
    const year = half === null ? bareYear(document, sentence, at) : null;
    if (year !== null && !isTaken(mentions, { from: at, to: at + 1 }))
      mentions.push({ from: at, to: at + 1, kind: "year", value: year });
  }
  if (mentions.length === 0) return mentions;
  const own = withoutDateline(document, sentence, mentions).filter(
    (mention) =>
      !isTimeOfDay(sentence, mention, mentions) &&
      !isNightOf(mention, mentions) &&
      !isNamedTwice(document, sentence, mention, mentions),
  );
  if (own.length > 1) own.sort((a, b) => a.from - b.from);
  return joinSpans(document, sentence, own, today).map(inOneShape);
}

/** Whether a time that is known already holds some of the tokens. */
function isTaken(mentions: readonly DateMention[], { from, to }: Pick<DateMention, "from" | "to">): boolean {
  return mentions.some((other) => other.from < to && from < other.to);
}

/** "On Thursday, September 11": the day written out says which Thursday is meant. */
function isNamedTwice(
  document: Document,
  sentence: Sentence,
  mention: DateMention,
  mentions: readonly DateMention[],
): boolean {
  if (!sentence.hits.of.weekday.some((hit) => hit.from === mention.from)) return false;
  return mentions.some(
    (other) =>
      other.kind === "day" &&
      other.value !== null &&
      other.from >= mention.to &&
      other.from - mention.to <= 1 &&
      (other.from === mention.to || document.tokens[mention.to]?.norm === ",") &&
      !sentence.hits.of.weekday.some((hit) => hit.from === other.from),
  );
}

const timeOfDayReach = 1;

/** "On the morning of December 30", "днем 30 декабря": the word says when in that day, not that it is today. */
function isTimeOfDay(sentence: Sentence, mention: DateMention, mentions: readonly DateMention[]): boolean {
  if (!sentence.hits.of.today.some((hit) => hit.from === mention.from)) return false;
  return mentions.some(
    (other) =>
      other !== mention &&
      other.kind === "day" &&
      (other.from >= mention.to ? other.from - mention.to : mention.from - other.to) <= timeOfDayReach,
  );
}

const nightReach = 1;

/** "В ночь на понедельник", "у ніч проти 3 грудня": the day right after the word says which night it is. */
function isNightOf(mention: DateMention, mentions: readonly DateMention[]): boolean {
  return (
    mention.kind === "night" &&
    mentions.some(
      (other) =>
        other.kind === "day" &&
        other.value !== null &&
        other.from >= mention.to &&
        other.from - mention.to <= nightReach,
    )
  );
}

function mentionOf(context: DateContext, hit: Hit): DateMention | null {
  if (hit.family === "month") return monthMention(context, hit);
  if (hit.family === "weekday") return weekdayMention(context, hit);
  return cueMention(context, hit) ?? countedStretch(context, hit) ?? warLength(context, hit);
}

function dayBefore(day: string): string {
  return CalendarDay.from(day).minus(1).toString();
}
