import type { Numerals } from "../../languages/language.ts";
import { digitsValue } from "./digits.ts";
import type { Document, Sentence } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";
import type { Token } from "../text/tokens.ts";

/** One numeral, without what bounds it. */
export interface Numeral {
  readonly value: number;
  readonly to: number;
  /** Set for "two-three". */
  readonly high?: number;
  readonly isWeak: boolean;
  readonly isYear: boolean;
}

/** The numeral that begins at a token, in digits or in words; null: none does. */
export function numeralAt(document: Document, sentence: Sentence, at: number): Numeral | null {
  const token = document.tokens[at];
  if (token === undefined) return null;
  return token.kind === "number"
    ? digitNumeral(document, sentence, at)
    : token.kind === "word" && isStarter(document.language.numerals, token)
      ? wordNumeral(document, sentence, at)
      : null;
}

/** Most words of a text begin no number: what is known of each stands with the word. */
function isStarter(numerals: Numerals, { word, norm }: Token): boolean {
  if (word === null) return false;
  if (word.starts?.numerals !== numerals)
    word.starts = { numerals, isStarter: norm.includes("-") || wordsOf(numerals).starters.has(norm) };
  return word.starts.isStarter;
}

const yearDigits = 4;

function digitNumeral(document: Document, sentence: Sentence, at: number): Numeral | null {
  const { numerals } = document.language;
  const token = document.tokens[at];
  if (token === undefined) return null;
  let raw = token.norm;
  let to = at + 1;
  if (numerals.spaceGroups && isDigitGroup(document.tokens[to], token) && /^\d{1,3}$/.test(raw)) {
    for (
      let next = document.tokens[to];
      isDigitGroup(next, document.tokens[to - 1]) && to < sentence.to;
      next = document.tokens[to]
    ) {
      raw += ` ${next?.norm}`;
      to++;
    }
  }
  to = afterSuffix(document, to);
  const scale = scaleAt(numerals, document.tokens, to, sentence.to);
  const value = digitsValue(raw, scale !== null);
  if (value === null) return null;
  const isYear = scale === null && raw.length === yearDigits && /^(?:19|20)\d\d$/.test(raw);
  const rest = scale === null ? null : restAt(document, sentence, scale);
  return {
    value: scale === null ? value : Math.round(value * scale.factor) + (rest?.value ?? 0),
    to: rest?.to ?? scale?.to ?? to,
    isWeak: false,
    isYear,
  };
}

/** "13х ударів", "45-ти бойовиків": the ending that a number is read with is a part of it; `to`: the token after its digits. */
function afterSuffix({ tokens, language }: Document, to: number): number {
  const isSuffix = (token: Token | undefined): boolean =>
    token?.kind === "word" && token.glued && language.numerals.cardinalSuffixes.includes(token.norm);
  const next = tokens[to];
  if (isSuffix(next)) return to + 1;
  const isHyphen = next?.norm === "-" && next.glued;
  return isHyphen && isSuffix(tokens[to + 1]) ? to + 2 : to;
}

function isDigitGroup(token: Token | undefined, before: Token | undefined): boolean {
  return (
    token?.kind === "number" &&
    before !== undefined &&
    /^\d{3}$/.test(token.norm) &&
    token.start - before.end === 1
  );
}

function scaleAt(
  numerals: Numerals,
  tokens: readonly Token[],
  at: number,
  end: number,
): { factor: number; to: number } | null {
  const token = tokens[at];
  if (token === undefined || at >= end || token.kind !== "word") return null;
  const factor = wordsOf(numerals).scales.get(token.norm);
  if (factor === undefined) return null;
  const dot = tokens[at + 1];
  const isAbbreviated = dot?.norm === "." && dot.glued && at + 2 < end && token.norm.length <= 4;
  return { factor, to: isAbbreviated ? at + 2 : at + 1 };
}

/** A numeral written in words: "one hundred and five", "двадцять п'ять", "півтори тисячі", "two dozen". */
function wordNumeral(document: Document, sentence: Sentence, at: number): Numeral | null {
  const { numerals } = document.language;
  const { tokens } = document;
  let total = 0;
  let part = 0;
  let high: number | undefined;
  let parts = 0;
  let to = at;
  const first = tokens[at]?.norm ?? "";
  if (!mayStart(numerals, tokens, at)) return null;
  const { cardinals, fractions } = wordsOf(numerals);
  if (numerals.articles.includes(first)) {
    const scale = scaleAt(numerals, tokens, at + 1, sentence.to);
    if (scale === null || numerals.loose.includes(tokens[scale.to]?.norm ?? "")) return null;
    part = scale.factor;
    parts = 1;
    to = scale.to;
  }
  for (; to < sentence.to;) {
    const word = tokens[to]?.norm ?? "";
    if (tokens[to]?.kind !== "word") break;
    const cardinal = fractions.get(word) ?? cardinals.get(word);
    const scale = parts > 0 ? scaleAt(numerals, tokens, to, sentence.to) : null;
    const isScale = scale !== null && (cardinal === undefined || cardinal === scale.factor);
    if (isScale) {
      if (scale.factor >= 1000) {
        total += (part === 0 ? 1 : part) * scale.factor;
        part = 0;
      } else part = part * scale.factor;
      to = scale.to;
    } else if (parts === 0 && isLoneScale(numerals, tokens, at)) {
      part = wordsOf(numerals).scales.get(word) ?? 0;
      to++;
    } else if (cardinal !== undefined && fits(part, cardinal, parts)) {
      part += cardinal;
      to++;
    } else if (part > 0 && part < 1 && numerals.articles.includes(word)) {
      to++;
      continue;
    } else if (parts > 0 && numerals.joins.includes(word) && joins(numerals, tokens, to, part)) {
      to++;
      continue;
    } else {
      const pair: readonly [number, number] | null = parts === 0 ? hyphenPair(numerals, word) : null;
      if (pair === null) break;
      part = pair[0];
      high = pair[1];
      to++;
    }
    parts++;
  }
  if (parts === 0) return null;
  const value = total + part;
  if (!Number.isInteger(value)) return null;
  const isWeak = parts === 1 && numerals.weakOnes.includes(first);
  return high === undefined
    ? { value, to, isWeak, isYear: false }
    : { value, high, to, isWeak, isYear: false };
}

