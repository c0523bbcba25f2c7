import type { Clock } from "../clock.ts";

/** So many calls at once, and one more each so often. */
interface RateRule {
  readonly burst: number;
  readonly refillMs: number;
}

/** `costly`: what takes the process long; `rare`: what reaches other people; `daily`: what a chat may ask of the bot's admins in a day. */
export const rateRules = {
  costly: { burst: 6, refillMs: 10_000 },
  rare: { burst: 3, refillMs: 300_000 },
  daily: { burst: 5, refillMs: 86_400_000 / 5 },
} as const satisfies Record<string, RateRule>;

/** The rules by which a command may be called. */
export type RateName = Exclude<keyof typeof rateRules, "daily">;

/** Persons remembered at most; the longest unheard ones are forgotten, who are full again by then. */
const maxPersons = 20_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Whether a person may go on, and if not, for how long to wait. */
export interface Rate {
  /** Takes one call. 0: go on; else milliseconds until the next one is allowed. */
  take(person: string): number;
}

/** A bucket a person, in this process. */
export function createRate(clock: Clock, { burst, refillMs }: RateRule): Rate {
  const buckets = new Map<string, Bucket>();
  return {
    take(person) {
      const now = clock.now();
      const before = buckets.get(person) ?? { left: burst, at: now };
      const left = Math.min(burst, before.left + Math.max(0, now - before.at) / refillMs);
      buckets.delete(person);
      const isAllowed = left >= 1;
      buckets.set(person, { left: isAllowed ? left - 1 : left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > maxPersons && oldest !== undefined) buckets.delete(oldest);
      return isAllowed ? 0 : Math.ceil((1 - left) * refillMs);
    },
  };
}
