import type { ThingConcept } from "../../languages/concepts.ts";
import type { Group } from "../../model/figure.ts";
import type { Document, Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import {
  isAdjective,
  isAnd,
  isCompound,
  isListOfNoise,
  isRatio,
  isSoft,
  isTurn,
  noise,
} from "./noun-phrase.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { groupIn, isJoinedToOthers, isPeople } from "./people.ts";
import { endsPhrase } from "./phrase-end.ts";
import { partNoun } from "./part-noun.ts";
import { hitsOf, hitsOfFamily } from "../text/sentence-hits.ts";
import { nounToldAt, toldSpan } from "./told-span.ts";

/** What a number counts. */
export interface Counted {
  /** Null: no noun of ours stands by the number ("40 were shot down"). */
  readonly thing: ThingConcept | null;
  /** All meanings of the noun, `thing` first. */
  readonly things: readonly ThingConcept[];
  readonly group: Group | null;
  /** The noun's tokens; both at the number's end when there is none. */
  readonly from: number;
  readonly to: number;
  /** The noun is a unit or something that is not counted here. */
  readonly isNoise: boolean;
  /** The noun stands before its number: a line of a table. */
  readonly isLabel: boolean;
  /** "of them", "including": the noun is that of the number before. */
  readonly isPart: boolean;
}

const reach = 7;

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
      before: numbers[index - 1],
      next: numbers[index + 1],
      nextCounted: counted[index + 1],
    });
  }
  return counted;
}

interface Place {
  readonly number: NumberHit;
  readonly before: NumberHit | undefined;
  readonly next: NumberHit | undefined;
  readonly nextCounted: Counted | undefined;
}

