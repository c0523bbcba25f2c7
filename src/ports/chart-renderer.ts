import type { Chart } from "../model/chart.ts";

/** A drawn chart. */
export interface ChartImage {
  /** Hash of the chart: the same one is drawn and uploaded once. */
  readonly key: string;
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws charts. The same chart gives the same bytes. */
export interface ChartRenderer {
  /** The chart's key, without drawing it. */
  keyOf(chart: Chart): string;
  /** Throws ChartError when it cannot be drawn: the text alternative is then shown instead. */
  png(chart: Chart): Promise<ChartImage>;
  /** The same as SVG, for pages. */
  svg(chart: Chart): Promise<string>;
  /** Ends the worker. */
  stop(): Promise<void>;
}
