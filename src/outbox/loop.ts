import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { createBell } from "./bell.ts";

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;

export interface LoopOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** What is said when a round fails, static. */
  readonly failure: string;
  /** Does all there is to do now, and gives how long there is nothing more, milliseconds. It looks at the signal between its steps. */
  readonly round: (signal: AbortSignal) => Promise<number>;
}

/** Rounds of work, each when it is due or asked for. One that fails is tried again, after a longer and longer while. */
export interface Loop {
  readonly signal: AbortSignal;
  start(signal: AbortSignal): void;
  /** Ends after the step under way. */
  stop(): Promise<void>;
  /** There may be something to do. */
  poke(): void;
}

/** A loop that has not begun. */
export function createLoop({ clock, log, failure, round }: LoopOptions): Loop {
  const bell = createBell(clock);
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let backoffMs = firstBackoffMs;
    while (!ending.signal.aborted) {
      try {
        const waitMs = await round(ending.signal);
        backoffMs = firstBackoffMs;
        await bell.wait(waitMs, ending.signal);
      } catch (error) {
        log("error", failure, { why: messageOf(error), backoffMs });
        await clock.sleep(backoffMs, ending.signal);
        backoffMs = Math.min(backoffMs * 2, longestBackoffMs);
      }
    }
  }

  return {
    signal: ending.signal,
    start(signal) {
      if (signal.aborted) ending.abort();
      signal.addEventListener("abort", () => ending.abort(), { once: true });
      running = run();
    },
    async stop() {
      ending.abort();
      await running;
    },
    poke: () => bell.ring(),
  };
}
