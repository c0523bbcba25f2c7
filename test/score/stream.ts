import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { alertLine } from "../../src/alert/line.ts";
import { readReport } from "../../src/figures/read.ts";
import { developmentLine, operationLine } from "../../src/ledger/line.ts";
import type { Report } from "../../src/model/report.ts";
import type { ReadReport } from "../../src/pipeline/ingest.ts";
import { replay } from "../../src/pipeline/replay.ts";
import { parseReportLine } from "../../src/report/parse.ts";
import { baselines } from "./baselines.ts";
import { readerByHand } from "./by-hand.ts";

const gold = fileURLToPath(new URL("../../../shared/gold/", import.meta.url));
const scorer = fileURLToPath(new URL("score-stream.mjs", import.meta.url));

/** The shares of one stream as the scorer names them (`recall`, `precisionNew` …); null: nothing to count. */
export type Parts = Readonly<Record<string, number | null>>;

/** Names of the streams of reports beside the repository; []: there are none. */
export function streamNames(): readonly string[] {
  if (!existsSync(join(gold, "streams"))) return [];
  return readdirSync(join(gold, "streams")).filter((name) =>
    existsSync(join(gold, "streams", name, "stream.jsonl")),
  );
}

interface Written {
  readonly alerts: readonly unknown[];
  readonly ledger: readonly unknown[];
}

/** Replays a stream through reader and ledger. */
async function replayed(name: string, read: ReadReport): Promise<Written> {
  const store = await sqliteEngine.open(":memory:");
  const alerts: unknown[] = [];
  for await (const alert of replay({ reports: each(reportsOf(name)), store, read }))
    alerts.push(alertLine(alert, "en"));
  const developments = await store.ledger.developments({ limit: 100_000 });
  const operations = await store.ledger.operations(10_000);
  await store.close();
  const ledger = [
    ...developments.filter((development) => development.reports.length > 0).map(developmentLine),
    ...operations.map(operationLine),
  ];
  return { alerts, ledger };
}

interface Files {
  readonly name: string;
  readonly out: string;
  readonly more: readonly string[];
}

/** What the scorer says of alerts and ledger. `more`: further words of its command line. */
function scored(written: Written, { name, out, more }: Files): string {
  mkdirSync(out, { recursive: true });
  const files = { alerts: join(out, `${name}.alerts.jsonl`), ledger: join(out, `${name}.ledger.jsonl`) };
  for (const key of ["alerts", "ledger"] as const)
    writeFileSync(files[key], written[key].map((line) => `${JSON.stringify(line)}\n`).join(""));
  const args = ["--gold", join(gold, "streams", name), "--alerts", files.alerts, "--ledger", files.ledger];
  const { stdout, stderr } = spawnSync(process.execPath, [scorer, ...args, ...more], { encoding: "utf8" });
  return `${stdout}${stderr}`;
}

/** The parts of a stream with a reader of one's own, without baselines. */
export async function ownParts(name: string, read: ReadReport): Promise<Parts> {
  const out = mkdtempSync(join(tmpdir(), "streams-"));
  try {
    return partsOf(await replayed(name, read), { name, out, more: [] });
  } finally {
    rmSync(out, { recursive: true });
  }
}

function partsOf(written: Written, files: Files): Parts {
  const json = scored(written, { ...files, more: ["--json"] });
  return (JSON.parse(json) as { parts: Parts }).parts;
}

/** The parts of a stream: ours, and those of each baseline on the same readings. */
export async function streamParts(
  name: string,
  read: ReadReport = readReport,
): Promise<{ readonly ours: Parts; readonly others: ReadonlyMap<string, Parts> }> {
  const out = mkdtempSync(join(tmpdir(), "streams-"));
  const files = { name, out, more: [] };
  try {
    const ours = partsOf(await replayed(name, read), files);
    const others = Object.entries(baselines).map(([title, forward]): [string, Parts] => [
      title,
      partsOf({ alerts: forward(reportsOf(name), read), ledger: [] }, files),
    ]);
    return { ours, others: new Map(others) };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function reportsOf(name: string): readonly Report[] {
  const path = join(gold, "streams", name, "stream.jsonl");
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parseReportLine);
}

async function* each(reports: readonly Report[]): AsyncGenerator<Report> {
  yield* reports;
}

/** Replays the streams beside the repository, prints what the scorer says of each, and the baselines beside it. */
async function main(): Promise<void> {
  const isByHand = process.argv.includes("--by-hand");
  const wanted = process.argv.slice(2).find((word) => word !== "--by-hand");
  const names = streamNames().filter((name) => wanted === undefined || wanted.endsWith(name));
  if (names.length === 0)
    console.log("skipped: there is no such stream in ../shared/gold beside the repository");
  for (const name of names) {
    const read = isByHand ? readerByHand(name) : readReport;
    const out = join(tmpdir(), `stream-${name}`);
    const began = performance.now();
    const written = await replayed(name, read);
    const took = Math.round(performance.now() - began);
    const more = wanted === undefined ? [] : ["--verbose"];
    console.log(`\n== ${name} (${took} ms)\n${scored(written, { name, out, more })}`);
    if (wanted !== undefined) console.log(`${join(out, name)}.{alerts,ledger}.jsonl`);
    else rmSync(out, { recursive: true });
    for (const [title, parts] of (await streamParts(name, read)).others)
      console.log(baselineLine(title, parts));
  }
}

const compared = ["recall", "precisionNew", "notRedundant", "quiet", "materialTold", "noNoise"] as const;

function baselineLine(title: string, parts: Parts): string {
  const shares = compared.map((part) => `${part} ${parts[part] ?? "-"}`);
  return `baseline: ${title.padEnd(26)} ${shares.join("  ")}`;
}

if (import.meta.main) await main();
