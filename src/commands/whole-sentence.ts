import type { Attribution } from "../model/development.ts";
import type { Report } from "../model/report.ts";
import type { CommandCall } from "./context.ts";

/** What is longer stays as it was read. */
const longestQuote = 500;

/** Where a sentence of a report's text ends: a semicolon ends none, as who says it often stands behind it. */
const sentenceEnd = /[.!?…]+["'»”)\]]*(?=\s|$)|\n/gu;

/** Claims with the whole sentence of their report in the place of the part that was read as evidence. */
export async function withWholeSentences<C extends Attribution & { readonly evidence: string }>(
  { context }: Pick<CommandCall, "context">,
  claims: readonly C[],
): Promise<readonly C[]> {
  const { ledger } = context.store;
  return await Promise.all(
    claims.map(async (claim) => {
      const report = await ledger.report(claim.reportId);
      return report === null ? claim : { ...claim, evidence: wholeSentence(report, claim.evidence) };
    }),
  );
}

/**
 * Of claims of one number by one speaker, the one whose sentence stands in its report's text: a headline mostly leaves out who says it. `claims`:
 * at least one, the preferred first, which it is also where all are headlines or nobody is named.
 */
export async function outsideHeadlines<C extends Attribution & { readonly evidence: string }>(
  { context }: Pick<CommandCall, "context">,
  [first, ...others]: readonly [C, ...C[]],
): Promise<C> {
  for (const claim of [first, ...others]) {
    const report = await context.store.ledger.report(claim.reportId);
    if (report !== null && !report.title.includes(claim.evidence)) return claim;
  }
  return first;
}

function wholeSentence({ title, text }: Pick<Report, "title" | "text">, evidence: string): string {
  const at = text.indexOf(evidence);
  if (at < 0 || evidence === "" || title.includes(evidence)) return evidence;
  const lastAt = at + evidence.length;
  const ends = [...text.matchAll(sentenceEnd)].map((end) => end.index + end[0].length);
  const from = ends.findLast((end) => end <= at) ?? 0;
  const to = ends.find((end) => end >= lastAt) ?? text.length;
  const sentence = text.slice(from, to).trim();
  return sentence.length > longestQuote ? evidence : sentence;
}
