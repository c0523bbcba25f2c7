import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import { claim, deliver, expandAll, subscribe, tell } from "./steps.ts";

/** Who is subscribed. */
export function describeChats(scene: Scene): void {
  describe("chats", () => {
    it("are found by their address, a topic apart from its group", async () => {
      const group = await subscribe(scene.store);
      const topic = await scene.store.chats.subscribe(
        makeAddress({ thread: "5" }),
        makeSubscription({ language: "uk", kinds: ["exchange"], conflicts: ["gaza"] }),
        noon,
      );

      expect(await scene.store.chats.find(makeAddress())).toEqual(group);
      expect(await scene.store.chats.find(makeAddress({ thread: "5" }))).toEqual(topic);
      expect(await scene.store.chats.find(makeAddress({ platform: "discord" }))).toBeNull();
      expect(topic).toEqual({
        id: topic.id,
        address: makeAddress({ thread: "5" }),
        state: "active",
        reason: null,
        subscription: makeSubscription({ language: "uk", kinds: ["exchange"], conflicts: ["gaza"] }),
        createdAt: noon,
      });
    });

    it("of a channel are found together, in whatever state, and no other channel's", async () => {
      const topic = makeAddress({ thread: "5" });
      const left = makeAddress({ thread: "6" });
      await subscribe(scene.store);
      for (const each of [topic, left, makeAddress({ platform: "discord" }), makeAddress({ channel: "2" })])
        await scene.store.chats.subscribe(each, makeSubscription(), noon);
      await scene.store.chats.unsubscribe(left, noon);
      const { platform, channel } = makeAddress();

      const found = await scene.store.chats.ofChannel(platform, channel);

      expect(found.map(({ address, state }) => [address, state])).toEqual([
        [makeAddress(), "active"],
        [topic, "active"],
        [left, "unsubscribed"],
      ]);
      expect(await scene.store.chats.ofChannel(platform, "nowhere")).toEqual([]);
    });

    it("change their subscription under the same id", async () => {
      const before = await subscribe(scene.store);
      const wishes = makeSubscription({ kinds: ["talks"] });

      const after = await scene.store.chats.subscribe(makeAddress(), wishes, noon + 1);

      expect(after).toEqual({ ...before, subscription: wishes });
      expect(await scene.store.chats.count()).toBe(1);
    });

    it("that unsubscribe are kept, drop what waits, and say once that they were subscribed", async () => {
      const chat = await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);

      const answers = [
        await scene.store.chats.unsubscribe(makeAddress(), noon),
        await scene.store.chats.unsubscribe(makeAddress(), noon),
        await scene.store.chats.unsubscribe(makeAddress({ channel: "2" }), noon),
      ];

      expect(answers).toEqual([true, false, false]);
      expect(await scene.store.chats.find(makeAddress())).toEqual({ ...chat, state: "unsubscribed" });
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
      expect(await claim(scene.store)).toEqual([]);
    });

    it("that are gone drop what waits and are active again when somebody subscribes", async () => {
      const chat = await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);

      await scene.store.chats.markGone(chat.id, "Forbidden: bot was kicked", noon);

      expect(await scene.store.chats.find(makeAddress())).toEqual({
        ...chat,
        state: "gone",
        reason: "Forbidden: bot was kicked",
      });
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
      expect(await scene.store.chats.unsubscribe(makeAddress(), noon)).toBe(false);
      expect(await subscribe(scene.store)).toEqual(chat);
    });

    it("that come back have their message on a development still", async () => {
      const chat = await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      await deliver(scene.store, "m1");
      await scene.store.chats.markGone(chat.id, "Forbidden: bot was kicked", noon);
      await subscribe(scene.store);
      await tell(scene.store, { revision: 2 });
      await expandAll(scene.store);

      const [update] = await claim(scene.store);

      expect(update?.shown).toMatchObject({ messageId: "m1" });
    });

    it("are counted while they are active, and listed by state in pages", async () => {
      for (const channel of ["1", "2", "3"]) await subscribe(scene.store, channel);
      await scene.store.chats.unsubscribe(makeAddress({ channel: "2" }), noon);
      const channels = async (query: Parameters<typeof scene.store.chats.list>[0]) =>
        (await scene.store.chats.list(query)).map((each) => each.address.channel);
      const first = await scene.store.chats.find(makeAddress({ channel: "1" }));

      expect(await scene.store.chats.count()).toBe(2);
      expect(await channels({ limit: 9 })).toEqual(["1", "2", "3"]);
      expect(await channels({ limit: 2 })).toEqual(["1", "2"]);
      expect(await channels({ afterId: first?.id ?? 0, limit: 9 })).toEqual(["2", "3"]);
      expect(await channels({ state: "active", limit: 9 })).toEqual(["1", "3"]);
      expect(await channels({ state: "unsubscribed", limit: 9 })).toEqual(["2"]);
      expect(await channels({ state: "gone", limit: 9 })).toEqual([]);
    });
  });
}
