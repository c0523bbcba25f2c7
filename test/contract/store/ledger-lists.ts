import { describe, expect, it } from "vitest";
import type { DevelopmentQuery } from "../../../src/ports/ledger-store.ts";
import type { Scene } from "./scene.ts";
import { makeDevelopment, makeOperation, makeTold, noon } from "./documents.ts";
import { changeTo, commit, tell } from "./steps.ts";

/** What is listed of the ledger. */
export function describeLedgerLists(scene: Scene): void {
  const add = (...developments: readonly Parameters<typeof makeDevelopment>[0][]) =>
    commit(scene.store, {
      change: changeTo({ developments: developments.map((each) => makeDevelopment(each)) }),
    });
  const listed = async (query: DevelopmentQuery) => {
    const found = await scene.store.ledger.developments(query);
    return found.map((each) => each.id);
  };

  const seqs = async (query: Parameters<typeof scene.store.ledger.alerts>[0]) =>
    (await scene.store.ledger.alerts(query)).map((each) => each.seq);

  describe("developments", () => {
    it("are listed newest first, as many as asked for", async () => {
      await add(
        { id: "d1", lastSeenAt: noon + 1 },
        { id: "d2", lastSeenAt: noon + 3 },
        { id: "d3", lastSeenAt: noon + 2 },
      );

      expect(await listed({ limit: 2 })).toEqual(["d2", "d3"]);
    });

    it("are listed by kinds, conflicts and whether they were told", async () => {
      const told = makeTold();
      await add(
        { id: "d1", lastSeenAt: noon + 1, kind: "strike", told },
        { id: "d2", lastSeenAt: noon + 2, kind: "talks", conflict: "gaza" },
        { id: "d3", lastSeenAt: noon + 3, kind: "strike", conflict: null },
        { id: "d4", lastSeenAt: noon + 4, kind: "aid", told },
      );

      expect(await listed({ kinds: ["strike", "talks"], limit: 9 })).toEqual(["d3", "d2", "d1"]);
      expect(await listed({ kinds: ["strike", "talks"], limit: 1 })).toEqual(["d3"]);
      expect(await listed({ conflicts: ["gaza"], limit: 9 })).toEqual(["d2"]);
      expect(await listed({ toldOnly: true, limit: 9 })).toEqual(["d4", "d1"]);
      expect(
        await listed({ toldOnly: true, kinds: ["strike"], conflicts: ["russia-ukraine"], limit: 9 }),
      ).toEqual(["d1"]);
    });

    it("that were merged are left out, and their ids lead to the one they went into", async () => {
      await add({ id: "d1", mergedInto: "d2" }, { id: "d2", mergedInto: "d3" }, { id: "d3" });

      expect(await listed({ limit: 9 })).toEqual(["d3"]);
      expect(await scene.store.ledger.development("d1")).toEqual(makeDevelopment({ id: "d3" }));
    });

    it("are given as they are stored, merged ones too, without those that are not there", async () => {
      await add({ id: "d1", mergedInto: "d2" }, { id: "d2" });

      const stored = await scene.store.ledger.stored(["d2", "d9", "d1"]);

      expect(stored.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
        ["d2", null],
        ["d1", "d2"],
      ]);
    });
  });

  it("lists operations, the lately seen first", async () => {
    const operations = [1, 3, 2].map((at) => makeOperation({ id: `o${at}`, lastSeenAt: noon + at }));
    await commit(scene.store, { change: changeTo({ operations }) });

    expect((await scene.store.ledger.operations(2)).map((each) => each.id)).toEqual(["o3", "o2"]);
  });

  describe("alerts", () => {
    it("are listed newest first, after a seq, and of one development", async () => {
      const first = await tell(scene.store);
      await tell(scene.store, { development: "d2" });
      await tell(scene.store, { revision: 2 });

      expect(await seqs({ limit: 9 })).toEqual([3, 2, 1]);
      expect(await seqs({ limit: 2 })).toEqual([3, 2]);
      expect(await seqs({ after: 2, limit: 9 })).toEqual([3]);
      expect(await seqs({ development: "d1", limit: 9 })).toEqual([3, 1]);
      expect(await seqs({ development: "d1", after: 1, limit: 9 })).toEqual([3]);
      expect((await scene.store.ledger.alerts({ limit: 9 })).at(-1)).toEqual(first);
    });

    it("of a merged development are listed with those of the one it went into", async () => {
      await tell(scene.store);
      await tell(scene.store, { development: "d2" });
      await add({ id: "d1", mergedInto: "d2" });

      expect(await seqs({ development: "d1", limit: 9 })).toEqual([2, 1]);
      expect(await seqs({ development: "d2", limit: 9 })).toEqual([2, 1]);
    });
  });

  describe("holds", () => {
    it("are due at their time, in the order of their times", async () => {
      await add(
        { id: "d1", holdUntil: noon + 2 },
        { id: "d2", holdUntil: noon + 1 },
        { id: "d3", holdUntil: noon + 3 },
        { id: "d4", holdUntil: null },
      );

      const due = await scene.store.ledger.dueHolds(noon + 2, 9);

      expect(due.map((each) => each.id)).toEqual(["d2", "d1"]);
      expect(await scene.store.ledger.dueHolds(noon, 9)).toEqual([]);
      expect((await scene.store.ledger.dueHolds(noon + 3, 1)).map((each) => each.id)).toEqual(["d2"]);
      expect(await scene.store.ledger.nextHoldAt()).toBe(noon + 1);
    });

    it("end when the development says so or is merged", async () => {
      await add({ id: "d1", holdUntil: noon }, { id: "d2", holdUntil: noon });
      await add({ id: "d1", holdUntil: null }, { id: "d2", holdUntil: noon, mergedInto: "d1" });

      expect(await scene.store.ledger.dueHolds(noon, 9)).toEqual([]);
      expect(await scene.store.ledger.nextHoldAt()).toBeNull();
    });
  });
}
