import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import Sqlite from "better-sqlite3";
import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../../src/clock.ts";
import { silentLog } from "../../src/log.ts";
import { defaultSubscription, type Subscription } from "../../src/model/subscription.ts";
import { createDispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import type { ChatPlatform, RateLimit, SendOutcome } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { alertOf, commitAlert, createScene, type Scene, type SeenCall } from "../outbox/scene.ts";
import { measure, quantile, type Measurement } from "./measurement.ts";

const chats = 100_000;
const spreads = 5;
const firsts = 30;
/** Chats that are told in the runs against the emulated limits. */
const told = 10_000;

/**
 * Group fanout: an alert spread over 100,000 chats with wishes of their own, beside inserts of the bare driver; from its commit to the first
 * message; and 10,000 chats told within Telegram's limits, with a hanging and a flooded one among them or not.
 */
export async function* run(): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "tallywire-bench-"));
  try {
    yield* spreading(join(folder, "fanout.db"));
    yield* firstMessages(join(folder, "fanout.db"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  yield* withinLimits();
}

/** Wishes as different as they come: one chat in ten wants what no other does, the others share two hundred of them. */
function wishesOf(index: number): Subscription {
  const zones = ["Europe/Kyiv", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
  const all = defaultSubscription(["en", "uk", "ru"][index % 3] ?? "en", zones[index % 4] ?? "UTC");
  const kind = index % 200;
  return {
    ...all,
    places: kind % 5 === 0 ? { codes: ["UA-63", "UA-59", `UA-${10 + kind}`], withUnknown: true } : null,
    sides: kind % 7 === 0 ? ["UA", "RU"] : null,
    thresholds: kind % 3 === 0 ? [{ measure: "killed", atLeast: kind % 4, place: null }] : [],
    quiet: kind % 2 === 0 ? { from: "22:00", to: `07:${10 + (kind % 50)}`, except: ["strike"] } : null,
    mutedDevelopments: index % 10 === 0 ? [`d${1_000 + index}`] : [],
  };
}

/** A strike on a place, with a number: every filter has something to look at. */
const strike = (development: string, at: number) =>
  alertOf({
    at,
    development,
    kind: "strike",
    subject: "place",
    attacker: "RU",
    places: ["UA:kharkiv"],
    figures: [
      {
        measure: "killed",
        side: "UA",
        group: null,
        weapon: null,
        scope: "event",
        low: 9,
        high: 9,
        approx: false,
        by: null,
        isRival: false,
      },
    ],
  });

/** Written by the bare driver: by the port it would be as many transactions. */
function addChats(path: string): void {
  const sqlite = new Sqlite(path);
  const insert = sqlite.prepare(
    `INSERT INTO chats (platform, channel, thread, state, subscription, created_at, changed_at, after_alert)
     VALUES ('telegram', ?, '', 'active', ?, 0, 0, 0)`,
  );
  sqlite.transaction(() => {
    for (let index = 1; index <= chats; index += 1)
      insert.run(String(index), JSON.stringify(wishesOf(index)));
  })();
  sqlite.close();
}

/** Forgets what was queued, so that the next measurement begins as the first one. */
function clearQueue(path: string): void {
  const sqlite = new Sqlite(path, { timeout: 10_000 });
  sqlite.exec("DELETE FROM deliveries; UPDATE fanouts SET is_done = 1");
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  sqlite.close();
}

async function* spreading(path: string): AsyncIterable<Measurement> {
  const store = await openStore(path);
  addChats(path);
  const took: number[] = [];
  const computed: number[] = [];
  const delays = monitorEventLoopDelay({ resolution: 1 });
  let rows = 0;
  for (let round = 0; round <= spreads; round += 1) {
    await commitAlert(store, strike(`d${round + 1}`, Date.now()));
    const expander = createExpander({ store, clock: systemClock, log: silentLog });
    // The first time warms up.
    if (round > 0) delays.enable();
    const begunAt = performance.now();
    const before = process.threadCpuUsage();
    await expander.expandAll();
    const { user, system } = process.threadCpuUsage(before);
    if (round > 0) took.push(performance.now() - begunAt);
    if (round > 0) computed.push((user + system) / 1_000);
    delays.disable();
    rows = (await store.outbox.counts()).queued;
    clearQueue(path);
  }
  const raw = rawInserts(path, rows);
  await store.close();
  // On a busy machine the rest of the time is others'.
  const sizes = { chats, deliveries: rows, "computing, ms": Math.round(quantile(computed, 0.5)) };
  yield measure({
    name: "fanout.rows",
    unit: "ms",
    better: "lower",
    samples: took,
    peer: raw,
    goal: { on: "value", is: 1_000 },
    with: { ...sizes, peer: "the same rows by the bare driver, one transaction, one statement a row" },
  });
  yield measure({
    name: "fanout.event-loop-delay-p99",
    unit: "ms",
    better: "lower",
    // The sampling interval is in each sample.
    samples: [Math.max(0, delays.percentile(99) / 1e6 - 1)],
    goal: { on: "value", is: 20 },
    with: { ...sizes, "highest, ms": Math.round(delays.max / 1e6) },
  });
}

/** Milliseconds for the rows alone, nobody asked what they want. */
function rawInserts(path: string, count: number): number {
  const sqlite = new Sqlite(path);
  sqlite.pragma("foreign_keys = ON");
  const seq: unknown = sqlite.prepare("SELECT max(seq) FROM alerts").pluck().get();
  const insert = sqlite.prepare(
    `INSERT INTO deliveries (chat_id, development_id, alert_seq, revision, platform, lane, state, is_ready, due_at, attempts, may_repeat, created_at)
     VALUES (?, 'd1', ?, 1, 'telegram', 0, 'queued', 1, 0, 0, 0, 0)`,
  );
  const begunAt = performance.now();
  sqlite.transaction(() => {
    for (let id = 1; id <= count; id += 1) insert.run(id, seq);
  })();
  const took = performance.now() - begunAt;
  sqlite.exec("DELETE FROM deliveries");
  sqlite.close();
  return took;
}

/** Over how long the platform's limit counts. */
const limitMs = 1_000;

/** A platform that takes everything at once; `onSend` is told of each message. */
function takingPlatform(onSend: () => void): ChatPlatform {
  let messages = 0;
  const taken = (): SendOutcome => ({ kind: "sent", messageId: `m${(messages += 1)}` });
  return {
    name: "telegram",
    limits: [{ scope: "all", max: 30, perMs: limitMs }],
    start: async () => undefined,
    check: async () => "a platform that takes everything",
    stop: async () => undefined,
    isGroup: () => false,
    async send() {
      onSend();
      return taken();
    },
    edit: async () => taken(),
  };
}

/** With 100,000 chats to be told, from the call of the commit to the first call of the platform. */
async function* firstMessages(path: string): AsyncIterable<Measurement> {
  const store = await openStore(path);
  const took: number[] = [];
  for (let round = 0; round <= firsts; round += 1) {
    const ms = await firstMessage(store, round);
    if (round > 0) took.push(ms);
    clearQueue(path);
    // The limit is kept over a restart, and each round is one: what the last one sent is not to hold up this one.
    await systemClock.sleep(limitMs);
  }
  await store.close();
  yield measure({
    name: "fanout.commit-to-first-message-p99",
    unit: "ms",
    better: "lower",
    samples: [quantile(took, 0.99)],
    goal: { on: "value", is: 200 },
    with: { chats, alerts: took.length, "median, ms": quantile(took, 0.5) },
  });
}

async function firstMessage(store: Store, round: number): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const platform = takingPlatform(() => resolve(performance.now()));
  const common = { store, clock: systemClock, log: silentLog };
  const compose = () => ({ title: "news", blocks: [], actions: [], language: "en" });
  const dispatcher = createDispatcher({ ...common, platform, compose, holder: `bench ${round}` });
  const expander = createExpander({ ...common, onExpanded: () => dispatcher.poke() });
  const running = new AbortController();
  dispatcher.start(running.signal);
  expander.start(running.signal);
  await systemClock.sleep(50);
  const begunAt = performance.now();
  await commitAlert(store, strike(`d${100 + round}`, Date.now()));
  expander.poke();
  const took = (await promise) - begunAt;
  await Promise.all([expander.stop(), dispatcher.stop()]);
  return took;
}

const telegramLimits: readonly RateLimit[] = [
  { scope: "all", max: 30, perMs: 1_000 },
  { scope: "chat", max: 1, perMs: 1_000 },
  { scope: "group", max: 20, perMs: 60_000 },
];
const latencyMs = 100;
/** The hanging and the flooded chat. */
const hanging = "7";
const flooded = "8";

/**
 * On a clock that jumps from one event to the next, so that it does not matter how fast the machine is: 10,000 chats are told in 333 of its
 * seconds. The limits are kept strictly, by windows that slide.
 */
async function* withinLimits(): AsyncIterable<Measurement> {
  const well = await tellAll(false);
  const troubled = await tellAll(true);
  const seconds = (well.times.at(-1) ?? 0) / 1_000;
  const sizes = { chats: told, "a second": 30, clock: "virtual, no speed-up", "latency, ms": latencyMs };
  yield measure({
    name: "fanout.rate",
    unit: "of the allowed rate",
    better: "higher",
    // What may go at once is not counted: the rate is what goes on.
    samples: [(well.times.length - 1) / (30 * seconds)],
    goal: { on: "value", is: 0.99 },
    with: { ...sizes, "RSS, MiB": Math.round(process.memoryUsage().rss / 2 ** 20) },
  });
  yield measure({
    name: "fanout.refused",
    unit: "429s by our own pace",
    better: "lower",
    samples: [well.refused + troubled.refused],
    goal: { on: "value", is: 0 },
    with: sizes,
  });
  yield measure({
    name: "fanout.others-p99",
    unit: "ms",
    better: "lower",
    samples: [quantile(troubled.times, 0.99)],
    peer: quantile(well.times, 0.99),
    goal: { on: "ratio", is: 1.001 },
    with: {
      ...sizes,
      peer: "the same with no chat in trouble",
      troubled: "one hangs, one answers 429 for 12 h",
    },
  });
}

interface Told {
  /** When each healthy chat had its message, after the news, in rising order. */
  readonly times: readonly number[];
  readonly refused: number;
}

async function tellAll(isTroubled: boolean): Promise<Told> {
  const scene = await createScene({ limits: telegramLimits });
  for (let channel = 1; channel <= told; channel += 1) await scene.subscribe(String(channel));
  const at = scene.clock.now();
  const calls: number[] = [];
  const times: number[] = [];
  let refused = 0;
  scene.platform.script = (call) => {
    const trouble = isTroubled ? troubleOf(call) : null;
    calls.push(call.at);
    // The one before the thirty that a second may hold.
    if ((calls.at(-31) ?? -Infinity) > call.at - 1_000) refused += 1;
    if (trouble !== null) return trouble;
    times.push(call.at - at);
    return scene.clock.sleep(latencyMs).then(() => null as never);
  };
  await tellInTime(scene);
  return { times, refused };
}

function troubleOf({ channel }: SeenCall): SendOutcome | Promise<SendOutcome> | null {
  if (channel === hanging) return new Promise(() => undefined);
  if (channel === flooded) return { kind: "wait", scope: "chat", retryAfterMs: 43_837_000, why: "429" };
  return null;
}

async function tellInTime(scene: Scene): Promise<void> {
  await scene.tell();
  const dispatcher = scene.dispatcher({ leaseMs: 3_600_000 });
  dispatcher.start(new AbortController().signal);
  await scene.clock.advance((told / 30) * 1_000 * 1.02);
  const stopped = dispatcher.stop();
  await scene.clock.advance(30_000);
  await stopped;
  await scene.store.close();
}
