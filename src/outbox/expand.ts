import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import { createLoop } from "./loop.ts";
import { planDelivery } from "./plan.ts";

/** A chunk is to hold the thread for no longer than this (the design: at most 10 ms), with room for a slow one. */
const chunkGoalMs = 6;
const smallestChunk = 50;
const largestChunk = 5_000;
/** Looked after once in this time even if nobody pokes: another process may have committed. */
const idleMs = 30_000;

export interface ExpanderOptions {
  readonly store: { readonly outbox: Pick<OutboxStore, "expand"> };
  readonly clock: Clock;
  readonly log: Log;
  /** Called after each chunk: deliveries may be due. */
  readonly onExpanded?: () => void;
  /** A count of milliseconds with fractions, to measure how long a chunk holds the thread; by default what the thread has computed. */
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
  const elapsed = options.elapsed ?? threadMs;
  let chunk = 100;

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

  const loop = createLoop({
    clock,
    log,
    failure: "fan-out failed, will be tried again",
    async round() {
      await expandAll();
      return idleMs;
    },
  });

  async function expandAll(): Promise<void> {
    while (!loop.signal.aborted && (await expandChunk())) await clock.sleep(0);
  }

  return { ...loop, expandAll };
}

/**
 * Not the time of day: while others have the processor, a smaller chunk gives it back no sooner, and a flush to disk takes as long
 * for one row as for a thousand.
 */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The next chunk's size, so that it takes about the goal: it may halve or double, as one measurement proves little. */
function nextChunk(chunk: number, tookMs: number): number {
  const factor = Math.min(2, Math.max(0.5, chunkGoalMs / Math.max(tookMs, 0.01)));
  return Math.round(Math.min(largestChunk, Math.max(smallestChunk, chunk * factor)));
}
