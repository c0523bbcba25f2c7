import { setTimeout as delay } from "node:timers/promises";

/** Time as the stages see it. Injected everywhere, so that tests and replays choose it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms` of this clock, or at once when `signal` is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    if (signal?.aborted === true) return;
    await delay(Math.max(0, ms), undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** A clock that runs `factor` times as fast as `base`, and shows `startAt` now. For the demo only. */
export function acceleratedClock(base: Clock, startAt: number, factor: number): Clock {
  const origin = base.now();
  return {
    now: () => startAt + (base.now() - origin) * factor,
    sleep: (ms, signal) => base.sleep(ms / factor, signal),
  };
}

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

/**
 * What work comes to, waited for no longer than `ms` of the clock, or until `signal` is aborted; the work goes on. Null: it was not there in
 * time. Rejects as the work does in that time.
 */
export async function within<Result>(
  clock: Clock,
  work: Promise<Result>,
  { ms, signal }: { readonly ms: number; readonly signal?: AbortSignal },
): Promise<Result | null> {
  const ended = new AbortController();
  const end = signal === undefined ? ended.signal : AbortSignal.any([ended.signal, signal]);
  try {
    return await Promise.race([work, clock.sleep(Math.max(0, ms), end).then(() => null)]);
  } finally {
    ended.abort();
  }
}
