/** Names of outlets and of bodies of nobody's that hold the name of a country, or a number: who passes a report on is not who tells it. */

import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { isNumberedName } from "../text/numbered-name.ts";
import { isQuoteMark } from "../text/tokens.ts";

const nameReach = 3;

/** "The Times of Israel", "Israel's Channel 12", "Sudan Tribune", «Россия 24»: the party is a word of an outlet's name, or whose outlet it is. */
export function isOutlets(document: Document, sentence: Sentence, party: Hit): boolean {
  const { outletNoun } = sentence.hits.of;
  if (isNumberedName(document, sentence, party)) return true;
  if (outletNoun.length === 0) return false;
  const before = isQuoteMark(itemAt(document.tokens, party.from - 1)?.norm) ? party.from - 1 : party.from;
  if (document.language.freeOrder) return outletNoun.some((noun) => noun.to === before);
  return outletNoun.some(
    (noun) => isAfter(document, sentence, party, noun) || isOfParty(sentence, noun, party),
  );
}

/** "Ukraine's public broadcaster", "Iran International": within a few words. */
function isAfter({ tokens }: Document, sentence: Sentence, party: Hit, noun: Hit): boolean {
  if (noun.from < party.to || noun.from - party.to >= nameReach) return false;
  for (let at = party.to; at < noun.from; at++) if (tokens[at]?.kind !== "word") return false;
  const { says, office } = sentence.hits.of;
  return (
    !says.some((hit) => hit.from >= party.to && hit.to <= noun.from) &&
    // "Iran's state news agency": a state speaks through it.
    !office.some((hit) => hit.from < noun.to && hit.to > noun.from)
  );
}

/** "The Times of Israel". */
function isOfParty(sentence: Sentence, noun: Hit, party: Hit): boolean {
  return sentence.hits.of.outOf.some((of) => of.from === noun.to && of.to === party.from);
}
