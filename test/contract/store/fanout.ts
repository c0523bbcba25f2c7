import { describe, expect, it } from "vitest";
import type { Chat } from "../../../src/model/chat.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import {
  claim,
  claimOne,
  deliver,
  expandAll,
  sentAs,
  subscribe,
  tell,
  wantAll,
  wantNothing,
} from "./steps.ts";

const failing = (chat: Chat) => {
  if (chat.address.channel === "3") throw new Error("a plan that fails");
  return { isLoud: true };
};

/** From an alert to one delivery a chat. */
export function describeFanout(scene: Scene): void {
  const chatsOf = async () => (await claim(scene.store)).map((each) => each.chat.address.channel);

  describe("expand", () => {
    it("has nothing to do before anything is told", async () => {
      await subscribe(scene.store);

      expect(await scene.store.outbox.expand({ now: noon, maxChats: 10, plan: wantAll })).toBe(false);
    });

    it("makes a delivery for each chat that wants the alert", async () => {
      for (const channel of ["1", "2", "3"]) await subscribe(scene.store, channel);
      const alert = await tell(scene.store);

      await expandAll(scene.store, {
        plan: (chat) => (chat.address.channel === "2" ? null : { isLoud: false }),
      });

      const claimed = await claim(scene.store);
      expect(claimed.map((each) => each.chat.address.channel)).toEqual(["1", "3"]);
      expect(claimed[0]).toMatchObject({
        chat: { id: 1, state: "active", subscription: makeSubscription() },
        newest: alert,
        unseen: [alert],
        shown: null,
        attempts: 0,
        mayRepeat: false,
      });
    });

    it("goes chunk by chunk from where it was, and says when nothing is left", async () => {
      for (const channel of ["1", "2", "3"]) await subscribe(scene.store, channel);
      await tell(scene.store);
      const asked: string[] = [];
      const plan = (chat: Chat) => {
        asked.push(chat.address.channel);
        return { isLoud: true };
      };

      const more = [];
      for (let chunk = 0; chunk < 2; chunk++)
        more.push(await scene.store.outbox.expand({ now: noon, maxChats: 2, plan }));

      expect(more).toEqual([true, false]);
      expect(asked).toEqual(["1", "2", "3"]);
      expect((await scene.store.outbox.counts()).queued).toBe(3);
    });

    it("expands alerts in the order of telling", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await tell(scene.store, { development: "d2" });
      const expanded: string[] = [];

      await expandAll(scene.store, {
        maxChats: 1,
        plan: (_chat, alert) => {
          expanded.push(alert.development);
          return null;
        },
      });

      expect(expanded).toEqual(["d1", "d2"]);
    });

    it("gives a chat nothing that was told before it subscribed, however late that is expanded", async () => {
      await subscribe(scene.store, "1");
      await tell(scene.store);
      await subscribe(scene.store, "2");
      await expandAll(scene.store);

      expect((await scene.store.outbox.counts()).queued).toBe(1);
      expect(await chatsOf()).toEqual(["1"]);
    });

    it("gives a chat that comes back nothing that was told while it was away", async () => {
      await subscribe(scene.store);
      await scene.store.chats.unsubscribe(makeAddress(), noon);
      await tell(scene.store);
      await subscribe(scene.store);
      await expandAll(scene.store);

      expect(await chatsOf()).toEqual([]);
    });

    it("gives a chat that only changes its wishes what was told before the change", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await scene.store.chats.subscribe(makeAddress(), makeSubscription({ language: "uk" }), noon);
      await expandAll(scene.store);

      const delivery = await claimOne(scene.store);

      expect(delivery.chat.subscription.language).toBe("uk");
    });

    it("leaves out chats that are not active", async () => {
      const gone = await subscribe(scene.store, "1");
      await subscribe(scene.store, "2");
      await subscribe(scene.store, "3");
      await tell(scene.store);
      await scene.store.chats.markGone(gone.id, "Forbidden: bot was blocked by the user", noon);
      await scene.store.chats.unsubscribe(makeAddress({ channel: "2" }), noon);
      await expandAll(scene.store);

      expect(await chatsOf()).toEqual(["3"]);
    });

    it("tells the plan whether the chat has a message on the development", async () => {
      await subscribe(scene.store, "1");
      await tell(scene.store);
      await expandAll(scene.store);
      await deliver(scene.store, "m1");
      await subscribe(scene.store, "2");
      await tell(scene.store, { revision: 2 });
      const told = new Map<string, boolean>();

      await expandAll(scene.store, {
        plan: (chat, _alert, wasTold) => {
          told.set(chat.address.channel, wasTold);
          return null;
        },
      });

      expect(told).toEqual(
        new Map([
          ["1", true],
          ["2", false],
        ]),
      );
    });

    it.each(["sending", "unknown"] as const)(
      "counts a chat as told whose message may be on its way (%s), so that a correction reaches it",
      async (state) => {
        await subscribe(scene.store);
        await tell(scene.store);
        await expandAll(scene.store);
        const first = await claimOne(scene.store);
        if (state === "unknown") {
          await scene.store.outbox.settle(
            first,
            { kind: "unknown", dueAt: noon + 9, why: "no answer" },
            noon,
          );
        }
        await tell(scene.store, { revision: 2, type: "correction" });

        await expandAll(scene.store, {
          plan: (_chat, _alert, wasTold) => (wasTold ? { isLoud: false } : null),
        });

        expect((await scene.store.outbox.counts()).queued).toBe(1);
      },
    );

    it("makes none where a delivery brought up to date has shown the alert already", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      const newest = await tell(scene.store, { revision: 2 });
      const delivery = await claimOne(scene.store);
      await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);

      await expandAll(scene.store);

      expect(delivery.newest).toEqual(newest);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 1, superseded: 0 });
    });

    it("keeps what it did before a plan failed, and nothing of the chunk in which it did", async () => {
      for (const channel of ["1", "2", "3"]) await subscribe(scene.store, channel);
      await tell(scene.store);
      const chunk = { now: noon, maxChats: 2, plan: failing };

      await scene.store.outbox.expand({ ...chunk, maxChats: 1 });
      await expect(scene.store.outbox.expand(chunk)).rejects.toThrow("a plan that fails");

      expect((await scene.store.outbox.counts()).queued).toBe(1);
      await expandAll(scene.store);
      expect(await chatsOf()).toEqual(["1", "2", "3"]);
    });

    it("counts no delivery where nobody wants the alert", async () => {
      await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store, { plan: wantNothing });

      expect((await scene.store.outbox.counts()).queued).toBe(0);
      expect(await scene.store.outbox.nextDueAt("telegram")).toBeNull();
    });
  });
}
