import type { Clock } from "../clock.ts";

/** Wakes a loop that waits: something new is there, or its time has come. */
export interface Bell {
  /** Ends the wait under way, or else the next one at once: no ring is lost between two waits. */
  ring(): void;
  /** Ends at a ring, after `ms` of the clock, or when the signal is aborted, whichever comes first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** A bell for one loop. */
export function createBell(clock: Clock): Bell {
  let hasRung = false;
  let wake: AbortController | null = null;
  return {
    ring() {
      hasRung = true;
      wake?.abort();
    },
    async wait(ms, signal) {
      if (!hasRung && !signal.aborted) {
        const rung = new AbortController();
        wake = rung;
        const end = (): void => rung.abort();
        signal.addEventListener("abort", end, { once: true });
        await clock.sleep(ms, rung.signal);
        signal.removeEventListener("abort", end);
        wake = null;
      }
      hasRung = false;
    },
  };
}
