import type { Document, Sentence } from "./text/document.ts";
import { itemAt } from "./text/item-at.ts";

const maxLength = 240;

/** The sentence, or at most 240 characters of it around the tokens `from` to `to`, cut at words. */
export function evidenceOf(
  document: Document,
  sentence: Sentence,
  span: { readonly from: number; readonly to: number },
): string {
  const { tokens, whole } = document;
  let from = sentence.from;
  let to = sentence.to;
  const start = (at: number): number => tokens[at]?.start ?? 0;
  const end = (at: number): number => itemAt(tokens, at - 1)?.end ?? 0;
  while (end(to) - start(from) > maxLength && (from < span.from || to > span.to)) {
    const isLeftLonger = start(span.from) - start(from) > end(to) - end(span.to);
    if ((isLeftLonger && from < span.from) || to <= span.to) from++;
    else to--;
  }
  return whole.slice(start(from), Math.min(end(to), start(from) + maxLength));
}
