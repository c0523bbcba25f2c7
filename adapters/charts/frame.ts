import type { Chart } from "../../src/model/chart.ts";
import { fontFamily, type Measure } from "./fonts.ts";
import { wrapText } from "./wrap.ts";

/** The picture's size in pixels: 16 to 9, readable on a phone, under 100 KB as PNG. */
export const chartSize = { width: 1_200, height: 675 };

/** Dark on white, told apart without colour too: each series has a label and a pattern of its own. */
export const inks = {
  text: "#1b1f24",
  quiet: "#57606a",
  line: "#d0d7de",
  target: "#1b1f24",
  series: ["#2f5d8a", "#c2712f", "#5b7f3a", "#7a5195", "#8a8f98"],
} as const;

/** Where the plot stands within the picture, pixels from its edges. */
export const plotBox = { left: 80, right: 60, top: 150, bottom: 110 };

const margin = 40;
const textWidth = chartSize.width - 2 * margin;

/** What every chart has: title, subtitle, the line of sources, the font, no motion. */
export function frameOf(chart: Chart, measure: Measure): Record<string, unknown> {
  const set = (text: string, font: string, maxLines: number): string =>
    wrapText(text, { font, width: textWidth, maxLines }, measure);
  return {
    animation: false,
    backgroundColor: "#ffffff",
    color: inks.series,
    textStyle: { fontFamily, fontSize: 20, color: inks.text },
    // Patterns beside colours: https://www.w3.org/WAI/WCAG22/Understanding/use-of-color
    aria: { enabled: true, decal: { show: chart.plot.kind === "days" } },
    title: [
      {
        text: set(chart.title, `600 32px ${fontFamily}`, 2),
        subtext: set(chart.subtitle, `20px ${fontFamily}`, 1),
        left: margin,
        top: 24,
        itemGap: 8,
        textStyle: { fontFamily, fontWeight: 600, fontSize: 32, lineHeight: 38, color: inks.text },
        subtextStyle: { fontFamily, fontSize: 20, color: inks.quiet },
      },
      {
        text: set(chart.source, `17px ${fontFamily}`, 2),
        left: margin,
        bottom: 16,
        textStyle: { fontFamily, fontWeight: 400, fontSize: 17, lineHeight: 22, color: inks.quiet },
      },
    ],
  };
}

/** Numbers as the language groups them. */
export function numbersIn(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language);
  return (value) => format.format(value);
}
