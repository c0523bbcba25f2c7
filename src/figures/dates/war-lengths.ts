/** Stretches that English tells by the length of what went on: "ten days of fighting", "the 12-day war", "a week into the incursion". */

import type { Concept } from "../../languages/concepts.ts";
import { cardinalOf } from "../numbers/numerals.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { DateContext, DateMention } from "./date-mention.ts";

const unitDays: Partial<Record<Concept, number>> = {
  dayUnit: 1,
  weekUnit: 7,
  monthUnit: 30,
  yearUnit: 365,
  daysLong: 1,
  weeksLong: 7,
  monthsLong: 30,
};
/** Words that hold the number and the unit: "four-day". */
export const wordsOfLength = ["daysLong", "weeksLong", "monthsLong"] as const satisfies readonly Concept[];
const sinceWords = anyOf("since", "sinceWar");
const afterWords = anyOf("aftermath", "clause");

/** "Of street fighting", "of Russian air strikes". */
const fightReach = 2;
/** "Into Israel's ground operation". */
const intoReach = 4;
/** Wars are told so roughly in months and years. */
const longUnitDays = 30;
/** "After nearly ten months of war", "after more than three years". */
const hedgeReach = 2;
const rankReach = 12;
const articleReach = 1;

/** So many units up to the day of the report. Null: the unit measures nothing that was fought over. */
export function warLength(context: DateContext, unit: Hit): DateMention | null {
  const { document, sentence, today } = context;
  const perUnit = unitDays[unit.id as Concept];
  if (document.language.freeOrder || perUnit === undefined) return null;
  const isOneWord = (wordsOfLength as readonly string[]).includes(unit.id);
  const isHyphened = !isOneWord && itemAt(document.tokens, unit.from - 1)?.norm === "-";
  const isJoined = isOneWord || isHyphened;
  const from = isOneWord ? unit.from : unit.from - (isHyphened ? 2 : 1);
  const opening = isJoined ? null : openingOf(context, unit);
  const told = from < sentence.from ? null : isOneWord ? countIn(context, unit) : countAt(context, from);
  const isAfter = isAfterwards(context, unit);
  const count = opening ?? told ?? (isAfter ? 1 : null);
  if (count === null) return null;
  // "After three years of war" tells when, not over what.
  if (
    hitsOfAny(sentence, afterWords).some((hit) => hit.to <= from && from - hit.to <= hedgeReach) &&
    !isToldOver(context, unit)
  )
    return null;
  // "One of the deadliest raids during a year of violence": over what time a rank is held.
  const isRank = sentence.hits.of.superlative.some((hit) => hit.to <= from && from - hit.to <= rankReach);
  if (isRank && opening === null) return null;
  if (!isFought(context, unit, { from, isJoined })) return null;
  const days = count * perUnit;
  if (days <= 1) return null;
  const span = { from, to: unit.to, kind: "window", days } as const;
  if (today === null || opening !== null || isAfter || isOfOldYear(context, from))
    return { ...span, value: null };
  // "The ten-month war", "three years of fighting": since a beginning that the words do not tell.
  const isLong =
    perUnit >= longUnitDays && sentence.hits.of.fightingWord.some(({ from: at }) => at >= unit.to);
  if (isLong) return { from, to: unit.to, kind: "since", value: today.toString() };
  const value = `${today.minus(days - 1).toString()}/${today.toString()}`;
  return { ...span, value, isFought: sentence.hits.has.fightingWord };
}

const harms = anyOf("kill", "injure", "displace", "loss");
const overReach = 5;

/** "After a week of bloodshed that has killed more than 500": what the fight did is told of it. */
function isToldOver({ document, sentence }: DateContext, unit: Hit): boolean {
  const { relativeWord, fightingWord } = sentence.hits.of;
  const fight = fightingWord.find((hit) => hit.from >= unit.to && hit.from - unit.to <= fightReach + 1);
  if (fight === undefined) return false;
  const isRelative =
    itemAt(document.tokens, fight.to)?.norm === document.language.plurals?.relative ||
    relativeWord.some((word) => word.from >= fight.to && word.from - fight.to <= 1);
  return (
    isRelative &&
    hitsOfAny(sentence, harms).some((act) => act.from > fight.to && act.from - fight.to <= overReach)
  );
}

