import { readerByHand } from "./by-hand.ts";
import type { ReaderErrorName } from "./errors.ts";
import { errorNames, misread } from "./errors.ts";
import { ownParts, streamNames } from "./stream.ts";
import type { Parts } from "./stream.ts";

/** What is compared of each run. */
export const comparedParts = [
  "recall",
  "precisionNew",
  "notRedundant",
  "quiet",
  "materialTold",
  "keyFigures",
  "operations",
  "noNoise",
] as const;

/**
 * The mean parts of all streams under one kind of reader error, over the seeds 1 … `seeds`. A part that no stream has to count is null.
 */
export async function partsUnder(
  error: ReaderErrorName | "any",
  { share, seeds }: { readonly share: number; readonly seeds: number },
): Promise<Parts> {
  const runs: Parts[] = [];
  for (const name of streamNames())
    for (let seed = 1; seed <= seeds; seed++)
      runs.push(await ownParts(name, misread(readerByHand(name), error, { share, seed })));
  return Object.fromEntries(
    comparedParts.map((part) => [part, meanOf(runs.map((run) => run[part] ?? null))]),
  );
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/**
 * `node test/score/perturb.ts [SHARE] [SEEDS] [ERROR]`: how the score of the five streams falls when the readings by hand hold errors of one kind in
 * the given share of what they say (0.1), over so many seeds (4).
 */
async function main([share = "0.1", seeds = "4", only]: readonly string[]): Promise<void> {
  const errors = [...errorNames(), "any" as const].filter((name) => only === undefined || name === only);
  console.log(["".padEnd(20), ...comparedParts.map((part) => part.padStart(13))].join(""));
  for (const error of errors) {
    const parts = await partsUnder(error, { share: Number(share), seeds: Number(seeds) });
    const cells = comparedParts.map((part) => (parts[part]?.toFixed(3) ?? "-").padStart(13));
    console.log([error.padEnd(20), ...cells].join(""));
  }
}

if (import.meta.main) await main(process.argv.slice(2));
