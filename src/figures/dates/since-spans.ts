/** Stretches from a time that the text states up to the day of publication: "since May 13", "fighting that began in April". */

import type { Document, Sentence } from "../text/document.ts";
import type { DateMention } from "./date-mention.ts";
import { CalendarDay } from "./calendar-day.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const nightOrNightBefore = anyOf("night", "nightBefore");
const togetherOrLoss = anyOf("together", "loss");
const weekDays = 7;
const isoDay = "2026-01-01".length;

const sinceReach = 5;
/** "Since the rebels took the city on October 26": the clause after it tells when. */
const sinceClauseReach = 12;

function hasNumberBetween(document: Document, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (document.tokens[at]?.kind !== "word") return true;
  return false;
}

/** "Since the rebels began their push on Wednesday". */
const beginnings = anyOf("act", "erupts");

/** Whether a verb of ours stands between "since" and the date. */
function isClauseAfter(document: Document, sentence: Sentence, from: number, mention: DateMention): boolean {
  return (
    !document.language.freeOrder &&
    hitsOfAny(sentence, beginnings).some((hit) => hit.from >= from && hit.to <= mention.from)
  );
}

/** "Since Russia launched its invasion in February": the month only says when the war began; "since February" is a month's. */
function isOfWarsBeginning(sentence: Sentence, mention: DateMention): boolean {
  if (mention.kind !== "month" && mention.kind !== "year") return false;
  return sentence.hits.of.since.some((since) =>
    sentence.hits.of.warTime.some(
      (war) => war.from >= since.to && war.to <= mention.from && mention.from - since.to <= sinceClauseReach,
    ),
  );
}

function isOfNight(sentence: Sentence, mention: DateMention): boolean {
  return hitsOfAny(sentence, nightOrNightBefore).some(
    (hit) => hit.from === mention.from && hit.to === mention.to,
  );
}

const sumMinDays = 30;

/** "Total losses from 24 February 2022: …": of a sum, a day long ago that nothing ends is where it begins. */
function isStartOfSum(
  { language }: Document,
  sentence: Sentence,
  mention: DateMention,
  today: CalendarDay | null,
): boolean {
  if (language.freeOrder || mention.kind !== "day" || mention.value === null || today === null) return false;
  if (CalendarDay.from(mention.value).daysUntil(today) < sumMinDays) return false;
  return (
    sentence.hits.of.from.some((cue) => cue.to === mention.from) &&
    hitsOfAny(sentence, togetherOrLoss).some((hit) => hit.to < mention.from)
  );
}

/** "Від 7 жовтня", told in August: what has gone on since a day began before it is told. */
function begun(start: string, today: CalendarDay): string {
  if (start.length !== isoDay || start <= today.toString()) return start;
  const day = CalendarDay.from(start);
  return day.inYear(day.year - 1).toString();
}

const eruptReach = 2;
const fightReach = 8;

/** "Fighting that began in April", "the fighting, which broke out on Monday", "since the siege of the city began on May 23": what has gone on since then. */
function hasBegun(
  document: Document,
  sentence: Sentence,
  mention: DateMention,
  today: CalendarDay | null,
): boolean {
  const erupts = sentence.hits.of.erupts.find(
    (hit) => hit.to <= mention.from && mention.from - hit.to <= eruptReach,
  );
  if (erupts === undefined) return false;
  if (mention.kind === "month" || mention.kind === "year") return true;
  if (document.language.freeOrder || mention.kind !== "day" || mention.value === null) return false;
  const isPast = today !== null && mention.value < today.toString();
  return (
    isPast &&
    sentence.hits.of.fightingWord.some((hit) => hit.to <= erupts.from && erupts.from - hit.to <= fightReach)
  );
}

/** "Since Russia invaded on Thursday": the day that the words for the war's beginning go on with. */
function isBegunOn(
  { tokens, language }: Document,
  begun: { readonly to: number },
  mention: DateMention,
): boolean {
  return (
    !language.freeOrder &&
    mention.kind === "day" &&
    mention.from - begun.to === 1 &&
    tokens[begun.to]?.kind === "word"
  );
}

/** A time after "since" or what says so: what has gone on from it up to the day of publication; any other time as it is. */
export function sinceOf(
  document: Document,
  sentence: Sentence,
  mention: DateMention,
  today: CalendarDay | null,
): DateMention {
  if (today !== null && isOfWarsBeginning(sentence, mention))
    return { ...mention, kind: "since", value: today.toString() };
  const isBegun = hasBegun(document, sentence, mention, today);
  const isSince =
    isBegun ||
    isStartOfSum(document, sentence, mention, today) ||
    // "Since the beginning of June".
    sentence.hits.of.sinceWar.some((hit) => hit.to === mention.from || isBegunOn(document, hit, mention)) ||
    sentence.hits.of.since.some(
      (hit) =>
        hit.to <= mention.from &&
        mention.from - hit.to <=
          (isClauseAfter(document, sentence, hit.to, mention) ? sinceClauseReach : sinceReach) &&
        !hasNumberBetween(document, hit.to, mention.from) &&
        // "Від 5 червня"; "від" alone is "from", too, but "від початку ударів 13 червня" is since.
        (!document.language.freeOrder || hit.to === mention.from || hit.to - hit.from > 1),
    );
  // "Since last night": the past night is no stretch of days.
  if (isSince && today !== null && isOfNight(sentence, mention))
    return { ...mention, kind: "day", value: today.toString(), isPastDay: true };
  if (!isSince || mention.kind === "night" || mention.kind === "window") return mention;
  if (mention.value?.includes("/") === true) return mention;
  if (today === null) return { ...mention, kind: "since", value: null };
  if (mention.value === null) return mention;
  // "Since Friday", told on a Friday: the one before.
  const isWeekdayOfToday =
    mention.value === today.toString() && sentence.hits.of.weekday.some((day) => day.from === mention.from);
  const start = isWeekdayOfToday ? today.minus(weekDays).toString() : begun(mention.value, today);
  return { ...mention, kind: "since", value: `${start}/${today.toString()}` };
}
