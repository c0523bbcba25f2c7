/** Days told by another day: "the same night", "two days before", "the next day". */

import { cardinalOf } from "../numbers/numerals.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { CalendarDay } from "./calendar-day.ts";
import type { DateMention } from "./date-mention.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";
import { itemAt } from "../text/item-at.ts";

const daysBeforeOrDaysAfter = anyOf("daysBefore", "daysAfter");
const relativeOrAftermath = anyOf("relative", "aftermath");

/** `dates` of a sentence with those told by the day that was stated last; `stated` is that day, null where none was. */
export function withRelativeDays(
  document: Document,
  sentence: Sentence,
  dates: readonly DateMention[],
  stated: string | null,
): readonly DateMention[] {
  return withDaysAround(document, sentence, withSameDay(sentence, dates, stated), stated);
}

/** "The same day", "that night": the day that was stated last. */
function withSameDay(
  sentence: Sentence,
  dates: readonly DateMention[],
  stated: string | null,
): readonly DateMention[] {
  const word = sentence.hits.of.sameDay[0];
  if (word === undefined || stated === null) return dates;
  // "Тієї ночі та вранці": the morning of the same day.
  const isOfIt = (date: DateMention): boolean =>
    sentence.hits.of.and.some((and) => and.from === word.to && and.to === date.from);
  if (dates.some((date) => date.kind === "day" && !isOfIt(date))) return dates;
  return [
    ...dates.filter((date) => date.kind !== "night" && !isOfIt(date)),
    { from: word.from, to: word.to, kind: "day", value: stated },
  ];
}

/** "Two days before, three were killed", "the next day": so many days from a day told before, in the sentence or in an earlier one. */
function withDaysAround(
  document: Document,
  sentence: Sentence,
  dates: readonly DateMention[],
  stated: string | null,
): readonly DateMention[] {
  const words = hitsOfAny(sentence, daysBeforeOrDaysAfter).filter((hit) =>
    isOfDayTold(document, sentence, hit),
  );
  if (words.length === 0) return dates;
  let around = dates;
  for (const word of words) {
    const told = lastOf(
      around,
      (date) => date.kind === "day" && date.to <= word.from && date.isPastDay !== true,
    );
    const base = told?.value ?? stated;
    if (base?.length !== 10) continue;
    // "Was evacuated on Tuesday after an attack the night before": the night that Tuesday begins with.
    const isItsNight =
      told !== undefined && sentence.hits.of.nightBefore.some((hit) => hit.from === word.from);
    const days = isItsNight ? 0 : (word.id === "daysBefore" ? -1 : 1) * countIn(document, word);
    around = [
      ...around.filter((date) => date.to <= word.from || date.from >= word.to),
      {
        from: word.from,
        to: word.to,
        ...timeAround(CalendarDay.from(base), days, isStretch(document, sentence, word)),
      },
    ].toSorted((a, b) => a.from - b.from);
  }
  return around;
}

/** The day so many days from another, or the stretch of them beside it. */
function timeAround(
  base: CalendarDay,
  days: number,
  isWhole: boolean,
): Pick<DateMention, "kind" | "value" | "days"> {
  const end = base.plus(days).toString();
  if (!isWhole || Math.abs(days) <= 1) return { kind: "day", value: end };
  const next = base.plus(Math.sign(days)).toString();
  return { kind: "window", value: days < 0 ? `${end}/${next}` : `${next}/${end}`, days: Math.abs(days) };
}

/** "In the three days before", "over the two days that followed": all of them, not one of them. */
function isStretch({ tokens, language }: Document, sentence: Sentence, word: Hit): boolean {
  return (
    itemAt(tokens, word.from - 1)?.norm === language.plurals?.definite &&
    sentence.hits.of.in.some((cue) => cue.to === word.from - 1)
  );
}

const daysOfWeek = 7;

/** How many days the words tell of: "two days earlier"; one where no number stands in them. */
function countIn({ tokens, language }: Document, { from, to }: Hit): number {
  let unit = 1;
  let count = 1;
  for (let at = from; at < to; at++) {
    const norm = tokens[at]?.norm ?? "";
    if (language.calendar.weekWords.includes(norm)) unit = daysOfWeek;
    count = cardinalOf(language.numerals, norm) ?? count;
  }
  return count * unit;
}

/** Not "a day before the summit", "two days after Moscow took it": nothing follows that the words would be told by. */
function isOfDayTold({ tokens, language }: Document, sentence: Sentence, hit: Hit): boolean {
  const last = tokens[hit.to - 1]?.norm ?? "";
  if (!hitsOfAny(sentence, relativeOrAftermath).some((word) => word.from === hit.to - 1)) return true;
  const next = hit.to < sentence.to ? tokens[hit.to] : undefined;
  return last !== "" && !language.freeOrder && next?.kind !== "word" && next?.kind !== "number";
}
