/**
 * The smoke runs of the two contracts, over the demo stream, through the command line as people call it:
 * `tallywire read` gives one reading a report in order; `tallywire replay` gives the same bytes twice.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readDemoStream } from "../../adapters/demo/stream.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { outlets, items } = readDemoStream();
const reports = items.map((item) => {
  const outlet = outlets.find(({ id }) => id === item.outlet);
  const at = new Date(item.publishedAt).toISOString();
  return {
    id: item.id,
    lang: outlet?.lang ?? null,
    publishedAt: at,
    seenAt: at,
    source: { name: outlet?.name ?? "", side: outlet?.side ?? null },
    url: `https://${item.outlet}.example/${item.id}`,
    title: item.title,
    text: item.text,
  };
});
const input = `${reports.map((report) => JSON.stringify(report)).join("\n")}\n`;

const readings = lines(tallywire(["read"], input));
assert.deepEqual(
  readings.map(({ id }) => id),
  reports.map(({ id }) => id),
  "read answers every report, in order",
);
const figures = readings.flatMap((reading) => reading.figures as { measure: string; evidence: string }[]);
assert.ok(figures.length > 20, `read finds the demo's figures (${figures.length})`);

const broken = spawnSync("npx", ["tallywire", "read"], {
  cwd: root,
  input: `{"id":\n${input}`,
  encoding: "utf8",
});
assert.equal(broken.status, 1, "a bad line ends with exit code 1");
assert.match(broken.stderr, /line 1/iu, "a bad line is named by its number");
assert.equal(lines(broken.stdout).length, reports.length, "the lines after a bad one are read");

const alerts = tallywire(["replay"], input);
assert.equal(tallywire(["replay"], input), alerts, "replay gives the same bytes twice");
assert.ok(
  lines(alerts).some(({ kind, type }) => kind === "exchange" && type === "new"),
  "replay tells the exchange",
);
const ledger = lines(tallywire(["replay", "--ledger"], input));
const operation = ledger.find((line) => "planned" in line);
assert.ok(operation !== undefined, "the ledger has the operation");
console.log(
  `smoke: ${readings.length} reports, ${figures.length} figures, ${lines(alerts).length} alerts, ${ledger.length} ledger lines`,
);

function tallywire(args: readonly string[], text: string): string {
  const { status, stdout, stderr } = spawnSync("npx", ["tallywire", ...args], {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
  assert.equal(status, 0, `tallywire ${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

function lines(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
