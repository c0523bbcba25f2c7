import type { TruceLimit } from "../../model/reading.ts";
import type { Sentence } from "../text/document.ts";

/** What a sentence limits a cease-fire to: to energy or the sea, to hours or days, or to nothing ("a full cease-fire"). Null: it does not say. */
export function truceLimitOf(sentence: Sentence): TruceLimit | null {
  if (sentence.hits.has.truceOfEnergy) return "energy";
  if (sentence.hits.has.truceAtSea) return "sea";
  if (sentence.hits.has.truceOfHours) return "hours";
  return sentence.hits.has.truceInFull ? "general" : null;
}
