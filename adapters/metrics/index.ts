import { createRequire } from "node:module";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type * as Prometheus from "prom-client";
import type { DeliveryEvent, Metrics, QueueNumbers } from "../../src/ports/metrics.ts";

// As CommonJS, which it is: so it is loaded once, without a wrapper. Part by part: with all of it come its default metrics and OpenTelemetry, in 80 files
// and 12 MB that nothing here uses.
const load = createRequire(import.meta.url);
const Counter: typeof Prometheus.Counter = load("prom-client/lib/counter");
const Gauge: typeof Prometheus.Gauge = load("prom-client/lib/gauge");
const Histogram: typeof Prometheus.Histogram = load("prom-client/lib/histogram");
const Registry: typeof Prometheus.Registry = load("prom-client/lib/registry");

/** Alerts of which it is known that their first message went out. */
const keptAlerts = 1_000;
const secondsBuckets = [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800];
/** The event loop's delay is sampled this often. */
const loopResolutionMs = 20;

/** Metrics in the Prometheus format. `read`: what waits, asked once a scrape. */
export function createMetrics(read: () => Promise<QueueNumbers>): Metrics {
  const registry = new Registry();
  const counters = countersIn(registry);
  const loop = monitorEventLoopDelay({ resolution: loopResolutionMs });
  loop.enable();
  const queue = queueGauges();
  for (const gauge of [queue.states, queue.oldest, loopGauge(loop), memoryGauge()])
    registry.registerMetric(gauge);
  const begun = new Set<number>();

  function noteFirst({ alert, platform, outcome, call, waitedMs }: DeliveryEvent): void {
    if (alert === null || outcome !== "sent" || call !== "send" || begun.has(alert)) return;
    begun.add(alert);
    const [oldest] = begun;
    if (begun.size > keptAlerts && oldest !== undefined) begun.delete(oldest);
    counters.firstMessage.observe({ platform }, waitedMs / 1_000);
  }

  return {
    onDelivery(event) {
      const { platform, call, what, outcome, waitScope, waitedMs } = event;
      counters.calls.inc({ platform, call, what, outcome });
      if (waitScope !== null) counters.waits.inc({ platform, scope: waitScope });
      if (event.mayDouble && outcome === "sent") counters.repeats.inc({ platform });
      if (outcome === "sent") counters.waited.observe({ platform, call }, waitedMs / 1_000);
      noteFirst(event);
    },
    async render() {
      const { states, oldestMs } = await read();
      for (const [state, count] of Object.entries(states)) queue.states.set({ state }, count);
      for (const [platform, ms] of Object.entries(oldestMs)) queue.oldest.set({ platform }, ms / 1_000);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
    stop: () => loop.disable(),
  };
}

function countersIn(registry: Prometheus.Registry) {
  const registers = [registry];
  return {
    calls: new Counter({
      name: "tallywire_calls_total",
      help: "Messages and edits asked of a chat platform, by how the call ended.",
      labelNames: ["platform", "call", "what", "outcome"],
      registers,
    }),
    waits: new Counter({
      name: "tallywire_asked_to_wait_total",
      help: "Calls that were to be made later (HTTP 429, slow mode, no connection), by what has to wait.",
      labelNames: ["platform", "scope"],
      registers,
    }),
    repeats: new Counter({
      name: "tallywire_possible_repeats_total",
      help: "Messages that may have doubled one whose answer never came, and say so. Discord tells repeats, so it has none.",
      labelNames: ["platform"],
      registers,
    }),
    waited: new Histogram({
      name: "tallywire_delivery_seconds",
      help: "From the making of the newest alert or notice to the platform's answer.",
      labelNames: ["platform", "call"],
      buckets: secondsBuckets,
      registers,
    }),
    firstMessage: new Histogram({
      name: "tallywire_first_message_seconds",
      help: "From an alert's commit to the answer to the first message that tells it anywhere.",
      labelNames: ["platform"],
      buckets: secondsBuckets,
      registers,
    }),
  };
}

function queueGauges() {
  return {
    states: new Gauge({
      name: "tallywire_deliveries",
      help: "Deliveries by state: queued, sending and unknown as they are now, the others since the store was made.",
      labelNames: ["state"],
      registers: [],
    }),
    oldest: new Gauge({
      name: "tallywire_oldest_waiting_seconds",
      help: "How long the oldest delivery that is due has waited; 0: none waits.",
      labelNames: ["platform"],
      registers: [],
    }),
  };
}

/** The thread's health: what holds it up delays every call. */
function loopGauge(delays: ReturnType<typeof monitorEventLoopDelay>): Prometheus.Gauge {
  return new Gauge({
    name: "tallywire_event_loop_delay_seconds",
    help: "How late the event loop was since the last scrape.",
    labelNames: ["quantile"],
    registers: [],
    collect() {
      // The sampling interval is in each sample.
      const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - loopResolutionMs / 1_000);
      this.set({ quantile: "0.5" }, late(delays.percentile(50)));
      this.set({ quantile: "0.99" }, late(delays.percentile(99)));
      this.set({ quantile: "1" }, late(delays.max));
      delays.reset();
    },
  });
}

function memoryGauge(): Prometheus.Gauge {
  return new Gauge({
    name: "tallywire_memory_bytes",
    help: "Memory of the process: resident set and used heap.",
    labelNames: ["kind"],
    registers: [],
    collect() {
      const { rss, heapUsed } = process.memoryUsage();
      this.set({ kind: "rss" }, rss);
      this.set({ kind: "heap" }, heapUsed);
    },
  });
}
