import { fork, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { systemClock } from "../../src/clock.ts";
import { silentLog } from "../../src/log.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { ingestPage } from "../../src/pipeline/ingest-page.ts";
import type { Taken } from "../../src/poll/take-in.ts";
import { createPoller, type Poller } from "../../src/poll/poller.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { SourceKind } from "../../src/ports/source-kind.ts";
import type { Store } from "../../src/ports/store.ts";
import { FRESH, sourceAt } from "../poll/memory-sources.ts";
import { measure, type Measurement } from "./measurement.ts";
import { parsingMeasurements } from "./parse.ts";

const FEEDS = 10_000;
const HOSTS = 2_000;
const HOSTILE = 20;
/** Every feed is due once in a window; two windows and their tail are within five minutes. */
const WINDOW_MS = 125_000;
const TAIL_MS = 10_000;
/** The store's disk is measured elsewhere: 100,000 first items are 100,000 transactions, each a flush to disk. */
const MEMORY_FOLDER = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
/** Between writing the sources and the first due time. */
const SETTLE_MS = 15_000;
const BEAT_MS = 1_000;

/** Group poll: 10,000 feeds on 2,000 hosts, 20 hostile ones among them, with the politeness on; and what reading costs. */
export async function* run(): AsyncIterable<Measurement> {
  yield* parsingMeasurements();
  yield* worldMeasurements({ feeds: FEEDS, hosts: HOSTS, hostile: HOSTILE, windowMs: WINDOW_MS });
}

/** The size of a run. */
export interface WorldSize {
  readonly feeds: number;
  readonly hosts: number;
  /** How many of the feeds are hostile. */
  readonly hostile: number;
  readonly windowMs: number;
}

/** Polls a world of feeds for two windows and measures what it costs and how late it comes. */
export async function* worldMeasurements(size: WorldSize): AsyncIterable<Measurement> {
  const { windowMs } = size;
  // As src/tallywire.js does: memory is measured as the program has it.
  setFlagsFromString("--max-semi-space-size=4");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
  process.env["UV_THREADPOOL_SIZE"] ??= "16";
  const world = await startWorld();
  const folder = mkdtempSync(join(MEMORY_FOLDER, "tallywire-bench-"));
  const store = await sqliteEngine.open(join(folder, "poll.db"));
  await followAll(store, size, world.port);
  const seen = { delaysMs: [] as number[], firstDelaysMs: [] as number[], polls: 0, unchanged: 0, failed: 0 };
  const fetcher = createFetcher({
    userAgent: "Tallywire-bench/1",
    allowPrivate: true,
    resolver: async () => [{ address: "127.0.0.1", family: 4 }],
  });
  const poller = createPoller({
    store: store.sources,
    kinds: createSourceKinds(fetcher).map((kind) => watched(kind, seen)),
    clock: systemClock,
    stageClock: systemClock,
    beat: { start: () => undefined, stop: () => undefined },
    ingest: (items) => keep(store, items),
    log: silentLog,
    options: {
      intervalMs: windowMs,
      floorMs: windowMs,
      concurrency: 64,
      perHostGapMs: 1_500,
      backfillAgeMs: 86_400_000,
    },
  });
  const cpuAtStart = process.cpuUsage();
  const peakMiB = await beatFor(poller, SETTLE_MS + 2 * windowMs + TAIL_MS);
  const cpu = process.cpuUsage(cpuAtStart);
  await poller.stop();
  await fetcher.close();
  world.process.disconnect();
  const sizes = {
    ...size,
    seconds: (SETTLE_MS + 2 * windowMs + TAIL_MS) / 1_000,
    polls: seen.polls,
  };
  const healthy = (await store.sources.list()).filter(({ source }) => !source.id.startsWith("hostile"));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const missed = healthy.filter(({ state }) => state.lastSuccessAt === null).length;
  yield measure({
    name: "poll.missed",
    unit: "feeds",
    better: "lower",
    samples: [missed],
    goal: { on: "value", is: 0 },
    with: sizes,
  });
  // At first sight every feed brings all that it has, ten times what it brings later: both halves are told.
  const halves = { firstP99: p99Of(seen.firstDelaysMs) ?? -1, knownP99: p99Of(seen.delaysMs) ?? -1 };
  yield tail("poll.delay-p99", [...seen.firstDelaysMs, ...seen.delaysMs], { ...sizes, ...halves });
  yield measure({
    name: "poll.resident-memory",
    unit: "MiB",
    better: "lower",
    samples: [peakMiB],
    goal: { on: "value", is: 300 },
    with: sizes,
  });
  yield measure({
    name: "poll.cpu",
    unit: "s",
    better: "lower",
    samples: [(cpu.user + cpu.system) / 1e6],
    with: sizes,
  });
  yield measure({
    name: "poll.unchanged-share",
    unit: "share",
    better: "higher",
    samples: [seen.unchanged / Math.max(1, seen.polls)],
    with: sizes,
  });
}

/** The 99th percentile as a value of its own, because the goal is on it. */
function tail(
  name: string,
  samples: readonly number[],
  sizes: Readonly<Record<string, number>>,
): Measurement {
  const sorted = samples.toSorted((a, b) => a - b);
  const p99 = p99Of(samples);
  return measure({
    name,
    unit: "ms",
    better: "lower",
    samples: p99 === undefined ? [] : [p99],
    goal: { on: "value", is: 2_000 },
    with: { ...sizes, p50: sorted[Math.floor(sorted.length / 2)] ?? -1 },
  });
}

/** By nearest rank; undefined: no samples. */
function p99Of(samples: readonly number[]): number | undefined {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(0.99 * sorted.length) - 1)];
}

