import type { Document, Sentence } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { tellingCues } from "./telling-cues.ts";

const notNames = anyOf("pronoun", "weekday", "month", "sameSpeaker", "says", "relativeWord");

/** "Acme Monitor said", "a neighbour said", in English: whether somebody tells whom no table holds, so that nobody who spoke before does. */
export function strangerTells(document: Document, sentence: Sentence): boolean {
  const { tokens, language } = document;
  if (language.freeOrder || !sentence.hits.has.says) return false;
  return tellingCues(document, sentence).some((cue) => {
    const subject = cue.from - 1;
    const token = subject < sentence.from ? undefined : itemAt(tokens, subject);
    if (cue.id !== "says" || token?.kind !== "word") return false;
    if (hitsOfAny(sentence, notNames).some((hit) => hit.from <= subject && hit.to > subject)) return false;
    const article = itemAt(tokens, subject - 1)?.norm ?? "";
    return token.capital || language.numerals.articles.includes(article);
  });
}
