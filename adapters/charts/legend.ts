import { fontFamily, type Measure } from "./fonts.ts";
import { chartSize, fontSizes, inks, type Frame } from "./frame.ts";
import { wrapText } from "./wrap.ts";

/** The mark of a series before its name, and the room after both. */
const mark = { width: 25, gap: 5 } as const;
const itemGap = 22;
/** From one row of names to the next. */
const rowHeight = 26;
const font = `${fontSizes.label}px ${fontFamily}`;

/** Names of series above the plot, in rows that have room, and how much they take from it, in units of height. One name needs none. */
export function legendOf(
  names: readonly string[],
  { box, measure }: { readonly box: Frame["box"]; readonly measure: Measure },
): { readonly legend: readonly Record<string, unknown>[]; readonly height: number } {
  if (names.length <= 1) return { legend: [], height: 0 };
  const left = box.left - 4;
  const width = chartSize.width - left - mark.width - mark.gap - 12;
  const shown = new Map(names.map((name) => [name, wrapText(name, { font, width, maxLines: 1 }, measure)]));
  const rows = rowsOf(names, (name) => measure(shown.get(name) ?? name, font).width, width);
  const legend = rows.map((data, row) => ({
    data,
    left,
    top: box.top - 11 + row * rowHeight,
    // Rows are broken here: ECharts reckons with another width of letters, and puts its own rows into the plot.
    width: chartSize.width * 4,
    padding: 0,
    itemGap,
    itemWidth: mark.width,
    formatter: (name: string) => shown.get(name) ?? name,
    textStyle: { fontFamily, fontSize: fontSizes.label, color: inks.text },
  }));
  return { legend, height: rows.length * rowHeight };
}

/** In their order, each row as full as it can be. `room`: what the names of a row may take beside the first mark. */
function rowsOf(
  names: readonly string[],
  widthOf: (name: string) => number,
  room: number,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let used = Infinity;
  for (const name of names) {
    const wider = used + itemGap + mark.width + mark.gap + widthOf(name);
    if (wider > room) {
      rows.push([name]);
      used = widthOf(name);
    } else {
      rows.at(-1)?.push(name);
      used = wider;
    }
  }
  return rows;
}
