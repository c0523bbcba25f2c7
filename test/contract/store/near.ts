import { describe, expect, it } from "vitest";
import type { Development } from "../../../src/model/development.ts";
import type { NearQuery } from "../../../src/ports/ledger-store.ts";
import type { Scene } from "./scene.ts";
import {
  makeDevelopment,
  makeNearQuery,
  makeOperation,
  makeReading,
  makeReport,
  makeSignature,
  noon,
} from "./documents.ts";
import { changeTo, commit } from "./steps.ts";

/** What a decision is made on. */
export function describeNear(scene: Scene): void {
  const nearIds = async (developments: readonly Development[], query: Partial<NearQuery> = {}) => {
    await commit(scene.store, { change: changeTo({ developments }) });
    const found = await scene.store.ledger.near(makeNearQuery(query), []);
    return found.developments.map((each) => each.id);
  };

  const addReport = (id: string, bands: readonly number[], seenAt = noon) =>
    commit(scene.store, {
      report: {
        report: makeReport({ id, seenAt }),
        reading: makeReading(),
        signature: bands.length === 0 ? null : makeSignature(id, 4_294_967_295),
        bands,
        mark: null,
      },
    });
  const copiesOf = async (reportId: string, bands: readonly number[]) => {
    const found = await scene.store.ledger.near(makeNearQuery({ reportId }), bands);
    return found.copies;
  };

  describe("near", () => {
    it.each([
      ["the first day of the window", "2025-05-22", true],
      ["the last day of the window", "2025-05-26", true],
      ["the day before the window", "2025-05-21", false],
      ["the day after the window", "2025-05-27", false],
      ["a range that ends on the first day", "2025-05-20/2025-05-22", true],
      ["a range that begins on the last day", "2025-05-26/2025-05-30", true],
      ["a range that ends before", "2025-05-01/2025-05-21", false],
      ["the month", "2025-05", true],
      ["the month before", "2025-04", false],
      ["the year", "2025", true],
      ["the year before", "2024", false],
      ["a range of years around it", "2022/2025", true],
      ["a range of months after it", "2025-06/2025-09", false],
    ])("takes %s (%s): %s", async (_case, date, isNear) => {
      expect(await nearIds([makeDevelopment({ date })])).toEqual(isNear ? ["d1"] : []);
    });

    it("takes a development by the days of those that were merged into it", async () => {
      const { id, subject, places, attacker } = makeDevelopment({ id: "d9" });
      const faces = [{ id, subject, places, attacker, date: "2025-05-24" }];

      expect(await nearIds([makeDevelopment({ date: "2025-05-14", faces })])).toEqual(["d1"]);
    });

    it("takes a development without a date by when it was last seen", async () => {
      const developments = [
        makeDevelopment({ id: "d1", date: null, lastSeenAt: noon }),
        makeDevelopment({ id: "d2", date: null, lastSeenAt: noon - 1 }),
      ];

      expect(await nearIds(developments, { seenSince: noon })).toEqual(["d1"]);
    });

    it("takes the kinds asked for only", async () => {
      const developments = [
        makeDevelopment({ id: "d1", kind: "strike" }),
        makeDevelopment({ id: "d2", kind: "talks" }),
        makeDevelopment({ id: "d3", kind: "exchange" }),
      ];

      expect(await nearIds(developments, { kinds: ["exchange", "talks"] })).toEqual(["d2", "d3"]);
    });

    it.each([
      ["any conflict", null, ["d1", "d2", "d3"]],
      ["one conflict", ["gaza"], ["d2"]],
      ["one and the unknown one", ["gaza", null], ["d2", "d3"]],
      ["the unknown one", [null], ["d3"]],
    ])("takes %s", async (_case, conflicts, ids) => {
      const developments = [
        makeDevelopment({ id: "d1", conflict: "russia-ukraine" }),
        makeDevelopment({ id: "d2", conflict: "gaza" }),
        makeDevelopment({ id: "d3", conflict: null }),
      ];

      expect(await nearIds(developments, { conflicts })).toEqual(ids);
    });

    it("gives them in the order of their making", async () => {
      const developments = ["d10", "d9", "d2"].map((id) => makeDevelopment({ id }));

      expect(await nearIds(developments)).toEqual(["d2", "d9", "d10"]);
    });

    it("takes the report's own earlier developments, however old and of whatever kind", async () => {
      const old = makeDevelopment({ kind: "talks", date: "2019-01-01", reports: ["r0", "r8"] });

      expect(await nearIds([old], { reportId: "r8", conflicts: ["gaza"] })).toEqual(["d1"]);
    });

    it("forgets a development of a report that no longer supports it", async () => {
      const old = makeDevelopment({ date: "2019-01-01", reports: ["r8"] });
      await commit(scene.store, { change: changeTo({ developments: [old] }) });

      expect(await nearIds([{ ...old, reports: [] }], { reportId: "r8" })).toEqual([]);
    });

    it("sees a development move to another day, kind and conflict", async () => {
      await commit(scene.store, { change: changeTo({ developments: [makeDevelopment()] }) });
      const moved = makeDevelopment({ date: "2025-07-01", kind: "aid", conflict: null });

      expect(await nearIds([moved])).toEqual([]);
      expect(
        await nearIds([], {
          kinds: ["aid"],
          conflicts: [null],
          fromDate: "2025-07-01",
          toDate: "2025-07-01",
        }),
      ).toEqual(["d1"]);
    });

    it("gives the newest state, also when it was read before it changed", async () => {
      expect(await nearIds([makeDevelopment()])).toEqual(["d1"]);
      const later = makeDevelopment({ lastSeenAt: noon + 5, reports: ["r1", "r2"] });
      await commit(scene.store, { change: changeTo({ developments: [later] }) });

      const found = await scene.store.ledger.near(makeNearQuery(), []);

      expect(found.developments).toEqual([later]);
    });

    it("leaves merged developments out and follows the report's own to the one they went into", async () => {
      const merged = makeDevelopment({ id: "d1", reports: ["r8"], mergedInto: "d2" });
      const into = makeDevelopment({ id: "d2", date: "2019-01-01", reports: [] });

      expect(await nearIds([merged, into])).toEqual([]);
      expect(await nearIds([], { reportId: "r8" })).toEqual(["d2"]);
    });

    it("brings the operations of what it found, and those that were seen lately", async () => {
      await commit(scene.store, {
        change: changeTo({
          developments: [makeDevelopment({ operation: "o1" })],
          operations: [
            makeOperation({ id: "o1", lastSeenAt: 0 }),
            makeOperation({ id: "o2", lastSeenAt: 0 }),
            makeOperation({ id: "o3", lastSeenAt: noon }),
          ],
        }),
      });

      const found = await scene.store.ledger.near(makeNearQuery({ seenSince: noon }), []);

      expect(found.operations.map((each) => each.id)).toEqual(["o1", "o3"]);
    });
  });

  describe("copies", () => {
    it("are the reports with a band in common, each once, newest first", async () => {
      await addReport("r1", [11, 22], noon);
      await addReport("r2", [11, 29], noon + 1);
      await addReport("r3", [4_294_967_295]);
      await addReport("r4", []);

      const copies = await copiesOf("r9", [11, 22]);

      expect(copies.map((each) => each.reportId)).toEqual(["r2", "r1"]);
      expect(copies[1]).toEqual(makeSignature("r1", 4_294_967_295));
      expect(await copiesOf("r9", [])).toEqual([]);
    });

    it("are never the report itself", async () => {
      await addReport("r1", [11]);

      expect(await copiesOf("r1", [11])).toEqual([]);
    });

    it("follow a report's newest revision", async () => {
      await addReport("r1", [11]);
      await addReport("r1", [12]);

      expect(await copiesOf("r9", [11])).toEqual([]);
      expect(await copiesOf("r9", [12])).toHaveLength(1);
    });

    it("are those of two weeks only", async () => {
      const dayMs = 86_400_000;
      const last = Date.parse(makeNearQuery().toDate);
      await addReport("r1", [11], last - 14 * dayMs);
      await addReport("r2", [11], last - 13 * dayMs);
      await addReport("r3", [11], last + dayMs - 1);

      expect((await copiesOf("r9", [11])).map((each) => each.reportId)).toEqual(["r3", "r2"]);
    });

    it("are 200 at most", async () => {
      for (let i = 0; i < 205; i++) await addReport(`r${i}`, [11], noon + i);

      const copies = await copiesOf("r204", [11]);

      expect(copies).toHaveLength(200);
      expect(copies[0]?.reportId).toBe("r203");
    });
  });
}
