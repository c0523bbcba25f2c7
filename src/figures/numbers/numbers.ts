import type { Span } from "../../model/figure.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { isNoise } from "./noise.ts";
import type { Token } from "../text/tokens.ts";
import type { Numeral } from "./numerals.ts";
import { numeralAt } from "./numerals.ts";
import { isDash } from "../text/tokens.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const bounds = anyOf("atLeast", "moreThan", "orMore", "atMost", "about");
const atMostOrAsManyAs = anyOf("atMost", "asManyAs");
const countedSpans = anyOf("both", "pastDays", "pastDay", "thisOne");

/** A number in a sentence, with what bounds it. */
export interface NumberHit extends Span {
  /** First token of the numeral itself, its hedge not counted. */
  readonly from: number;
  readonly to: number;
  /** First token of the hedge before it, or `from`. */
  readonly start: number;
  readonly approx: boolean;
  /** The number that this one replaces ("from 25 to 26"). */
  readonly was: number | null;
  /** "One", which is often no count. */
  readonly isWeak: boolean;
  /** A bare four-digit number that may be a year. */
  readonly isYear: boolean;
}

/** All numbers of a sentence in order; dates, ages, model numbers and the like left out. */
export function readNumbers(document: Document, sentence: Sentence): NumberHit[] {
  const numbers: NumberHit[] = [];
  let age = -1;
  for (let at = sentence.from; at < sentence.to;) {
    const numeral = numeralAt(document, sentence, at);
    if (numeral === null) {
      at++;
      continue;
    }
    const spread = rangeAt(document, sentence, at, numeral);
    const found = spread ?? {
      from: at,
      to: numeral.to,
      low: numeral.value,
      high: numeral.high ?? numeral.value,
      was: null,
    };
    // "Children aged 4, 7 and 11": ages go on over a list.
    if (isAge(sentence, at) || (age !== -1 && at - age <= 2 && isListJoint(document, sentence, age)))
      age = found.to;
    const last = numbers.at(-1);
    if (
      last !== undefined &&
      ((isReplaced(sentence, last, at) && !isOfOtherMonth(sentence, found.to)) ||
        isDeniedBeside(document, sentence, last, found))
    ) {
      numbers[numbers.length - 1] = { ...last, was: found.low };
    } else if (last !== undefined && isUpperBound(document, sentence, last, found)) {
      numbers[numbers.length - 1] = { ...last, high: found.low };
    } else if (
      age !== found.to &&
      !isInPhrase(sentence, at, found.to) &&
      !isNoise(document, sentence, at, found.to)
    ) {
      numbers.push(
        hedge(document, sentence, found, {
          isWeak: numeral.isWeak && spread === null,
          isYear: numeral.isYear && (spread === null || isYears(document, spread)),
        }),
      );
    }
    at = found.to;
  }
  return numbers;
}

/** "2014–2015". */
function isYears(document: Document, spread: Spread): boolean {
  return /^(?:19|20)\d\d$/.test(document.tokens[spread.to - 1]?.norm ?? "");
}

interface Spread extends Span {
  readonly from: number;
  readonly to: number;
  readonly was: number | null;
}

const longestMonth = 31;

