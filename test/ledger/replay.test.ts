import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { alertLine } from "../../src/alert/line.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { developmentLine, operationLine } from "../../src/ledger/line.ts";
import type { Report } from "../../src/model/report.ts";
import { replay } from "../../src/pipeline/replay.ts";
import type { Told } from "./story.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial, readingOf, reportOf } from "./story.ts";

const kharkiv = ["UA:kharkiv"];
const minute = { at: "10:00" };

/** Six reports seen in one minute that agree, differ, copy and contradict. */
const tolds: readonly Told[] = [
  {
    ...minute,
    figures: [figure("prisoners.released", "UA", 265, { by: kyivOfficial })],
    events: [event("exchange", "done")],
  },
  {
    ...minute,
    figures: [
      figure("prisoners.released", "UA", 260, { by: moscowOfficial }),
      figure("prisoners.released", "RU", 260, { by: moscowOfficial }),
    ],
    events: [event("exchange", "done")],
  },
  {
    ...minute,
    figures: [figure("killed", "UA", 3, { places: kharkiv, by: kyivOfficial })],
    events: [event("strike", "done", { places: kharkiv })],
  },
  {
    ...minute,
    figures: [figure("killed", "UA", 9, { places: kharkiv, by: kyivOfficial })],
    events: [event("strike", "done", { places: kharkiv })],
  },
  {
    ...minute,
    figures: [figure("killed", "UA", 30, { places: kharkiv })],
    events: [event("strike", "done", { places: kharkiv })],
  },
  {
    ...minute,
    figures: [figure("drones.launched", "RU", 168, { places: ["UA"] })],
    events: [event("strike", "done", { places: ["UA"] })],
  },
];

interface Replayed {
  readonly alerts: readonly string[];
  readonly ledger: readonly string[];
}

async function replayed(order: readonly number[], holdMs = 0): Promise<Replayed> {
  const store = await sqliteEngine.open(":memory:");
  const reports = order.map((index) => reportOf(tolds[index] ?? minute, index));
  const read = (report: Report) => readingOf(tolds[Number(report.id.slice(1))] ?? minute);
  const alerts: string[] = [];
  for await (const alert of replay({
    reports: each(reports),
    store,
    read,
    policy: { ...defaultPolicy, holdMs },
  })) {
    alerts.push(JSON.stringify(alertLine(alert, "en")));
  }
  const developments = await store.ledger.developments({ limit: 100 });
  const operations = await store.ledger.operations(100);
  const ledger = [...developments.map(developmentLine), ...operations.map(operationLine)].map((line) =>
    JSON.stringify(line),
  );
  await store.close();
  return { alerts, ledger };
}

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

describe("a replay", () => {
  it("gives the same alerts and ledger byte for byte in whatever order one minute's reports come", async () => {
    const indices = tolds.map((_, index) => index);
    const expected = await replayed(indices);

    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(indices, { minLength: indices.length }), async (order) => {
        expect(await replayed(order)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it("tells a held alert at its due time though the input ends before it", async () => {
    const { alerts } = await replayed([5], 60_000);

    expect(alerts.map((line) => JSON.parse(line).at)).toEqual(["2031-03-04T10:01:00Z"]);
  });
});

describe("holds", () => {
  const salvo = (id: string, value: number) => ({
    id,
    figures: [figure("drones.launched", "RU", value)],
    events: [event("strike", "done")],
  });

  it("end at once when a second origin comes", async () => {
    const story = await Story.begin({ holdMs: 60_000 });
    const first = await story.tell({ at: "10:00", ...salvo("a", 168) });

    const second = await story.tell({ at: "10:00", ...salvo("b", 168) });

    expect(first).toEqual([]);
    expect(second.map((alert) => [alert.type, alert.reports])).toEqual([["new", ["a", "b"]]]);
  });

  it("are not for what somebody is quoted with", async () => {
    const story = await Story.begin({ holdMs: 60_000 });

    const alerts = await story.tell({
      at: "10:00",
      figures: [figure("drones.launched", "RU", 168, { by: kyivOfficial })],
      events: [event("strike", "done")],
    });

    expect(alerts).toHaveLength(1);
  });
});

describe("backfill", () => {
  it("enters the ledger and alerts no one", async () => {
    const story = await Story.begin();

    const alerts = await story.tell({
      at: "10:00",
      isBackfill: true,
      figures: [figure("prisoners.released", "UA", 90, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });

    expect(alerts).toEqual([]);
    expect(await story.best("prisoners.released", "UA")).toBe(90);
  });
});
