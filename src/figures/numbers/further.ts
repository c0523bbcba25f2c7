import type { Sentence } from "../text/document.ts";
import type { NumberHit } from "./numbers.ts";

/** "Three others", "another two", "ще троє": more than were told before. */
export function isFurther(sentence: Sentence, number: NumberHit): boolean {
  return sentence.hits.of.another.some((hit) => hit.to === number.start || hit.from === number.to);
}
