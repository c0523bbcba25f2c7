import { afterAll, describe, expect, it } from "vitest";
import { createChartRenderer } from "../../../adapters/charts/index.ts";
import { systemClock } from "../../../src/clock.ts";
import { ChartError } from "../../../src/errors.ts";
import type { Plot } from "../../../src/model/chart.ts";
import { chartOf, plots } from "./samples.ts";

const renderer = createChartRenderer({ clock: systemClock });
afterAll(() => renderer.stop());

/** Every text that the SVG shows, as a reader gets it. */
const textsOf = (svg: string): string =>
  Array.from(
    svg.matchAll(/<text[^>]*>(?<words>[^<]*)<\/text>/gu),
    ({ groups }) => groups?.["words"] ?? "",
  ).join("\n");

/** How far below the upper edge a text stands, in units. Null: it is not shown. */
function heightOf(svg: string, words: string): number | null {
  const element = svg.match(/<text[^>]*>[^<]*<\/text>/gu)?.find((text) => text.includes(`>${words}<`));
  if (element === undefined) return null;
  const shift = /translate\(\S+ (?<y>[-\d.]+)\)/u.exec(element)?.groups?.["y"] ?? 0;
  return Number(shift) + Number(/ y="(?<y>[-\d.]+)"/u.exec(element)?.groups?.["y"] ?? 0);
}

