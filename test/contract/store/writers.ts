import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../src/ports/store.ts";
import type { Scene } from "./scene.ts";
import { makeAlert, makeDevelopment, makeNearQuery, noon } from "./documents.ts";
import {
  changeTo,
  claim,
  deliver,
  expandAll,
  holdLease,
  makeCommit,
  subscribe,
  tell,
  view,
  wantAll,
} from "./steps.ts";

/** Writes a development, deciding again as long as its commit is stale. */
const write = async (store: Store, id: number) => {
  for (let tries = 0; tries < 100; tries++) {
    const { version } = await view(store);
    await new Promise((resolve) => setImmediate(resolve));
    const change = changeTo({ developments: [makeDevelopment({ id: `d${id}` })] });
    const result = await store.ledger.commit({ version, report: null, change, alerts: [] });
    if (result.kind === "committed") return;
  }
  throw new Error("a commit never succeeds");
};

/** Two processes on one database. */
export function describeWriters(scene: Scene): void {
  describe("two writers", () => {
    let other: Store;
    beforeEach(async () => {
      other = await scene.database.open();
    });
    afterEach(() => other.close());

    it("see what the other committed, also what they have read before", async () => {
      await tell(scene.store);
      await other.ledger.near(makeNearQuery(), []);
      const later = makeDevelopment({ lastSeenAt: noon + 9 });
      await scene.store.ledger.commit(
        await makeCommit(scene.store, { change: changeTo({ developments: [later] }) }),
      );

      expect((await other.ledger.near(makeNearQuery(), [])).developments).toEqual([later]);
    });

    it("that decided on the same version: one commits, the other is stale and decides again", async () => {
      const mine = await makeCommit(scene.store, {
        change: changeTo({ developments: [makeDevelopment()] }),
        alerts: [makeAlert()],
      });
      const theirs = await makeCommit(other, {
        change: changeTo({ developments: [makeDevelopment()] }),
        alerts: [makeAlert()],
      });

      const results = [await scene.store.ledger.commit(mine), await other.ledger.commit(theirs)];

      expect(results.map((each) => each.kind)).toEqual(["committed", "stale"]);
      expect(await other.ledger.alerts({ limit: 9 })).toHaveLength(1);
      const again = { ...theirs, alerts: [makeAlert({ revision: 2 })], version: (await view(other)).version };
      expect(await other.ledger.commit(again)).toMatchObject({ kind: "committed" });
    });

    it("lose no commit when both try again until they succeed", async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => write(i % 2 === 0 ? scene.store : other, i + 1)),
      );

      expect((await view(other)).developments).toHaveLength(20);
      expect(await scene.store.ledger.journal({ limit: 100 })).toHaveLength(20);
    });

    it("expand one fan-out in turns, each chat once", async () => {
      for (let i = 0; i < 25; i++) await subscribe(scene.store, String(i));
      await tell(scene.store);

      for (let chunk = 0; chunk < 10; chunk++) {
        await (chunk % 2 === 0 ? scene.store : other).outbox.expand({
          now: noon,
          maxChats: 3,
          plan: wantAll,
        });
      }

      const claimed = await claim(other);
      expect(claimed).toHaveLength(25);
      expect(new Set(claimed.map((each) => each.chat.id)).size).toBe(25);
    });

    it("never claim one delivery twice", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      const fence = await holdLease(scene.store);

      const claims = await Promise.all([claim(scene.store, { fence }), claim(other, { fence })]);

      expect(claims.flat()).toHaveLength(1);
    });

    it("know after a restart what was sent", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      await deliver(scene.store, "m1");
      await other.close();
      other = await scene.database.open();

      expect(await claim(other)).toEqual([]);
      await tell(other, { revision: 2 });
      await expandAll(other);
      const [update] = await claim(other);

      expect(update?.shown).toEqual({ messageId: "m1", firstMessageId: "m1", revision: 1 });
    });
  });

  it("takes no calls once it is closed", async () => {
    const store = await scene.database.open();
    await store.close();

    await expect(store.chats.count()).rejects.toMatchObject({ code: "store-closed" });
  });
}
