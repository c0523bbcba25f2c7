/** Whom captives or bodies were handed to. */

import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const towardOrGive = anyOf("toward", "give");

/** The parties of a sentence that something is handed to, in order: "to Ukraine", "to Kyiv", "gave Ukraine the bodies". */
export function recipients(document: Document, setting: Setting): Hit[] {
  const { sentence } = setting;
  if (!hasAny(sentence, towardOrGive)) return [];
  return hitsOfAny(sentence, partyNames).filter(
    (hit) => sentence.hits.of.toward.some((cue) => cue.to === hit.from) || isGiven(document, setting, hit),
  );
}

/** "Gave Ukraine the bodies of 1,245", "gave Ukraine 1,245 bodies": right after the verb, before what is given. */
export function isGiven({ language, tokens }: Document, { sentence, numbers }: Setting, party: Hit): boolean {
  if (language.freeOrder || !sentence.hits.of.give.some((give) => give.to === party.from)) return false;
  const next = tokens[party.to]?.norm ?? "";
  return (
    language.numerals.articles.includes(next) ||
    next === language.plurals?.definite ||
    numbers.some((number) => number.start === party.to)
  );
}

/** "1,200 went to Ukraine and 27 to Russia": it stands after this number and before the next. */
export function isOwnRecipient({ numbers }: Setting, number: NumberHit, recipient: Hit): boolean {
  return (
    recipient.from >= number.to &&
    !numbers.some((other) => other.from >= number.to && other.to <= recipient.from)
  );
}
