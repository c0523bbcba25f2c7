import type { TruceLimit } from "../../model/reading.ts";
import type { Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";

/** What a sentence limits a cease-fire to: to energy or the sea, to hours or days, or to nothing ("a full cease-fire"). Null: it does not say. */
export function truceLimitOf(sentence: Sentence): TruceLimit | null {
  if (hasConcept(sentence, "truceOfEnergy")) return "energy";
  if (hasConcept(sentence, "truceAtSea")) return "sea";
  if (hasConcept(sentence, "truceOfHours")) return "hours";
  return hasConcept(sentence, "truceInFull") ? "general" : null;
}
