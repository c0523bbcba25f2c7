/**
 * A chart with every word that it shows, so that it is drawn the same everywhere. Numbers are those of the ledger; a chart
 * adds none.
 */
export interface Chart {
  readonly title: string;
  /** What is counted, and the time that it spans: the line under the title. */
  readonly subtitle: string;
  /** Where the numbers come from, and as of when: the line at the foot. */
  readonly source: string;
  /** What the picture says, in words, for who cannot see it: at most 900 characters. */
  readonly alternative: string;
  /** BCP-47 primary tag: how numbers are grouped. */
  readonly language: string;
  readonly plot: Plot;
}

/** What is drawn. */
export type Plot =
  /** Legs of an operation, each on top of the one before, up to the target. */
  | {
      readonly kind: "legs";
      readonly legs: readonly ChartPoint[];
      /** Null: no total was agreed, or none is known. */
      readonly target: number | null;
      readonly targetLabel: string;
    }
  /** Columns side by side a day: launched and downed. */
  | { readonly kind: "days"; readonly days: readonly string[]; readonly series: readonly ChartSeries[] }
  /** A toll over time: a line a speaker or side, the range between low and high as a band. */
  | { readonly kind: "toll"; readonly lines: readonly TollLine[] }
  /** Bars, the longest first. */
  | { readonly kind: "places"; readonly places: readonly ChartPoint[] };

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

/** One number a day, in the order of the days; null: nothing is known of that day. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

export interface TollLine {
  /** Whose claim it is. */
  readonly label: string;
  /** In the order of time. */
  readonly points: readonly TollPoint[];
}

/** `at`: epoch milliseconds; `label`: the instant in words, in the chat's zone. Null: open to that side. */
export interface TollPoint {
  readonly at: number;
  readonly label: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}