describe("what is drawn", () => {
  it.each(Object.entries(plots))("%s is a PNG of 1200 by 675 pixels under 200 KB", async (_, plot: Plot) => {
    const { png, width, height } = await renderer.png(chartOf(plot));
    const view = new DataView(png.buffer, png.byteOffset);
    expect(Array.from(png.subarray(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1_200, 675]);
    expect([width, height]).toEqual([1_200, 675]);
    expect(png.length).toBeLessThan(200_000);
  });

  it.each(Object.entries(plots))("%s says its title, its subtitle and its sources", async (_, plot: Plot) => {
    const chart = chartOf(plot);
    const words = textsOf(await renderer.svg(chart));
    for (const text of [chart.title, chart.subtitle, chart.source]) expect(words).toContain(text);
  });

  it("legs show each number, each day and the target", async () => {
    const words = textsOf(await renderer.svg(chartOf(plots.legs)));
    for (const text of ["390", "307", "303", "23 травня", "25 травня", "домовлено 1 000"])
      expect(words).toContain(text);
  });

  it.each([
    ["en", "Nov", 14],
    ["uk", "лист.", 14],
    ["ru", "нояб.", 14],
    ["uk", "лист.", 30],
  ])(
    "days in %s (%s, %i of them) are named in one line, the last one among them",
    async (_, month, count) => {
      const days = Array.from({ length: count }, (__, index) => `${index + 1} ${month}`);
      const plot: Plot = { kind: "days", days, series: [{ label: "a", values: days.map(() => 1) }] };
      const lines = textsOf(await renderer.svg(chartOf(plot))).split("\n");
      expect(lines).toContain(`${count} ${month}`);
      expect(lines).not.toContain(month);
    },
  );

  it("a toll shows the last word of each side", async () => {
    const words = textsOf(await renderer.svg(chartOf(plots.toll)));
    for (const text of ["рятувальники", "інша сторона", "18", "27.06, 18:00"]) expect(words).toContain(text);
  });

  it("long names of speakers stand above the plot, in as many rows as they need", async () => {
    const names = [
      "Державна служба з надзвичайних ситуацій України",
      "Міністерство оборони",
      "Обласна військова адміністрація міста на ріці",
      "Голова ради",
    ];
    const points = [{ at: 0, label: "27.06, 18:00", low: 7, best: 7, high: 7 }];
    const lines = names.map((label) => ({ label, points }));
    const svg = await renderer.svg(chartOf({ kind: "toll", lines }));
    // The plot's highest number stands at its top.
    const plotTop = Math.min(...["6", "7", "8"].flatMap((text) => heightOf(svg, text) ?? []));
    for (const name of names) expect(heightOf(svg, name)).toBeLessThan(plotTop);
    expect(new Set(names.map((name) => heightOf(svg, name))).size).toBe(3);
  });

  it("the place with the most stands first", async () => {
    const words = textsOf(await renderer.svg(chartOf(plots.places)));
    expect(words.indexOf("Київ")).toBeLessThan(words.indexOf("Харківська область"));
  });

  it("numbers are grouped as the language groups them", async () => {
    const plot = { ...plots.places, places: [{ label: "Kyiv", value: 12_345 }] };
    expect(textsOf(await renderer.svg(chartOf(plot, { language: "en" })))).toContain("12,345");
    expect(textsOf(await renderer.svg(chartOf(plot, { language: "uk" })))).toContain("12\u00a0345");
  });

  it("words that look like markup stay words", async () => {
    const svg = await renderer.svg(chartOf(plots.legs, { title: `<script>alert("1")</script> & more` }));
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("&lt;script");
  });

  it("a long title takes two lines and ends in an ellipsis", async () => {
    const title = "Дуже довга назва з багатьох слів, яка не може стати в один рядок ".repeat(5);
    const words = textsOf(await renderer.svg(chartOf(plots.legs, { title })));
    expect(words.split("\n").filter((line) => line.includes("назва"))).toHaveLength(2);
    expect(words).toContain("…");
  });

  it.each<[string, Plot]>([
    ["no legs", { kind: "legs", legs: [], target: null, targetLabel: "" }],
    ["no days", { kind: "days", days: [], series: [] }],
    ["no lines", { kind: "toll", lines: [] }],
    [
      "one point",
      {
        kind: "toll",
        lines: [{ label: "x", points: [{ at: 1, label: "now", low: null, best: 3, high: null }] }],
      },
    ],
    ["no places", { kind: "places", places: [] }],
  ])("a chart with %s is drawn", async (_, plot) => {
    expect((await renderer.png(chartOf(plot))).png.length).toBeGreaterThan(1_000);
  });
});

describe("the renderer", () => {
  it("gives the same bytes for the same chart, also from another worker", async () => {
    const other = createChartRenderer({ clock: systemClock });
    const [first, second] = await Promise.all([
      renderer.png(chartOf(plots.days)),
      other.png(chartOf(plots.days)),
    ]);
    await other.stop();
    expect(Buffer.from(first.png).equals(second.png)).toBe(true);
    expect(first.key).toBe(second.key);
  });

  it("has another key for every other word or number", () => {
    const keys = [
      chartOf(plots.days),
      chartOf(plots.legs),
      chartOf(plots.legs, { title: "Other" }),
      chartOf({ ...plots.legs, target: 999 }),
    ].map((chart) => renderer.keyOf(chart));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("draws a chart once for all who ask at the same time", async () => {
    const chart = chartOf(plots.places, { title: "Once" });
    const [first, second] = await Promise.all([renderer.png(chart), renderer.png(chart)]);
    expect(first).toBe(second);
  });

  it("refuses what waits when it is stopped, and draws again when asked again", async () => {
    const other = createChartRenderer({ clock: systemClock });
    const waiting = other.png(chartOf(plots.legs));
    const refused = expect(waiting).rejects.toThrow(ChartError);
    await other.stop();
    await refused;
    expect((await other.png(chartOf(plots.legs))).png.length).toBeGreaterThan(1_000);
    await other.stop();
  });

  it("refuses more than can wait at once", async () => {
    const other = createChartRenderer({ clock: systemClock });
    const asked = Array.from({ length: 80 }, (_, index) =>
      other.png(chartOf(plots.legs, { title: `Chart ${index}` })),
    );
    const all = Promise.allSettled(asked);

    for (const late of asked.slice(64)) await expect(late).rejects.toThrow("too many are waiting");
    expect((await asked[0])?.png.length).toBeGreaterThan(1_000);
    await other.stop();
    await all;
  });
});
