import type { ThingConcept } from "../../languages/concepts.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isPeople } from "./people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const partyOrKind = anyOf("party", "kind");
const victimActs = anyOf("kill", "injure", "missing");

const partReach = 3;
const predicateReach = 12;
const flies: ReadonlySet<string> = new Set(["drone", "missile", "rocket", "bomb"]);

/** The noun of a part, with all its meanings. */
export interface PartNoun {
  readonly nouns: readonly Hit[];
  /** "Two of the 15 people injured were children": it is told of the part, behind what was done to the whole. */
  readonly isPredicate: boolean;
}

/**
 * The noun of a number that is a part: "seven of them Cambodian civilians", "382 of them drones", "two of the 15 people injured were
 * children". `next`: the number after it. Null: the number is no such part.
 */
export function partNoun(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  next: NumberHit | undefined,
): PartNoun | null {
  if (document.language.freeOrder) return null;
  const whole = wholeEnd(document, sentence, number, next);
  if (whole === null) return null;
  const isOfNumber = next !== undefined && next.to <= whole;
  const isPredicate = isOfNumber || isOfHarmed(sentence, number, whole);
  const limit = isOfNumber || next === undefined ? sentence.to : next.start;
  const noun = sentence.hits.of.thing.find(
    (hit) =>
      hit.from >= whole &&
      hit.from - whole < partReach &&
      hit.from < limit &&
      (isPeople(hit.id as ThingConcept) || flies.has(hit.id)),
  );
  if (noun === undefined) return null;
  for (let at = whole; at < noun.from; at++) if (!mayStandBefore(document, sentence, at)) return null;
  return { nouns: sentence.hits.of.thing.filter((hit) => hit.from === noun.from), isPredicate };
}

/** A party's name, a kind of weapon or a form of "be" between the words for the whole and the noun of its part. */
function mayStandBefore({ tokens, language }: Document, sentence: Sentence, at: number): boolean {
  if (language.plurals?.passive.has(tokens[at]?.norm ?? "") === true) return true;
  // "34 of them cruise missiles".
  return hitsOfAny(sentence, partyOrKind).some((hit) => hit.from === at);
}

/** Where the words for the whole of a part end: after "of them", or before the "were" that tells what the part is. Null: no part. */
function wholeEnd(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  next: NumberHit | undefined,
): number | null {
  const cue = sentence.hits.of.ofThem.find((hit) => hit.from === number.to);
  if (cue !== undefined) return endOfHarmed(document, sentence, cue) ?? cue.to;
  const of = sentence.hits.of.outOf.find((hit) => hit.from === number.to && hit.to === next?.start);
  if (of === undefined || next === undefined) return null;
  return copulaAfter(document, sentence, next.to);
}

/** Where the "were" stands that tells what those named before it are; null: none does before a mark. */
function copulaAfter({ tokens, language }: Document, sentence: Sentence, from: number): number | null {
  for (let at = from; at < Math.min(sentence.to, from + predicateReach); at++) {
    if (tokens[at]?.kind === "mark") return null;
    const isBe = language.plurals?.passive.has(tokens[at]?.norm ?? "") === true;
    // "Two of the 15 who were injured": told of the whole.
    if (isBe && !sentence.hits.of.clause.some((hit) => hit.to === at)) return at;
  }
  return null;
}

/** "Three of those killed in Lviv were children": where the words for those end. Null: the cue has no harm after it. */
function endOfHarmed(document: Document, sentence: Sentence, cue: Hit): number | null {
  const isHarm = hitsOfAny(sentence, victimActs).some((hit) => hit.from === cue.to);
  return isHarm ? copulaAfter(document, sentence, cue.to) : null;
}

/** Whether the harm of the whole stands between the number and its noun. */
function isOfHarmed(sentence: Sentence, number: NumberHit, whole: number): boolean {
  return hitsOfAny(sentence, victimActs).some((hit) => hit.from >= number.to && hit.to <= whole);
}
