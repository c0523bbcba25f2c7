/** Where a name with a capital begins and ends, and what joins it to the next of a list. */

import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { Token } from "../text/tokens.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const andOrInOrVillageWord = anyOf("and", "in", "villageWord");

const longestName = 3;

const shortestWord = 3;

/** "Донецької області", "Краматорського району": what a village is told to lie in. */
export function isRegion(sentence: Sentence, hit: Hit): boolean {
  if (hit.family !== "placeAdjective") return false;
  return sentence.hits.of.regionWord.some(
    (noun) => noun.from === hit.to && !sentence.hits.of.frontWord.some((front) => front.from === noun.from),
  );
}

/** Whether a comma or an "and" stands there. */
export function isJoint(document: Document, sentence: Sentence, at: number): boolean {
  return (
    document.tokens[at]?.norm === "," ||
    sentence.hits.of.and.some((hit) => hit.from === at && hit.to === at + 1)
  );
}

/** Past what joins two names of a list, a region of the names before included. */
export function afterJoint(document: Document, sentence: Sentence, at: number): number {
  let next = at;
  const region = sentence.hits.of.placeAdjective.find((hit) => hit.from === next && isRegion(sentence, hit));
  if (region !== undefined) next = region.to + 1;
  const norm = document.tokens[next]?.norm;
  if (norm === ";" || isJoint(document, sentence, next)) next++;
  else return at;
  while (hitsOfAny(sentence, andOrInOrVillageWord).some((hit) => hit.from === next)) next++;
  return isNameAt(document, sentence, next) ? next : at;
}

/** Past the name that begins at a token; the token itself where none does. */
export function endOfName(document: Document, sentence: Sentence, at: number): number {
  let to = at;
  while (to - at < longestName && isNameAt(document, sentence, to)) to++;
  return to;
}

/** Where the name begins that ends before a token; the token itself where none does. */
export function startOfName(document: Document, sentence: Sentence, end: number): number {
  let from = end;
  while (end - from < longestName && from > sentence.from && isNameAt(document, sentence, from - 1)) from--;
  return from;
}

const taken: ReadonlySet<string> = new Set([
  "party",
  "metonym",
  "speaker",
  "office",
  "month",
  "weekday",
  "placeAdjective",
]);

/** A word with a capital that is neither an acronym nor a name of something else. */
export function isNameAt(document: Document, sentence: Sentence, at: number): boolean {
  const token = document.tokens[at];
  if (token?.kind !== "word" || !token.capital || at < sentence.from || at >= sentence.to) return false;
  if (/[a-z]/u.test(token.norm)) return false;
  const raw = document.whole.slice(token.start, token.end);
  if (raw.length < shortestWord || raw === raw.toUpperCase()) return isKnownAt(sentence, at);
  return !sentence.hits.some(
    (hit) =>
      hit.from <= at &&
      hit.to > at &&
      ((taken.has(hit.family) && !isKnownAt(sentence, at) && !isNeuter(hit, token)) ||
        isRegion(sentence, hit) ||
        hit.id === "regionWord" ||
        hit.id === "and" ||
        hit.id === "in"),
  );
}

/** "Дніпровське": an adjective of a town in the neuter is the name of another one. */
function isNeuter(hit: Hit, token: Token): boolean {
  return hit.family === "placeAdjective" && token.norm.endsWith("е");
}

function isKnownAt(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.place.some((hit) => hit.from <= at && hit.to > at);
}
