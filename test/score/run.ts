import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { parseReportLine } from "../../src/report/parse.ts";

const usage = `npm run score -- DIR [--half a|b] [--part b1|b2] [--lang TAG] [--errors N] [--by lang|measure|scope] [--ids FILE]
DIR holds reports.jsonl and gold.jsonl. --half scores the reports whose id hashes to that half, --part those of a half of half b.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string" },
    part: { type: "string" },
    lang: { type: "string" },
    errors: { type: "string" },
    by: { type: "string", default: "lang" },
    ids: { type: "string" },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error(usage);

/** Which half of a development set a report belongs to; while rules are written only `a` and `b1` are looked at. */
function halfOf(id: string): "a" | "b" {
  return hashOf(id) % 2 === 0 ? "a" : "b";
}

/** Which part of its half, by another bit of the same hash: `b1`, `b2`. */
function partOf(id: string): string {
  return `${halfOf(id)}${(hashOf(id) >> 1) % 2 === 0 ? 1 : 2}`;
}

function hashOf(id: string): number {
  return createHash("sha256").update(id).digest()[0] ?? 0;
}

const lines = (name: string): string[] =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
const kept = lines("reports.jsonl").filter((line) => {
  const { id, lang } = JSON.parse(line) as { id: string; lang: string | null };
  return (
    (values.half === undefined || halfOf(id) === values.half) &&
    (values.part === undefined || partOf(id) === values.part) &&
    (values.lang === undefined || lang === values.lang)
  );
});
const ids = new Set(kept.map((line) => (JSON.parse(line) as { id: string }).id));
const gold = lines("gold.jsonl").filter((line) => ids.has((JSON.parse(line) as { id: string }).id));
const work = mkdtempSync(join(tmpdir(), "score-"));
try {
  const file = (name: string, content: readonly string[]): string => {
    writeFileSync(join(work, name), `${content.join("\n")}\n`);
    return join(work, name);
  };
  const read = kept.map((line) => {
    const report = parseReportLine(line);
    return JSON.stringify(writeReading(report.id, readReport(report)));
  });
  const options = Object.entries({ by: values.by, errors: values.errors, ids: values.ids }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`--${name}`, value]),
  );
  const scorer = fileURLToPath(new URL("score.mjs", import.meta.url));
  const run = spawnSync(
    process.execPath,
    [
      scorer,
      file("gold.jsonl", gold),
      file("pred.jsonl", read),
      "--reports",
      file("reports.jsonl", kept),
      ...options,
    ],
    { stdio: "inherit" },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(work, { recursive: true });
}
