import type { ThingConcept } from "../../languages/concepts.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isPeople } from "./people.ts";
import { hitsOf, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";

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
  const isPredicate = next !== undefined && next.to <= whole;
  const limit = isPredicate || next === undefined ? sentence.to : next.start;
  const noun = hitsOfFamily(sentence, "thing").find(
    (hit) =>
      hit.from >= whole &&
      hit.from - whole < partReach &&
      hit.from < limit &&
      (isPeople(hit.id as ThingConcept) || flies.has(hit.id)),
  );
  if (noun === undefined) return null;
  for (let at = whole; at < noun.from; at++) if (!mayStandBefore(document, sentence, at)) return null;
  return { nouns: hitsOfFamily(sentence, "thing").filter((hit) => hit.from === noun.from), isPredicate };
}

/** A party's name, a kind of weapon or a form of "be" between the words for the whole and the noun of its part. */
function mayStandBefore({ tokens, language }: Document, sentence: Sentence, at: number): boolean {
  if (language.plurals?.passive.has(tokens[at]?.norm ?? "") === true) return true;
  return hitsOfFamilies(sentence, ["party", "kind"]).some((hit) => hit.from === at);
}

/** Where the words for the whole of a part end: after "of them", or before the "were" that tells what the part is. Null: no part. */
function wholeEnd(
  { tokens, language }: Document,
  sentence: Sentence,
  number: NumberHit,
  next: NumberHit | undefined,
): number | null {
  const cue = hitsOf(sentence, "ofThem").find((hit) => hit.from === number.to);
  if (cue !== undefined) return cue.to;
  const of = hitsOf(sentence, "outOf").find((hit) => hit.from === number.to && hit.to === next?.start);
  if (of === undefined || next === undefined) return null;
  for (let at = next.to; at < Math.min(sentence.to, next.to + predicateReach); at++) {
    if (tokens[at]?.kind === "mark") return null;
    const isBe = language.plurals?.passive.has(tokens[at]?.norm ?? "") === true;
    // "Two of the 15 who were injured": told of the whole.
    if (isBe && !hitsOf(sentence, "clause").some((hit) => hit.to === at)) return at;
  }
  return null;
}
