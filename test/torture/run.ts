import { parseArgs } from "node:util";
import { torture } from "./torture.ts";

/** `npm run torture [-- --kills N] [--seed N]`: at most 1,000 kills, 200 by default. Prints one JSON line; exit 1 when anything was lost or doubled. */
const { values } = parseArgs({ options: { kills: { type: "string" }, seed: { type: "string" } } });
const kills = Math.min(1_000, Math.max(1, Number(values.kills ?? 200)));
const seed = Number(values.seed ?? 1);
if (!Number.isInteger(kills) || !Number.isInteger(seed)) {
  console.error("--kills and --seed are whole numbers.");
  process.exit(2);
}
const begunAt = performance.now();
const result = await torture({ kills, seed, onRound: (line) => console.error(line) });
console.log(
  JSON.stringify({ seed, kills, seconds: Math.round((performance.now() - begunAt) / 1_000), ...result }),
);
process.exit(result.faults.length === 0 ? 0 : 1);
