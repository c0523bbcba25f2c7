import type { Document, Sentence } from "./document.ts";
import { itemAt } from "./item-at.ts";

/** "🔹 У Шостці …": a row of a list begins with a mark of its own. */
export function startsItem(document: Document, sentence: Sentence): boolean {
  const first = document.tokens[sentence.from];
  return (
    first?.kind === "mark" &&
    (sentence.index > 0 || first.norm === "•") &&
    (first.norm === "•" || !/[\p{P}\p{Sm}\p{Sc}]/u.test(first.norm)) &&
    startsLine(document, sentence)
  );
}

/** Whether a sentence begins a line: a row of a table below its first one. */
export function startsLine(document: Document, sentence: Sentence): boolean {
  const { tokens } = document;
  return (
    sentence.from === 0 ||
    itemAt(tokens, sentence.from - 1)?.kind === "break" ||
    tokens[sentence.from]?.kind === "break"
  );
}
