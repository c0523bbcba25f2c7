import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { createLoop, type Loop } from "../outbox/loop.ts";
import type { HousekeepingStore } from "../ports/housekeeping-store.ts";

const dayMs = 86_400_000;
/** Rows deleted in one transaction, and the pause after it: calls and claims come in between. */
const batch = 200;
const pauseMs = 50;

export interface HousekeepingOptions {
  readonly store: { readonly housekeeping: HousekeepingStore };
  /** What ended so many days ago is forgotten. */
  readonly keepDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Once a day, and at the start, old rows are deleted, a few at a time. */
export function createHousekeeping({ store, keepDays, clock, log }: HousekeepingOptions): Loop {
  return createLoop({
    clock,
    log,
    failure: "Old rows could not be deleted, will be tried again.",
    async round(signal) {
      const before = clock.now() - keepDays * dayMs;
      let deleted = 0;
      while (!signal.aborted) {
        const some = await store.housekeeping.prune(before, batch);
        if (some === 0) break;
        deleted += some;
        await clock.sleep(pauseMs, signal);
      }
      if (deleted > 0) log("info", "Old rows were deleted.", { count: deleted, keepDays });
      return dayMs;
    },
  });
}
