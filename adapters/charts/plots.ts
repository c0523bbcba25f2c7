import type { Chart, Plot, TollLine, TollPoint } from "../../src/model/chart.ts";
import { fontFamily, type Measure } from "./fonts.ts";
import { legendOf } from "./legend.ts";
import { wrapText } from "./wrap.ts";
import { chartSize, fontSizes, frameOf, inks, numbersIn, type Frame } from "./frame.ts";

/** An ECharts option. */
export type ChartOption = Record<string, unknown>;

type Of<Kind extends Plot["kind"]> = Extract<Plot, { readonly kind: Kind }>;

/** What a plot is drawn with, and where. */
interface Hand {
  readonly number: (value: number) => string;
  readonly measure: Measure;
  readonly box: Frame["box"];
}

/** The chart as ECharts draws it. */
export function optionOf(chart: Chart, measure: Measure): ChartOption {
  const { option, box } = frameOf(chart, measure);
  return { ...option, ...plotOption(chart.plot, { number: numbersIn(chart.language), measure, box }) };
}

function plotOption(plot: Plot, hand: Hand): ChartOption {
  switch (plot.kind) {
    case "legs":
      return legsOption(plot, hand);
    case "days":
      return daysOption(plot, hand);
    case "toll":
      return tollOption(plot, hand);
    case "places":
      return placesOption(plot, hand);
  }
}

const labelText = { fontFamily, fontSize: fontSizes.label, color: inks.text };
const axisText = { fontFamily, fontSize: fontSizes.axis, color: inks.quiet };
const splitLine = { lineStyle: { color: inks.line } };

const valueAxis = ({ number }: Hand) => ({
  type: "value",
  minInterval: 1,
  axisLabel: { ...axisText, formatter: number },
  splitLine,
});

/** A name a column in one line; where they have no room side by side, every second or third is named, and the last one always. */
function categoryAxis(names: readonly string[], { box, measure }: Hand): ChartOption {
  const shown = names.map((name) => wrapText(name, nameSetting, measure));
  const widest = Math.max(0, ...shown.map((name) => measure(name, nameSetting.font).width));
  const column = (chartSize.width - box.left - box.right) / Math.max(1, names.length);
  const step = Math.max(1, Math.ceil((widest + nameGap) / column));
  return {
    type: "category",
    data: shown,
    axisLabel: { ...axisText, interval: (index: number) => (names.length - 1 - index) % step === 0 },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: inks.quiet } },
  };
}

const nameSetting = { font: `${fontSizes.axis}px ${fontFamily}`, width: 160, maxLines: 1 };
const nameGap = 8;

/** Each leg stands on the sum of those before it, so that the column of the last one ends at the running total. */
function legsOption({ legs, target, targetLabel }: Of<"legs">, hand: Hand): ChartOption {
  const bases: number[] = [];
  let total = 0;
  for (const { value } of legs) {
    bases.push(total);
    total += value;
  }
  const stack = { type: "bar", stack: "legs", barMaxWidth: 90, silent: true };
  const targetLine = {
    symbol: "none",
    lineStyle: { color: inks.target, type: "dashed", width: 2 },
    label: { ...labelText, formatter: targetLabel, position: "insideStartTop" },
    data: [{ yAxis: target }],
  };
  return {
    grid: hand.box,
    xAxis: categoryAxis(
      legs.map(({ label }) => label),
      hand,
    ),
    yAxis: legsAxis(Math.max(total, target ?? 0), hand),
    series: [
      { ...stack, data: bases, itemStyle: { color: "transparent" } },
      {
        ...stack,
        data: legs.map(({ value }) => value),
        itemStyle: { color: inks.series[0] },
        label: { ...labelText, fontWeight: 600, show: true, position: "top", formatter: byValue(hand) },
        ...(target === null ? {} : { markLine: targetLine }),
      },
    ],
  };
}

/** Room above the highest for the numbers on the columns; the axis' own end is no round number and is not named. */
function legsAxis(highest: number, hand: Hand): ChartOption {
  const axis = valueAxis(hand);
  return { ...axis, max: Math.ceil(highest * 1.1), axisLabel: { ...axis.axisLabel, showMaxLabel: false } };
}

function daysOption({ days, series }: Of<"days">, hand: Hand): ChartOption {
  // Numbers over the columns only where they have room: about 35 units each.
  const isRoom = days.length * series.length <= 18;
  const { legend, height } = legendOf(
    series.map(({ label }) => label),
    hand,
  );
  return {
    grid: { ...hand.box, top: hand.box.top + height },
    legend,
    xAxis: categoryAxis(days, hand),
    yAxis: valueAxis(hand),
    series: series.map(({ label, values }, index) => ({
      type: "bar",
      name: label,
      barGap: "10%",
      barMaxWidth: 46,
      data: values,
      itemStyle: { color: inks.series[index % inks.series.length] },
      label: {
        ...labelText,
        fontSize: fontSizes.axis,
        show: isRoom,
        position: "top",
        formatter: byValue(hand),
      },
    })),
  };
}

