import type { Clock } from "../../../src/clock.ts";
import type { RateLimit } from "../../../src/ports/chat-platform.ts";

/** After a 429 of the overall limit so many calls a window are left out, up to a fifth; one comes back every ten windows. */
const withholdStep = 2;
const withholdShare = 0.2;
const easeWindows = 10;

/** A call counts where it arrives, and the next one may be faster on its way: so much longer is the window. */
const windowMargin = 1.003;
/**
 * Calls that the outbox does not pace come in bursts and by ways of their own. While there are any, so much longer is the window and so many are left out:
 * deliveries with two calls are seldom, and a 429 costs more.
 */
const besideMargin = 1.05;
const leftBeside = 2;

/** Who waits for a place waits no longer. */
const longestTurnMs = 2_000;
/** A delivery that gives way comes again after this at least. */
const givenWayMs = 20;

/** The limit on all calls together, over every window of its length and not only over whole seconds. */
export interface OverallLimit {
  /** Counts a call that the outbox paces. 0: make it; else how long to wait, milliseconds, and nothing was counted. */
  take(): number;
  /**
   * Likewise, of a call that the outbox does not know of: it waits for its place, each in its order, for two seconds at most, and calls that are paced give way to
   * it. `check` throws what else holds it, and is asked before each look.
   */
  turn(check: () => void): Promise<number>;
  /**
   * Discord counted more than we did: calls are counted where they arrive, and on a busy machine or way those of two windows arrive
   * together.
   */
  withhold(): void;
}

/** `clock`: one that is never put back. Of `limits` the one of scope `all` holds; without it everything may be called. */
export function createOverallLimit(clock: Clock, limits: readonly RateLimit[]): OverallLimit {
  const window = createWindow(clock, limits);
  let line: Promise<unknown> = Promise.resolve();
  let sleeping = 0;

  async function takeInLine(check: () => void, lastAt: number): Promise<number> {
    for (;;) {
      check();
      const ms = window.take(true);
      if (ms === 0 || clock.now() + ms > lastAt) return ms;
      sleeping += 1;
      await clock.sleep(ms);
      sleeping -= 1;
    }
  }

  return {
    take: () => (sleeping > 0 ? Math.max(givenWayMs, window.waitMs(true)) : window.take(false)),
    turn(check) {
      const lastAt = clock.now() + longestTurnMs;
      const mine = line.then(() => takeInLine(check, lastAt));
      line = mine.catch(() => undefined);
      return mine;
    },
    withhold: window.withhold,
  };
}

/** The calls of the last window. `isBeside`: the outbox does not pace it. */
function createWindow(clock: Clock, limits: readonly RateLimit[]) {
  const all = limits.find(({ scope }) => scope === "all");
  const { max, perMs } = all ?? { max: Number.POSITIVE_INFINITY, perMs: 0 };
  const calls: { readonly at: number; readonly isBeside: boolean }[] = [];
  let withheld = 0;
  let easedAt = 0;

  function ease(now: number): void {
    const eased = Math.floor((now - easedAt) / (perMs * easeWindows));
    if (withheld === 0 || eased <= 0) return;
    withheld = Math.max(0, withheld - eased);
    easedAt = now;
  }

  function waitMs(isBeside: boolean): number {
    const now = clock.now();
    while (calls[0] !== undefined && calls[0].at <= now - perMs * besideMargin) calls.shift();
    ease(now);
    const isMixed = isBeside || calls.some((call) => call.isBeside);
    const windowMs = perMs * (isMixed ? besideMargin : windowMargin);
    const first = calls[calls.length - (max - Math.max(withheld, isMixed ? leftBeside : 0))];
    return first === undefined || first.at <= now - windowMs ? 0 : Math.ceil(first.at + windowMs - now);
  }

  return {
    waitMs,
    take(isBeside: boolean): number {
      const ms = waitMs(isBeside);
      if (ms === 0) calls.push({ at: clock.now(), isBeside });
      return ms;
    },
    withhold(): void {
      withheld = Math.min(withheld + withholdStep, Math.floor(max * withholdShare));
      easedAt = clock.now();
    },
  };
}
