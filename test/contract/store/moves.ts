import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import { claim, claimOne, deliver, expandAll, sentAs, subscribe, tell, wantAll } from "./steps.ts";

const group = makeAddress({ channel: "-1" });
const supergroup = makeAddress({ channel: "-1001" });

/** A group that becomes a supergroup, and the like. */
export function describeMoves(scene: Scene): void {
  const move = () => scene.store.chats.move(group, supergroup, noon);
  const tellAndExpand = async (revision = 1) => {
    await tell(scene.store, { revision });
    await expandAll(scene.store);
  };

  describe("a chat that moves", () => {
    it("keeps its id, its wishes, what waits and what it was told, but no message by its old number", async () => {
      const chat = await subscribe(scene.store, "-1");
      await tellAndExpand();
      await deliver(scene.store, "m1");
      await tellAndExpand(2);

      await move();

      expect(await scene.store.chats.find(group)).toBeNull();
      expect(await scene.store.chats.find(supergroup)).toEqual({ ...chat, address: supergroup });
      expect(await claimOne(scene.store)).toMatchObject({
        chat: { id: chat.id, address: supergroup },
        shown: null,
        toldRevision: 1,
      });
    });

    it("moves once, however often it is said", async () => {
      const chat = await subscribe(scene.store, "-1");

      await move();
      await move();
      await scene.store.chats.move(supergroup, supergroup, noon);

      expect(await scene.store.chats.find(supergroup)).toEqual({ ...chat, address: supergroup });
      expect(await scene.store.chats.count()).toBe(1);
    });

    it("does nothing when it is not known", async () => {
      await move();

      expect(await scene.store.chats.list({ limit: 9 })).toEqual([]);
    });

    it("settles the delivery that was under way meanwhile", async () => {
      await subscribe(scene.store, "-1");
      await tellAndExpand();
      const delivery = await claimOne(scene.store);
      await move();

      const retry = { kind: "retry", dueAt: noon, countAttempt: false, why: "migrated" } as const;
      expect(await scene.store.outbox.settle(delivery, retry, noon)).toBe(true);

      expect((await claimOne(scene.store)).chat.address).toEqual(supergroup);
    });
  });

  describe("a chat that moves to where one is already", () => {
    it("becomes one with it, under its own id", async () => {
      const moving = await subscribe(scene.store, "-1");
      await subscribe(scene.store, "-1001");

      await move();

      expect(await scene.store.chats.list({ limit: 9 })).toEqual([{ ...moving, address: supergroup }]);
    });

    it.each([
      ["the active one's wishes", "gone", "active", "moving"],
      ["the active one's wishes", "active", "gone", "there"],
      ["the later word of two active ones", "active", "active", "there"],
    ] as const)("takes %s (there: %s, moving: %s)", async (_case, stateThere, stateMoving, whose) => {
      const wishes = {
        moving: makeSubscription({ language: "uk" }),
        there: makeSubscription({ language: "ru" }),
      };
      const moving = await scene.store.chats.subscribe(group, wishes.moving, noon);
      const there = await scene.store.chats.subscribe(supergroup, wishes.there, noon + 1);
      if (stateMoving === "gone") await scene.store.chats.markGone(moving.id, "kicked", noon + 2);
      if (stateThere === "gone") await scene.store.chats.markGone(there.id, "kicked", noon + 2);

      await move();

      expect(await scene.store.chats.find(supergroup)).toMatchObject({
        state: "active",
        reason: null,
        subscription: wishes[whose],
      });
    });

    it("is sent once what both were to get, and not what one of them got", async () => {
      await subscribe(scene.store, "-1");
      await subscribe(scene.store, "-1001");
      await tellAndExpand();
      const [delivery] = await claim(scene.store, { limit: 1 });
      if (delivery === undefined) throw new Error("nothing is due");
      await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);
      await tell(scene.store, { development: "d2" });
      await expandAll(scene.store);

      await move();

      const next = await claimOne(scene.store);
      expect(next.newest.development).toBe("d2");
      await scene.store.outbox.settle(next, sentAs(next, "m2"), noon);
      expect(await claim(scene.store)).toEqual([]);
    });

    it("keeps the message of the new address, which can be edited there", async () => {
      await subscribe(scene.store, "-1");
      await subscribe(scene.store, "-1001");
      await tellAndExpand();
      for (const delivery of await claim(scene.store)) {
        await scene.store.outbox.settle(
          delivery,
          sentAs(delivery, `in ${delivery.chat.address.channel}`),
          noon,
        );
      }
      await move();
      await tellAndExpand(2);

      expect(await claimOne(scene.store)).toMatchObject({ shown: { messageId: "in -1001" } });
    });

    it("has one delivery under way, and the other comes again as a possible repeat", async () => {
      await subscribe(scene.store, "-1");
      await subscribe(scene.store, "-1001");
      await tellAndExpand();
      await claim(scene.store, { limit: 1, plan: wantAll });
      await tell(scene.store, { development: "d2" });
      await expandAll(scene.store);
      const under = await claim(scene.store);

      await move();

      expect(under).toHaveLength(1);
      expect(await scene.store.outbox.counts()).toMatchObject({ sending: 1 });
      expect(await claim(scene.store)).toEqual([]);
    });

    it("gets an alert for which the one had been passed over and the other not been reached", async () => {
      await subscribe(scene.store, "-1");
      await scene.store.chats.unsubscribe(group, noon);
      await subscribe(scene.store, "5");
      await subscribe(scene.store, "-1001");
      await tell(scene.store);
      await scene.store.outbox.expand({ now: noon, maxChats: 1, plan: wantAll });

      await move();
      await expandAll(scene.store);

      const claimed = await claim(scene.store);
      expect(claimed.map((each) => each.chat.address.channel).toSorted()).toEqual(["-1001", "5"]);
    });
  });
}
