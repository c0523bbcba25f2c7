import { setTimeout as delay } from "node:timers/promises";

/** Time as the stages see it. Injected everywhere, so that tests and replays choose it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds since some moment of this process, which no putting right of the clock changes. Absent: only `now` tells time. */
  readonly elapsed?: () => number;
  /** Resolves after `ms` of this clock, or at once when `signal` is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The machine's clock. What elapses does not count on Linux while the machine is suspended (CLOCK_MONOTONIC): a wait that was told lasts longer then by
 * that sleep. What must not outlast it, as a lease, looks at `now` too.
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    if (signal?.aborted === true) return;
    await delay(Math.max(0, ms), undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** A clock that runs `factor` times as fast as `base`, and shows `startAt` now. For the demo only. */
export function acceleratedClock(base: Clock, startAt: number, factor: number): Clock {
  const origin = base.now();
  const { elapsed } = base;
  return {
    now: () => startAt + (base.now() - origin) * factor,
    ...(elapsed === undefined ? {} : { elapsed: () => elapsed() * factor }),
    sleep: (ms, signal) => base.sleep(ms / factor, signal),
  };
}

/**
 * A clock that begins at the given one's time and then counts what elapses: when the machine's is put right by an hour, the pace is neither to rest for that hour
 * nor to take it for passed. It may drift from the machine's clock by that, so its instants stay within the process: what is stored, or is a time of day, is not
 * of it. Of a clock that does not tell what elapses, one that only never goes back.
 */
export function createSteadyClock(clock: Clock): Clock {
  const { elapsed } = clock;
  if (elapsed === undefined) return createNeverBackClock(clock);
  const startAt = clock.now() - elapsed();
  return {
    now: () => Math.floor(startAt + elapsed()),
    elapsed,
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}

function createNeverBackClock(clock: Clock): Clock {
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