/** "10-12", "10 to 12", "between 10 and 12", "from 25 to 26" after a verb of growth. */
function rangeAt(document: Document, sentence: Sentence, at: number, first: Numeral): Spread | null {
  const { tokens } = document;
  const joint = tokens[first.to];
  if (joint === undefined || first.to + 1 >= sentence.to) return null;
  const second = numeralAt(document, sentence, first.to + 1);
  if (second === null || second.value <= 0) return null;
  // "The strike of November 19 to 35": the first is a day.
  if (second.value > longestMonth && sentence.hits.of.month.some((hit) => hit.to === at)) return null;
  const before = at === sentence.from ? null : cueEndingAt(sentence, at, sentence.hits.of.between);
  const isJoined = isAt(sentence.hits.of.rangeTo, first.to) && before !== null;
  const isPlainTo = isToWord(sentence, first.to) && first.to === at + 1;
  if (!(isDash(joint.norm) && first.value < second.value) && !isJoined && !isPlainTo) return null;
  const low =
    first.value < second.value && second.value >= 1000 && first.value < 1000 && scaled(tokens, first, second)
      ? first.value * 1000
      : first.value;
  // "An adviser to the president says that between 10 and 13 died": two bounds, no growth.
  const isOfBounds = isAt(sentence.hits.of.and, first.to);
  const isGrowth =
    (isJoined || isPlainTo) &&
    !isOfBounds &&
    growsBefore(sentence, at, isJoined ? joinedGrowthReach : growthReach);
  if (isGrowth)
    return { from: first.to + 1, to: second.to, low: second.value, high: second.value, was: first.value };
  if (first.value >= second.value) return null;
  return { from: at, to: second.to, low, high: second.value, was: null };
}

const likelySpread = 3;

/** "2-3 thousand", "70 to 80,000": the scale belongs to both. */
function scaled(tokens: readonly Token[], first: Numeral, second: Numeral): boolean {
  if (tokens[first.to - 1]?.kind !== "number") return false;
  const thousands = second.value / 1000;
  return (
    tokens[second.to - 1]?.kind === "word" ||
    (Number.isInteger(thousands) && thousands > first.value && thousands <= first.value * likelySpread)
  );
}

function isToWord(sentence: Sentence, at: number): boolean {
  return isAt(sentence.hits.of.rangeTo, at) && !isAt(sentence.hits.of.and, at);
}

function isAge(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.age.some((hit) => hit.to === at);
}

function isListJoint(document: Document, sentence: Sentence, at: number): boolean {
  return document.tokens[at]?.norm === "," || isAt(sentence.hits.of.and, at);
}

/** "The two sides", "in three days", "this one": a number that only names the parties, a time or what was told before. */
function isInPhrase(sentence: Sentence, from: number, to: number): boolean {
  return hitsOfAny(sentence, countedSpans).some(
    (hit) => hit.from <= from && hit.to >= to && hit.to - hit.from > to - from,
  );
}

/** "Rose to 41 from 36": the second number is what the first one replaces. */
function isReplaced(sentence: Sentence, last: NumberHit, at: number): boolean {
  const cue = cueEndingAt(sentence, at, sentence.hits.of.from);
  return cue !== null && cue.from === last.to && growsBefore(sentence, last.start);
}

/** "In July, up from 556 in June": what has a month of its own is no earlier state of the same. */
function isOfOtherMonth(sentence: Sentence, to: number): boolean {
  return sentence.hits.of.month.some((month) => month.from >= to && month.from - to <= 1);
}

const deniedReach = 4;

/** "Шестеро, а не семеро", "six people, not seven": the number that the one before replaces. */
function isDeniedBeside({ tokens }: Document, sentence: Sentence, last: NumberHit, second: Spread): boolean {
  const not = sentence.hits.of.negation.find((hit) => hit.to === second.from);
  if (not === undefined || not.from < last.to || not.from - last.to > deniedReach) return false;
  for (let at = last.to; at < not.from; at++) if (tokens[at]?.norm === ",") return true;
  return false;
}

const boundReach = 8;

/** "At least 200 people, perhaps as many as 400, were killed", "12 and possibly 15 soldiers": a second number of the same, which a word of doubt begins. */
function isUpperBound({ tokens }: Document, sentence: Sentence, last: NumberHit, second: Spread): boolean {
  if (last.low === null || (second.low ?? 0) <= last.low || second.from - last.to > boundReach) return false;
  const doubt = lastOf(sentence.hits.of.perhaps, (hit) => hit.to <= second.from);
  if (doubt === undefined || doubt.from < last.to) return false;
  const isNamed = (from: number, to: number): boolean =>
    sentence.hits.of.thing.some((hit) => hit.from >= from && hit.from < to);
  if (isNamed(last.to, doubt.from) && isNamed(second.to, second.to + 1)) return false;
  // Nothing but a bound, a comma or an "and" may stand between the word of doubt and the number.
  const bound = hitsOfAny(sentence, atMostOrAsManyAs).find((hit) => hit.to === second.from);
  for (let at = doubt.to; at < (bound?.from ?? second.from); at++)
    if (tokens[at]?.norm !== "," && !sentence.hits.of.and.some((hit) => hit.from === at)) return false;
  return true;
}

