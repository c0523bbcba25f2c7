/** "Bringing the total to 230": the words after which a sentence tells a sum. */

import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const countNouns = anyOf("totalNoun", "tollWord", "countWord");

/** The words from the verb to the noun of the sum. */
export interface TotalPhrase {
  readonly from: number;
  readonly to: number;
}

/** "Takes the country's confirmed death toll", "brings Moscow's overall losses". */
const nounReach = 5;

/** The first words of a sentence that lead over to a sum; null: none do. */
export function totalPhrase(document: Document, sentence: Sentence): TotalPhrase | null {
  const told = sentence.hits.of.bringsTotal[0];
  if (told !== undefined) return told;
  for (const verb of sentence.hits.of.brings) {
    const noun = hitsOfAny(sentence, countNouns).find(
      (hit) => hit.from >= verb.to && hit.to - verb.to <= nounReach && isPlain(document, verb.to, hit.from),
    );
    if (noun !== undefined) return { from: verb.from, to: noun.to };
    // "Bringing to 877 the number of people killed": what is summed follows.
    if (isToNumber(document, sentence, verb.to)) return { from: verb.from, to: verb.to + 1 };
  }
  return null;
}

/** Whether only words stand between: a number or a mark begins something else. */
function isPlain({ tokens }: Document, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== "word") return false;
  return true;
}

const afterReach = 5;

/** Whether "to", a number and then the noun of a sum follow. */
function isToNumber({ tokens }: Document, sentence: Sentence, from: number): boolean {
  const isTo = sentence.hits.of.rangeTo.some((to) => to.from === from);
  return (
    isTo &&
    hitsOfAny(sentence, countNouns).some(
      (noun) =>
        noun.from > from + 1 &&
        noun.from - from <= afterReach &&
        itemAt(tokens, noun.from - 1)?.kind !== "mark",
    )
  );
}
