import { describe, expect, it } from "vitest";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { differenceLine } from "../../src/main/rebuild-text.ts";
import type { FigureKey } from "../../src/model/development.ts";
import type { Reading } from "../../src/model/reading.ts";
import { adoptRebuild, rebuildLedger, type Rebuilt } from "../../src/pipeline/rebuild.ts";
import { Story, event, figure, kyivOfficial, readingOf, type Told } from "./story.ts";

const kharkiv = { places: ["UA:kharkiv"] };
const odesa = { places: ["UA:odesa"] };
const killed: FigureKey = { measure: "killed", side: "UA", group: null, weapon: null, scope: "event" };

function strike(count: number, where = kharkiv): Pick<Told, "figures" | "events"> {
  return {
    figures: [figure("killed", "UA", count, { ...where, by: kyivOfficial })],
    events: [event("strike", "done", where)],
  };
}

/** Rebuilds a story's ledger with a reader that reads some reports in another way than it did. */
async function rebuilt(
  story: Story,
  readings: Readonly<Record<string, Pick<Told, "figures" | "events">>> = {},
): Promise<Rebuilt> {
  const read = (id: string): Reading => {
    const told = readings[id];
    return told === undefined
      ? (story.readings.get(id) ?? readingOf({ at: "00:00" }))
      : readingOf({ at: "00:00", ...told });
  };
  const fresh = await sqliteEngine.open(":memory:");
  const result = await rebuildLedger({
    store: story.store,
    fresh,
    read: ({ id }) => read(id),
    now: Date.parse("2031-03-06T00:00:00Z"),
  });
  await fresh.close();
  return result;
}

async function adopted(story: Story, readings: Parameters<typeof rebuilt>[1] = {}): Promise<Rebuilt> {
  const result = await rebuilt(story, readings);
  expect(await adoptRebuild(story.store, result)).toBe(true);
  return result;
}

async function bests(story: Story): Promise<unknown> {
  return (await story.developments()).map(({ id, figures }) => [id, figures[0]?.best]);
}

