import type { NoiseConcept, ThingConcept } from "../languages/concepts.ts";
import { noiseConcepts } from "../languages/concepts.ts";
import type { Group } from "../model/figure.ts";
import type { Document, Sentence } from "./document.ts";
import type { Hit } from "./lexer.ts";
import type { NumberHit } from "./numbers.ts";

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
const noise: ReadonlySet<string> = new Set<NoiseConcept>(noiseConcepts);

/** Groups of people among the things; the rest of the people are no group. */
const groupOf: Partial<Record<ThingConcept, Group>> = {
  civilians: "civilians",
  children: "children",
  women: "women",
  men: "men",
  military: "military",
  police: "police",
  rescuers: "rescuers",
  medics: "medics",
  journalists: "journalists",
  foreigners: "foreigners",
};

/** Narrow groups before wide ones: a woman soldier is told as a soldier. */
const groupOrder: readonly ThingConcept[] = [
  "rescuers",
  "medics",
  "journalists",
  "police",
  "children",
  "military",
  "foreigners",
  "women",
  "men",
  "civilians",
];

const people: ReadonlySet<string> = new Set([
  ...Object.keys(groupOf),
  "person",
  "militants",
  "captive",
  "hostage",
]);

/** Whether the thing is people. */
export function isPeople(thing: ThingConcept | null): boolean {
  return thing !== null && people.has(thing);
}

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
      next: numbers[index + 1],
      nextCounted: counted[index + 1],
    });
  }
  return counted;
}

interface Place {
  readonly number: NumberHit;
  readonly next: NumberHit | undefined;
  readonly nextCounted: Counted | undefined;
}

function countedBy(document: Document, sentence: Sentence, place: Place): Counted {
  const { number, next, nextCounted } = place;
  const limit = Math.min(sentence.to, number.to + reach);
  const label = labelBefore(document, sentence, number);
  if (isOfBodies(sentence, number))
    return {
      thing: "body",
      things: ["body"],
      group: null,
      from: number.to,
      to: number.to,
      isNoise: false,
      isLabel: false,
      isPart: false,
    };
  for (let at = number.to; at < limit; at++) {
    const token = document.tokens[at];
    if (token === undefined) break;
    if (next !== undefined && at >= next.start) {
      const hasAdjective = at - number.to >= 2 || isRatio(document, sentence, number.to, next.from);
      const isJoined = isAnd(sentence, number.to) || isListOfNoise(document, number);
      if (nextCounted?.isNoise === true && at - number.to === 1 && isJoined)
        return { ...nextCounted, isPart: false };
      if (hasAdjective && nextCounted !== undefined && nextCounted.thing !== null && !nextCounted.isLabel)
        return { ...nextCounted, isPart: false };
      break;
    }
    if (token.norm === "/" && token.glued && next?.from === at + 1) continue;
    if (token.kind === "mark" && !isSoft(token.norm)) break;
    if (token.norm === "-" && !token.glued && document.tokens[at + 1]?.glued !== true) break;
    const hits = sentence.hits.filter((hit) => hit.from === at);
    const things = hits.filter((hit) => hit.family === "thing");
    if (
      things.length > 0 &&
      !isCompound(document, sentence, things) &&
      !isAdjective(document, sentence, things)
    )
      return countedAs(sentence, number, things);
    if (things.length > 0) continue;
    if (hits.some((hit) => hit.family === "act") && document.language.freeOrder && finite.test(token.norm))
      break;
    if (
      hits.some((hit) => hit.family === "act") &&
      !isAdjectiveLike(document, hits, number.to) &&
      !isBeforeNoun(sentence, hits)
    )
      break;
    if (
      hits.some(
        (hit) => hit.family === "cue" && (hit.id === "includes" || hit.id === "says" || hit.id === "planned"),
      )
    )
      break;
    if (hits.some((hit) => hit.id === "including" || hit.id === "ofThem")) break;
    if (hits.some((hit) => hit.id === "in" || hit.id === "by") && things.length === 0) break;
    if (isTurn(document, number.to, at, hits)) break;
    if (hits.length === 0) {
      const unknown = unknownPlural(document, number.to, at);
      if (unknown !== null) return unknown;
    }
  }
  if (label !== null) return label;
  return {
    thing: null,
    things: [],
    group: null,
    from: number.to,
    to: number.to,
    isNoise: false,
    isLabel: false,
    isPart: false,
  };
}

