import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createHoldKeeper } from "../pipeline/hold-keeper.ts";
import { ingestOwn } from "../pipeline/ingest-own.ts";
import { ingestPage } from "../pipeline/ingest-page.ts";
import { releaseHolds, type ReadReport } from "../pipeline/ingest.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { DeliveryEvent } from "../ports/metrics.ts";
import type { Store } from "../ports/store.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { createPolling, type Polling } from "./polling.ts";
import { readSafely } from "./read-safely.ts";
import { createTelling } from "./telling.ts";
import { tellingPolicy } from "./telling-policy.ts";

export interface StagesOptions {
  readonly config: Config;
  readonly demo: DemoSetting | null;
  /** Origins that single chats' sources may stand on though they are private; for tests. */
  readonly ownOrigins?: readonly string[];
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
  /** The machine's: beat, deadlines, send pace. */
  readonly clock: Clock;
  /** The stages': what `seenAt` and holds go by. */
  readonly stageClock: Clock;
  readonly log: Log;
  /** For metrics. */
  readonly onDelivery: (event: DeliveryEvent) => void;
}

/** Everything from a due source to a told chat. */
export interface Stages {
  start(signal: AbortSignal): Promise<void>;
  /** All of it at once: each may have to wait for a database that is busy, and what one of them leaves to the next is in the store. */
  stop(): Promise<void>;
  readonly polling: Pick<Polling, "poke" | "lastRoundAt">;
  /** Somebody has changed sources or what a chat wants, or has queued a notice. */
  poke(): void;
}

export function createStages({ store, stageClock, log, ...options }: StagesOptions): Stages {
  const read: ReadReport = (report) =>
    readSafely(report, (why) =>
      log("error", "A report could not be read; it is kept without figures.", {
        report: report.id,
        url: report.url,
        why,
      }),
    );
  const policy = tellingPolicy(options.config);
  const telling = createTelling({ ...options, store, log });
  const holds = createHoldKeeper({
    ledger: store.ledger,
    stageClock,
    clock: options.clock,
    log,
    release: async (now) => {
      const alerts = await releaseHolds({ store, now, policy });
      if (alerts.length > 0) telling.poke();
    },
  });
  const polling = createPolling({
    ...options,
    store,
    stageClock,
    log,
    ingest: async (items) => {
      const now = stageClock.now();
      // A page is of one source.
      const chatId = items[0]?.ownerChat;
      const page = { read, items, now, policy };
      const alerts =
        chatId === undefined
          ? await ingestPage({ store, ...page })
          : await ingestOwn({ store, chatId, ...page });
      holds.poke();
      if (alerts.length > 0) telling.poke();
    },
  });
  return {
    polling,
    poke() {
      polling.poke();
      telling.poke();
    },
    async start(signal) {
      telling.start(signal);
      holds.start();
      await polling.start(signal);
    },
    async stop() {
      await Promise.all([polling.stop(), holds.stop(), telling.stop()]);
    },
  };
}
