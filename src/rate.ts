import type { Clock } from "./clock.ts";

/** So many at once, and one more each so often. */
export interface RateRule {
  readonly burst: number;
  readonly refillMs: number;
}

/** Remembered at most; the longest unheard are forgotten, who are full again by then. */
const maxRemembered = 20_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Whether who asks may go on, and if not, for how long to wait. */
export interface Rate {
  /** Takes one of `key`'s. 0: go on; else milliseconds until the next one is allowed. */
  take(key: string): number;
}

/** A bucket a key (a person, a chat, a person in a chat), in this process. */
export function createRate(clock: Clock, { burst, refillMs }: RateRule): Rate {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const now = clock.now();
      const before = buckets.get(key) ?? { left: burst, at: now };
      const left = Math.min(burst, before.left + Math.max(0, now - before.at) / refillMs);
      buckets.delete(key);
      const isAllowed = left >= 1;
      buckets.set(key, { left: isAllowed ? left - 1 : left, at: now });
      if (buckets.size > maxRemembered) forgetOldest(buckets);
      return isAllowed ? 0 : Math.ceil((1 - left) * refillMs);
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}