const growthReach = 10;
/** "Climbed from 41 to 51, and that of the wounded from 180 to 271". */
const joinedGrowthReach = 24;

function growsBefore(sentence: Sentence, at: number, reach = growthReach): boolean {
  return sentence.hits.of.risesTo.some(
    (hit) => hit.to - hit.from >= 1 && hit.from < at && at - hit.from <= reach,
  );
}

/** "Зросла до 26": the word is no bound; "до 80 осіб і до 8 одиниць": the same word before another number tells of no growth. */
function isGrownTo(sentence: Sentence, bound: Hit): boolean {
  if (bound.to - bound.from > 1) return false;
  const { atMost, risesTo } = sentence.hits.of;
  return risesTo.some(
    (hit) =>
      hit.from < bound.from &&
      bound.from - hit.from <= growthReach &&
      !atMost.some((other) => other.from === hit.from && other.to === hit.to),
  );
}

/** Whether one of a concept's words begins at a token. */
function isAt(words: readonly Hit[], at: number): boolean {
  return words.some((hit) => hit.from === at);
}

/** The first of some cues that ends before a token and is no part of a verb; null: none does. */
function cueEndingAt(sentence: Sentence, at: number, cues: readonly Hit[]): Hit | null {
  for (const hit of cues) {
    if (hit.from >= at) break;
    if (hit.to === at && !isInAct(sentence, hit)) return hit;
  }
  return null;
}

/** "Hands over 32": a word of the verb is no bound. */
function isInAct(sentence: Sentence, cue: Hit): boolean {
  return sentence.hits.of.act.some((hit) => hit.from < cue.from && hit.to >= cue.to);
}

/** Adds the bound that stands right before or after the number. */
function hedge(
  { tokens, language }: Document,
  sentence: Sentence,
  number: Spread,
  { isWeak, isYear }: Pick<NumberHit, "isWeak" | "isYear">,
): NumberHit {
  let { low, high } = number;
  const cues = hitsOfAny(sentence, bounds);
  let approx = false;
  let start = number.from;
  for (let step = 0; step < 2; step++) {
    // "По меньшей мере, два ребенка".
    const isAside = language.freeOrder && itemAt(tokens, start - 1)?.norm === ",";
    const cue =
      cueEndingAt(sentence, start, cues) ??
      (isAside ? cueEndingAt(sentence, start - 1, sentence.hits.of.atLeast) : null);
    if (cue === null) break;
    if (cue.id === "about") approx = true;
    else if (cue.id === "atMost") {
      if (isGrownTo(sentence, cue)) break;
      // "Up to at least 70": the bound next to the number holds.
      if (high === null) break;
      low = null;
    } else if (low === null) break;
    // "Не менее 60–100 тысяч": of a range both ends stay.
    else if (high === low) high = null;
    start = cue.from;
  }
  if (low !== null && isOrMore(sentence, number.to)) high = null;
  if (sentence.hits.of.about.some((hit) => hit.from === number.to && hit.to - hit.from > 1)) approx = true;
  const { from, to, was } = number;
  return { from, to, start, low, high, approx, was, isWeak, isYear };
}

/** "14 or more", "14 and more"; "14 and more than 20" are two numbers. */
function isOrMore(sentence: Sentence, at: number): boolean {
  if (sentence.hits.of.orMore.some((hit) => hit.from === at)) return true;
  const and = sentence.hits.of.and.find((hit) => hit.from === at);
  return and !== undefined && sentence.hits.of.moreAlone.some((hit) => hit.from === and.to);
}
