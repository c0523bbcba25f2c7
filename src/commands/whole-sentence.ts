import { readReport } from "../figures/read.ts";
import type { Measure } from "../measures.ts";
import type { Attribution } from "../model/development.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Speaker } from "../model/speaker.ts";
import type { CommandCall } from "./context.ts";

/** What is longer stays as it was read. */
const longestQuote = 500;

/** Where a sentence of a report's text ends: a semicolon ends none, as who says it often stands behind it. */
const sentenceEnd = /[.!?…]+["'»”)\]]*(?=\s|$)|\n/gu;

/** What is quoted: a sentence with where it stands, of a number with what it counts and who says it. */
export interface Quotable extends Attribution {
  readonly evidence: string;
  readonly measure?: Measure;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly by?: Speaker | null;
}

/** Reports whose texts are read again for one answer. */
const maxReadAgain = 12;

/**
 * Claims with the whole sentence of their report in the place of the part that was read as evidence. A number that was read in a headline
 * and has a speaker is quoted from the text below it where that says it, too: headlines mostly leave out who does.
 */
export async function withWholeSentences<C extends Quotable>(
  { context }: Pick<CommandCall, "context">,
  claims: readonly C[],
): Promise<readonly C[]> {
  const { ledger } = context.store;
  const readings = new Map<string, Reading>();
  const readingOf = (report: Report): Reading | null => {
    const known = readings.get(report.id);
    if (known !== undefined) return known;
    if (readings.size >= maxReadAgain) return null;
    const reading = readReport({ ...report, title: "" });
    readings.set(report.id, reading);
    return reading;
  };
  return await Promise.all(
    claims.map(async (claim) => {
      const report = await ledger.report(claim.reportId);
      if (report === null) return claim;
      const { evidence } = claim;
      const isInHeadline = evidence !== "" && report.title.includes(evidence);
      const said = isInHeadline ? saidBelow(claim, () => readingOf(report)) : evidence;
      return { ...claim, evidence: said === null ? evidence : wholeSentence(report.text, said) };
    }),
  );
}

/** The part of a report's text that says a headline's number, that of its speaker first. Null: none does, or nobody is named. */
function saidBelow({ measure, low, high, by }: Quotable, read: () => Reading | null): string | null {
  if (measure === undefined || by === undefined || by === null) return null;
  const same =
    read()?.figures.filter(
      (figure) => figure.measure === measure && figure.low === low && figure.high === high,
    ) ?? [];
  const [first] = [...same.filter((figure) => figure.by?.name === by.name), ...same];
  return first?.evidence ?? null;
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

/** The sentence of a text around a part of it; the part itself where that stands elsewhere. */
function wholeSentence(text: string, part: string): string {
  const at = text.indexOf(part);
  if (at < 0 || part === "") return part;
  const lastAt = at + part.length;
  const ends = [...text.matchAll(sentenceEnd)].map((end) => end.index + end[0].length);
  const from = ends.findLast((end) => end <= at) ?? 0;
  const to = ends.find((end) => end >= lastAt) ?? text.length;
  const sentence = text.slice(from, to).trim();
  return sentence.length > longestQuote ? part : sentence;
}
