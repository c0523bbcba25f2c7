import type { Clock } from "../../../src/clock.ts";

/** How often one person's presses may bring a new message into one group: everybody there reads it. */
export interface PressLimit {
  /** Counts one press. 0: go on; else milliseconds until the next one is allowed. */
  take(chatId: number, personId: number): number;
}

/** So many at once, and one more each so often. */
const burst = 5;
const refillMs = 15_000;
/** Remembered at most; the longest unheard are forgotten, who are full again by then. */
const maxPairs = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** A bucket a person and chat, in this process. */
export function createPressLimit(clock: Clock): PressLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(chatId, personId) {
      const key = `${chatId}:${personId}`;
      const now = clock.now();
      const before = buckets.get(key) ?? { left: burst, at: now };
      const left = Math.min(burst, before.left + Math.max(0, now - before.at) / refillMs);
      const isAllowed = left >= 1;
      buckets.delete(key);
      buckets.set(key, { left: isAllowed ? left - 1 : left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > maxPairs && oldest !== undefined) buckets.delete(oldest);
      return isAllowed ? 0 : Math.ceil((1 - left) * refillMs);
    },
  };
}
