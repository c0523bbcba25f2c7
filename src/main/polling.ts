import { createBeat } from "../../adapters/beat/cron.ts";
import type { Clock } from "../clock.ts";
import { pollFloorSeconds, type Config } from "../config.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Ingest } from "../poll/take-in.ts";
import { createPoller, type PollerOptions } from "../poll/poller.ts";
import type { Store } from "../ports/store.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createReading } from "./reading.ts";

export interface PollingOptions {
  readonly config: Config;
  readonly demo: DemoSetting | null;
  /** Origins that single chats' sources may stand on though they are private; for tests. */
  readonly ownOrigins?: readonly string[];
  readonly store: Store;
  readonly clock: Clock;
  readonly stageClock: Clock;
  readonly ingest: Ingest;
  readonly log: Log;
}

/** The poller with its fetcher, source kinds and beat. */
export interface Polling {
  start(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** A source was added or resumed: do not wait for the beat. */
  poke(): void;
  /** Epoch milliseconds; null: no round yet. */
  lastRoundAt(): number | null;
}

const dayMs = 86_400_000;
/** A report older than this is no news, however new it is to us. */
const backfillAgeMs = 2 * dayMs;
/** An urgent source is asked this much more often than a usual one. */
const urgentShare = 5;
/** One request at a time to a host, so far apart (feeds.md: 1 to 2 seconds). */
const perHostGapMs = 1_500;
/** Hosts that hang hold a place for the whole deadline of 20 s each. */
const concurrency = 64;

/** The demo's outlets stand on one host, and its days pass in seconds. */
const demoPace: PollerOptions = {
  intervalMs: 2_000,
  floorMs: 2_000,
  concurrency: 8,
  perHostGapMs: 50,
  backfillAgeMs: 30 * dayMs,
};

export function createPolling(options: PollingOptions): Polling {
  const { config, demo, store, clock, stageClock, ingest, log } = options;
  const reading = createReading({
    config,
    clock,
    allowOrigins: demo === null ? [] : [demo.origin],
    ownOrigins: options.ownOrigins ?? [],
  });
  const poller = createPoller({
    store: store.sources,
    kinds: reading.kinds,
    articles: reading.articles,
    ownArticles: reading.ownArticles,
    beat: createBeat({ everySeconds: 1 }),
    clock,
    stageClock,
    ingest,
    log,
    options: demo === null ? paceOf(config) : demoPace,
  });
  return {
    start: (signal) => poller.start(signal),
    async stop() {
      await poller.stop();
      await reading.close();
    },
    poke: () =>
      void poller
        .pollDue()
        .catch((error: unknown) => log("error", "A round of polling failed.", { error: messageOf(error) })),
    lastRoundAt: () => poller.lastRoundAt(),
  };
}

/** How the poller works with this configuration. */
export function paceOf(config: Config): PollerOptions {
  const intervalMs = config.POLL_INTERVAL_SECONDS * 1_000;
  const floorMs = Math.max(pollFloorSeconds * 1_000, intervalMs / urgentShare);
  const chatIntervalMs = config.CHAT_SOURCES_INTERVAL_SECONDS * 1_000;
  const restsOwn = config.CHAT_SOURCES === "off";
  return { intervalMs, floorMs, chatIntervalMs, restsOwn, concurrency, perHostGapMs, backfillAgeMs };
}