const yearReach = 3;

/** "In 2011 a week of clashes left 28 dead": of a year gone by, which leads the sentence. */
function isOfOldYear({ document, sentence, today }: DateContext, from: number): boolean {
  for (let at = sentence.from; at < Math.min(from, sentence.from + yearReach); at++) {
    const norm = itemAt(document.tokens, at)?.norm ?? "";
    if (/^(?:19|20)\d\d$/u.test(norm) && today !== null && Number(norm) < today.year) return true;
  }
  return false;
}

/** "The first week of its offensive", "the first ten days of the war": how many units from its beginning. Null: no such words. */
function openingOf(context: DateContext, unit: Hit): number | null {
  const { first } = context.sentence.hits.of;
  if (first.length === 0) return null;
  if (first.some((hit) => hit.to === unit.from)) return 1;
  return first.some((hit) => hit.to === unit.from - 1) ? countAt(context, unit.from - 1) : null;
}

/** "In the month after its liberation": counted from something else, not back from the report. */
function isAfterwards({ sentence }: DateContext, unit: Hit): boolean {
  return (
    unit.id !== "dayUnit" &&
    sentence.hits.of.aftermath.some((hit) => hit.from === unit.to) &&
    sentence.hits.of.in.some((hit) => hit.to <= unit.from && unit.from - hit.to <= afterwardsReach)
  );
}

/** "In the three weeks after". */
const afterwardsReach = 2;

function countAt({ document }: DateContext, at: number): number | null {
  const token = itemAt(document.tokens, at);
  const { numerals } = document.language;
  if (token === undefined) return null;
  if (token.kind === "number") return /^\d{1,3}$/u.test(token.norm) ? Number(token.norm) : null;
  return numerals.articles.includes(token.norm) ? 1 : (cardinalOf(numerals, token.norm) ?? null);
}

/** The number that a word of length begins with. */
function countIn({ document }: DateContext, unit: Hit): number | null {
  const [count = ""] = (itemAt(document.tokens, unit.from)?.norm ?? "").split("-");
  return cardinalOf(document.language.numerals, count) ?? null;
}

/** "Of the truce", "of Ukraine's counteroffensive". */
function isOfTime({ hits }: DateContext["sentence"], at: number): boolean {
  return hits.of.warTime.some((hit) => hit.from >= at && hit.from - at <= fightReach);
}

interface Counted {
  readonly from: number;
  readonly isJoined: boolean;
}

/** Whether what the time measures is fighting, a stretch up to now, or the time since something. */
function isFought(context: DateContext, unit: Hit, { from, isJoined }: Counted): boolean {
  const { sentence } = context;
  const { outOf, lastOf, fightingWord, ceasefire, in: where, moreThan } = sentence.hits.of;
  const isFight = (at: number, reach: number): boolean =>
    fightingWord.some(
      (hit) =>
        hit.from >= at && hit.from - at <= reach && !ceasefire.some((truce) => truce.from === hit.from),
    );
  // "In the four-day exchange of fire"; "the deal that ended the two-month siege" counts nothing over it.
  if (isJoined)
    return (
      isFight(unit.to, fightReach) && where.some((hit) => hit.to <= from && from - hit.to <= articleReach)
    );
  const of = outOf.find((hit) => hit.from === unit.to);
  if (of !== undefined)
    return isFight(of.to, fightReach) || (openingOf(context, unit) !== null && isOfTime(sentence, of.to));
  if (isAfterwards(context, unit)) return true;
  if (where.some((hit) => hit.from === unit.to && hit.to - hit.from === 1) && isFight(unit.to + 1, intoReach))
    return true;
  if (lastOf.some((hit) => hit.to === from)) return true;
  if (hitsOfAny(sentence, sinceWords).some((hit) => hit.from === unit.to))
    return where.some((hit) => hit.to <= from && from - hit.to <= 1);
  // "Killed 45 over ten days": the word for a bound is one for where and when, too.
  return (
    moreThan.some((hit) => hit.to === from) && where.some((hit) => hit.to === from) && unit.id !== "yearUnit"
  );
}
