import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { LedgerStore } from "../ports/ledger-store.ts";

/** Looked after once in this time even if nobody pokes: another process may have held something. */
const idleMs = 30_000;
/** After a fault. */
const pauseMs = 5_000;

export interface HoldKeeperOptions {
  readonly ledger: Pick<LedgerStore, "nextHoldAt">;
  /** The stages' clock, by which holds are due. */
  readonly stageClock: Clock;
  /** The machine's clock, by which it idles. */
  readonly clock: Clock;
  /** Tells what is due now. */
  readonly release: (now: number) => Promise<void>;
  readonly log: Log;
}

/** Releases held alerts when they are due. The due times stand in the store, so a kill loses none. */
export interface HoldKeeper {
  start(): void;
  /** Something may have been held or released: look again. */
  poke(): void;
  /** Ends after the release under way. */
  stop(): Promise<void>;
}

export function createHoldKeeper({ ledger, stageClock, clock, release, log }: HoldKeeperOptions): HoldKeeper {
  const ending = new AbortController();
  let nap = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** Releases what is due, or waits for it. */
  async function round(signal: AbortSignal): Promise<void> {
    const dueAt = await ledger.nextHoldAt();
    if (dueAt === null) return clock.sleep(idleMs, signal);
    const waitMs = dueAt - stageClock.now();
    if (waitMs > 0) return stageClock.sleep(waitMs, signal);
    await release(stageClock.now());
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      nap = new AbortController();
      await round(AbortSignal.any([nap.signal, ending.signal])).catch((error: unknown) => {
        log("error", "Held alerts could not be released; they stay due.", { error: messageOf(error) });
        return clock.sleep(pauseMs, ending.signal);
      });
    }
  }

  return {
    start: () => void (running = run()),
    poke: () => nap.abort(),
    async stop() {
      ending.abort();
      await running;
    },
  };
}
