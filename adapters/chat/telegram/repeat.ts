import { GrammyError, HttpError } from "grammy";
import type { Clock } from "../../../src/clock.ts";
import { askedWaitMs } from "./read-answer.ts";

/** How long a call that may be repeated is insisted on. */
export interface Patience {
  readonly clock: Clock;
  /** Calls in all. */
  readonly tries: number;
  /** A wait that is longer is not waited for; milliseconds. */
  readonly longestMs: number;
  /** Aborted: no further call. Absent: nothing but the tries ends it. */
  readonly signal?: AbortSignal;
}

const firstWaitMs = 1_000;

/**
 * Makes a call that does no harm when it is made twice, until it is answered: again after the time that a 429 tells
 * (https://core.telegram.org/bots/api#responseparameters), and after 1, 2, 4 … s when the server fails or does not answer. Rejects
 * with the last fault; at once with a refusal, which another call would meet again,
 * and when the call took all of its time: nobody waits for that twice.
 */
export async function repeatCall<Result>(
  call: () => Promise<Result>,
  { clock, tries, longestMs, signal }: Patience,
): Promise<Result> {
  const isEnded = (): boolean => signal?.aborted === true;
  for (let made = 1; ; made += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = waitFor(error, made);
      if (waitMs === null || waitMs > longestMs || made >= tries || isEnded()) throw error;
      await clock.sleep(waitMs, signal);
      if (isEnded()) throw error;
    }
  }
}

/** Null: it is refused for good. */
function waitFor(error: unknown, made: number): number | null {
  const waitMs = firstWaitMs * 2 ** (made - 1);
  const isTimeUp = error instanceof HttpError && (error.error as Error | null)?.name === "AbortError";
  if (isTimeUp) return null;
  const askedMs = askedWaitMs(error);
  if (askedMs !== null) return askedMs;
  if (!(error instanceof GrammyError)) return waitMs;
  return error.error_code === 429 || error.error_code >= 500 ? waitMs : null;
}
