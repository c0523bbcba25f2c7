import { within, type Clock } from "../clock.ts";

/** How long a call may take. */
export interface CallTime {
  readonly clock: Clock;
  readonly ms: number;
  /** Aborted: no call is waited for any longer. */
  readonly end: AbortSignal;
}

/**
 * Makes a call that is given up after its time, and is told so by its signal. Null: given up. Rejects as the call does, also where that throws
 * at once.
 */
export async function callWithin<Result>(
  call: (signal: AbortSignal) => Promise<Result>,
  { clock, ms, end }: CallTime,
): Promise<Result | null> {
  const late = new AbortController();
  const result = Promise.try(() => call(AbortSignal.any([late.signal, end])));
  const first = await within(clock, result, { ms, signal: end });
  if (first === null) late.abort();
  return first;
}
