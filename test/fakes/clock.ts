import type { Clock } from "../../src/clock.ts";

/** A clock that a test moves by hand. */
export interface FakeClock extends Clock {
  /**
   * Moves time on by `ms`: every sleep that ends within is ended at its own moment, in order, and what it wakes runs
   * (sleeps that it begins included) before time moves further.
   */
  advance(ms: number): Promise<void>;
  /** Jumps from sleep to sleep until `isDone` holds. Throws when that takes more than `limitMs`, or when nothing sleeps any more. */
  runUntil(isDone: () => boolean, limitMs: number): Promise<void>;
  /** Sets what `now` shows without ending any sleep, as when a machine's clock is put right. */
  jumpTo(at: number): void;
  /** Lets time pass in which nothing gets a turn, as for a process that is paused: sleeps that end in it end with the next move. */
  skip(ms: number): void;
  /** When the next sleep ends, epoch milliseconds; null: nothing sleeps. */
  nextWakeAt(): number | null;
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** Turns of the event loop given to what a sleep wakes: a promise chain needs one, each yield within it one more. */
const turnsAfterWake = 12;

/** A fake clock that shows `startAt` (epoch milliseconds). `sleep(0)` yields one turn of the event loop. */
export function createFakeClock(startAt: number): FakeClock {
  const sleepers = new Set<Sleeper>();
  // Sleeps end by `elapsed`, as a machine's timers do: putting the clock right moves none of them.
  let elapsed = 0;
  let offset = startAt;
  let order = 0;

  function next(): Sleeper | null {
    let first: Sleeper | null = null;
    for (const sleeper of sleepers) {
      if (first === null || sleeper.at < first.at || (sleeper.at === first.at && sleeper.order < first.order))
        first = sleeper;
    }
    return first;
  }

  async function wakeNextUpTo(end: number): Promise<boolean> {
    const sleeper = next();
    if (sleeper === null || sleeper.at > end) return false;
    elapsed = Math.max(elapsed, sleeper.at);
    sleeper.wake();
    await settle();
    return true;
  }

  return {
    now: () => offset + elapsed,
    elapsed: () => elapsed,
    sleep(ms, signal) {
      if (signal?.aborted === true) return Promise.resolve();
      if (ms <= 0) return new Promise((resolve) => setImmediate(resolve));
      return new Promise((resolve) => {
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper: Sleeper = { at: elapsed + Math.ceil(ms), order: order++, wake };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wake, { once: true });
      });
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      while (await wakeNextUpTo(end)) continue;
      elapsed = Math.max(elapsed, end);
      await settle();
    },
    async runUntil(isDone, limitMs) {
      const end = elapsed + limitMs;
      await settle();
      let patience = 20;
      while (!isDone()) {
        if (await wakeNextUpTo(end)) continue;
        // Nothing sleeps because it still works.
        if (sleepers.size === 0 && (patience -= 1) > 0) {
          await settle();
          continue;
        }
        throw new Error(`Not done within ${limitMs} ms; ${sleepers.size} sleepers are left.`);
      }
    },
    jumpTo(at) {
      offset = at - elapsed;
    },
    skip(ms) {
      elapsed += ms;
    },
    nextWakeAt() {
      const sleeper = next();
      return sleeper === null ? null : offset + sleeper.at;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < turnsAfterWake; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
