/** Which noun each number of a sentence counts. */

import type { NumberHit } from "../numbers/numbers.ts";
import { pastGain } from "../parts/gains.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { Counted } from "./counted.ts";
import { countedAs, nounReach, nounless } from "./counted.ts";
import { endOfBothKinds } from "./both-kinds.ts";
import { labelBefore, toldLabel } from "./labels.ts";
import {
  genitiveOfMany,
  isAdjective,
  isAnd,
  isCompound,
  isListOfNoise,
  isRatio,
  isSoft,
  isTurn,
} from "./noun-phrase.ts";
import { partNoun } from "./part-noun.ts";
import { endsPhrase } from "./phrase-end.ts";
import { deadPlural, isOfUnknownNoun, unknownPlural } from "./unlisted-nouns.ts";
import { hitsFrom } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

/** The noun that each number counts; a number without one leans on the next ("5 missile and 58 air strikes"). */
export function countThings(
  document: Document,
  sentence: Sentence,
  numbers: readonly NumberHit[],
): Counted[] {
  const counted: Counted[] = [];
  for (let index = numbers.length - 1; index >= 0; index--) {
    const number = numbers[index];
    if (number === undefined) continue;
    counted[index] = countedBy(document, sentence, {
      number,
      before: itemAt(numbers, index - 1),
      next: numbers[index + 1],
      nextCounted: counted[index + 1],
    });
  }
  return counted;
}

/** "1.2 million driven from their homes": the noun is of the verb's own words. */
function holdsNoun({ language }: Document, sentence: Sentence, hits: readonly Hit[]): boolean {
  if (language.freeOrder) return false;
  return hits.some(
    (act) =>
      act.family === "act" &&
      act.to - act.from > 2 &&
      sentence.hits.of.thing.some((noun) => noun.from > act.from && noun.to <= act.to),
  );
}

interface Place {
  readonly number: NumberHit;
  readonly before: NumberHit | undefined;
  readonly next: NumberHit | undefined;
  readonly nextCounted: Counted | undefined;
}

function countedBy(document: Document, sentence: Sentence, place: Place): Counted {
  const { number, next, nextCounted } = place;
  const told = toldLabel(document, sentence, number, place.before);
  if (told !== null && !sentence.hits.of.thing.some((hit) => hit.from === number.to)) return told;
  const label = ownLabel(labelBefore(document, sentence, number), place);
  // "8117 (+9) танків"; "БПЛА – 40435 (+138) од": that is of the row's label.
  const start = label === null ? pastGain(document.tokens, number) : number.to;
  const limit = Math.min(sentence.to, start + nounReach);
  const named = nounOfPart(document, sentence, place);
  if (named !== null) return named;
  if (next?.start === number.to + 1 && nextCounted?.isNoise === true && isListOfNoise(document, number))
    return { ...nextCounted, isPart: false };
  if (isTimes(sentence, number)) return { ...nounless(number), thing: "times", things: ["times"] };
  if (isOfBodies(sentence, number)) return { ...nounless(number), thing: "body", things: ["body"] };
  for (let at = start; at < limit; at++) {
    const token = document.tokens[at];
    if (token === undefined) break;
    if (next !== undefined && at >= next.start) {
      const hasAdjective =
        (at - number.to >= 2 && !hasArticle(document, sentence, number.to, at)) ||
        isRatio(document, sentence, number.to, next.from);
      const isJoined = isAnd(sentence, number.to) || isListOfNoise(document, number);
      const isOfNoise = isRatio(document, sentence, number.to, next.from);
      if (nextCounted?.isNoise === true && ((at - number.to === 1 && isJoined) || isOfNoise))
        return { ...nextCounted, isPart: false };
      if (hasAdjective && nextCounted !== undefined && nextCounted.thing !== null && !nextCounted.isLabel)
        return { ...nextCounted, isPart: false };
      break;
    }
    // "Курской (39) областей", "ракет (18 із 22) та дронів": what follows the bracket is not counted in it.
    if (token.norm === ")" && isBracketOpen(document, sentence, number.start)) break;
    if (token.norm === "/" && token.glued && next?.from === at + 1) continue;
    if (token.kind === "mark" && !isSoft(token.norm)) break;
    if (token.norm === "-" && !token.glued && document.tokens[at + 1]?.glued !== true) break;
    const hits = hitsFrom(sentence, at);
    if (holdsNoun(document, sentence, hits)) break;
    const things = hits.filter((hit) => hit.family === "thing" && !isOfTaking(document, sentence, hit));
    if (label !== null && isUnitOfRow(document, things)) return label;
    const together = bothKinds(document, sentence, number, things);
    if (together !== null) return together;
    const hitters = document.language.freeOrder ? whatHit(document, sentence, things) : [];
    if (hitters.length > 0) return countedAs(sentence, number, hitters);
    if (
      things.length > 0 &&
      !isCompound(document, sentence, things) &&
      !isAdjective(document, sentence, things)
    )
      return isOfUnknownNoun(document, sentence, number, at)
        ? nounless(number)
        : countedAs(sentence, number, things);
    if (things.length > 0) continue;
    const dead = deadPlural(document, sentence, hits);
    if (dead !== null) return dead;
    if (endsPhrase(document, sentence, number, hits)) break;
    if (isTurn(document, number.to, at, hits)) break;
    if (hits.length === 0) {
      const unknown = unknownPlural({ document, sentence }, number.to, at);
      if (unknown !== null) return unknown;
    }
  }
  return label ?? loneNational(document, sentence, number) ?? nounless(number);
}

