import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Clock } from "../../src/clock.ts";
import { ChartError, messageOf } from "../../src/errors.ts";
import type { Chart } from "../../src/model/chart.ts";
import type { ChartImage, ChartRenderer } from "../../src/ports/chart-renderer.ts";
import { imageSize } from "./frame.ts";

/** What the worker is asked for. */
export interface DrawOrder {
  readonly id: number;
  readonly chart: Chart;
  readonly form: "svg" | "png";
}

/** What it answers. */
export type DrawAnswer =
  | { readonly id: number; readonly svg: string }
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly why: string };

export interface ChartOptions {
  readonly clock: Pick<Clock, "sleep">;
  /** After so long without an order the worker ends and gives its memory back, milliseconds. */
  readonly idleMs?: number;
}

/** Heap of the worker; without limits it grew to 675 MB over 900 charts. */
const limits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };
/** Pictures of about 50 KB. */
const keptImages = 64;
/** Orders that wait; more are refused, and the text alternative is shown. */
const maxWaiting = 64;
/** The first drawing loads ECharts, about a second. */
const drawMs = 20_000;

interface Waiting {
  readonly resolve: (answer: DrawAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Draws charts in a worker of its own, started at the first order and ended when idle; what was drawn is kept. */
export function createChartRenderer({ clock, idleMs = 60_000 }: ChartOptions): ChartRenderer {
  const kept = new Map<string, ChartImage>();
  const drawing = new Map<string, Promise<ChartImage>>();
  const desk = createDesk(clock, idleMs);

  const drawPng = async (key: string, chart: Chart): Promise<ChartImage> => {
    const answer = await desk.order(chart, "png");
    if (!("png" in answer)) throw failed("why" in answer ? answer.why : "no picture");
    const image: ChartImage = { key, png: answer.png, ...imageSize };
    const [oldest] = kept.keys();
    if (kept.size >= keptImages && oldest !== undefined) kept.delete(oldest);
    kept.set(key, image);
    return image;
  };

  return {
    keyOf,
    async png(chart) {
      const key = keyOf(chart);
      const ready = kept.get(key) ?? drawing.get(key);
      if (ready !== undefined) return ready;
      const begun = drawPng(key, chart).finally(() => drawing.delete(key));
      drawing.set(key, begun);
      return begun;
    },
    async svg(chart) {
      const answer = await desk.order(chart, "svg");
      if (!("svg" in answer)) throw failed("why" in answer ? answer.why : "no picture");
      return answer.svg;
    },
    stop: () => desk.close(),
  };
}

/** Changes with every word and number of the chart, and with nothing else. */
function keyOf(chart: Chart): string {
  return createHash("sha256").update(JSON.stringify(chart)).digest("base64url").slice(0, 32);
}

const failed = (why: string): ChartError =>
  new ChartError(`The chart could not be drawn: ${why}.`, { code: "chart-failed" });

/** Hands orders to the worker and its answers back. */
interface Desk {
  order(chart: Chart, form: DrawOrder["form"]): Promise<DrawAnswer>;
  close(): Promise<void>;
}

function createDesk(clock: Pick<Clock, "sleep">, idleMs: number): Desk {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let nextId = 1;
  let idle = new AbortController();

  const end = async (why: string): Promise<void> => {
    const ending = worker;
    worker = null;
    for (const { reject } of waiting.values()) reject(failed(why));
    waiting.clear();
    await ending?.terminate();
  };
  const open = (): Worker => {
    const opened = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits: limits });
    opened.unref();
    opened.on("message", (answer: DrawAnswer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    // Out of memory, or a fault in loading: the next order gets a new worker.
    opened.on("error", (error) => worker === opened && void end(messageOf(error)));
    opened.on("exit", () => worker === opened && void end("the drawing thread ended"));
    return opened;
  };
  const endWhenIdle = async (): Promise<void> => {
    idle.abort();
    idle = new AbortController();
    const { signal } = idle;
    await clock.sleep(idleMs, signal);
    if (!signal.aborted && waiting.size === 0) await end("idle");
  };

  return {
    async order(chart, form) {
      if (waiting.size >= maxWaiting) throw failed("too many are waiting");
      worker ??= open();
      const id = nextId++;
      const late = new AbortController();
      const drawn = new Promise<DrawAnswer>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, chart, form } satisfies DrawOrder);
      void clock.sleep(drawMs, late.signal).then(() => waiting.has(id) && void end("it took too long"));
      try {
        return await drawn;
      } finally {
        late.abort();
        void endWhenIdle();
      }
    },
    async close() {
      idle.abort();
      await end("stopping");
    },
  };
}
