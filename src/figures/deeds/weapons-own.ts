import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Hit } from "../text/entries.ts";
import type { Question } from "./question.ts";

const timeWords = anyOf("night", "nightBefore", "daysBefore", "duration", "sameDay");
const destroys: ReadonlySet<string> = new Set(["down", "destroy"]);

/** "Two missiles sank the cruiser", "drones destroyed two tanks": what flies did it, right before the verb and what it struck right after. */
export function isWeaponsOwn({ document, sentence, counted, numbers, index }: Question, hit: Hit): boolean {
  const { language, tokens } = document;
  if (language.freeOrder || !destroys.has(hit.id) || hit.from !== counted.to) return false;
  if (counted.thing !== "drone" && counted.thing !== "missile" && counted.thing !== "aerial") return false;
  const next = tokens[hit.to];
  if (next === undefined || hit.to >= sentence.to) return false;
  // "Drones destroyed over nine regions": where, not what.
  if (sentence.hits.of.in.some((cue) => cue.from === hit.to)) return false;
  // "The drones destroyed the night before".
  if (hitsOfAny(sentence, timeWords).some((time) => time.from >= hit.to && time.from - hit.to <= 1))
    return false;
  return (
    next.norm === language.plurals?.definite ||
    language.numerals.articles.includes(next.norm) ||
    numbers.some((other, at) => at !== index && other.start === hit.to)
  );
}