/** "Виявлено дронів: 83, з них знищено: 57": what stands by another number between is none of this number's words. */
function ownLabel(label: Counted | null, { number, before }: Place): Counted | null {
  if (label === null || before === undefined || before.from < label.to) return label;
  return { ...label, from: number.start, to: number.to };
}

/** "Крилатих ракет - 2636 од.;", "літаків – 12 одиниць": a word for pieces that ends the row counts what the row is of. */
function isUnitOfRow({ tokens }: Document, things: readonly Hit[]): boolean {
  const [unit] = things;
  if (unit === undefined || !things.every((thing) => thing.id === "equipment")) return false;
  const after = tokens[Math.max(...things.map((thing) => thing.to))];
  return after === undefined || after.kind !== "word";
}

/** "16 ракетами и беспилотниками": what flies, of two kinds. */
function bothKinds(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  things: readonly Hit[],
): Counted | null {
  const [first] = things;
  const to = first === undefined ? null : endOfBothKinds(document, sentence, first.from);
  return to === null
    ? null
    : { ...countedAs(sentence, number, things), thing: "aerial", things: ["aerial"], to };
}

const hitterReach = 3;

/** "12 прилетов планирующих бомб", "3 прильоти «шахедів»": what hit stands after the noun of hitting. [] where that noun stands alone. */
function whatHit({ tokens }: Document, sentence: Sentence, things: readonly Hit[]): readonly Hit[] {
  const noun = things.find((thing) => thing.id === "strike");
  if (noun === undefined || !sentence.hits.of.hit.some((hit) => hit.from === noun.from)) return [];
  for (let at = noun.to; at < noun.to + hitterReach; at++) {
    const weapons = hitsFrom(sentence, at).filter((hit) => hit.family === "thing" && flying.has(hit.id));
    if (weapons.length > 0) return weapons;
    const norm = tokens[at]?.norm ?? "";
    if (!genitiveOfMany.test(norm) && norm !== '"') return [];
  }
  return [];
}

const flying: ReadonlySet<string> = new Set(["drone", "missile", "bomb", "rocket", "shell"]);

/** "Capturing 12 for the loss of six men": an article begins another noun. */
function hasArticle({ tokens, language }: Document, sentence: Sentence, from: number, to: number): boolean {
  // "1.7 million of the enclave's 2.3 million inhabitants".
  if (sentence.hits.of.outOf.some((of) => of.from === from)) return false;
  for (let at = from; at < to; at++) if (tokens[at]?.norm === language.plurals?.definite) return true;
  return false;
}

/** "Four Israelis and one Palestinian": the name of a people, of one. */
function loneNational(document: Document, sentence: Sentence, number: NumberHit): Counted | null {
  if (document.language.freeOrder || !number.isWeak) return null;
  const name = sentence.hits.of.party.find((hit) => hit.from === number.to);
  const isAdjective = sentence.hits.some((hit) => hit.from === name?.to && hit.family === "thing");
  if (name === undefined || isAdjective || document.tokens[name.to]?.capital === true) return null;
  return { ...nounless(number), thing: "person", things: ["person"], from: name.from, to: name.to };
}

/** "35 taken hostage": the last word of what was done to them. */
function isOfTaking({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    !language.freeOrder &&
    (hit.id === "hostage" || hit.id === "captive") &&
    sentence.hits.of.abduct.some((act) => act.from < hit.from && act.to === hit.to)
  );
}

/** "Seven of them Cambodian civilians": the noun of a part stands after the words for its whole. */
function nounOfPart(document: Document, sentence: Sentence, { number, next }: Place): Counted | null {
  const found = partNoun(document, sentence, number, next);
  if (found === null) return null;
  const part = countedAs(sentence, number, found.nouns);
  // The words for the whole stand between: its acts are no part of the noun.
  return found.isPredicate ? { ...part, from: number.to, to: number.to } : part;
}

/** "The remains of 1,212 soldiers": the number counts the bodies; "34 bodies and over 100 wounded": not those. */
function isOfBodies(sentence: Sentence, number: NumberHit): boolean {
  if (!sentence.hits.has.body) return false;
  return sentence.hits.of.body.some(
    (hit) => hit.to <= number.start && number.start - hit.to <= 1 && !isAnd(sentence, hit.to),
  );
}

/** "Тричі", "дважды": the word itself says that times are counted. */
function isTimes(sentence: Sentence, number: NumberHit): boolean {
  return sentence.hits.of.times.some((hit) => hit.from === number.from && hit.to === number.to);
}

const openReach = 4;

/** Whether a number stands in a bracket, with words of a ratio at most before it. */
function isBracketOpen({ tokens }: Document, sentence: Sentence, at: number): boolean {
  for (let back = at - 1; back >= sentence.from && at - back <= openReach; back--) {
    const norm = tokens[back]?.norm;
    if (norm === ")") return false;
    if (norm === "(") return true;
  }
  return false;
}
