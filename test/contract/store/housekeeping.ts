import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { makeDevelopment, makeReading, makeReport, noon } from "./documents.ts";
import {
  changeTo,
  claim,
  claimNotices,
  commit,
  deliver,
  expandAll,
  makeNotice,
  sentAs,
  subscribe,
  tell,
} from "./steps.ts";

const later = noon + 1_000;

/** What is forgotten, and what is not. */
export function describeHousekeeping(scene: Scene): void {
  const pruneAll = async (before = later): Promise<number> => {
    let pruned = 0;
    for (let round = 0; round < 100; round += 1) {
      const some = await scene.store.housekeeping.prune(before, 10);
      if (some === 0) return pruned;
      pruned += some;
    }
    throw new Error("the pruning does not end");
  };

  describe("prune", () => {
    it("leaves what has not ended, and what ended later", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      await pruneAll();
      expect((await scene.store.outbox.counts()).queued).toBe(1);

      await deliver(scene.store, "m1");
      await pruneAll(noon);
      await tell(scene.store, { revision: 2 });
      await expandAll(scene.store);

      expect(await claim(scene.store)).toMatchObject([{ shown: { messageId: "m1" } }]);
    });

    it("deletes deliveries that ended before, and keeps the message while the development is heard of", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      await deliver(scene.store, "m1");
      const development = makeDevelopment({ id: "d1", lastSeenAt: later });
      await commit(scene.store, { change: changeTo({ developments: [development] }) });

      expect(await pruneAll()).toBeGreaterThan(0);

      await tell(scene.store, { revision: 2 });
      await expandAll(scene.store);
      expect(await claim(scene.store)).toMatchObject([{ shown: { messageId: "m1", revision: 1 } }]);
      expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1 });
    });

    it("forgets the message with its development", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      await deliver(scene.store, "m1");
      const development = makeDevelopment({ id: "d1", lastSeenAt: noon });
      await commit(scene.store, { change: changeTo({ developments: [development] }) });

      await pruneAll();

      await tell(scene.store, { revision: 2 });
      await expandAll(scene.store);
      expect(await claim(scene.store)).toMatchObject([{ shown: null }]);
    });

    it("deletes notices that were sent, and leaves those that wait", async () => {
      const { id } = await subscribe(scene.store);
      await scene.store.outbox.addNotice(makeNotice({ to: { chatId: id }, key: "digest:1" }), noon);
      for (const delivery of await claimNotices(scene.store))
        await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);
      await scene.store.outbox.addNotice(makeNotice({ to: { chatId: id }, key: "digest:2" }), noon);

      await pruneAll();

      expect(await claimNotices(scene.store)).toMatchObject([{ notice: { key: "digest:2" } }]);
    });

    it("passes by what waits, however much stands before what has ended", async () => {
      const { id } = await subscribe(scene.store);
      const add = (key: string, dueAt: number) =>
        scene.store.outbox.addNotice(makeNotice({ to: { chatId: id }, key, dueAt }), noon);
      for (let n = 0; n < 25; n += 1) await add(`waits:${n}`, noon + 9_000);
      await add("digest:1", noon);
      for (const delivery of await claimNotices(scene.store))
        await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);

      // The delivery and its notice.
      expect(await pruneAll()).toBe(2);

      expect(await add("digest:1", noon)).toBe(true);
      expect(await add("waits:0", noon)).toBe(false);
    });

    it("keeps the notice of an alarm, so that it is not told again", async () => {
      const { id } = await subscribe(scene.store);
      const alarm = makeNotice({ to: { chatId: id }, key: "alarm:source:a:gone:1" });
      await scene.store.outbox.addNotice(alarm, noon);
      for (const delivery of await claimNotices(scene.store))
        await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);

      await pruneAll();

      expect(await scene.store.outbox.addNotice(alarm, later)).toBe(false);
    });

    it("deletes the journal but for what people decided", async () => {
      const review = { kind: "review", by: "an admin", note: "" } as const;
      await commit(scene.store, { change: changeTo({ developments: [makeDevelopment({ id: "d1" })] }) });
      await commit(scene.store, {
        change: { ...changeTo({ developments: [makeDevelopment({ id: "d1" })] }), cause: review },
      });

      await pruneAll();

      const journal = await scene.store.ledger.journal({ limit: 9 });
      expect(journal.map(({ cause }) => cause.kind)).toEqual(["review"]);
      expect(await scene.store.ledger.development("d1")).not.toBeNull();
    });

    it("deletes what reports said before, and keeps what they say", async () => {
      for (const text of ["first", "second"]) {
        const report = {
          report: makeReport({ text, seenAt: noon }),
          reading: makeReading(),
          signature: null,
          bands: [],
          mark: null,
        };
        await commit(scene.store, { report });
      }

      expect(await pruneAll()).toBe(1);

      expect(await scene.store.ledger.report(makeReport().id)).toMatchObject({ text: "second" });
    });
  });
}
