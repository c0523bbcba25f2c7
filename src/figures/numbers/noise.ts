import type { Document, Sentence } from "../text/document.ts";
import { isLastDay } from "../dates/date-spans.ts";
import { isCountAfterMonth } from "../dates/written-days.ts";
import { isDash } from "../text/tokens.ts";
import { cardinalOf } from "./numerals.ts";
import { itemAt } from "../text/item-at.ts";
import { isNumberedName } from "../text/numbered-name.ts";
import { anyOf, hitsFrom, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const names = anyOf("party", "metonym", "speaker", "place");

/** Whether the numeral is a date, a time, an ordinal, a model, a share or money. */
export function isNoise(document: Document, sentence: Sentence, from: number, to: number): boolean {
  const { tokens, language } = document;
  const before = itemAt(tokens, from - 1);
  const first = tokens[from];
  const after = tokens[to];
  if (first === undefined) return true;
  if (before !== undefined && from > sentence.from) {
    if ("$€£₴₽№#".includes(before.norm)) return true;
    if (first.glued && (before.kind === "word" || before.norm === "/" || before.norm === "."))
      return before.norm !== "/" || !isRatio(document, from) || isShare(document, sentence, from);
    if (before.norm === "+" && first.glued && itemAt(tokens, from - 2)?.norm === "(") return true;
    if (first.glued && before.norm === "-" && itemAt(tokens, from - 2)?.kind === "word" && before.glued)
      return !isBetweenNumbers(document, from);
  }
  if (!language.freeOrder && isCountOfDays(document, sentence, from)) return true;
  if (isHouse(document, sentence, from, to) || isModel(document, sentence, from, to)) return true;
  if (language.freeOrder && isModelAfterDash(document, sentence, from)) return true;
  if (language.freeOrder && (isUnitNumber(document, sentence, from, to) || isProportion(document, from, to)))
    return true;
  if (isNameOfOutlet(document, sentence, from, to)) return true;
  if (isDayOfMonth(document, sentence, from, to) || isShare(document, sentence, from)) return true;
  if (after === undefined || to >= sentence.to) return false;
  if (after.norm === "%" || "$€£₴₽°".includes(after.norm)) return true;
  if (after.norm === "-" && after.glued) {
    const suffix = tokens[to + 1];
    if (suffix?.kind === "word" && suffix.glued && !isBetweenNumbers(document, to + 2))
      return !language.numerals.cardinalSuffixes.includes(suffix.norm);
  }
  if (after.glued && after.kind === "word" && first.kind === "number")
    return !isCounted(sentence, to) && !language.numerals.cardinalSuffixes.includes(after.norm);
  return (
    from === sentence.from &&
    (after.norm === "." || after.norm === ")") &&
    first.kind === "number" &&
    tokens[to + 1]?.kind === "word"
  );
}

/** "Channel 12 reported", "источник 112", "по данным 112, …": the name of an outlet, or its last word. */
function isNameOfOutlet(document: Document, sentence: Sentence, from: number, to: number): boolean {
  const { tokens, language } = document;
  const { outletNoun, accordingTo, thing, party } = sentence.hits.of;
  if (thing.some((hit) => hit.from === to)) return false;
  if (outletNoun.some((noun) => noun.to === from)) return true;
  if (language.freeOrder && tokens[to]?.norm === ",") return accordingTo.some((cue) => cue.to === from);
  return party.some((hit) => hit.to === from && isNumberedName(document, sentence, hit));
}

const streetReach = 6;

/** "По вул. Центральній, 32": the number of a house, with nothing but names between. */
function isHouse(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (!sentence.hits.has.street) return false;
  const street = lastOf(sentence.hits.of.street, (hit) => hit.to <= from);
  if (street === undefined || from - street.to > streetReach) return false;
  if (sentence.hits.of.thing.some((hit) => hit.from === to)) return false;
  for (let at = street.to; at < from; at++) {
    const token = document.tokens[at];
    if (token?.capital !== true && token?.norm !== "," && token?.norm !== "." && token?.norm !== "-")
      return false;
  }
  return true;
}

const designation = /^(?:[A-Z]{1,3}|[A-Z][a-z]?[A-Z]+)$/u;
const machines = anyOf("artillery", "tank", "aircraft", "vehicle", "ship", "helicopter", "airDefence");

/** "A PzH 2000 howitzer", "BM 21 launchers": after a designer's letters that name nobody, before a machine. */
function isMachine(document: Document, sentence: Sentence, from: number, to: number): boolean {
  const before = itemAt(document.tokens, from - 1);
  if (from <= sentence.from || before?.kind !== "word" || document.tokens[from]?.kind !== "number")
    return false;
  return (
    designation.test(document.whole.slice(before.start, before.end)) &&
    hitsOfAny(sentence, machines).some((noun) => noun.from === to) &&
    !hitsOfAny(sentence, names).some((name) => name.to === from)
  );
}

/** "Машину TREVA 30" in Cyrillic text: a number right after a word in Latin letters, before nothing that is counted. */
function isModel(document: Document, sentence: Sentence, from: number, to: number): boolean {
  const before = itemAt(document.tokens, from - 1);
  if (!document.language.freeOrder) return isMachine(document, sentence, from, to);
  if (from <= sentence.from || before?.kind !== "word") return false;
  if (!before.capital || !/^[a-z]/u.test(before.norm) || document.tokens[from]?.kind !== "number")
    return false;
  return !sentence.hits.of.thing.some((hit) => hit.from >= to && hit.from - to <= 1);
}

const singular = /^.{3,}(?:ому|ему|ого|его|ої|ой|ою|ую|ая|ое|ська|цька|ована)$/u;
const lastLetters = "уоїйюяеа";

/** The last letter tells most words from it sooner than the pattern. */
function isSingular(norm: string): boolean {
  return lastLetters.includes(norm.at(-1) ?? "-") && singular.test(norm);
}

const isOfPeople = (id: string): boolean => id === "civilians" || id === "military";
const acronym = /^[А-ЯІЇЄҐ]{2,5}$/u;

/** "960 отдельному авиационному полку", "25 воздушно-десантной", "58 ОА": before an adjective in the singular or initials that name nothing of ours stands a number of an army's unit. */
function isUnitNumber(document: Document, sentence: Sentence, from: number, to: number): boolean {
  const { tokens, whole } = document;
  const [digits, adjective] = [tokens[from], tokens[to]];
  if (to - from !== 1 || digits?.kind !== "number" || adjective?.kind !== "word" || to >= sentence.to)
    return false;
  if (!adjective.acronym && (adjective.capital || !isSingular(adjective.norm))) return false;
  const words = hitsFrom(sentence, to);
  if (words.some((hit) => hit.to - hit.from > 1 || isOfPeople(hit.id))) return false;
  const isNamed = words.some((hit) => hit.family !== "topic");
  if (!isNamed && acronym.test(whole.slice(adjective.start, adjective.end))) return true;
  // "21 жилого дома": after such a number a noun stands in the singular too.
  const isOfOne = /(?:^|[^1])1$/u.test(digits.norm);
  return !isOfOne && !adjective.capital && isSingular(adjective.norm);
}

const bombWeights: ReadonlySet<string> = new Set(["100", "250", "500", "1000", "1500", "3000"]);

/** "Ми - 8", "«КАБ – 250»": what stands after a dash and a designer's letters is a model's number. */
function isModelAfterDash({ tokens }: Document, sentence: Sentence, from: number): boolean {
  if (!isDash(itemAt(tokens, from - 1)?.norm)) return false;
  const isCapital = itemAt(tokens, from - 2)?.capital === true;
  return (
    (isCapital && sentence.hits.of.model.some((hit) => hit.to === from - 1)) ||
    (bombWeights.has(tokens[from]?.norm ?? "") &&
      itemAt(tokens, from - 3)?.norm === '"' &&
      sentence.hits.of.bomb.some((hit) => hit.to === from - 1))
  );
}

/** "1,000-for-1,000": the hyphen holds a word between two numbers. */
function isBetweenNumbers(document: Document, at: number): boolean {
  const { tokens } = document;
  const near = [tokens[at], tokens[at + 1]];
  return near.some((token) => token?.kind === "number" && token.glued);
}

const shareMax = 10;
const flying: ReadonlySet<string> = new Set(["drone", "missile", "aerial", "bomb", "rocket"]);

/** "2/3 of the stocks": a share, not "34/44 drones". */
function isShare(document: Document, sentence: Sentence, from: number): boolean {
  const { tokens } = document;
  const at = tokens[from + 1]?.norm === "/" ? from : itemAt(tokens, from - 1)?.norm === "/" ? from - 2 : null;
  if (
    at !== null &&
    sentence.hits.some((hit) => flying.has(hit.id) && hit.from - at - 3 <= 1 && hit.from >= at + 3)
  )
    return false;
  const [one, slash, two] = at === null ? [] : [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (one?.kind !== "number" || two?.kind !== "number" || slash?.glued !== true || !two.glued) return false;
  return Number(two.norm) <= shareMax && Number(one.norm) < Number(two.norm);
}

function isRatio(document: Document, from: number): boolean {
  const left = itemAt(document.tokens, from - 2);
  if (left?.kind !== "number" || itemAt(document.tokens, from - 1)?.glued !== true) return false;
  return !isSeason(left.norm, document.tokens[from]?.norm ?? "");
}

/** "The season 2021/22". */
function isSeason(year: string, next: string): boolean {
  return /^(?:19|20)\d\d$/u.test(year) && Number(next) === (Number(year) + 1) % 100;
}

/** "1 к 8", "один до восьми" in digits: how two sides compare, and no count of either; "1000 на 1000" is one of both. */
function isProportion({ tokens }: Document, from: number, to: number): boolean {
  const isBefore = tokens[to]?.norm === "к";
  if (!isBefore && itemAt(tokens, from - 1)?.norm !== "к") return false;
  const isSmall = (at: number): boolean => /^\d{1,2}$/u.test(itemAt(tokens, at)?.norm ?? "");
  if (!isSmall(from)) return false;
  return (isBefore && isSmall(to + 1)) || (itemAt(tokens, from - 1)?.norm === "к" && isSmall(from - 2));
}

/** "Day 285 of the war"; "in the past day 285 people" counts people. */
function isCountOfDays({ tokens, language }: Document, sentence: Sentence, from: number): boolean {
  const unit = sentence.hits.of.duration.find((hit) => hit.to === from && hit.to - hit.from === 1);
  // "In the same three weeks 766 people": the unit has a number of its own.
  const count = unit === undefined ? undefined : itemAt(tokens, unit.from - 1);
  if (count?.kind === "number" || cardinalOf(language.numerals, count?.norm ?? "") !== undefined)
    return false;
  return unit !== undefined && !sentence.hits.of.cue.some((hit) => hit.from < unit.from && hit.to >= unit.to);
}

/** "Dec. 30": a full stop that ends no sentence. */
function isStop(document: Document, at: number): boolean {
  const token = document.tokens[at];
  return token?.norm === "." && token.glued;
}

const day = /^\d{1,2}$/;

/** "З 1 по 7 травня", "1-7 травня": the first day of a stretch. */
function isFirstDay(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (!sentence.hits.of.month.some((hit) => hit.from === to + 2)) return false;
  const isDay = to - from === 1 && day.test(document.tokens[from]?.norm ?? "");
  if (!isDay || !day.test(document.tokens[to + 1]?.norm ?? "")) return false;
  const joint = document.tokens[to]?.norm ?? "";
  return (
    joint === "–" ||
    joint === "-" ||
    sentence.hits.of.rangeTo.some((hit) => hit.from === to) ||
    // "В ночь с 16 на 17 июня".
    (sentence.hits.of.in.some((hit) => hit.from === to) &&
      sentence.hits.of.from.some((hit) => hit.to === from))
  );
}

/** "In November 505 square kilometres": neither a day nor a year. */
function isPastMonthsEnd(norm: string): boolean {
  return /^\d{2,}$/u.test(norm) && Number(norm) > 31 && !/^(?:19|20)\d\d$/u.test(norm);
}

function isDayRange({ tokens }: Document, from: number, to: number): boolean {
  const [first, dash, last] = tokens.slice(from, to);
  return (
    to - from === 3 &&
    "-–—".includes(dash?.norm ?? " ") &&
    !isPastMonthsEnd(first?.norm ?? "") &&
    !isPastMonthsEnd(last?.norm ?? "")
  );
}

/** Whether what a number may count begins there. */
function isCounted(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.thing.some((hit) => hit.from === at);
}

const year = /^(?:19|20)\d\d$/u;

/** "23 ноября пятью ракетами", "on 23 November five missiles": the day is told before the month, and the number after it is no year. */
function isCountAfterDay({ tokens }: Document, month: number, from: number): boolean {
  return day.test(itemAt(tokens, month - 1)?.norm ?? "") && !year.test(tokens[from]?.norm ?? "");
}

function isDayOfMonth(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (sentence.hits.of.month.length === 0) return false;
  if (isFirstDay(document, sentence, from, to) || isLastDay(document, sentence, from)) return true;
  if (isPastMonthsEnd(document.tokens[from]?.norm ?? "")) return false;
  return sentence.hits.of.month.some(
    (hit) =>
      hit.from === to ||
      // "On October 10–12", and not "in October 10–12 drones".
      (hit.to === from && isDayRange(document, from, to) && !isCounted(sentence, to)) ||
      (to - from === 1 &&
        !isCountAfterMonth(sentence, hit) &&
        !isCountAfterDay(document, hit.from, from) &&
        (hit.to === from || (hit.to === from - 1 && isStop(document, hit.to)))),
  );
}
