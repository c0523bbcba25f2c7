import { createDice } from "./dice.ts";
import { torture, type TortureResult } from "./torture.ts";

export interface LaneOptions {
  readonly kills: number;
  readonly seed: number;
  /** So many tortures run side by side, each on a stage of its own: most of a kill's time is the next process's start. */
  readonly lanes: number;
  readonly onRound: (line: string) => void;
}

/** Spreads the kills over lanes. What a lane does depends on the seed and its number alone. */
export async function tortureInLanes(options: LaneOptions): Promise<TortureResult> {
  const { kills, seed, lanes, onRound } = options;
  const dice = createDice(seed);
  const plans = Array.from({ length: Math.min(lanes, kills) }, (_, lane) => ({
    kills: Math.floor(kills / lanes) + (lane < kills % lanes ? 1 : 0),
    seed: lane === 0 ? seed : dice.below(2 ** 31),
    onRound: (line: string) => onRound(`lane ${lane + 1}: ${line}`),
  }));
  const results = await Promise.all(plans.map((plan) => torture(plan)));
  return results.reduce(joined);
}

function joined(one: TortureResult, other: TortureResult): TortureResult {
  const { faults, ...numbers } = one;
  const { faults: otherFaults, ...otherNumbers } = other;
  return { faults: [...faults, ...otherFaults], ...summed(numbers, otherNumbers) };
}

/** Two records of the same shape, number by number. */
function summed<T extends object>(one: T, other: T): T {
  const entries = Object.entries({ ...one, ...other }).map(([name]) => {
    const [a, b]: [unknown, unknown] = [Reflect.get(one, name), Reflect.get(other, name)];
    if (isRecord(a) || isRecord(b)) return [name, summed(isRecord(a) ? a : {}, isRecord(b) ? b : {})];
    return [name, Number(a ?? 0) + Number(b ?? 0)];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names with values of the same kind
  return Object.fromEntries(entries) as T;
}

const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;
