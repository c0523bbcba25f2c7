import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentOf } from "../../src/figures/text/document.ts";
import { readNumbers } from "../../src/figures/numbers/numbers.ts";
import { english } from "../../src/languages/en/index.ts";
import type { Report } from "../../src/model/report.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/**
 * `node test/score/oracle.ts DIR [--show N]`: where our English numbers and those of Recognizers-Text differ, over the reports of a folder.
 * It knows neither ages nor years nor models, so what only it finds is mostly right to be left out: disagreements are to be
 * looked at, not obeyed.
 */
const [folder, flag, count] = process.argv.slice(2);
if (folder === undefined || (flag !== undefined && flag !== "--show")) {
  console.error("node test/score/oracle.ts DIR [--show N]");
  process.exit(2);
}

/** A number and where it stands in title, blank line, text. `end` is the first character after it. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

interface Recognized {
  readonly start: number;
  /** Its last character. */
  readonly end: number;
  readonly typeName: string;
  readonly resolution: { readonly value: string | null } | null;
}

const { recognizeNumber } = createRequire(import.meta.url)("@microsoft/recognizers-text-suite") as {
  readonly recognizeNumber: (text: string, culture: string) => readonly Recognized[];
};

const tally = { same: 0, value: 0, "only ours": 0, "only theirs": 0 };
const examples: Record<string, string[]> = { value: [], "only ours": [], "only theirs": [] };

for (const line of readFileSync(join(folder, "reports.jsonl"), "utf8").split("\n")) {
  const report = line.trim() === "" ? null : parseReportLine(line);
  if (report?.lang === "en") compare(report);
}
console.log(JSON.stringify(tally));
for (const [kind, lines] of Object.entries(examples))
  for (const line of lines.slice(0, Number(count ?? 0))) console.log(`${kind}: ${line}`);

function compare(report: Report): void {
  const document = documentOf(report, english);
  const whole = document.whole;
  const ours = document.sentences.flatMap((sentence) =>
    readNumbers(document, sentence).map(({ from, to, low, high }): Found => {
      const start = document.tokens[from]?.start ?? 0;
      return { start, end: document.tokens[to - 1]?.end ?? start, value: low ?? high ?? 0 };
    }),
  );
  const theirs = recognizeNumber(whole, "en-us").map(({ start, end, resolution }): Found => ({
    start,
    end: end + 1,
    value: Number(resolution?.value ?? Number.NaN),
  }));
  for (const own of ours) {
    const other = theirs.find((found) => isOverlap(found, own));
    if (other === undefined) note("only ours", whole, own, String(own.value));
    else if (other.value === own.value) tally.same += 1;
    else note("value", whole, own, `${own.value}, they ${other.value}`);
  }
  for (const other of theirs)
    if (!ours.some((own) => isOverlap(own, other))) note("only theirs", whole, other, String(other.value));
}

function isOverlap(a: Found, b: Found): boolean {
  return a.start < b.end && b.start < a.end;
}

function note(
  kind: Exclude<keyof typeof tally, "same">,
  whole: string,
  { start, end }: Found,
  what: string,
): void {
  tally[kind] += 1;
  const context = whole.slice(Math.max(0, start - 40), end + 40).replaceAll(/\s+/gu, " ");
  examples[kind]?.push(`${what} in "${context}"`);
}
