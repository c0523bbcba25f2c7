import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Metrics, MetricsAccess } from "../ports/metrics.ts";
import type { Store } from "../ports/store.ts";
import { createMetrics } from "../../adapters/metrics/index.ts";

export interface MetricsOptions {
  readonly store: Pick<Store, "outbox">;
  /** Names of the platforms whose queues are looked at. */
  readonly platforms: readonly string[];
  readonly clock: Clock;
}

/** Metrics whose queue numbers are read from the store at each scrape. */
export function createStoreMetrics({ store, platforms, clock }: MetricsOptions): Metrics {
  return createMetrics(async () => {
    const { possibleRepeats: _, ...states } = await store.outbox.counts();
    const oldest = platforms.map(async (platform): Promise<[string, number]> => {
      const sinceAt = await store.outbox.waitingSince(platform);
      return [platform, sinceAt === null ? 0 : Math.max(0, clock.now() - sinceAt)];
    });
    return { states, oldestMs: Object.fromEntries(await Promise.all(oldest)) };
  });
}

/** Who may read them: with a token whoever has it; without one this machine, as long as nobody else can reach the server. */
export function metricsAccess(
  config: Pick<Config, "METRICS_TOKEN" | "HTTP_HOST" | "PUBLIC_URL">,
): MetricsAccess {
  const { METRICS_TOKEN: token, HTTP_HOST: host, PUBLIC_URL: publicUrl } = config;
  if (token !== undefined) return { kind: "token", token };
  // Behind a proxy on this machine everybody comes from this machine.
  const isLocal = ["127.0.0.1", "::1", "localhost"].includes(host) && publicUrl === undefined;
  return { kind: isLocal ? "open" : "closed" };
}