async function startWorld(): Promise<{ port: number; process: ChildProcess }> {
  const child = fork(fileURLToPath(new URL("../fakes/web/feed-world.ts", import.meta.url)), { silent: true });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) => resolve(Number(data.toString())));
    child.once("exit", () => reject(new Error("the world of feeds ended")));
  });
  return { port, process: child };
}

async function followAll(
  store: Store,
  { feeds, hosts, hostile, windowMs }: WorldSize,
  port: number,
): Promise<void> {
  const now = Date.now();
  for (let n = 0; n < feeds; n += 1) {
    const isHostile = n < hostile;
    const path = isHostile ? `hostile/${n}` : `feed/${n}`;
    // A host is asked one thing at a time: a feed that shares one with an attacker waits by design.
    const host = isHostile ? `bad${n}.example` : `h${n % hosts}.example`;
    const id = isHostile ? `hostile-${n}` : `feed-${n}`;
    await store.sources.add(sourceAt(id, `http://${host}:${port}/${path}`), now);
    // Spread over the window, neighbours on one host far apart.
    const slot = (n * 7_919) % feeds;
    await store.sources.saveState(id, {
      ...FRESH,
      dueAt: now + SETTLE_MS + Math.floor((slot * windowMs) / feeds),
    });
  }
}

const NOTHING: Reading = { figures: [], events: [], parties: [], places: [], lang: null };

/** Takes items in as the program does, only that they read as saying nothing; what reading and the ledger cost is measured elsewhere. */
async function keep(store: Store, items: readonly Taken[]): Promise<void> {
  await ingestPage({ store, items, read: () => NOTHING, now: Date.now(), policy: defaultPolicy });
}

interface Seen {
  /** Of healthy feeds that were polled before. */
  readonly delaysMs: number[];
  readonly firstDelaysMs: number[];
  polls: number;
  unchanged: number;
  failed: number;
}

function watched(kind: SourceKind, seen: Seen): SourceKind {
  return {
    kind: kind.kind,
    async poll(source, state, signal) {
      const delays = state.firstPolledAt === null ? seen.firstDelaysMs : seen.delaysMs;
      if (!source.id.startsWith("hostile")) delays.push(Date.now() - state.dueAt);
      seen.polls += 1;
      const result = await kind.poll(source, state, signal);
      if (result.kind === "unchanged") seen.unchanged += 1;
      return result;
    },
  };
}

async function beatFor(poller: Poller, forMs: number): Promise<number> {
  const endAt = Date.now() + forMs;
  let peakMiB = 0;
  while (Date.now() < endAt) {
    void poller.pollDue();
    await systemClock.sleep(BEAT_MS);
    peakMiB = Math.max(peakMiB, process.memoryUsage().rss / 2 ** 20);
  }
  return peakMiB;
}