/** "Two Americans and a helicopter": after "and" stands another noun, unless adjectives are joined. */
function isTurn(document: Document, from: number, at: number, hits: readonly Hit[]): boolean {
  const { plurals } = document.language;
  if (plurals === null || at === from || !hits.some((hit) => hit.id === "and")) return false;
  return !plurals.adjective.test(document.tokens[at - 1]?.norm ?? "");
}

/** "Two buses carried prisoners", "40 holidaymakers": a plural right after the number that no lexicon holds. */
function unknownPlural(document: Document, from: number, at: number): Counted | null {
  const { plurals } = document.language;
  const token = document.tokens[at];
  if (plurals === null || token === undefined || token.capital || !plurals.noun.test(token.norm)) return null;
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

/** "29 of 38 drones", "34/44": both numbers count the noun after the second. */
export function isRatio(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (to - from === 1 && document.tokens[from]?.norm === "/") return true;
  return sentence.hits.some((hit) => hit.id === "outOf" && hit.from === from && hit.to === to);
}

/** "48 and 66 years": the unit belongs to both. */
function isAnd(sentence: Sentence, at: number): boolean {
  return sentence.hits.some((hit) => hit.id === "and" && hit.from === at);
}

/** "8, 12 and 17 years" in Ukrainian and Russian: the unit belongs to all of the list. */
function isListOfNoise(document: Document, number: NumberHit): boolean {
  return document.language.freeOrder && document.tokens[number.to]?.norm === ",";
}

function isSoft(norm: string): boolean {
  return (
    norm === "!" ||
    norm === ")" ||
    norm === '"' ||
    norm === "-" ||
    norm === "(" ||
    norm === "'" ||
    norm === "*"
  );
}

/** "109 attack drones": in English the last noun of a row is the head. */
function isCompound(document: Document, sentence: Sentence, things: readonly Hit[]): boolean {
  if (document.language.freeOrder || !things.some((hit) => attributes.has(hit.id))) return false;
  const end = Math.max(...things.map((hit) => hit.to));
  return sentence.hits.some((hit) => hit.family === "thing" && hit.from === end && !noise.has(hit.id));
}

const adjectival = /(?:их|ых|ими|ыми|ий|ый|і|ые|ие|ого|его|ному|ом|ім)$/u;

/** "28 цивільних об'єктів": what may be a noun of people describes the thing after it. */
function isAdjective(document: Document, sentence: Sentence, things: readonly Hit[]): boolean {
  if (!document.language.freeOrder || !things.every((hit) => people.has(hit.id))) return false;
  const end = Math.max(...things.map((hit) => hit.to));
  if (!adjectival.test(document.tokens[end - 1]?.norm ?? "")) return false;
  return sentence.hits.some(
    (hit) => hit.family === "thing" && hit.from === end && !noise.has(hit.id) && !people.has(hit.id),
  );
}

/** Nouns that describe the noun after them. */
const attributes: ReadonlySet<string> = new Set([
  "strike",
  "assault",
  "drone",
  "missile",
  "rocket",
  "bomb",
  "artillery",
  "military",
  "civilians",
  "site",
  "aircraft",
  "police",
  "militants",
]);

const participles: ReadonlySet<string> = new Set([
  "injure",
  "hit",
  "attack",
  "launch",
  "down",
  "destroy",
  "damage",
  "abduct",
  "release",
  "displace",
  "hold",
]);

/** "Two wounded soldiers", "250 strike drones": the act's word only describes the noun right after it. */
function isBeforeNoun(sentence: Sentence, hits: readonly Hit[]): boolean {
  const acts = hits.filter((hit) => hit.family === "act");
  if (!acts.some((hit) => participles.has(hit.id))) return false;
  const end = Math.max(...acts.map((hit) => hit.to));
  return sentence.hits.some(
    (hit) =>
      hit.family === "thing" &&
      (hit.from === end || (hit.from === end + 1 && isOwned(sentence, end))) &&
      !noise.has(hit.id),
  );
}

/** "Wounded Ukrainian soldiers": a party between the participle and its noun. */
function isOwned(sentence: Sentence, at: number): boolean {
  return sentence.hits.some((hit) => hit.family === "party" && hit.from === at && hit.to === at + 1);
}

/** Ukrainian and Russian past tenses: they end a noun phrase, participles do not. */
const finite = /(?:ли|лися|лись|ло|ла|вся)$/u;

/** Participles may stand between a number and its noun ("300 wounded soldiers"). */
function isAdjectiveLike(document: Document, hits: readonly Hit[], from: number): boolean {
  const { plurals } = document.language;
  const at = hits[0]?.from ?? from;
  if (plurals !== null && at > from && !plurals.adjective.test(document.tokens[at - 1]?.norm ?? ""))
    return false;
  return hits.some(
    (hit) =>
      hit.family === "act" &&
      (hit.id === "hold" ||
        hit.id === "damage" ||
        hit.id === "displace" ||
        hit.id === "abduct" ||
        hit.id === "release"),
  );
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
  const group = groupIn(sentence, number, ours);
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

function groupIn(sentence: Sentence, number: NumberHit, things: readonly Hit[]): Group | null {
  const head = things[0];
  if (head === undefined || !isPeople(head.id as ThingConcept)) return null;
  const near = sentence.hits.filter(
    (hit) => hit.family === "thing" && hit.from >= number.to && hit.to <= head.to + 1,
  );
  const ids = new Set([...things, ...near].map((hit) => hit.id));
  if (things.some((hit) => hit.id === "captive")) return null;
  for (const thing of groupOrder) if (ids.has(thing)) return groupOf[thing] ?? null;
  return null;
}

/** "The remains of 1,212 soldiers": the number counts the bodies. */
function isOfBodies(sentence: Sentence, number: NumberHit): boolean {
  return sentence.hits.some(
    (hit) => hit.id === "body" && hit.to <= number.start && number.start - hit.to <= 1,
  );
}

/** "As many prisoners, 195, were handed over": the noun stands right before. */
function apposedNoun(sentence: Sentence, number: NumberHit): Counted | null {
  const nouns = sentence.hits.filter(
    (hit) => hit.family === "thing" && hit.to === number.start - 1 && !noise.has(hit.id),
  );
  return nouns.length === 0 ? null : { ...countedAs(sentence, number, nouns), isLabel: true };
}

/** A line of a table: "Tanks: 10 (+3)", "танків – 10". */
function labelBefore(document: Document, sentence: Sentence, number: NumberHit): Counted | null {
  const mark = document.tokens[number.start - 1];
  if (mark === undefined || number.isWeak || number.start - 1 <= sentence.from) return null;
  const isApposed = mark.norm === "," && document.tokens[number.to]?.norm === ",";
  if (isApposed) return apposedNoun(sentence, number);
  if (mark.norm !== ":" && mark.norm !== "–" && mark.norm !== "-") return null;
  let best: Hit | null = null;
  for (const hit of sentence.hits) {
    if (
      hit.family === "thing" &&
      hit.to <= number.start - 1 &&
      number.start - hit.to <= reach &&
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
  const twins = sentence.hits.filter(
    (hit) => hit.family === "thing" && hit.from === head.from && hit.to === head.to,
  );
  return {
    ...countedAs(sentence, number, twins),
    group: groupIn(sentence, { ...number, to: head.from }, twins),
    isLabel: true,
  };
}
