/** One line of the bench. Times in milliseconds and sizes in MiB unless `unit` says otherwise. */
export interface Measurement {
  readonly name: string;
  /** Null: it could not be made; `why` says so, and `ok` is false. */
  readonly value: number | null;
  readonly unit: string;
  readonly n: number;
  readonly p50: number | null;
  readonly p99: number | null;
  /** A peer or a limit measured in the same run; null: there is none. */
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly better: "lower" | "higher";
  readonly goal: number | null;
  readonly goalOn: "value" | "ratio" | null;
  readonly ok: boolean;
  /** The sizes worked on, what the peer is. */
  readonly with: Readonly<Record<string, string | number>>;
}

export interface MeasurementInput {
  readonly name: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  /** Every sample; the value is their median. [] : it could not be made. */
  readonly samples: readonly number[];
  readonly peer?: number;
  readonly goal?: { readonly on: "value" | "ratio"; readonly is: number };
  readonly with?: Readonly<Record<string, string | number>>;
}

/** Makes a line: `ok` is computed here and nowhere else. The ratio is value / peer. */
export function measure(input: MeasurementInput): Measurement {
  const { name, unit, better, samples, goal } = input;
  const value = samples.length === 0 ? null : quantile(samples, 0.5);
  const peer = input.peer ?? null;
  const ratio = value === null || peer === null || peer === 0 ? null : round(value / peer);
  const subject = goal?.on === "ratio" ? ratio : value;
  const isMet =
    goal === undefined ||
    (subject !== null && (better === "lower" ? subject <= goal.is : subject >= goal.is));
  return {
    name,
    value,
    unit,
    n: samples.length,
    p50: value,
    p99: samples.length === 0 ? null : quantile(samples, 0.99),
    peer: peer === null ? null : round(peer),
    ratio,
    better,
    goal: goal?.is ?? null,
    goalOn: goal?.on ?? null,
    ok: value !== null && isMet,
    with: input.with ?? {},
  };
}

/** The quantile of samples by nearest rank, rounded to three digits after the point. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
