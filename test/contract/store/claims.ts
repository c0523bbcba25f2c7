import { describe, expect, it } from "vitest";
import type { Alert } from "../../../src/model/alert.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import {
  claim,
  claimOne,
  deliver,
  expandAll,
  holdLease,
  sentAs,
  subscribe,
  tell,
  wantAll,
  wantNothing,
} from "./steps.ts";

/** What is to be sent now, and in which shape. */
export function describeClaims(scene: Scene): void {
  const tellAndExpand = async (fields: Partial<Alert> = {}) => {
    const alert = await tell(scene.store, fields);
    await expandAll(scene.store);
    return alert;
  };
  const subscribeTopics = async (channel: string, threads: readonly string[]) => {
    for (const thread of threads)
      await scene.store.chats.subscribe(makeAddress({ channel, thread }), makeSubscription(), noon);
  };
  const order = async (limit = 100) =>
    (await claim(scene.store, { limit })).map(
      (each) => `${each.chat.address.channel}:${each.newest.development}`,
    );

  describe("claim", () => {
    it("takes loud before silent, the oldest first", async () => {
      await subscribe(scene.store, "1");
      await tellAndExpand({ development: "d1", isLoud: false });
      await scene.store.chats.unsubscribe(makeAddress({ channel: "1" }), noon);
      for (const channel of ["2", "3"]) await subscribe(scene.store, channel);
      await tellAndExpand({ development: "d2", isLoud: false });
      await subscribe(scene.store, "4");
      await tellAndExpand({ development: "d3", isLoud: true });

      expect(await order(2)).toEqual(["2:d3", "3:d3"]);
      expect(await order()).toEqual(["4:d3"]);
    });

    it("takes the oldest first also when it was put off meanwhile", async () => {
      await subscribe(scene.store, "1");
      await tellAndExpand();
      const [first] = await claim(scene.store);
      if (first !== undefined) {
        const retry = { kind: "retry", dueAt: noon + 10, countAttempt: true, why: "502" } as const;
        await scene.store.outbox.settle(first, retry, noon);
      }
      await subscribe(scene.store, "2");
      await tellAndExpand({ development: "d2" });

      const claimed = await claim(scene.store, { now: noon + 10, limit: 1 });

      expect(claimed.map((each) => each.newest.development)).toEqual(["d1"]);
    });

    it("takes no more than asked for, and the rest later", async () => {
      for (let i = 0; i < 450; i++) await subscribe(scene.store, String(i));
      await tellAndExpand();

      const sizes = [];
      for (const limit of [1, 300, 1_000, 1_000]) sizes.push((await claim(scene.store, { limit })).length);

      expect(sizes).toEqual([1, 300, 149, 0]);
    });

    it("takes one at a time for a chat, whatever development it is about", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ development: "d1" });
      await tellAndExpand({ development: "d2" });

      const first = await claimOne(scene.store);

      expect(await claim(scene.store)).toEqual([]);
      await scene.store.outbox.settle(first, sentAs(first, "m1"), noon);
      expect((await claimOne(scene.store)).newest.development).toBe("d2");
    });

    it("leaves the chats alone that it is told to", async () => {
      await subscribe(scene.store, "1");
      await subscribeTopics("1", ["5", "6"]);
      await subscribe(scene.store, "2");
      await tellAndExpand();

      const claimed = await claim(scene.store, { exceptChannels: ["1", "999"] });

      expect(claimed.map((each) => each.chat.address.channel)).toEqual(["2"]);
    });

    it("takes one of a channel's topics at a time, the oldest first", async () => {
      await subscribeTopics("1", ["5", "6"]);
      // More than one step of a claim looks at.
      await subscribeTopics(
        "2",
        Array.from({ length: 100 }, (_, index) => String(index + 1)),
      );
      await subscribe(scene.store, "3");
      await tellAndExpand();

      const claimed = await claim(scene.store);

      expect(claimed.map(({ chat }) => [chat.address.channel, chat.address.thread])).toEqual([
        ["1", "5"],
        ["2", "1"],
        ["3", null],
      ]);
    });

    it("takes those of its platform only", async () => {
      await subscribe(scene.store);
      await scene.store.chats.subscribe(
        { platform: "discord", channel: "5", thread: null },
        makeSubscription(),
        noon,
      );
      await tellAndExpand();

      expect(await order()).toEqual(["1001:d1"]);
      expect(await scene.store.outbox.nextDueAt("discord")).toBe(noon);
    });

    it("makes one of several that wait for a chat on one development, and shows the newest", async () => {
      await subscribe(scene.store);
      const first = await tellAndExpand();
      const second = await tellAndExpand({ revision: 2, isLoud: false });
      const third = await tellAndExpand({ revision: 3, isLoud: false });

      const delivery = await claimOne(scene.store);

      expect(delivery.newest).toEqual(third);
      expect(delivery.unseen).toEqual([first, second, third]);
      expect(delivery.isLoud).toBe(true);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 1, superseded: 2 });
    });

    it("shows the newest alert also when it is not expanded yet", async () => {
      await subscribe(scene.store);
      const first = await tellAndExpand({ isLoud: false });
      const second = await tell(scene.store, { revision: 2, isLoud: true });

      const delivery = await claimOne(scene.store);

      expect(delivery).toMatchObject({ newest: second, unseen: [first, second], isLoud: true });
    });

    it("leaves out of the unseen what the chat has before it", async () => {
      await subscribe(scene.store);
      await tellAndExpand();
      await deliver(scene.store, "m1");
      const second = await tellAndExpand({ revision: 2, isLoud: false });
      const third = await tellAndExpand({ revision: 3, isLoud: false });

      const delivery = await claimOne(scene.store);

      expect(delivery.unseen).toEqual([second, third]);
      expect(delivery.shown).toEqual({ messageId: "m1", firstMessageId: "m1", revision: 1 });
      expect(delivery.isLoud).toBe(false);
    });

    it("leaves out of the unseen what was told before the chat subscribed", async () => {
      await tell(scene.store);
      await subscribe(scene.store);
      const second = await tellAndExpand({ revision: 2 });

      expect((await claimOne(scene.store)).unseen).toEqual([second]);
    });

    it("drops what is not wanted any more", async () => {
      await subscribe(scene.store);
      await tellAndExpand();

      expect(await claim(scene.store, { plan: wantNothing })).toEqual([]);

      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
      expect(await claim(scene.store)).toEqual([]);
    });

    it("finds what is wanted behind any number that is not", async () => {
      for (let i = 0; i < 450; i++) await subscribe(scene.store, String(i));
      await tellAndExpand();

      const claimed = await claim(scene.store, {
        limit: 1,
        plan: (chat) => (chat.address.channel === "449" ? { isLoud: false } : null),
      });

      expect(claimed).toMatchObject([{ chat: { address: { channel: "449" } }, isLoud: false }]);
    });

    it("takes nothing before it is due", async () => {
      await subscribe(scene.store);
      await tellAndExpand();
      const first = await claimOne(scene.store);
      const retry = { kind: "retry", dueAt: noon + 1_000, countAttempt: true, why: "502" } as const;
      await scene.store.outbox.settle(first, retry, noon);

      expect(await claim(scene.store, { now: noon + 999 })).toEqual([]);
      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(noon + 1_000);
      const again = await claimOne(scene.store, { now: noon + 1_000 });
      expect(again).toMatchObject({ id: first.id, attempts: 1, mayRepeat: false });
    });

    it("refuses an older fence, one that was never given, and one whose lease has run out", async () => {
      await subscribe(scene.store);
      await tellAndExpand();
      const mine = await scene.store.outbox.holdSenderLease("telegram", "a", noon, 1_000);
      const theirs = await scene.store.outbox.holdSenderLease("telegram", "b", noon + 1_000, 1_000);
      if (mine === null || theirs === null) throw new Error("no lease");

      const refused = [
        await claim(scene.store, { fence: mine.fence, now: noon + 1_001 }),
        await claim(scene.store, { fence: theirs.fence + 1, now: noon + 1_001 }),
        await claim(scene.store, { fence: theirs.fence, now: noon + 2_000 }),
      ];

      expect(refused).toEqual([[], [], []]);
      expect(await claim(scene.store, { fence: theirs.fence, now: noon + 1_999 })).toHaveLength(1);
    });

    it("refuses everybody when no sender has the lease", async () => {
      await subscribe(scene.store);
      await tellAndExpand();
      const fence = await holdLease(scene.store);
      await scene.store.outbox.releaseSenderLease("telegram", "sender");

      expect(await claim(scene.store, { fence })).toEqual([]);
      expect(await claim(scene.store, { fence: 0 })).toEqual([]);
    });

    it("asks the plan again with what it now knows: an update is first news to a chat that was not told", async () => {
      await subscribe(scene.store);
      await tellAndExpand({ isLoud: false });
      const told: boolean[] = [];

      await claim(scene.store, {
        plan: (chat, alert, wasTold) => {
          told.push(wasTold);
          return wantAll(chat, alert, wasTold);
        },
      });

      expect(new Set(told)).toEqual(new Set([false]));
    });
  });
}
