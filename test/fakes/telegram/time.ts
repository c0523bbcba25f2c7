import { setTimeout as delay } from "node:timers/promises";

/** The fake's time. With a `factor` above 1 its seconds are shorter than real ones: limits and waits shrink alike. */
export interface FakeTime {
  /** Epoch milliseconds of the fake's time. */
  now(): number;
  /** How many real milliseconds `ms` of the fake's take. */
  real(ms: number): number;
  readonly factor: number;
  /** Resolves after `ms` of the fake's time, or when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Time that runs `factor` times as fast as `clock` (epoch milliseconds; the machine's by default). */
export function createTime(clock: () => number, factor: number): FakeTime {
  const origin = clock();
  return {
    now: () => origin + (clock() - origin) * factor,
    real: (ms) => ms / factor,
    factor,
    sleep: (ms, signal) => delay(ms / factor, undefined, { signal }).catch(() => undefined),
  };
}
