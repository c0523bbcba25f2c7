import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createChartRenderer } from "../../adapters/charts/index.ts";
import { systemClock } from "../../src/clock.ts";
import { decidedSamples } from "./decided-samples.ts";
import { previewPage } from "./page.ts";
import { samplesOf, shownCommands, type Sample } from "./samples.ts";
import { playDemo } from "./scene.ts";

/** The page of `npm run preview`: every kind of message, on both platforms, in every language. */
export async function renderPreview(): Promise<string> {
  const scene = await playDemo();
  const charts = createChartRenderer({ clock: systemClock });
  try {
    const samples = [...(await samplesOf(scene)), ...(await decidedSamples())];
    const pictures = new Map<Sample, string>();
    for (const sample of samples) {
      if (sample.message.chart === undefined) continue;
      const { png } = await charts.png(sample.message.chart);
      pictures.set(sample, `data:image/png;base64,${Buffer.from(png).toString("base64")}`);
    }
    return previewPage(samples, (sample) => pictures.get(sample) ?? null, new Set(shownCommands));
  } finally {
    await charts.stop();
    await scene.store.close();
  }
}

if (import.meta.main) {
  const file = process.argv[2] ?? "data/local/preview.html";
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await renderPreview());
  console.log(`Written: ${file}`);
}
