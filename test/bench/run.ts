import type { Measurement } from "./measurement.ts";

/** `npm run bench [-- GROUP…]`: one JSON line a measurement; exit 1 when a goal is missed. */
const groups: Readonly<Record<string, () => Promise<{ run(): AsyncIterable<Measurement> }>>> = {
  start: () => import("./start.ts"),
  read: () => import("./read.ts"),
  poll: () => import("./poll.ts"),
  ledger: () => import("./ledger.ts"),
  charts: () => import("./charts.ts"),
  discord: () => import("./discord.ts"),
  fanout: () => import("./fanout.ts"),
  commands: () => import("./commands.ts"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`No such bench group: ${unknown.join(", ")}. There are: ${Object.keys(groups).join(", ")}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(groups)) {
  const group = await groups[name]?.();
  for await (const measurement of group?.run() ?? []) {
    console.log(JSON.stringify(measurement));
    if (!measurement.ok) process.exitCode = 1;
  }
}
