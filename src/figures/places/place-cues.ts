import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const weekdayOrMonth = anyOf("weekday", "month");

const cueReach = 3;
/** Over so many tokens of a list a word of where, or for a region, is one of all its places. */
export const listReach = 14;

/** Whether a word of where stands before the place, with at most two words or other places of a list between. */
export function hasCueBefore(document: Document, sentence: Sentence, hit: Hit, id: "in" | "from"): boolean {
  if (hitsOf(sentence, id).length === 0) return false;
  for (let at = hit.from; at > sentence.from && hit.from - at < listReach; at--) {
    const cue = cueEndingAt(sentence, at);
    if (cue !== null) return cue.id === id;
    const token = itemAt(document.tokens, at - 1);
    if (token === undefined || token.kind === "number") return false;
    if (isDayBefore(sentence, at)) return false;
    const isListed =
      token.norm === "," ||
      token.norm === ":" ||
      token.norm === document.language.plurals?.definite ||
      token.capital ||
      sentence.hits.of.and.some((other) => other.from === at - 1);
    if (!isListed && hit.from - at >= cueReach) return false;
  }
  return false;
}

/** "На кордоні з Білоруссю": of the words of where and of where from that end there the longest. Null: none do. */
function cueEndingAt({ hits }: Sentence, at: number): Hit | null {
  // They stand in order, the longest first of those that begin together.
  for (const hit of hits) {
    if (hit.from >= at) break;
    if (hit.to === at && hit.family === "cue" && (hit.id === "in" || hit.id === "from")) return hit;
  }
  return null;
}

/** "On Friday and Israel": a day is no place of a list. */
export function isDayBefore(sentence: Sentence, at: number): boolean {
  return hitsOfAny(sentence, weekdayOrMonth).some((hit) => hit.to === at);
}