function tollOption({ lines }: Of<"toll">, hand: Hand): ChartOption {
  const instants = instantsOf(lines);
  const { legend, height } = legendOf(
    lines.map(({ label }) => label),
    hand,
  );
  return {
    grid: { ...hand.box, right: 76, top: hand.box.top + height },
    legend,
    xAxis: timeAxis(instants),
    yAxis: valueAxis(hand),
    series: lines.flatMap((line, index) => tollSeries(line, { index, end: instants.at(-1)?.at ?? 0, hand })),
  };
}

/** Every instant of the lines once, in order. */
function instantsOf(lines: readonly TollLine[]): readonly { readonly at: number; readonly label: string }[] {
  const byInstant = new Map(lines.flatMap(({ points }) => points).map(({ at, label }) => [at, label]));
  return Array.from(byInstant, ([at, label]) => ({ at, label })).toSorted((a, b) => a.at - b.at);
}

/** Names instants in the chart's own words, as many as have room. */
function timeAxis(instants: readonly { readonly at: number; readonly label: string }[]): ChartOption {
  const first = instants[0]?.at ?? 0;
  const span = Math.max(1, (instants.at(-1)?.at ?? 0) - first);
  const named = instants.reduce<{ at: number; label: string }[]>((kept, instant) => {
    const before = kept.at(-1);
    return before !== undefined && instant.at - before.at < span / 4 ? kept : [...kept, instant];
  }, []);
  const labels = new Map(named.map(({ at, label }) => [at, label]));
  const customValues = named.map(({ at }) => at);
  return {
    type: "value",
    min: first,
    max: first + span,
    axisLabel: { ...axisText, customValues, formatter: (at: number) => labels.get(at) ?? "" },
    axisTick: { customValues },
    axisLine: { lineStyle: { color: inks.quiet } },
    splitLine: { show: false },
  };
}

/** A line of what the speaker says, and the range between their low and high behind it. What was said holds until something else is said. */
function tollSeries(
  { label, points }: TollLine,
  { index, end, hand }: { readonly index: number; readonly end: number; readonly hand: Hand },
): ChartOption[] {
  const color = inks.series[index % inks.series.length];
  const last = points.at(-1);
  const held = last === undefined || last.at >= end ? points : [...points, { ...last, at: end }];
  const line = {
    type: "line",
    name: label,
    step: "end",
    symbol: ["circle", "rect", "triangle", "diamond", "pin"][index % 5],
    symbolSize: 10,
    data: held.map((point) => [point.at, point.best]),
    itemStyle: { color },
    lineStyle: { color, width: 3, type: index === 0 ? "solid" : "dashed" },
    endLabel: {
      ...labelText,
      fontWeight: 600,
      show: true,
      formatter: ({ value }: { value: readonly (number | null)[] }) => hand.number(value[1] ?? 0),
    },
  };
  if (!points.some(isRange)) return [line];
  const band = {
    type: "line",
    step: "end",
    symbol: "none",
    silent: true,
    stack: `band ${index}`,
    lineStyle: { opacity: 0 },
  };
  return [
    { ...band, data: held.map((point) => [point.at, lowOf(point)]) },
    {
      ...band,
      data: held.map((point) => [point.at, highOf(point) - lowOf(point)]),
      areaStyle: { color, opacity: 0.18 },
    },
    line,
  ];
}

const lowOf = ({ low, best, high }: TollPoint): number => low ?? best ?? high ?? 0;
const highOf = (point: TollPoint): number => point.high ?? point.best ?? lowOf(point);
const isRange = (point: TollPoint): boolean => highOf(point) > lowOf(point);

function placesOption({ places }: Of<"places">, hand: Hand): ChartOption {
  const sorted = places.toSorted((a, b) => b.value - a.value);
  const widest = Math.max(
    0,
    ...sorted.map(({ label }) => hand.measure(label, `${fontSizes.label}px ${fontFamily}`).width),
  );
  const left = Math.min(chartSize.width / 2.5, widest + 40);
  return {
    grid: { ...hand.box, left, right: 76 },
    xAxis: valueAxis(hand),
    yAxis: {
      type: "category",
      inverse: true,
      data: sorted.map(({ label }) => label),
      axisLabel: { ...labelText, width: left - 30, overflow: "truncate" },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.quiet } },
    },
    series: [
      {
        type: "bar",
        barMaxWidth: 32,
        data: sorted.map(({ value }) => value),
        itemStyle: { color: inks.series[0] },
        label: { ...labelText, fontWeight: 600, show: true, position: "right", formatter: byValue(hand) },
      },
    ],
  };
}

const byValue =
  ({ number }: Hand) =>
  ({ value }: { readonly value: number | null }): string =>
    value === null ? "" : number(value);
