import type { Document, Sentence } from "../text/document.ts";
import type { Span } from "./question.ts";

const crossComma = 4;
const crossMark = 9;
const partingMarks: ReadonlySet<string> = new Set([";", ":", "–", "(", "."]);

/** What the marks between an act and a number cost: they part clauses. */
export function marksIn(document: Document, sentence: Sentence, gap: Span): number {
  // "53 – постраждали": a lone dash stands for "is".
  if (document.language.freeOrder && gap.to - gap.from === 1 && document.tokens[gap.from]?.norm === "–")
    return 0;
  let cost = 0;
  for (let at = gap.from; at < gap.to; at++) {
    const token = document.tokens[at];
    if (token?.kind !== "mark") continue;
    const { norm } = token;
    if ((norm === "," || norm === ".") && isMarkOfDate(document, sentence, at)) continue;
    if (norm === ",") cost += crossComma;
    else if (partingMarks.has(norm)) cost += crossMark;
  }
  return cost;
}

/** "Feb. 24, 2022, …": the marks of a day written out part no clauses. */
function isMarkOfDate({ tokens }: Document, sentence: Sentence, at: number): boolean {
  const isYearAt = (token: number): boolean => /^(?:19|20)\d\d$/.test(tokens[token]?.norm ?? "");
  return sentence.hits.of.month.some((month) => {
    if (at < month.to || at - month.to > longestDate) return false;
    return at === month.to || isYearAt(at + 1) || isYearAt(at - 1);
  });
}

const longestDate = 4;
