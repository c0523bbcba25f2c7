import type { Chart } from "../../src/model/chart.ts";
import { fontFamily, type Measure } from "./fonts.ts";
import { wrapText } from "./wrap.ts";

/** The picture's size in pixels: 16 to 9, under 100 KB as PNG. */
export const imageSize = { width: 1_200, height: 675 };

/**
 * What the picture is laid out in, in units that the fonts below are given in. So few, that on a phone, where it is some 390 points
 * wide, a label has 9 points and the line of sources 7.
 */
export const chartSize = { width: 760, height: 427.5 };

/** Dark on white, told apart without colour too: each series has a label and a pattern of its own. */
export const inks = {
  text: "#1b1f24",
  quiet: "#57606a",
  line: "#d0d7de",
  target: "#1b1f24",
  series: ["#2f5d8a", "#c2712f", "#5b7f3a", "#7a5195", "#8a8f98"],
} as const;

/** Heights of letters. */
export const fontSizes = { title: 25, subtitle: 17, label: 17, axis: 15, source: 13 } as const;

const margin = 24;
const textWidth = chartSize.width - 2 * margin;
const titleLine = 30;

/** What every chart has, and where its plot may stand, units from the edges. */
export interface Frame {
  readonly option: Record<string, unknown>;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Title, subtitle, the line of sources, the font, no motion. */
export function frameOf(chart: Chart, measure: Measure): Frame {
  const set = (text: string, font: string, maxLines: number): string =>
    wrapText(text, { font, width: textWidth, maxLines }, measure);
  const title = set(chart.title, `600 ${fontSizes.title}px ${fontFamily}`, 2);
  const source = set(chart.source, `${fontSizes.source}px ${fontFamily}`, 2);
  const titleLines = title.split("\n").length;
  const sourceLines = source.split("\n").length;
  const option = {
    animation: false,
    backgroundColor: "#ffffff",
    color: inks.series,
    textStyle: { fontFamily, fontSize: fontSizes.label, color: inks.text },
    // Patterns beside colours: https://www.w3.org/WAI/WCAG22/Understanding/use-of-color
    aria: { enabled: true, decal: { show: chart.plot.kind === "days" } },
    title: [
      {
        text: title,
        subtext: set(chart.subtitle, `${fontSizes.subtitle}px ${fontFamily}`, 1),
        left: margin,
        top: 14,
        padding: 0,
        itemGap: 4,
        textStyle: {
          fontFamily,
          fontWeight: 600,
          fontSize: fontSizes.title,
          lineHeight: titleLine,
          color: inks.text,
        },
        subtextStyle: { fontFamily, fontSize: fontSizes.subtitle, color: inks.quiet },
      },
      {
        text: source,
        left: margin,
        bottom: 12,
        padding: 0,
        textStyle: {
          fontFamily,
          fontWeight: 400,
          fontSize: fontSizes.source,
          lineHeight: 17,
          color: inks.quiet,
        },
      },
    ],
  };
  const box = { left: 62, right: 36, top: 58 + titleLine * titleLines, bottom: 46 + 17 * sourceLines };
  return { option, box };
}

/** Numbers as the language groups them. */
export function numbersIn(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language);
  return (value) => format.format(value);
}
