/** Numbers of an earlier month or year that a sentence sets beside its own: "564 in July, up from 556 in June". */

import type { Claim, Setting } from "../claim.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Document } from "../text/document.ts";
import { isDash } from "../text/tokens.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const linkingWords = anyOf("copula", "another", "together", "and");

/** "Against 1,450 in the whole of 2024". */
const timeReach = 5;
/** "Against barely 300", "than the 28 killed there". */
const cueReach = 2;

/** What a number is compared with, and the month or year that it is of. */
export interface Compared {
  readonly claim: Claim;
  readonly time: DateMention;
}

/**
 * The claim that a number without a noun is compared with: it counts the same of another month or year. Null: it is not compared, or
 * states no such time.
 */
export function comparedWith(
  document: Document,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Compared | null {
  const counted = setting.counted[index];
  if (counted === undefined || counted.thing !== null) return null;
  if (earlier.at(-1)?.setting !== setting) return null;
  const told = earlier.slice(earlier.findLastIndex((claim) => claim.setting !== setting) + 1);
  const bracket = document.language.freeOrder ? null : bracketOf(document, setting, index);
  const claim = bracket === null ? told.at(-1) : told[bracket.at];
  const time =
    bracket?.time ??
    (isCompared(setting, index) ? timeOf(setting, index) : null) ??
    (document.language.freeOrder ? leadingTime : leadingDay)(document, setting, index);
  return claim === undefined || time === null ? null : { claim, time };
}

const leadReach = 3;

/**
 * "У березні було 180, а за весь минулий рік — 460", "19-го — ще 90": where the order is free, a clause may have nothing but a time and
 * a number; it goes on with what the clause before counted. Null: the number has no such clause.
 */
export function leadingTime(document: Document, setting: Setting, index: number): DateMention | null {
  const number = setting.numbers[index];
  const from = itemAt(setting.numbers, index - 1)?.to;
  if (number === undefined || from === undefined) return null;
  const time = lastOf(setting.dates, (date) => date.from >= from && date.to <= number.start);
  if (time === undefined || time.kind === "since" || number.start - time.to > leadReach) return null;
  const { sentence } = setting;
  for (let at = time.to; at < number.start; at++) {
    const isLink = hitsOfAny(sentence, linkingWords).some((hit) => hit.from <= at && hit.to > at);
    if (!isLink && !isDash(document.tokens[at]?.norm ?? "")) return null;
  }
  return isNewClause(document, from, time.from) && !hasOwnAct(setting, index) ? time : null;
}

/** "The first stage on Friday brought 390 home and the second on Saturday 307", "17 on Sunday, on Saturday 13": a bare number right after a day of its own. English. Null: it has none. */
function leadingDay(document: Document, setting: Setting, index: number): DateMention | null {
  const { sentence, dates } = setting;
  const number = setting.numbers[index];
  const from = itemAt(setting.numbers, index - 1)?.to;
  if (number === undefined || from === undefined) return null;
  const day = dates.find((date) => date.kind === "day" && date.to === number.start && date.from >= from);
  // "On Friday 24" may be the day itself.
  if (day?.value == null || Number(day.value.slice(-2)) === number.low) return null;
  const next = number.to < sentence.to ? document.tokens[number.to] : undefined;
  const isClosed =
    next === undefined || next.kind === "mark" || sentence.hits.of.and.some((and) => and.from === number.to);
  const isNew =
    isNewClause(document, from, day.from) ||
    sentence.hits.of.and.some((and) => and.from >= from && and.to <= day.from);
  return isClosed && isNew && !hasOwnAct(setting, index) ? day : null;
}

/** Whether a mark parts the time from the number before. */
function isNewClause({ tokens }: Document, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.kind === "mark") return true;
  return false;
}

/** Whether what was done to the number is told right after it. */
function hasOwnAct({ sentence, numbers }: Setting, index: number): boolean {
  const number = numbers[index];
  return (
    number !== undefined &&
    sentence.hits.of.act.some((act) => act.from >= number.to && act.from - number.to < actReach)
  );
}

const actReach = 2;

function isCompared(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  if (number === undefined) return false;
  const { sentence } = setting;
  if (sentence.hits.of.comparedTo.some((cue) => cue.to <= number.start && number.start - cue.to <= cueReach))
    return true;
  // "Up from 556 in June and 449 in May".
  const isJoined = sentence.hits.of.and.some((and) => and.to === number.start);
  return isJoined && timeOf(setting, index - 1) !== null && isCompared(setting, index - 1);
}

/** The month or year that stands right after the number; null: none. */
function timeOf({ numbers, dates }: Setting, index: number): DateMention | null {
  const number = numbers[index];
  const until = numbers[index + 1]?.start ?? Infinity;
  if (number === undefined) return null;
  return (
    dates.find(
      (date) =>
        isLong(date) && date.from >= number.to && date.from - number.to <= timeReach && date.from <= until,
    ) ?? null
  );
}

/** Whether a time is a month or a year: what happened in it is a sum. */
export function isLong({ kind }: DateMention): boolean {
  return kind === "month" || kind === "year";
}

interface Bracket {
  /** Which number of the bracket it is, from 0. */
  readonly at: number;
  readonly time: DateMention;
}

/** "A similar level to August (208 and 832)": a bracket right after a month or a year that holds the number. Null: none does. */
function bracketOf(
  { tokens }: Document,
  { sentence, numbers, dates }: Setting,
  index: number,
): Bracket | null {
  const number = numbers[index];
  if (number === undefined) return null;
  let open = number.start - 1;
  while (open > sentence.from && tokens[open]?.norm !== "(" && tokens[open]?.norm !== ")") open--;
  if (tokens[open]?.norm !== "(") return null;
  const time = dates.find((date) => isLong(date) && date.to === open);
  if (time === undefined) return null;
  return { at: numbers.slice(0, index).filter((one) => one.from > open).length, time };
}
