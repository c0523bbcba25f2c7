import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { BarChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
} from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "../../src/model/chart.ts";
import { createMeasure, fontFamily, readFonts } from "./fonts.ts";
import { chartSize, imageSize } from "./frame.ts";
import { optionOf } from "./plots.ts";
import { encodePng } from "./png.ts";
import type { DrawAnswer, DrawOrder } from "./index.ts";

const fonts = readFonts();
const measure = createMeasure(fonts);
const fontBuffers = Array.from(fonts.values());

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  SVGRenderer,
]);
setPlatformAPI({ measureText: measure });
const wasm = initWasm(
  readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")),
);

parentPort?.on("message", (order: DrawOrder) => void draw(order));

async function draw({ id, chart, form }: DrawOrder): Promise<void> {
  try {
    await wasm;
    const svg = toSvg(chart);
    if (form === "svg") return answer({ id, svg });
    const png = toPng(svg);
    answer({ id, png }, [png.buffer as ArrayBuffer]);
  } catch (error) {
    answer({ id, why: error instanceof Error ? error.message : String(error) });
  }
}

function answer(message: DrawAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, Array.from(transfer));
}

function toSvg(chart: Chart): string {
  const instance = init(null, null, { renderer: "svg", ssr: true, ...chartSize });
  try {
    instance.setOption(optionOf(chart, measure));
    return unclipped(instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
}

/**
 * ECharts clips each line to its axes, which hold all of it: the picture is the same without, and the renderer spares a layer of its whole size for each,
 * some 30 ms. Words of a chart have no "<".
 */
function unclipped(svg: string): string {
  return svg.replaceAll(/<g clip-path="url\(#[\w-]+\)">/gu, "<g>");
}

/** WebAssembly memory is not the garbage collector's: everything is freed by hand. */
function toPng(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    fitTo: { mode: "width", value: imageSize.width },
    font: { fontBuffers, defaultFontFamily: fontFamily, loadSystemFonts: false },
  });
  try {
    const image = resvg.render();
    try {
      return encodePng(image.pixels, image);
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
