import type { Clock } from "../clock.ts";

/**
 * A clock whose `now` never goes back: when the machine's is put right by an hour, the pace is not to rest for that hour.
 * It may drift from the machine's clock by that, so its instants stay within the process.
 */
export function createSteadyClock(clock: Clock): Clock {
  let last = -Infinity;
  let offset = 0;
  return {
    now() {
      const now = clock.now() + offset;
      if (now < last) offset += last - now;
      last = Math.max(last, now);
      return last;
    },
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
