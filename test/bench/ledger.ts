import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { openSqlite } from "../../adapters/store/sqlite/index.ts";
import { readReport } from "../../src/figures/read.ts";
import { replay } from "../../src/pipeline/replay.ts";
import type { Store } from "../../src/ports/store.ts";
import { realReports } from "../score/real.ts";
import { streamNames, streamParts } from "../score/stream.ts";
import { Sqlite, claimsPerDay, copyDays, pipelineDays, reportsOfDay, takeIn } from "./generate.ts";
import { measure, quantile, type Measurement } from "./measurement.ts";

/** Claims stored before one more report is taken in. */
const sizes = [10_000, 100_000, 1_000_000] as const;
/**
 * Days taken in before those that are timed: until the caches are full, and the compiler has made what it makes of some thousand functions. A bot runs
 * for months; of the first few hundred reports a good part of the time is the compiler's.
 */
const warmUpDays = 20;
/** Days taken in and timed: ten reports are beyond the p99. */
const timedDays = 10;
/** A size that would not be made within this time is left out, and its line says so. */
const patienceMs = 300_000;
const realFile = "2026-01-01_05.jsonl.gz";

/** Group ledger: what one more report costs as the ledger grows, with its commit; and a replay of real items. */
export async function* run(): AsyncIterable<Measurement> {
  // As src/tallywire.js does: collections take what they take in the program.
  setFlagsFromString("--max-semi-space-size=4");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
  const folder = mkdtempSync(join(tmpdir(), "tallywire-bench-"));
  try {
    yield* growthMeasurements(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  yield await replayMeasurement();
  for (const name of streamNames()) yield* await streamMeasurements(name);
}

/** How a stream is told, the reader's faults included: news that had to be told and was right, beside what others do with the same reports. */
async function streamMeasurements(name: string): Promise<readonly Measurement[]> {
  const { ours, others } = await streamParts(name);
  return (["recall", "precisionNew"] as const).flatMap((part) => {
    const value = ours[part];
    if (value == null) return [];
    const peers = [...others].map(([title, parts]) => [title, parts[part] ?? 0] as const);
    const best = peers.toSorted((a, b) => b[1] - a[1])[0];
    return [
      measure({
        name: `ledger.stream-${name}-${part}`,
        unit: "share",
        better: "higher",
        samples: [value],
        peer: best?.[1] ?? 0,
        with: { ...Object.fromEntries(peers), peer: best?.[0] ?? "" },
      }),
    ];
  });
}

async function* growthMeasurements(folder: string): AsyncIterable<Measurement> {
  const beganAt = performance.now();
  let base: Cost | null = null;
  let perClaimMs = 0;
  await warmUp(folder);
  for (const claims of sizes) {
    const leftMs = patienceMs - (performance.now() - beganAt);
    // A large file is a little slower to fill than a small one.
    if (perClaimMs * claims * 1.3 > leftMs) {
      yield leftOut(claims, leftMs);
      continue;
    }
    const path = join(folder, `${claims}.db`);
    const startedAt = performance.now();
    const days = Math.ceil(claims / claimsPerDay);
    await storeOf(path, days);
    perClaimMs = (performance.now() - startedAt) / claims;
    const fileMiB = statSync(path).size / 2 ** 20;
    const cost = await costAfter(path, days);
    const peer = rawCommits(join(folder, `${claims}-raw.db`), cost);
    const p99 = quantile(cost.samples, 0.99);
    const sized = { claims: days * claimsPerDay, reports: days * reportsOfDay(0).length };
    yield measure({
      name: `ledger.take-in-${claims}`,
      unit: "ms",
      better: "lower",
      samples: cost.samples,
      peer: quantile(peer, 0.5),
      with: {
        ...sized,
        fileMiB: Math.round(fileMiB),
        cpuMs: cost.cpuMs,
        what: "signing, matching, telling and the commit on disk of one report; reading it is group read",
        peer: "better-sqlite3, one row of the same bytes",
      },
    });
    yield measure({
      name: `ledger.take-in-${claims}-p99`,
      unit: "ms",
      better: "lower",
      samples: [p99],
      peer: quantile(peer, 0.99),
      goal: { on: "value", is: 5 },
      with: sized,
    });
    yield measure({
      name: `ledger.memory-${claims}`,
      unit: "MiB",
      better: "lower",
      samples: [cost.memoryMiB],
      with: { ...sized, what: "resident memory that the store and the timed reports add" },
    });
    if (base !== null)
      yield measure({
        name: `ledger.growth-${claims}`,
        unit: "ms",
        better: "lower",
        samples: [p99],
        peer: quantile(base.samples, 0.99),
        goal: { on: "ratio", is: 2 },
        with: { ...sized, peer: `p99 with ${sizes[0]} claims stored` },
      });
    base ??= cost;
    rmSync(path);
  }
}

/** A store of so many days at a path. */
async function storeOf(path: string, days: number): Promise<void> {
  await pipelineDays(path, 1);
  copyDays(path, days);
}

/** Takes reports into a store that is thrown away: else the first size would be measured while the compiler is at work, and the others after it. */
async function warmUp(folder: string): Promise<void> {
  const path = join(folder, "warm-up.db");
  const days = Math.ceil(sizes[0] / claimsPerDay);
  await storeOf(path, days);
  await costAfter(path, days);
  rmSync(path);
}

function leftOut(claims: number, leftMs: number): Measurement {
  return measure({
    name: `ledger.take-in-${claims}-p99`,
    unit: "ms",
    better: "lower",
    samples: [],
    goal: { on: "value", is: 5 },
    with: { why: `it would not be made in the ${Math.round(leftMs / 1000)} s left of ${patienceMs / 1000}` },
  });
}

interface Cost {
  /** Milliseconds of each report, with its commit. */
  readonly samples: readonly number[];
  /** Bytes that each report of the day before them commits. */
  readonly bytes: readonly number[];
  readonly memoryMiB: number;
  /** Processor time of one report, milliseconds: what a busy machine or disk adds is not in it. */
  readonly cpuMs: number;
}

/** What one more report costs that is taken in after the stored days. */
async function costAfter(path: string, days: number): Promise<Cost> {
  const before = process.memoryUsage().rss;
  const opened = await openSqlite(path);
  const bytes: number[] = [];
  await takeInDays(counting(opened, bytes), days, 1);
  await takeInDays(opened, days + 1, warmUpDays);
  const cpu = process.cpuUsage();
  const samples = await takeInDays(opened, days + 1 + warmUpDays, timedDays);
  const { user, system } = process.cpuUsage(cpu);
  await opened.close();
  const cpuMs = Math.round((user + system) / samples.length) / 1000;
  return { samples, bytes, cpuMs, memoryMiB: Math.max(0, process.memoryUsage().rss - before) / 2 ** 20 };
}

/**
 * Takes whole days in, one report after the other. Between two of them the event loop has a turn, as it has while a bot waits for a source: without it
 * the thread of the checkpoints would begin within a commit. Returns the milliseconds of each report.
 */
async function takeInDays(
  store: Pick<Store, "ledger">,
  from: number,
  count: number,
): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let day = from; day < from + count; day += 1) {
    for (const given of reportsOfDay(day)) {
      await nextTurn();
      const startedAt = performance.now();
      await takeIn(store, given);
      samples.push(performance.now() - startedAt);
    }
  }
  return samples;
}