describe("a rebuild", () => {
  it("with the same reader changes nothing", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", ...strike(5, odesa) });
    await story.tell({ at: "08:20", ...strike(9) });

    expect(await rebuilt(story)).toMatchObject({ change: null, unchanged: 2, reports: 3, differences: [] });
  });

  it("with a better reader keeps the id and tells which number changed", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    await story.tell({ at: "08:10", ...strike(5, odesa) });

    const { differences, unchanged } = await adopted(story, { r1: strike(3) });

    expect(differences.map(differenceLine)).toEqual([
      "~ d1 strike/place done 2031-03-04 Kharkiv: killed UA 30 → 3",
    ]);
    expect(unchanged).toBe(1);
    expect(await bests(story)).toEqual([
      ["d1", 3],
      ["d2", 5],
    ]);
  });

  it("keeps the readings that were stored with the reports", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });

    await adopted(story, { r1: strike(3) });

    const query = { kinds: [], fromDate: "2031-03-01", toDate: "2031-03-09", seenSince: 0, conflicts: [] };
    const { previous } = await story.store.ledger.near({ ...query, reportId: "r1" }, []);
    expect(previous?.reading.figures.map(({ low }) => low)).toEqual([30]);
    expect(await bests(story)).toEqual([["d1", 3]]);
  });

  it("tells nobody anything, and what comes later is measured from what was told", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    const [before] = await story.developments();
    await adopted(story, { r1: strike(3) });

    const [after] = await story.developments();
    expect(after?.told).toEqual(before?.told);
    expect(await story.store.ledger.alerts({ limit: 9 })).toHaveLength(1);
    expect(await story.tell({ at: "09:00", ...strike(3) })).toMatchObject([
      { development: "d1", type: "correction" },
    ]);
  });

  it("gives what it finds anew an id that was never used", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1" });
    await story.tell({ at: "08:10", ...strike(5, odesa) });
    await story.tell({
      at: "08:20",
      id: "r3",
      text: "A wholly other account in words that nobody else has.",
      ...strike(2, { places: ["UA:sumy"] }),
    });

    await adopted(story, { r3: { figures: [], events: [event("talks", "held")] } });

    const ids = (await story.developments()).map(({ id, kind }) => [id, kind]);
    expect(ids).toEqual([
      ["d1", "strike"],
      ["d3", "talks"],
    ]);
  });

  it("leads the id of what turns out to be one with another there, and keeps it silent", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", id: "r2", ...strike(3, odesa) });

    await adopted(story, { r2: strike(3) });

    expect((await story.store.ledger.development("d2"))?.id).toBe("d1");
    expect(await story.tell({ at: "08:20", ...strike(3) })).toEqual([]);
  });

  it("does not tell as news what was told under another id", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(3) });
    await story.tell({ at: "08:05", ...strike(3) });

    await adopted(story, { r1: strike(3, odesa) });

    expect(await bests(story)).toEqual([
      ["d1", 3],
      ["d2", 3],
    ]);
    expect(await story.tell({ at: "08:20", ...strike(3, odesa) })).toEqual([]);
  });

  it("keeps what people decided", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    await story.tell({ at: "08:05", ...strike(7, odesa) });
    const span = { low: 4, high: 4, approx: false };
    await story.review("08:10", { kind: "correct", development: "d1", figure: killed, span });
    await story.review("08:15", { kind: "merge", development: "d1", other: "d2" });
    await story.tell({ at: "08:20", ...strike(7, odesa) });

    const { lost } = await adopted(story, { r1: strike(31) });

    expect(lost).toEqual([]);
    const [only, ...others] = await story.developments();
    expect(others).toEqual([]);
    expect(only?.reports).toHaveLength(3);
    expect(only?.rulings).toMatchObject([{ kind: "correct", by: "telegram:7" }]);
  });

  it("leaves out what people took back", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    const span = { low: 4, high: 4, approx: false };
    await story.review("08:10", { kind: "correct", development: "d1", figure: killed, span });
    await story.review("08:20", { kind: "undo", seq: (await story.lastEntry()).seq });

    await adopted(story, { r1: strike(31) });

    expect(await bests(story)).toEqual([["d1", 31]]);
  });

  it("names decisions that find nothing to decide on", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    await story.review("08:10", { kind: "hold", development: "d1" });

    const { lost } = await rebuilt(story, { r1: { figures: [], events: [] } });

    expect(lost).toMatchObject([{ action: { kind: "hold", development: "d1" } }]);
  });

  it("is not adopted when the ledger has changed meanwhile", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    const result = await rebuilt(story, { r1: strike(3) });
    await story.tell({ at: "08:10", ...strike(5, odesa) });

    expect(await adoptRebuild(story.store, result)).toBe(false);
    expect(await story.best("killed", "UA")).toBe(30);
  });

  it("is one entry of the journal, and can be undone while nothing has changed since", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "r1", ...strike(30) });
    await story.tell({ at: "08:10", id: "r2", ...strike(5, odesa) });
    const before = await story.developments();
    await adopted(story, { r1: strike(3), r2: { figures: [], events: [event("talks", "held")] } });
    const { seq, cause } = await story.lastEntry();

    const undone = await story.review("2031-03-06T01:00:00Z", { kind: "undo", seq });

    expect([cause.kind, undone.kind]).toEqual(["rebuild", "reviewed"]);
    expect((await story.developments()).map(({ figures, kind }) => [kind, figures[0]?.best])).toEqual(
      before.map(({ figures, kind }) => [kind, figures[0]?.best]),
    );
  });

  it("adds up the legs of an operation under the ids that they had", async () => {
    const story = await Story.begin();
    const by = kyivOfficial;
    await story.tell({
      at: "08:00",
      figures: [figure("prisoners.released", "UA", 1000, { scope: "planned", by })],
      events: [event("exchange", "agreed", { by })],
    });
    const leg = (count: number) => ({
      figures: [figure("prisoners.released", "UA", count, { by, date: "2031-03-05" })],
      events: [event("exchange", "done", { date: "2031-03-05" })],
    });
    await story.tell({ at: "2031-03-05T09:00:00Z", id: "leg", ...leg(390) });

    const { differences } = await adopted(story, { leg: leg(307) });

    expect((await story.store.ledger.operation("o1"))?.running).toMatchObject([{ best: 307 }]);
    expect(differences.map(({ kind }) => kind)).toEqual(["changed", "operation"]);
  });
});
