/** Whom captives or bodies were handed to. */

import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOf, hitsOfFamilies } from "../text/sentence-hits.ts";

/** The parties of a sentence that something is handed to, in order: "to Ukraine", "to Kyiv". */
export function recipients({ sentence }: Setting): Hit[] {
  const toward = hitsOf(sentence, "toward");
  if (toward.length === 0) return [];
  return hitsOfFamilies(sentence, ["party", "metonym"]).filter((hit) =>
    toward.some((cue) => cue.to === hit.from),
  );
}

/** "1,200 went to Ukraine and 27 to Russia": it stands after this number and before the next. */
export function isOwnRecipient({ numbers }: Setting, number: NumberHit, recipient: Hit): boolean {
  return (
    recipient.from >= number.to &&
    !numbers.some((other) => other.from >= number.to && other.to <= recipient.from)
  );
}
