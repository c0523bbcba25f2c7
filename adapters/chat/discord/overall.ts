import type { Clock } from "../../../src/clock.ts";
import type { RateLimit } from "../../../src/ports/chat-platform.ts";

/** After a 429 of the overall limit so many calls a window are left out, up to a fifth; one comes back every ten windows. */
const withholdStep = 2;
const withholdShare = 0.2;
const easeWindows = 10;

/** A call counts where it arrives, and the next one may be faster on its way: so much longer is the window. */
const windowMargin = 1.003;
/**
 * Calls that the outbox does not pace come in bursts and by ways of their own, and nobody looks how late they are. While there are any, each call counts
 * until it was answered, which is the latest at which it can have arrived, and so many are left out: deliveries with two calls are seldom, and a 429 costs more.
 */
const leftBeside = 2;
/** One that is not answered after this hangs, and arrived long ago. */
const longestWayMs = 2_000;

/** Who waits for a place waits no longer. */
const longestTurnMs = 2_000;
/** A delivery that gives way comes again after this at least. */
const givenWayMs = 20;

/** What became of asking for a place. */
export interface Place {
  /** 0: make the call; else how long to wait, milliseconds, and nothing was counted. */
  readonly waitMs: number;
  /** To be called when the call has ended. */
  readonly ended: () => void;
}

/** The limit on all calls together, over every window of its length and not only over whole seconds. */
export interface OverallLimit {
  /** Counts a call that the outbox paces. */
  take(): Place;
  /**
   * Likewise, of a call that the outbox does not know of: it waits for its place, each in its order, for two seconds at most, and calls that are paced give way to
   * it. `check` throws what else holds it, and is asked before each look.
   */
  turn(check: () => void): Promise<Place>;
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

  async function takeInLine(check: () => void, lastAt: number): Promise<Place> {
    for (;;) {
      check();
      const place = window.take(true);
      if (place.waitMs === 0 || clock.now() + place.waitMs > lastAt) return place;
      sleeping += 1;
      await clock.sleep(place.waitMs);
      sleeping -= 1;
    }
  }

  return {
    take: () => (sleeping > 0 ? refused(Math.max(givenWayMs, window.waitMs(true))) : window.take(false)),
    turn(check) {
      const lastAt = clock.now() + longestTurnMs;
      const mine = line.then(() => takeInLine(check, lastAt));
      line = mine.catch(() => undefined);
      return mine;
    },
    withhold: () => window.withhold(),
  };
}

const refused = (waitMs: number): Place => ({ waitMs, ended: () => undefined });

interface Counted {
  readonly madeAt: number;
  /** Null: it is under way. */
  endedAt: number | null;
  readonly isBeside: boolean;
}

/** The calls of the last window. `isBeside`: the outbox does not pace it. */
function createWindow(clock: Clock, limits: readonly RateLimit[]) {
  const all = limits.find(({ scope }) => scope === "all");
  const { max, perMs } = all ?? { max: Number.POSITIVE_INFINITY, perMs: 0 };
  const windowMs = perMs * windowMargin;
  let calls: Counted[] = [];
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
    const arrivedBy = ({ madeAt, endedAt }: Counted): number =>
      Math.min(endedAt ?? now, madeAt + longestWayMs);
    calls = calls.filter((call) => arrivedBy(call) > now - windowMs);
    ease(now);
    const isMixed = isBeside || calls.some((call) => call.isBeside);
    const countedAt = calls
      .map((call) => (isMixed ? arrivedBy(call) : call.madeAt))
      .toSorted((one, other) => one - other);
    const first = countedAt[calls.length - (max - Math.max(withheld, isMixed ? leftBeside : 0))];
    return first === undefined || first <= now - windowMs ? 0 : Math.ceil(first + windowMs - now);
  }

  return {
    waitMs,
    take(isBeside: boolean): Place {
      const ms = waitMs(isBeside);
      if (ms > 0) return refused(ms);
      const call: Counted = { madeAt: clock.now(), endedAt: null, isBeside };
      calls.push(call);
      return { waitMs: 0, ended: () => (call.endedAt ??= clock.now()) };
    },
    withhold(): void {
      withheld = Math.min(withheld + withholdStep, Math.floor(max * withholdShare));
      easedAt = clock.now();
    },
  };
}