function mayStart(numerals: Numerals, tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.norm ?? "";
  if (word.includes("-")) return true;
  return startsNumeral(numerals, word) || isLoneScale(numerals, tokens, at);
}

/** A scale without a number before it that is no vague amount. */
function isLoneScale(numerals: Numerals, tokens: readonly Token[], at: number): boolean {
  return isThousandAnd(numerals, tokens, at) || isOneOfScale(numerals, tokens, at);
}

const genitiveOfOne = /(?:сотни|сотні|тысячи|тисячі)$/u;

/** "Около сотни", "более тысячи": in the genitive after a bound it is one of them, and no vague amount. */
function isOneOfScale(numerals: Numerals, tokens: readonly Token[], at: number): boolean {
  return (
    genitiveOfOne.test(tokens[at]?.norm ?? "") &&
    numerals.beforeOne.includes(itemAt(tokens, at - 1)?.norm ?? "")
  );
}

/** The number words of a language, to be looked up by the words of a text. */
interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
  /** Every word that may begin a number; most words of a text are refused by it at once. */
  readonly starters: ReadonlySet<string>;
}

const numberWords = new WeakMap<Numerals, NumberWords>();
/** Those asked for last: a report is in one language. */
let latest: { readonly numerals: Numerals; readonly words: NumberWords } | null = null;

function wordsOf(numerals: Numerals): NumberWords {
  if (latest?.numerals !== numerals) latest = { numerals, words: allWordsOf(numerals) };
  return latest.words;
}

/** What a number word is worth ("п'ятсот": 500); undefined: it is none. Words of a text are never looked up in a plain object, which knows "constructor". */
export function cardinalOf(numerals: Numerals, word: string): number | undefined {
  return wordsOf(numerals).cardinals.get(word);
}

/** The share that a word means of what follows ("пів": 0.5); undefined: it means none. */
export function fractionOf(numerals: Numerals, word: string): number | undefined {
  return wordsOf(numerals).fractions.get(word);
}

function allWordsOf(numerals: Numerals): NumberWords {
  const known = numberWords.get(numerals);
  if (known !== undefined) return known;
  const cardinals = new Map(Object.entries(numerals.cardinals));
  const scales = new Map(Object.entries(numerals.scales));
  const fractions = new Map(Object.entries(numerals.fractions));
  const starters = new Set([
    ...cardinals.keys(),
    ...fractions.keys(),
    ...scales.keys(),
    ...numerals.articles,
  ]);
  const words = { cardinals, scales, fractions, starters };
  numberWords.set(numerals, words);
  return words;
}

function startsNumeral(numerals: Numerals, word: string): boolean {
  const { cardinals, fractions } = wordsOf(numerals);
  return cardinals.has(word) || fractions.has(word) || numerals.articles.includes(word);
}

/** Hundreds, then tens, then units: "три сто" are two numbers. */
function fits(part: number, cardinal: number, parts: number): boolean {
  if (cardinal < 1) return true;
  if (part === 1000) return cardinal < 1000;
  if (parts === 0 || part === 0) return true;
  return cardinal < 100
    ? cardinal < 10
      ? part % 10 === 0 && part % 100 !== 10
      : part % 100 === 0
    : part === 0;
}

function joins(numerals: Numerals, tokens: readonly Token[], at: number, part: number): boolean {
  const next = tokens[at + 1];
  if (next !== undefined && (wordsOf(numerals).fractions.get(next.norm) ?? 1) < 1 && part > 0) return true;
  return (
    next?.kind === "word" &&
    part >= 100 &&
    part % 100 === 0 &&
    (wordsOf(numerals).cardinals.get(next.norm) ?? 1000) < 100
  );
}

function hyphenPair(numerals: Numerals, word: string): readonly [number, number] | null {
  if (!word.includes("-")) return null;
  const [one, two, ...rest] = word.split("-");
  if (one === undefined || two === undefined || rest.length > 0) return null;
  const { cardinals } = wordsOf(numerals);
  const low = cardinals.get(one);
  const high = cardinals.get(two);
  return low !== undefined && high !== undefined && low < high ? [low, high] : null;
}

/** "1 млн 577 тысяч": what is left of a number told by its parts. */
function restAt(
  document: Document,
  sentence: Sentence,
  scale: { readonly factor: number; readonly to: number },
): Numeral | null {
  if (document.tokens[scale.to]?.kind !== "number" || scale.to >= sentence.to) return null;
  const rest = digitNumeral(document, sentence, scale.to);
  return rest !== null && rest.value < scale.factor && rest.value >= scale.factor / 1000 ? rest : null;
}

/** "Свыше тысячи четырехсот": a lone thousand is vague, but not before hundreds. */
function isThousandAnd(numerals: Numerals, tokens: readonly Token[], at: number): boolean {
  const { scales, cardinals } = wordsOf(numerals);
  if (scales.get(tokens[at]?.norm ?? "") !== 1000) return false;
  const next = cardinals.get(tokens[at + 1]?.norm ?? "");
  return next !== undefined && next >= 100 && next < 1000;
}
