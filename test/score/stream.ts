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
import { replay } from "../../src/pipeline/replay.ts";
import { parseReportLine } from "../../src/report/parse.ts";
import { readerByHand } from "./by-hand.ts";

const gold = fileURLToPath(new URL("../../../shared/gold/", import.meta.url));

const words = process.argv.slice(2).filter((word) => word !== "--by-hand");

/** Read by people: what is wrong then is the ledger's fault. */
const isByHand = process.argv.includes("--by-hand");

/** Replays every stream of reports beside the repository through reader and ledger, and prints what the scorer says of each. */
async function main(wanted: string | undefined): Promise<void> {
  if (!existsSync(gold)) {
    console.log("skipped: there is no ../shared/gold beside the repository");
    return;
  }
  const streams = readdirSync(join(gold, "streams")).filter((name) =>
    existsSync(join(gold, "streams", name, "stream.jsonl")),
  );
  const out = wanted === undefined ? mkdtempSync(join(tmpdir(), "streams-")) : null;
  for (const name of streams) {
    if (wanted !== undefined && !wanted.endsWith(name)) continue;
    await score(name, out ?? join(tmpdir(), `stream-${name}`), wanted !== undefined);
  }
  if (out !== null) rmSync(out, { recursive: true });
}

async function score(name: string, out: string, isVerbose: boolean): Promise<void> {
  const dir = join(gold, "streams", name);
  const store = await sqliteEngine.open(":memory:");
  const alerts: string[] = [];
  const began = performance.now();
  for await (const alert of replay({
    reports: reportsOf(join(dir, "stream.jsonl")),
    store,
    read: isByHand ? readerByHand(name) : readReport,
  })) {
    alerts.push(JSON.stringify(alertLine(alert, "en")));
  }
  const took = performance.now() - began;
  const developments = await store.ledger.developments({ limit: 100_000 });
  const operations = await store.ledger.operations(10_000);
  await store.close();
  const ledger = [
    ...developments.filter((development) => development.reports.length > 0).map(developmentLine),
    ...operations.map(operationLine),
  ];
  mkdirSync(out, { recursive: true });
  const files = { alerts: join(out, `${name}.alerts.jsonl`), ledger: join(out, `${name}.ledger.jsonl`) };
  writeFileSync(files.alerts, alerts.map((line) => `${line}\n`).join(""));
  writeFileSync(files.ledger, ledger.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const args = [
    join(gold, "score-stream.mjs"),
    "--gold",
    dir,
    "--alerts",
    files.alerts,
    "--ledger",
    files.ledger,
  ];
  const result = spawnSync(process.execPath, isVerbose ? [...args, "--verbose"] : args, { encoding: "utf8" });
  console.log(`\n== ${name} (${Math.round(took)} ms)\n${result.stdout}${result.stderr}`);
  if (isVerbose) console.log(`${files.alerts}\n${files.ledger}`);
}

async function* reportsOf(path: string): AsyncGenerator<Report> {
  for (const line of readFileSync(path, "utf8").split("\n"))
    if (line.trim() !== "") yield parseReportLine(line);
}

await main(words[0]);
