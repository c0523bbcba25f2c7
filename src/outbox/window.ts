import type { RateLimit } from "../ports/chat-platform.ts";

/**
 * Windows are kept this much longer than documented: a call is counted when it arrives there, and one that travels faster than the one a window
 * before it would else be one too many.
 */
const windowMargin = 1.003;

/** Keeps calls under a limit of `max` in any sliding window of `spanMs`: it remembers the last `max` of them. */
export interface SlidingWindow {
  /** The earliest moment at which one more call is within the limit; -Infinity: any. */
  readyAt(): number;
  /** Counts a call. Gives its number. */
  take(at: number): number;
  /** The call may have been counted as late as `at`. Nothing happens when it is no longer remembered. */
  postpone(call: number, at: number): void;
  /** From when on it holds nothing back, as if new. */
  freshAt(): number;
}

/** A window over which nothing was called yet. */
export function createSlidingWindow(max: number, spanMs: number): SlidingWindow {
  const times: number[] = [];
  let taken = 0;
  let newest = -Infinity;
  return {
    readyAt: () => (taken < max ? -Infinity : (times[taken % max] ?? -Infinity) + spanMs),
    take(at) {
      times[taken % max] = at;
      newest = Math.max(newest, at);
      taken += 1;
      return taken - 1;
    },
    postpone(call, at) {
      const index = call % max;
      if (call < taken - max || at <= (times[index] ?? Infinity)) return;
      times[index] = at;
      newest = Math.max(newest, at);
    },
    freshAt: () => newest + spanMs,
  };
}

/** The window of a documented limit. */
export const windowOf = (limit: RateLimit): SlidingWindow =>
  createSlidingWindow(limit.max, limit.perMs * windowMargin);

/** Moves a call that was counted to a later moment. */
export type Move = (at: number) => void;

/** Counts a call in each window. */
export function takeEach(windows: readonly SlidingWindow[], now: number): readonly Move[] {
  return windows.map((window) => {
    const call = window.take(now);
    return (at: number) => window.postpone(call, at);
  });
}

/** Spaces calls evenly, with a few at once after a pause (GCRA, the virtual scheduling of ITU-T I.371). */
export interface Spacing {
  readyAt(): number;
  take(at: number): void;
}

/** One call each `intervalMs` on average, `burst` at once at most. What a late timer lost is caught up within the burst. */
export function createSpacing(intervalMs: number, burst: number): Spacing {
  let theoreticalAt = -Infinity;
  return {
    readyAt: () => theoreticalAt - (burst - 1) * intervalMs,
    take(at) {
      theoreticalAt = Math.max(theoreticalAt, at) + intervalMs;
    },
  };
}
