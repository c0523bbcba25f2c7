import { parseArgs } from "node:util";
import { tortureInLanes } from "./lanes.ts";

/**
 * `npm run torture [-- --kills N] [--seed N] [--lanes N]`: at most 1,000 kills, 200 by default, in 4 lanes side by side. Prints one JSON line;
 * exit 1 when anything was lost or doubled.
 */
const { values } = parseArgs({
  options: { kills: { type: "string" }, seed: { type: "string" }, lanes: { type: "string" } },
});
const kills = Math.min(1_000, Math.max(1, Number(values.kills ?? 200)));
const seed = Number(values.seed ?? 1);
const lanes = Math.min(16, Math.max(1, Number(values.lanes ?? 4)));
if (![kills, seed, lanes].every(Number.isInteger)) {
  console.error("--kills, --seed and --lanes are whole numbers.");
  process.exit(2);
}
const begunAt = performance.now();
const result = await tortureInLanes({ kills, seed, lanes, onRound: (line) => console.error(line) });
console.log(
  JSON.stringify({
    seed,
    lanes,
    kills,
    seconds: Math.round((performance.now() - begunAt) / 1_000),
    ...result,
  }),
);
process.exit(result.faults.length === 0 ? 0 : 1);
