/** Keeps calls under a limit of `max` in any sliding window of `spanMs`: it remembers the last `max` of them. */
export interface SlidingWindow {
  /** The earliest moment at which one more call is within the limit; -Infinity: any. */
  readyAt(): number;
  take(at: number): void;
  /** From when on it holds nothing back, as if new. */
  freshAt(): number;
}

/** A window over which nothing was called yet. */
export function createSlidingWindow(max: number, spanMs: number): SlidingWindow {
  const times: number[] = [];
  let oldest = 0;
  let newest = -Infinity;
  return {
    readyAt: () => (times.length < max ? -Infinity : (times[oldest] ?? -Infinity) + spanMs),
    take(at) {
      newest = at;
      if (times.length < max) times.push(at);
      else {
        times[oldest] = at;
        oldest = (oldest + 1) % max;
      }
    },
    freshAt: () => newest + spanMs,
  };
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
