import type { ThingConcept } from "../../languages/concepts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Counted } from "../things/counted.ts";

/** How an act is reached from a number: what was looked at on the way. */
export interface Question {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
  readonly index: number;
  readonly counted: Counted;
  /** The nouns of all numbers of the sentence. */
  readonly allCounted: readonly Counted[];
  readonly isCaptivity: boolean;
  /** The things that a bare number may count. */
  readonly bareThings: readonly ThingConcept[];
  /** The counted thing stands before a verb of growth. */
  readonly isGrown: boolean;
}

/** The tokens from the number's hedge to its noun. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
