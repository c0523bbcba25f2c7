import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { finite, isAdjectiveLike, isBeforeNoun } from "./noun-phrase.ts";
import type { NumberHit } from "../numbers/numbers.ts";

/** Whether the words at a token end the noun phrase of the number: an act that describes nothing, a cue, another clause. */
export function endsPhrase(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  hits: readonly Hit[],
): boolean {
  const at = hits[0]?.from ?? number.to;
  if (hits.some((hit) => hit.family === "act")) {
    if (document.language.freeOrder && finite.test(document.tokens[at]?.norm ?? "")) return true;
    const isBefore = isBeforeNoun(document, sentence, hits);
    if (!isBefore && !isAdjectiveLike(document, hits, number.to)) return true;
    // "11 влучань дронів": the hits of what is counted; alone it would be a word of where.
    if (isBefore && document.language.freeOrder && hits.some((hit) => hit.id === "airStrike")) return false;
  }
  // "Drove 13 million from their homes".
  const isTime = (hit: Hit): boolean =>
    !document.language.freeOrder && (timeCues.has(hit.id) || (hit.id === "from" && hit.to - hit.from === 1));
  return hits.some(
    (hit) => (hit.family === "cue" && (closingCues.has(hit.id) || isTime(hit))) || closingWords.has(hit.id),
  );
}

const closingCues: ReadonlySet<string> = new Set(["includes", "says", "planned", "conditionOf"]);
/** "Killed two this week": words of time end a noun phrase where the order of words is fixed. */
const timeCues: ReadonlySet<string> = new Set([
  "today",
  "yesterday",
  "tonight",
  "night",
  "pastWeek",
  "pastDays",
  "pastDay",
  "pastMonth",
  "pastYear",
  "lastWeek",
  "lastYear",
  "thisYear",
  "thisMonth",
  "since",
]);
const closingWords: ReadonlySet<string> = new Set([
  "including",
  "ofThem",
  "in",
  "by",
  "clause",
  "explains",
  "aftermath",
  "afterDay",
]);
