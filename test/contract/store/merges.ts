import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { noon } from "./documents.ts";
import { claim, claimOne, expandAll, sentAs, subscribe, tell } from "./steps.ts";

/** Messages of a development that was merged into another. */
export function describeMerges(scene: Scene): void {
  const tellAndExpand = async (
    ...[fields]: Parameters<typeof tell> extends [unknown, ...infer R] ? R : never
  ) => {
    await tell(scene.store, fields ?? {});
    await expandAll(scene.store, {
      plan: (_chat, alert, wasTold) =>
        alert.mergedInto === undefined || wasTold ? { isLoud: alert.isLoud } : null,
    });
  };
  /** Sends all that waits, and names each message by its development. */
  const sendAll = async () => {
    for (;;) {
      const claimed = await claim(scene.store);
      if (claimed.length === 0) return;
      for (const delivery of claimed) {
        const messageId = delivery.shown?.messageId ?? `of ${delivery.newest.development}`;
        await scene.store.outbox.settle(delivery, sentAs(delivery, messageId, delivery.shown !== null), noon);
      }
    }
  };
  const merge = () =>
    tellAndExpand({ development: "d2", revision: 2, type: "correction", isLoud: false, mergedInto: "d1" });

  describe("a merged development", () => {
    it("is told on in its own message where the chat has none on the other", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ development: "d2" });
      await sendAll();
      await tell(scene.store, { development: "d1" });
      await expandAll(scene.store, { plan: () => null });
      await merge();

      const delivery = await claimOne(scene.store);

      expect(delivery.newest).toMatchObject({ development: "d1", revision: 1 });
      expect(delivery.shown).toEqual({ messageId: "of d2", firstMessageId: "of d2", revision: 0 });
      await scene.store.outbox.settle(delivery, sentAs(delivery, "of d2", true), noon);
      await tellAndExpand({ development: "d1", revision: 2, isLoud: false });
      expect((await claimOne(scene.store)).shown).toMatchObject({ messageId: "of d2", revision: 1 });
    });

    it("stays muted under its other id where it was muted", async () => {
      const chat = await subscribe(scene.store);
      await tellAndExpand({ development: "d2" });
      await sendAll();
      const subscription = { ...chat.subscription, mutedDevelopments: ["d2"] };
      await scene.store.chats.subscribe(chat.address, subscription, noon);
      await tell(scene.store, { development: "d1" });
      await expandAll(scene.store, { plan: () => null });
      await merge();
      await sendAll();

      const after = await scene.store.chats.find(chat.address);
      expect(after?.subscription.mutedDevelopments).toEqual(["d2", "d1"]);
    });

    it("has its message point to the other where the chat has both", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ development: "d1" });
      await tellAndExpand({ development: "d2" });
      await sendAll();
      await merge();

      const delivery = await claimOne(scene.store);

      expect(delivery.newest).toMatchObject({ development: "d2", mergedInto: "d1" });
      expect(delivery.shown).toMatchObject({ messageId: "of d2" });
    });

    it("is told as the other where it still waits", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ development: "d2" });
      await tell(scene.store, { development: "d1" });
      await expandAll(scene.store, { plan: () => null });
      await merge();

      const delivery = await claimOne(scene.store);

      expect(delivery).toMatchObject({ newest: { development: "d1" }, shown: null });
      await sendAll();
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
    });

    it("is corrected also where its message has gone over to the other, should the merge be undone", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ development: "d2" });
      await sendAll();
      await tell(scene.store, { development: "d1" });
      await expandAll(scene.store, { plan: () => null });
      await merge();
      await sendAll();
      const told: boolean[] = [];
      await tell(scene.store, { development: "d2", revision: 3, type: "correction" });

      await expandAll(scene.store, {
        plan: (_chat, _alert, wasTold) => {
          told.push(wasTold);
          return { isLoud: false };
        },
      });

      expect(told).toEqual([true]);
      expect(await claimOne(scene.store)).toMatchObject({ newest: { development: "d2" }, shown: null });
    });
  });
}
