import type { Clock } from "../clock.ts";
import type { Health } from "../ports/board.ts";
import type { Store } from "../ports/store.ts";
import type { Polling } from "./polling.ts";
import type { Refusals } from "./refusals.ts";

/** The poller is stalled when no round has ended for this long. */
const stalledMs = 120_000;

export interface HealthOptions {
  readonly store: Store;
  readonly polling: Pick<Polling, "lastRoundAt">;
  readonly refusals: Pick<Refusals, "list">;
  readonly clock: Clock;
}

/** How the process is: the store answers, the poller's rounds end, and no platform refuses the token. */
export function createHealth({ store, polling, refusals, clock }: HealthOptions): () => Promise<Health> {
  const startedAt = clock.now();
  return async () => {
    try {
      return await look();
    } catch {
      // Its cause is logged by whoever needed the store.
      return { isHealthy: false, details: { store: "does not answer" } };
    }
  };

  async function look(): Promise<Health> {
    const counts = await store.outbox.counts();
    const sources = await store.sources.list();
    const quietMs = clock.now() - (polling.lastRoundAt() ?? startedAt);
    const refusedBy = refusals.list();
    return {
      isHealthy: quietMs < stalledMs && refusedBy.length === 0,
      details: {
        ...(refusedBy.length === 0 ? {} : { refusedBy: refusedBy.join(", ") }),
        secondsSinceLastRound: Math.round(quietMs / 1000),
        sources: sources.length,
        sourcesFailing: sources.filter(({ state }) => state.failures > 0).length,
        deliveriesWaiting: counts.queued + counts.sending + counts.unknown,
        deliveriesSent: counts.sent,
        deliveriesFailed: counts.failed,
        possibleRepeats: counts.possibleRepeats,
      },
    };
  }
}
