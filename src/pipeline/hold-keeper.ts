import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { LedgerStore } from "../ports/ledger-store.ts";

/** Looked after once in this time of the stages' clock even if nobody pokes: another process may have held something. */
const idleMs = 30_000;
/** After a fault. */
const pauseMs = 5_000;

export interface HoldKeeperOptions {
  readonly ledger: Pick<LedgerStore, "nextHoldAt">;
  /** The stages' clock, by which holds are due. */
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

export function createHoldKeeper({ ledger, clock, release, log }: HoldKeeperOptions): HoldKeeper {
  const ending = new AbortController();
  let nap = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function round(): Promise<number> {
    const dueAt = await ledger.nextHoldAt();
    if (dueAt === null) return idleMs;
    if (dueAt > clock.now()) return Math.min(idleMs, dueAt - clock.now());
    await release(clock.now());
    return 0;
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      nap = new AbortController();
      const waitMs = await round().catch((error: unknown) => {
        log("error", "Held alerts could not be released; they stay due.", { error: messageOf(error) });
        return pauseMs;
      });
      if (waitMs > 0) await clock.sleep(waitMs, AbortSignal.any([nap.signal, ending.signal]));
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