function countedBy(document: Document, sentence: Sentence, place: Place): Counted {
  const { number, next, nextCounted } = place;
  const limit = Math.min(sentence.to, number.to + reach);
  const told = toldLabel(document, sentence, place);
  if (told !== null && !hitsOfFamily(sentence, "thing").some((hit) => hit.from === number.to)) return told;
  const label = labelBefore(document, sentence, number);
  const named = nounOfPart(document, sentence, place);
  if (named !== null) return named;
  if (next?.start === number.to + 1 && nextCounted?.isNoise === true && isListOfNoise(document, number))
    return { ...nextCounted, isPart: false };
  if (isTimes(sentence, number)) return { ...nounless(number), thing: "times", things: ["times"] };
  if (isOfBodies(sentence, number)) return { ...nounless(number), thing: "body", things: ["body"] };
  for (let at = number.to; at < limit; at++) {
    const token = document.tokens[at];
    if (token === undefined) break;
    if (next !== undefined && at >= next.start) {
      const hasAdjective = at - number.to >= 2 || isRatio(document, sentence, number.to, next.from);
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
    const hits = sentence.hits.filter((hit) => hit.from === at);
    const things = hits.filter((hit) => hit.family === "thing" && !isOfTaking(document, sentence, hit));
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

/** "Four Israelis and one Palestinian": the name of a people, of one. */
function loneNational(document: Document, sentence: Sentence, number: NumberHit): Counted | null {
  if (document.language.freeOrder || !number.isWeak) return null;
  const name = hitsOfFamily(sentence, "party").find((hit) => hit.from === number.to);
  const isAdjective = sentence.hits.some((hit) => hit.from === name?.to && hit.family === "thing");
  if (name === undefined || isAdjective || document.tokens[name.to]?.capital === true) return null;
  return { ...nounless(number), thing: "person", things: ["person"], from: name.from, to: name.to };
}

/** "35 taken hostage": the last word of what was done to them. */
function isOfTaking({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  return (
    !language.freeOrder &&
    (hit.id === "hostage" || hit.id === "captive") &&
    hitsOf(sentence, "abduct").some((act) => act.from < hit.from && act.to === hit.to)
  );
}

const inflected = /(?:их|ых|ие|ые|ні|ві|кі|ими|ыми)$/u;
const singular = /(?:ой|ый|ий|ая|яя|ую|юю|а|у)$/u;

function endsInOne({ low, high }: NumberHit): boolean {
  const value = low ?? high ?? 0;
  return value % 10 === 1 && value % 100 !== 11;
}

const incidents: ReadonlySet<string> = new Set(["strike", "assault", "clash"]);

/** "Два пути контратаки": a noun that no list knows stands between the number and what would be an incident. */
function isOfUnknownNoun(document: Document, sentence: Sentence, number: NumberHit, at: number): boolean {
  const first = document.tokens[number.to];
  if (!document.language.freeOrder || at <= number.to || first?.kind !== "word" || first.capital)
    return false;
  if (!sentence.hits.some((hit) => hit.from === at && incidents.has(hit.id))) return false;
  // "31 групповой удар", "21 ворожу атаку": after a number that ends in one the adjective is singular.
  if (endsInOne(number) && singular.test(first.norm)) return false;
  return (
    !inflected.test(first.norm) && !sentence.hits.some((hit) => hit.from <= number.to && hit.to > number.to)
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

/** No noun stands by the number. */
function nounless(number: NumberHit): Counted {
  const { to } = number;
  return {
    thing: null,
    things: [],
    group: null,
    from: to,
    to,
    isNoise: false,
    isLabel: false,
    isPart: false,
  };
}

interface Within {
  readonly document: Document;
  readonly sentence: Sentence;
}

/** "700 dead seals": a plural that no lexicon holds, and that is no people, after the word for dead. */
function deadPlural(document: Document, sentence: Sentence, hits: readonly Hit[]): Counted | null {
  const dead = hits.find((hit) => hit.family === "act" && hit.id === "kill" && hit.to - hit.from === 1);
  if (dead === undefined || sentence.hits.some((hit) => hit.from === dead.to)) return null;
  const noun = unknownPlural({ document, sentence }, dead.to, dead.to);
  return noun?.isNoise === true ? noun : null;
}

/** "Two buses carried prisoners", "40 holidaymakers": a plural right after the number that no lexicon holds. */
function unknownPlural({ document, sentence }: Within, from: number, at: number): Counted | null {
  const { plurals } = document.language;
  const token = document.tokens[at];
  if (plurals === null || token === undefined || !plurals.noun.test(token.norm)) return null;
  // Headlines write every word with a capital, which elsewhere is a name's.
  if (token.capital && !(sentence.isTitle && document.tokens[from - 1]?.kind === "number")) return null;
  if (plurals.notNouns.has(token.norm)) return null;
  for (let before = from; before < at; before++)
    if (!plurals.adjective.test(document.tokens[before]?.norm ?? "")) return null;
  const isOfPeople = plurals.people.test(token.norm) && !plurals.notPeople.has(token.norm);
  const things: readonly ThingConcept[] = isOfPeople ? ["person"] : [];
  return {
    thing: things[0] ?? null,
    things,
    group: null,
    from: at,
    to: at + 1,
    isNoise: !isOfPeople,
    isLabel: false,
    isPart: false,
  };
}

function countedAs(sentence: Sentence, number: NumberHit, things: readonly Hit[]): Counted {
  const longest = things.reduce((a, b) => (b.to > a.to ? b : a));
  const same = things.filter((hit) => hit.to === longest.to);
  const isNoise = same.every((hit) => noise.has(hit.id));
  const ours = same.filter((hit) => !noise.has(hit.id));
  // "Targets" are places unless they are shot down: what flies is the last meaning.
  const meanings = ours
    .map((hit) => hit.id as ThingConcept)
    .toSorted((a, b) => Number(a === "aerial") - Number(b === "aerial"));
  const thing = meanings[0] ?? null;
  const isOfTwo = number.low !== 1 && isJoinedToOthers(sentence, ours);
  const group = isOfTwo ? null : groupIn(sentence, number, ours);
  return {
    thing,
    things: meanings,
    group,
    from: longest.from,
    to: longest.to,
    isNoise,
    isLabel: false,
    isPart: false,
  };
}

/** "The remains of 1,212 soldiers": the number counts the bodies. */
function isOfBodies(sentence: Sentence, number: NumberHit): boolean {
  if (!hasConcept(sentence, "body")) return false;
  return hitsOf(sentence, "body").some((hit) => hit.to <= number.start && number.start - hit.to <= 1);
}

/** "Put the number of drones it destroyed at 57": the noun stands after a word of counting. */
function toldLabel(document: Document, sentence: Sentence, { number, before }: Place): Counted | null {
  const span = toldSpan(document, sentence, number, before);
  const nouns = span === null ? [] : nounToldAt(sentence, span);
  const [noun] = nouns;
  if (noun === undefined) return null;
  return {
    ...countedAs(sentence, number, nouns),
    group: groupIn(sentence, { ...number, to: noun.from }, nouns),
    isLabel: true,
  };
}

/** "As many prisoners, 195, were handed over": the noun stands right before. */
function apposedNoun(sentence: Sentence, number: NumberHit): Counted | null {
  const nouns = hitsOfFamily(sentence, "thing").filter(
    (hit) => hit.to === number.start - 1 && !noise.has(hit.id),
  );
  return nouns.length === 0 ? null : { ...countedAs(sentence, number, nouns), isLabel: true };
}

/** "Тричі", "дважды": the word itself says that times are counted. */
function isTimes(sentence: Sentence, number: NumberHit): boolean {
  return hitsOf(sentence, "times").some((hit) => hit.from === number.from && hit.to === number.to);
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

/** Past "18 of 51" where the number is the first of such; else past the number. */
function endOfRatio({ tokens }: Document, sentence: Sentence, number: NumberHit): number {
  const of = hitsOf(sentence, "outOf").find((hit) => hit.from === number.to);
  return of !== undefined && tokens[of.to]?.kind === "number" ? of.to + 1 : number.to;
}

/** A line of a table: "Tanks: 10 (+3)", "танків – 10". */
function labelBefore(document: Document, sentence: Sentence, number: NumberHit): Counted | null {
  const mark = document.tokens[number.start - 1];
  if (mark === undefined || number.isWeak || number.start - 1 <= sentence.from) return null;
  const isApposed = mark.norm === "," && document.tokens[number.to]?.norm === ",";
  if (isApposed) return apposedNoun(sentence, number);
  // "Destroyed air defence systems (56)"; of people such a number is an age.
  const isBracketed =
    mark.norm === "(" && document.tokens[endOfRatio(document, sentence, number)]?.norm === ")";
  if (mark.norm !== ":" && mark.norm !== "–" && mark.norm !== "-" && !isBracketed) return null;
  let best: Hit | null = null;
  for (const hit of sentence.hits) {
    if (
      hit.family === "thing" &&
      hit.to <= number.start - 1 &&
      number.start - hit.to <= (isBracketed ? 2 : reach) &&
      !(isBracketed && isPeople(hit.id as ThingConcept)) &&
      !noise.has(hit.id)
    )
      best = best === null || hit.to > best.to || best.from > hit.from ? hit : best;
  }
  if (best === null) return null;
  const head = best;
  const isNamed = sentence.hits.some((hit) =>
    hit.family === "party" || hit.family === "metonym"
      ? hit.to === number.start - 1 && hit.from > head.to
      : false,
  );
  if (isNamed) return null;
  const twins = hitsOfFamily(sentence, "thing").filter((hit) => hit.from === head.from && hit.to === head.to);
  return {
    ...countedAs(sentence, number, twins),
    group: groupIn(sentence, { ...number, to: head.from }, twins),
    isLabel: true,
  };
}
