import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import {
  makeAlert,
  makeDevelopment,
  makeNearQuery,
  makeOperation,
  makeReading,
  makeReport,
  noon,
} from "./documents.ts";
import { changeTo, commit, expandAll, makeCommit, subscribe, tell, view } from "./steps.ts";

const reportOf = (report = makeReport(), reading = makeReading()) => ({
  report,
  reading,
  signature: null,
  bands: [],
  mark: null,
});

/** Commits: what they write, together and whole. */
export function describeLedger(scene: Scene): void {
  describe("commit", () => {
    it("begins empty, with 1 as the next number of a development and an operation", async () => {
      const empty = await view(scene.store);

      expect(empty).toMatchObject({ developments: [], operations: [], previous: null, copies: [] });
      expect([empty.nextDevelopment, empty.nextOperation]).toEqual([1, 1]);
    });

    it("keeps documents exactly as they were decided", async () => {
      const development = makeDevelopment({ id: "d7", date: "2025-05-23/2025-05-24", operation: "o3" });
      const operation = makeOperation({ id: "o3", developments: ["d7"] });
      const report = makeReport({ title: "“Quoted” — Обмін 🇺🇦", lang: null, publishedAt: null });

      await commit(scene.store, {
        report: reportOf(report),
        change: changeTo({ developments: [development], operations: [operation] }),
      });

      expect(await scene.store.ledger.development("d7")).toEqual(development);
      expect(await scene.store.ledger.operation("o3")).toEqual(operation);
      expect(await scene.store.ledger.report("r1")).toEqual(report);
    });

    it("gives null for ids that it never saw", async () => {
      expect(await scene.store.ledger.development("d1")).toBeNull();
      expect(await scene.store.ledger.operation("o1")).toBeNull();
      expect(await scene.store.ledger.report("r1")).toBeNull();
    });

    it("moves the version on, also for a report that changes nothing", async () => {
      const before = await view(scene.store);

      const result = await scene.store.ledger.commit(await makeCommit(scene.store, { report: reportOf() }));

      expect(result).toMatchObject({ kind: "committed" });
      expect((await view(scene.store)).version).toBeGreaterThan(before.version);
    });

    it("keeps reports that say nothing together, and leaves alone those that are there", async () => {
      await commit(scene.store, { report: reportOf(makeReport({ id: "r1" })) });
      const { version } = await view(scene.store);
      const mark = { sourceId: "courier", keys: ["id:2"], contentHash: "h" };
      const quiet = ["r1", "r2", "r3"].map((id) => ({
        ...reportOf(makeReport({ id, text: "Rain." })),
        mark,
      }));

      expect(await scene.store.ledger.keep(quiet)).toEqual(["r1"]);

      expect(await scene.store.ledger.report("r1")).toEqual(makeReport({ id: "r1" }));
      expect(await scene.store.ledger.report("r3")).toEqual(makeReport({ id: "r3", text: "Rain." }));
      expect((await scene.store.sources.knownItems("courier", ["id:2"])).size).toBe(1);
      expect((await view(scene.store)).version).toBe(version);
      expect(await scene.store.ledger.keep(quiet)).toEqual(["r1", "r2", "r3"]);
    });

    it("gives the next unused numbers after the highest that was written", async () => {
      await commit(scene.store, {
        change: changeTo({
          developments: [makeDevelopment({ id: "d12" }), makeDevelopment({ id: "d4" })],
          operations: [makeOperation({ id: "o2" })],
        }),
      });

      const after = await view(scene.store);

      expect([after.nextDevelopment, after.nextOperation]).toEqual([13, 3]);
    });

    it("numbers alerts in the order of telling", async () => {
      const first = await tell(scene.store);
      const [second, third] = await commit(scene.store, {
        change: changeTo({ developments: [makeDevelopment({ id: "d2" })] }),
        alerts: [makeAlert({ revision: 2 }), makeAlert({ development: "d2" })],
      });

      expect([first.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
      expect(second).toEqual({ ...makeAlert({ revision: 2 }), seq: 2 });
    });

    it("refuses a commit that was decided on an older version, and writes nothing of it", async () => {
      const old = await makeCommit(scene.store, {
        report: reportOf(makeReport({ id: "late" })),
        change: changeTo({ developments: [makeDevelopment({ id: "d9" })] }),
        alerts: [makeAlert({ development: "d9" })],
      });
      await tell(scene.store);

      const result = await scene.store.ledger.commit(old);

      expect(result).toEqual({ kind: "stale" });
      expect(await scene.store.ledger.report("late")).toBeNull();
      expect(await scene.store.ledger.development("d9")).toBeNull();
      expect(await scene.store.ledger.alerts({ limit: 10 })).toHaveLength(1);
    });

    it("refuses a commit on a version that is still to come", async () => {
      const { version } = await view(scene.store);

      const result = await scene.store.ledger.commit(await makeCommit(scene.store, { version: version + 1 }));

      expect(result).toEqual({ kind: "stale" });
    });

    it("writes all of a commit or nothing: an alert on an unknown development takes the report with it", async () => {
      await subscribe(scene.store);
      const impossible = await makeCommit(scene.store, {
        report: reportOf(),
        change: changeTo({ developments: [makeDevelopment()] }),
        alerts: [makeAlert(), makeAlert({ development: "d404" })],
      });

      await expect(scene.store.ledger.commit(impossible)).rejects.toMatchObject({ code: "store-constraint" });

      expect(await scene.store.ledger.report("r1")).toBeNull();
      expect(await scene.store.ledger.development("d1")).toBeNull();
      await expandAll(scene.store);
      expect((await scene.store.outbox.counts()).queued).toBe(0);
    });

    it("replaces a report that is seen again, and gives what it said before until then", async () => {
      const first = makeReport();
      const edited = makeReport({ text: "A spokesperson said that 303 people came home." });
      await commit(scene.store, { report: reportOf(first, makeReading({ lang: "en" })) });

      const { previous } = await scene.store.ledger.near(makeNearQuery({ reportId: "r1" }), []);
      await commit(scene.store, { report: reportOf(edited, makeReading({ lang: "uk" })) });
      const { previous: replaced } = await scene.store.ledger.near(makeNearQuery({ reportId: "r1" }), []);

      expect(previous).toEqual({ report: first, reading: makeReading({ lang: "en" }) });
      expect(replaced).toEqual({ report: edited, reading: makeReading({ lang: "uk" }) });
      expect(await scene.store.ledger.report("r1")).toEqual(edited);
    });

    it("marks the item's keys with the report", async () => {
      const mark = { sourceId: "courier", keys: ["id:1", "link:1"], contentHash: "aa" };
      await commit(scene.store, { report: { ...reportOf(), mark } });
      await commit(scene.store, {
        report: { ...reportOf(), mark: { ...mark, keys: ["id:1"], contentHash: "bb" } },
      });

      const known = await scene.store.sources.knownItems("courier", ["id:1", "link:1", "id:2"]);

      expect(known).toEqual(
        new Map([
          ["id:1", { reportId: "r1", contentHash: "bb" }],
          ["link:1", { reportId: "r1", contentHash: "aa" }],
        ]),
      );
      expect(await scene.store.sources.knownItems("other", ["id:1"])).toEqual(new Map());
    });

    it("lets a report go by further keys, and leaves alone those that name one", async () => {
      const mark = { sourceId: "courier", keys: ["id:1"], contentHash: "aa" };
      await commit(scene.store, { report: { ...reportOf(), mark } });

      const more = { sourceId: "courier", keys: ["id:1", "link:1"], contentHash: "bb" };
      await scene.store.sources.remember([{ ...more, reportId: "r1" }]);
      await scene.store.sources.remember([{ ...more, contentHash: "cc", reportId: "r1" }]);

      expect(await scene.store.sources.knownItems("courier", ["id:1", "link:1"])).toEqual(
        new Map([
          ["id:1", { reportId: "r1", contentHash: "aa" }],
          ["link:1", { reportId: "r1", contentHash: "bb" }],
        ]),
      );
    });
  });

  it("lists every report in its newest revision by when it was seen, then in the order in which they came", async () => {
    const kept = [
      makeReport({ id: "r2", seenAt: noon }),
      makeReport({ id: "r1", seenAt: noon }),
      makeReport({ id: "r3", seenAt: noon - 1, text: "first" }),
      makeReport({ id: "r3", seenAt: noon + 1, text: "second" }),
    ];
    for (const report of kept) await commit(scene.store, { report: reportOf(report) });

    const first = await scene.store.ledger.reports({ limit: 2 });
    const rest = await scene.store.ledger.reports({ after: { seenAt: noon, id: "r1" }, limit: 2 });

    expect([first, rest].map((page) => page.map(({ id }) => id))).toEqual([["r2", "r1"], ["r3"]]);
    expect(rest[0]?.text).toBe("second");
  });

  describe("journal", () => {
    it("keeps each change with the states before it", async () => {
      const before = makeDevelopment();
      const after = makeDevelopment({ stage: "agreed", lastSeenAt: noon + 1 });
      await commit(scene.store, { change: changeTo({ developments: [before] }) });
      await commit(scene.store, {
        change: {
          cause: { kind: "review", by: "telegram:7", note: "the leg was not done yet" },
          at: noon + 2,
          developments: [after, makeDevelopment({ id: "d2" })],
          operations: [makeOperation()],
        },
      });

      const journal = await scene.store.ledger.journal({ limit: 10 });

      expect(journal).toMatchObject([
        {
          seq: 1,
          cause: { kind: "rebuild" },
          at: noon,
          before: { developments: [], operations: [] },
          made: ["d1"],
        },
        {
          seq: 2,
          cause: { kind: "review", by: "telegram:7", note: "the leg was not done yet" },
          at: noon + 2,
          before: { developments: [before], operations: [] },
          made: ["d2", "o1"],
        },
      ]);
      expect(journal[1]?.version).toBe((await view(scene.store)).version);
      expect(await scene.store.ledger.journal({ after: 1, limit: 10 })).toEqual(journal.slice(1));
      expect(await scene.store.ledger.journal({ limit: 1 })).toEqual(journal.slice(0, 1));
      expect(await scene.store.ledger.journal({ reviewsOnly: true, limit: 10 })).toEqual(
        journal.filter(({ cause }) => cause.kind === "review"),
      );
    });

    it("is not written for a report that changes nothing", async () => {
      await commit(scene.store, { report: reportOf() });

      expect(await scene.store.ledger.journal({ limit: 10 })).toEqual([]);
    });
  });
}
