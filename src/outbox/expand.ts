import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import { createBell } from "./bell.ts";
import { planDelivery } from "./plan.ts";

/** A chunk is to hold the thread for no longer than this (the design: at most 10 ms), with room for a slow one. */
const chunkGoalMs = 6;
const smallestChunk = 10;
const largestChunk = 5_000;
/** Looked after once in this time even if nobody pokes: another process may have committed. */
const idleMs = 30_000;
const firstBackoffMs = 500;
const longestBackoffMs = 30_000;

export interface ExpanderOptions {
  readonly store: { readonly outbox: Pick<OutboxStore, "expand"> };
  readonly clock: Clock;
  readonly log: Log;
  /** Called after each chunk: deliveries may be due. */
  readonly onExpanded?: () => void;
  /** A monotonic count of milliseconds with fractions, to measure how long a chunk holds the thread. */
  readonly elapsed?: () => number;
}

/** Turns fan-out rows into deliveries, a chunk at a time. */
export interface Expander {
  start(signal: AbortSignal): void;
  /** Ends after the chunk under way. */
  stop(): Promise<void>;
  /** There may be a new fan-out row. */
  poke(): void;
  /** Expands all there is now, for callers without a loop. */
  expandAll(): Promise<void>;
}

/** What is left of a fan-out row after a crash is found by the store, so nothing is kept here but the size of a chunk. */
export function createExpander(options: ExpanderOptions): Expander {
  const { clock, log } = options;
  const bell = createBell(clock);
  const elapsed = options.elapsed ?? (() => performance.now());
  const ending = new AbortController();
  let chunk = 100;
  let running: Promise<void> = Promise.resolve();

  async function expandChunk(): Promise<boolean> {
    const begunAt = elapsed();
    const now = clock.now();
    const isMore = await options.store.outbox.expand({
      now,
      maxChats: chunk,
      plan: (chat, alert, wasTold) => planDelivery(chat, alert, { wasTold, now }),
    });
    chunk = nextChunk(chunk, elapsed() - begunAt);
    options.onExpanded?.();
    return isMore;
  }

  async function expandAll(): Promise<void> {
    while (!ending.signal.aborted && (await expandChunk())) await clock.sleep(0);
  }

  async function run(): Promise<void> {
    let backoffMs = firstBackoffMs;
    while (!ending.signal.aborted) {
      try {
        await expandAll();
        backoffMs = firstBackoffMs;
        await bell.wait(idleMs, ending.signal);
      } catch (error) {
        log("error", "fan-out failed, will be tried again", { why: messageOf(error), backoffMs });
        await clock.sleep(backoffMs, ending.signal);
        backoffMs = Math.min(backoffMs * 2, longestBackoffMs);
      }
    }
  }

  return {
    start(signal) {
      if (signal.aborted) ending.abort();
      signal.addEventListener("abort", () => ending.abort(), { once: true });
      running = run();
    },
    async stop() {
      ending.abort();
      await running;
    },
    poke: () => bell.ring(),
    expandAll,
  };
}

/** The next chunk's size, so that it takes about the goal: it may halve or double, as one measurement proves little. */
function nextChunk(chunk: number, tookMs: number): number {
  const factor = Math.min(2, Math.max(0.5, chunkGoalMs / Math.max(tookMs, 0.01)));
  return Math.round(Math.min(largestChunk, Math.max(smallestChunk, chunk * factor)));
}
