import { createChartRenderer } from "../../adapters/charts/index.ts";
import { systemClock } from "../../src/clock.ts";
import { chartOf, plots } from "../adapters/charts/samples.ts";
import { measure, type Measurement } from "./measurement.ts";

const rounds = 1_000;
/** From here on memory is to be flat: the worker's heap has reached its limits. */
const settledAfter = 300;

/** Group charts: the first picture with the worker's start, warm ones, and the memory over a thousand of them. */
export async function* run(): AsyncIterable<Measurement> {
  const renderer = createChartRenderer({ clock: systemClock });
  const kinds = Object.values(plots);
  const draw = async (index: number): Promise<number> => {
    const begunAt = performance.now();
    // Another title each time: nothing comes from the cache.
    await renderer.png(chartOf(kinds[index % kinds.length] ?? plots.legs, { title: `Обмін, етап ${index}` }));
    return performance.now() - begunAt;
  };
  const first = await draw(0);
  yield measure({
    name: "charts.first",
    unit: "ms",
    better: "lower",
    samples: [first],
    with: { includes: "worker start" },
  });
  const warm: number[] = [];
  const resident: number[] = [];
  for (let index = 1; index <= rounds; index += 1) {
    warm.push(await draw(index));
    if (index > settledAfter && index % 20 === 0) resident.push(process.memoryUsage.rss() / 2 ** 20);
  }
  yield measure({
    name: "charts.warm",
    unit: "ms",
    better: "lower",
    samples: warm,
    goal: { on: "value", is: 80 },
    with: { charts: rounds, kinds: kinds.length },
  });
  yield measure({
    name: "charts.memory",
    unit: "MiB",
    better: "lower",
    samples: resident.slice(-5),
    peer: resident[0] ?? Number.NaN,
    goal: { on: "ratio", is: 1.15 },
    with: { charts: rounds, peer: `resident memory after ${settledAfter} charts` },
  });
  await renderer.stop();
}
