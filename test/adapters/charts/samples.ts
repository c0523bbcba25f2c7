import type { Chart, Plot } from "../../../src/model/chart.ts";

/** A chart around a plot. */
export function chartOf(plot: Plot, fields: Partial<Chart> = {}): Chart {
  return {
    title: "Обмін полоненими: 1 000 із 1 000",
    subtitle: "Передано Україні, за етапами",
    source: "Джерело: вигаданий штаб · 25 травня 2025, 14:10 (Київ)",
    alternative: "Три етапи: 390, 307 і 303, разом 1 000 із домовлених 1 000.",
    language: "uk",
    plot,
    ...fields,
  };
}

const hour = 3_600_000;

/** One plot of each kind. */
export const plots = {
  legs: {
    kind: "legs",
    legs: [
      { label: "23 травня", value: 390 },
      { label: "24 травня", value: 307 },
      { label: "25 травня", value: 303 },
    ],
    target: 1_000,
    targetLabel: "домовлено 1 000",
  },
  days: {
    kind: "days",
    days: ["23.05", "24.05", "25.05"],
    series: [
      { label: "запущено", values: [175, 250, 298] },
      { label: "збито", values: [112, null, 266] },
    ],
  },
  toll: {
    kind: "toll",
    lines: [
      {
        label: "рятувальники",
        points: [
          { at: 0, label: "27.06, 18:00", low: 2, best: 2, high: 2 },
          { at: 4 * hour, label: "27.06, 22:00", low: 10, best: 13, high: null },
          { at: 14 * hour, label: "28.06, 08:00", low: 16, best: 18, high: 20 },
        ],
      },
      { label: "інша сторона", points: [{ at: 6 * hour, label: "28.06, 00:00", low: 0, best: 0, high: 0 }] },
    ],
  },
  places: {
    kind: "places",
    places: [
      { label: "Харківська область", value: 12 },
      { label: "Київ", value: 31 },
    ],
  },
} as const satisfies Record<string, Plot>;
