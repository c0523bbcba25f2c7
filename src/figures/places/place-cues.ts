import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies } from "../text/sentence-hits.ts";

const cueReach = 3;
/** Over so many tokens of a list a word of where, or for a region, is one of all its places. */
export const listReach = 14;

/** Whether a word of where stands before the place, with at most two words or other places of a list between. */
export function hasCueBefore(document: Document, sentence: Sentence, hit: Hit, id: "in" | "from"): boolean {
  for (let at = hit.from; at > sentence.from && hit.from - at < listReach; at--) {
    // "На кордоні з Білоруссю": the longest phrase tells.
    const cue = hitsOfAny(sentence, ["in", "from"])
      .filter((other) => other.to === at && other.family === "cue")
      .reduce<Hit | null>((best, other) => (best === null || other.from < best.from ? other : best), null);
    if (cue !== null) return cue.id === id;
    const token = document.tokens[at - 1];
    if (token === undefined || token.kind === "number") return false;
    if (isDayBefore(sentence, at)) return false;
    const isListed =
      token.norm === "," ||
      token.norm === ":" ||
      token.capital ||
      hitsOf(sentence, "and").some((other) => other.from === at - 1);
    if (!isListed && hit.from - at >= cueReach) return false;
  }
  return false;
}

/** "On Friday and Israel": a day is no place of a list. */
export function isDayBefore(sentence: Sentence, at: number): boolean {
  return hitsOfFamilies(sentence, ["weekday", "month"]).some((hit) => hit.to === at);
}
