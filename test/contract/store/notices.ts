import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/model/message.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import { claim, claimAny, claimNotices, expandAll, makeNotice, sentAs, subscribe, tell } from "./steps.ts";

const admin = makeAddress({ channel: "777" });

/** Messages that are about no development. */
export function describeNotices(scene: Scene): void {
  const add = (...fields: Parameters<typeof makeNotice>) =>
    scene.store.outbox.addNotice(makeNotice(...fields), noon);
  const channelsOf = async () =>
    (await claimNotices(scene.store)).map((each) => each.chat.address.channel).toSorted();

  describe("addNotice", () => {
    it("queues a message for a chat, and gives it back as it was", async () => {
      const { id } = await subscribe(scene.store);
      const message: Message = {
        title: "A day in numbers",
        blocks: [{ kind: "text", text: "307 prisoners came home." }],
        actions: [{ command: "latest", argument: "", label: "Latest" }],
        language: "uk",
      };

      expect(await add({ to: { chatId: id }, key: "digest:2025-05-23", message, isLoud: false })).toBe(true);

      const [delivery] = await claimNotices(scene.store);
      expect(delivery).toMatchObject({
        chat: { id },
        isLoud: false,
        attempts: 0,
        mayRepeat: false,
        notice: { key: "digest:2025-05-23", message, isLoud: false, forSubscribers: true, createdAt: noon },
      });
    });

    it("gives each chat the words in its own language, and the first ones where there are none", async () => {
      const said = (language: string): Message => ({
        title: `Said in ${language}`,
        blocks: [],
        actions: [],
        language,
      });
      for (const language of ["uk", "ru", "fr"])
        await scene.store.chats.subscribe(
          makeAddress({ channel: language }),
          makeSubscription({ language }),
          noon,
        );
      const translations = { uk: said("uk"), ru: said("ru") };
      await add({ to: "all", key: "announce:1", message: said("en"), translations });
      await expandAll(scene.store);

      const told = (await claimNotices(scene.store)).map(
        ({ chat, notice }) => `${chat.address.channel}: ${notice.message.title}`,
      );

      expect(told.toSorted()).toEqual(["fr: Said in en", "ru: Said in ru", "uk: Said in uk"]);
    });

    it("queues no second one of a key for a chat, also after the first was sent", async () => {
      const { id } = await subscribe(scene.store);
      await add({ to: { chatId: id }, key: "digest:1" });
      expect(await add({ to: { chatId: id }, key: "digest:1" })).toBe(false);
      for (const delivery of await claimNotices(scene.store))
        await scene.store.outbox.settle(delivery, sentAs(delivery, "m1"), noon);

      expect(await add({ to: { chatId: id }, key: "digest:1" })).toBe(false);

      expect(await claimNotices(scene.store)).toEqual([]);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 1 });
    });

    it("takes one key for several chats", async () => {
      const chats = [await subscribe(scene.store, "1"), await subscribe(scene.store, "2")];

      for (const { id } of chats) expect(await add({ to: { chatId: id }, key: "digest:1" })).toBe(true);

      expect(await channelsOf()).toEqual(["1", "2"]);
    });

    it("reaches an address that never subscribed, which stays unsubscribed", async () => {
      expect(await add({ to: { address: admin }, key: "alarm:1", forSubscribers: false })).toBe(true);
      expect(await add({ to: { address: admin }, key: "alarm:1", forSubscribers: false })).toBe(false);

      expect(await channelsOf()).toEqual(["777"]);
      expect(await scene.store.chats.find(admin)).toMatchObject({ state: "unsubscribed" });
      expect(await scene.store.chats.count()).toBe(0);
    });

    it("refuses a chat that is gone and one that was never there", async () => {
      const { id } = await subscribe(scene.store);
      await scene.store.chats.markGone(id, "kicked", noon);

      expect(await add({ to: { chatId: id } })).toBe(false);
      expect(await add({ to: { chatId: 404 } })).toBe(false);
    });

    it("is not due before its time", async () => {
      const { id } = await subscribe(scene.store);
      await add({ to: { chatId: id }, dueAt: noon + 5 });

      expect(await claimNotices(scene.store, { now: noon + 4 })).toEqual([]);
      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(noon + 5);
      expect(await claimNotices(scene.store, { now: noon + 5 })).toHaveLength(1);
    });

    it("spreads over every active chat in chunks, once", async () => {
      for (const channel of ["1", "2", "3", "4"]) await subscribe(scene.store, channel);
      await scene.store.chats.unsubscribe(makeAddress({ channel: "2" }), noon);
      expect(await add()).toBe(true);
      expect(await add()).toBe(false);

      await expandAll(scene.store, { maxChats: 2 });

      expect(await channelsOf()).toEqual(["1", "3", "4"]);
    });

    it("is spread after the alerts that are open, and says when nothing is left", async () => {
      await subscribe(scene.store, "1");
      await add();
      await tell(scene.store);
      const chunk = () => scene.store.outbox.expand({ now: noon, maxChats: 9, plan: () => null });

      expect(await chunk()).toBe(true);
      expect((await scene.store.outbox.counts()).queued).toBe(0);
      expect(await chunk()).toBe(false);
      expect((await scene.store.outbox.counts()).queued).toBe(1);
    });

    it("is claimed after news that notifies and before news that does not", async () => {
      await subscribe(scene.store, "1");
      await tell(scene.store, { development: "d1", isLoud: false });
      await expandAll(scene.store);
      const silent = await scene.store.chats.find(makeAddress({ channel: "1" }));
      expect(silent?.id).toBe(1);
      await subscribe(scene.store, "2");
      await subscribe(scene.store, "3");
      await add({ to: { chatId: 2 }, isLoud: false, key: "quiet" });
      await add({ to: { chatId: 3 }, isLoud: true, key: "loud" });
      await subscribe(scene.store, "4");
      await tell(scene.store, { development: "d2" });
      await expandAll(scene.store, {
        plan: (chat) => (chat.address.channel === "4" ? { isLoud: true } : null),
      });

      const claimed = await claimAny(scene.store);

      expect(claimed.map((each) => each.chat.address.channel)).toEqual(["4", "3", "2", "1"]);
    });

    it("waits while the chat has another delivery under way", async () => {
      const { id } = await subscribe(scene.store);
      await tell(scene.store);
      await expandAll(scene.store);
      const [news] = await claim(scene.store);
      await add({ to: { chatId: id } });

      expect(await claimAny(scene.store)).toEqual([]);
      if (news !== undefined) await scene.store.outbox.settle(news, sentAs(news, "m1"), noon);
      expect(await claimNotices(scene.store)).toHaveLength(1);
    });

    it("is put off and dropped as its plan says", async () => {
      await subscribe(scene.store);
      await add({ to: { chatId: 1 } });

      expect(await claimNotices(scene.store, { planNotice: () => ({ dueAt: noon + 9 }) })).toEqual([]);
      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(noon + 9);
      expect(await claimNotices(scene.store, { now: noon + 9, planNotice: () => null })).toEqual([]);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
    });

    it("comes again as a possible repeat when its answer never came, and ends as failed when it is refused", async () => {
      const { id } = await subscribe(scene.store);
      await add({ to: { chatId: id } });
      const [first] = await claimNotices(scene.store);
      if (first === undefined) throw new Error("nothing is due");
      await scene.store.outbox.settle(first, { kind: "unknown", dueAt: noon + 5, why: "no answer" }, noon);

      const [again] = await claimNotices(scene.store, { now: noon + 5 });

      expect(again).toMatchObject({ id: first.id, attempts: 1, mayRepeat: true });
      if (again !== undefined)
        await scene.store.outbox.settle(again, { kind: "failed", why: "400" }, noon + 5);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 1 });
    });

    it("is left when its chat unsubscribes, and dropped when the chat is gone", async () => {
      const { id } = await subscribe(scene.store);
      await add({ to: { chatId: id }, forSubscribers: false });
      await scene.store.chats.unsubscribe(makeAddress(), noon);
      expect((await scene.store.outbox.counts()).queued).toBe(1);

      await scene.store.chats.markGone(id, "kicked", noon);

      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
    });

    it("goes along when its chat moves, and is one where both had it", async () => {
      const from = await subscribe(scene.store, "-1");
      const to = await scene.store.chats.subscribe(
        makeAddress({ channel: "-1001" }),
        makeSubscription(),
        noon,
      );
      await add({ to: { chatId: from.id }, key: "digest:1" });
      await add({ to: { chatId: to.id }, key: "digest:1" });
      await add({ to: { chatId: to.id }, key: "digest:2" });
      await add();
      await expandAll(scene.store);

      await scene.store.chats.move(makeAddress({ channel: "-1" }), makeAddress({ channel: "-1001" }), noon);
      await expandAll(scene.store);

      const keys: string[] = [];
      for (;;) {
        const [delivery] = await claimNotices(scene.store);
        if (delivery === undefined) break;
        keys.push(delivery.notice.key);
        await scene.store.outbox.settle(delivery, sentAs(delivery, "m"), noon);
      }
      expect(keys.toSorted()).toEqual(["announce:1", "digest:1", "digest:2"]);
      expect(await add({ to: { chatId: from.id }, key: "digest:2" })).toBe(false);
    });
  });
}