/** The store's ledger, noting how many bytes each commit holds. */
function counting({ ledger }: Store, bytes: number[]): Pick<Store, "ledger"> {
  const commit: typeof ledger.commit = (written) => {
    const { report, change, alerts } = written;
    const { signature, ...rest } = report ?? { signature: null };
    bytes.push(JSON.stringify({ rest, change, alerts }).length + (signature?.signature.byteLength ?? 0));
    return ledger.commit(written);
  };
  return {
    ledger: new Proxy(ledger, { get: (target, key) => (key === "commit" ? commit : bound(target, key)) }),
  };
}

function bound(target: Store["ledger"], key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === "function" ? value.bind(target) : value;
}

/** Milliseconds of bare commits of as many bytes each, under the store's own settings. */
function rawCommits(path: string, { bytes }: Cost): readonly number[] {
  const db = new Sqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE raw (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
  const insert = db.prepare("INSERT INTO raw (body) VALUES (?)");
  const samples = bytes.map((size) => {
    const body = Buffer.alloc(size, "x");
    const startedAt = performance.now();
    insert.run(body);
    return performance.now() - startedAt;
  });
  db.close();
  return samples;
}

async function replayMeasurement(): Promise<Measurement> {
  const about = {
    name: "ledger.replay-real",
    unit: "s",
    better: "lower",
    goal: { on: "value", is: 20 },
  } as const;
  const reports = realReports(realFile);
  if (reports === null)
    return measure({ ...about, samples: [], with: { why: `there is no ../shared/data/real/${realFile}` } });
  const store = await openSqlite(":memory:");
  const startedAt = performance.now();
  let alerts = 0;
  for await (const alert of replay({ reports: each(reports), store, read: readReport }))
    alerts += alert.isLoud ? 1 : 0;
  const seconds = (performance.now() - startedAt) / 1000;
  await store.close();
  return measure({ ...about, samples: [seconds], with: { reports: reports.length, loud: alerts } });
}

async function* each<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values;
}
