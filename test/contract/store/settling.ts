import { describe, expect, it } from "vitest";
import type { Alert } from "../../../src/model/alert.ts";
import type { ClaimedDelivery } from "../../../src/model/delivery.ts";
import type { Settlement } from "../../../src/ports/outbox-store.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, noon } from "./documents.ts";
import { claim, claimOne, deliver, expandAll, holdLease, sentAs, subscribe, tell } from "./steps.ts";

const unknownAt = (dueAt: number): Settlement => ({ kind: "unknown", dueAt, why: "no answer within 30 s" });

/** How deliveries end. */
export function describeSettling(scene: Scene): void {
  const tellAndExpand = async (fields: Partial<Alert> = {}) => {
    const alert = await tell(scene.store, fields);
    await expandAll(scene.store);
    return alert;
  };
  const begin = async () => {
    await subscribe(scene.store);
    await tellAndExpand();
    return claimOne(scene.store);
  };
  const settle = (delivery: ClaimedDelivery, settlement: Settlement, now = noon) =>
    scene.store.outbox.settle(delivery, settlement, now);
  const shown = async () => {
    const [delivery] = await claim(scene.store);
    return delivery?.shown ?? null;
  };

  describe("settle", () => {
    it("as sent remembers the message, for the next one to edit", async () => {
      const delivery = await begin();

      expect(await settle(delivery, sentAs(delivery, "m1"))).toBe(true);

      expect(await scene.store.outbox.counts()).toMatchObject({
        queued: 0,
        sending: 0,
        sent: 1,
        possibleRepeats: 0,
      });
      expect(await scene.store.outbox.nextDueAt("telegram")).toBeNull();
      await tellAndExpand({ revision: 2 });
      expect(await shown()).toEqual({ messageId: "m1", firstMessageId: "m1", revision: 1 });
    });

    it("as edited keeps the message and moves its revision", async () => {
      await settle(await begin(), { kind: "sent", messageId: "m1", isEdit: false, revision: 1 });
      await tellAndExpand({ revision: 2 });
      await deliver(scene.store, "m1", true);
      await tellAndExpand({ revision: 3 });

      expect(await shown()).toEqual({ messageId: "m1", firstMessageId: "m1", revision: 2 });
    });

    it("as sent afresh keeps the first message, to which later ones reply", async () => {
      await settle(await begin(), { kind: "sent", messageId: "m1", isEdit: false, revision: 1 });
      await tellAndExpand({ revision: 2 });
      await deliver(scene.store, "m2");
      await tellAndExpand({ revision: 3 });

      expect(await shown()).toEqual({ messageId: "m2", firstMessageId: "m1", revision: 2 });
    });

    it("as sent ends what waited for a revision that the message shows", async () => {
      const delivery = await begin();
      await tellAndExpand({ revision: 2 });

      await settle(delivery, { kind: "sent", messageId: "m1", isEdit: false, revision: 2 });

      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 1, superseded: 1 });
    });

    it("as retry waits, and counts the attempt only when told to", async () => {
      const first = await begin();
      await settle(first, { kind: "retry", dueAt: noon + 5, countAttempt: false, why: "429" });
      const second = await claimOne(scene.store, { now: noon + 5 });
      await settle(second, { kind: "retry", dueAt: noon + 9, countAttempt: true, why: "502" });
      const third = await claimOne(scene.store, { now: noon + 9 });

      expect([second.attempts, third.attempts]).toEqual([0, 1]);
      expect([second.mayRepeat, third.mayRepeat]).toEqual([false, false]);
    });

    it("waits since when the longest waiting was queued, whatever its lane", async () => {
      expect(await scene.store.outbox.waitingSince("telegram")).toBeNull();
      await subscribe(scene.store);
      await tell(scene.store, { isLoud: false });
      await expandAll(scene.store, { now: noon + 1 });
      await tell(scene.store, { development: "d2" });
      await expandAll(scene.store, { now: noon + 5 });

      expect(await scene.store.outbox.waitingSince("telegram")).toBe(noon + 1);
      expect(await scene.store.outbox.waitingSince("discord")).toBeNull();
      await claim(scene.store);
      expect(await scene.store.outbox.waitingSince("telegram")).toBe(noon + 1);
    });

    it("as failed ends it", async () => {
      await settle(await begin(), { kind: "failed", why: "400" });

      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, failed: 1 });
      expect(await claim(scene.store)).toEqual([]);
    });

    it("as failed leaves the alert among the unseen of the next delivery", async () => {
      const failed = await begin();
      await settle(failed, { kind: "failed", why: "400" });
      const second = await tellAndExpand({ revision: 2 });

      expect((await claimOne(scene.store)).unseen).toEqual([failed.newest, second]);
    });

    it("as unknown is due again, marked as a possible repeat and counted as one when it is sent", async () => {
      await settle(await begin(), unknownAt(noon + 5));
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 1 });
      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(noon + 5);

      const again = await claimOne(scene.store, { now: noon + 5 });
      await settle(again, sentAs(again, "m1"), noon + 5);

      expect(again).toMatchObject({ attempts: 1, mayRepeat: true });
      expect(await scene.store.outbox.counts()).toMatchObject({ unknown: 0, sent: 1, possibleRepeats: 1 });
    });

    it("stays a possible repeat when a later attempt surely was not sent", async () => {
      await settle(await begin(), unknownAt(noon));
      await settle(await claimOne(scene.store), {
        kind: "retry",
        dueAt: noon,
        countAttempt: false,
        why: "429",
      });

      expect(await claimOne(scene.store)).toMatchObject({ mayRepeat: true });
    });

    it("counts no repeat for an edit that was made again", async () => {
      await settle(await begin(), { kind: "sent", messageId: "m1", isEdit: false, revision: 1 });
      await tellAndExpand({ revision: 2 });
      await settle(await claimOne(scene.store), unknownAt(noon));
      const again = await claimOne(scene.store);
      await settle(again, sentAs(again, "m1", true));

      expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, possibleRepeats: 0 });
    });

    it("keeps the id of an attempt of unknown outcome when newer alerts join it", async () => {
      const first = await begin();
      await settle(first, unknownAt(noon));
      const newest = await tellAndExpand({ revision: 2 });

      const again = await claimOne(scene.store);

      expect(again).toMatchObject({ id: first.id, mayRepeat: true, newest, attempts: 1 });
      expect(again.unseen).toHaveLength(2);
    });

    it("goes on with the newer alert when an earlier attempt is found to have arrived", async () => {
      const first = await begin();
      await settle(first, unknownAt(noon));
      const newest = await tellAndExpand({ revision: 2 });
      const again = await claimOne(scene.store);

      await settle(again, { kind: "sent", messageId: "m1", isEdit: true, revision: 1 });

      const next = await claimOne(scene.store);
      expect(next).toMatchObject({ newest, unseen: [newest], mayRepeat: false });
      expect(next.shown).toEqual({ messageId: "m1", firstMessageId: "m1", revision: 1 });
      await settle(next, sentAs(next, "m1", true));
      expect(await scene.store.outbox.counts()).toMatchObject({
        queued: 0,
        sending: 0,
        sent: 2,
        superseded: 0,
      });
    });

    it("goes on with its own alert when what is found shows less", async () => {
      await settle(await begin(), unknownAt(noon));
      await tell(scene.store, { revision: 2 });
      const again = await claimOne(scene.store);
      await settle(again, unknownAt(noon));
      await expandAll(scene.store);
      const third = await claimOne(scene.store);

      await settle(third, { kind: "sent", messageId: "m1", isEdit: true, revision: 1 });

      expect(await claimOne(scene.store)).toMatchObject({ newest: { revision: 2 }, shown: { revision: 1 } });
    });

    it("as forget-message sends afresh, and still knows that the chat was told", async () => {
      await settle(await begin(), { kind: "sent", messageId: "m1", isEdit: false, revision: 1 });
      const second = await tellAndExpand({ revision: 2 });
      const edit = await claimOne(scene.store);
      await settle(edit, { kind: "forget-message", dueAt: noon, why: "message to edit not found" });
      const told: boolean[] = [];

      const afresh = await claimOne(scene.store, {
        plan: (_chat, _alert, wasTold) => {
          told.push(wasTold);
          return { isLoud: false };
        },
      });

      expect(afresh).toMatchObject({ shown: null, unseen: [second], newest: second });
      expect(new Set(told)).toEqual(new Set([true]));
      await settle(afresh, sentAs(afresh, "m9"));
      await tellAndExpand({ revision: 3 });
      expect(await shown()).toEqual({ messageId: "m9", firstMessageId: "m9", revision: 2 });
    });

    it.each([
      ["sent", { kind: "sent", messageId: "m2", isEdit: false, revision: 1 }],
      ["failed", { kind: "failed", why: "400" }],
      ["retry", { kind: "retry", dueAt: noon, countAttempt: true, why: "502" }],
    ] as const)("writes nothing under a fence that is not the claim's: %s", async (_kind, settlement) => {
      const delivery = await begin();
      const before = await scene.store.outbox.counts();

      expect(await settle({ ...delivery, fence: delivery.fence + 1 }, settlement)).toBe(false);

      expect(await scene.store.outbox.counts()).toEqual(before);
    });

    it("settles once", async () => {
      const delivery = await begin();
      await settle(delivery, sentAs(delivery, "m1"));

      expect(await settle(delivery, { kind: "failed", why: "400" })).toBe(false);
      expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, failed: 0 });
    });

    it("lets what was under way for a chat that left end, not wait", async () => {
      const delivery = await begin();
      await scene.store.chats.unsubscribe(makeAddress(), noon);

      await settle(delivery, { kind: "retry", dueAt: noon, countAttempt: true, why: "502" });

      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, superseded: 1 });
    });

    it("brings nothing back to a chat that left and joined anew meanwhile", async () => {
      const delivery = await begin();
      await scene.store.chats.unsubscribe(makeAddress(), noon);
      await subscribe(scene.store);

      await settle(delivery, { kind: "retry", dueAt: noon, countAttempt: true, why: "502" });

      expect(await claim(scene.store)).toEqual([]);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
    });
  });

  describe("calling", () => {
    it("is refused under a fence that is not the claim's", async () => {
      const delivery = await begin();

      expect(await scene.store.outbox.calling({ ...delivery, fence: delivery.fence + 1 }, noon)).toBe(false);
      expect(await scene.store.outbox.calling(delivery, noon)).toBe(true);
      await settle(delivery, sentAs(delivery, "m1"));
      expect(await scene.store.outbox.calling(delivery, noon)).toBe(false);
    });

    it("is told to who goes on with limits that outlive a process", async () => {
      const { chat, ...delivery } = await begin();
      await scene.store.outbox.calling({ chat, ...delivery }, noon + 5);
      await settle({ chat, ...delivery }, unknownAt(noon + 90), noon + 9);
      const since = (at: number) => scene.store.outbox.callsSince("telegram", at);
      const call = { channel: chat.address.channel, at: noon + 5 };

      expect(await since(noon + 5)).toEqual([call]);
      expect(await since(noon + 6)).toEqual([]);
      const again = await claimOne(scene.store, { now: noon + 90 });
      await scene.store.outbox.calling(again, noon + 95);
      await settle(again, sentAs(again, "m1"), noon + 99);
      expect(await since(noon + 50)).toEqual([{ ...call, at: noon + 95 }]);
      expect(await scene.store.outbox.callsSince("discord", noon)).toEqual([]);
    });

    it("goes on with answers to people as well, also in a chat that is none of ours", async () => {
      const { outbox } = scene.store;
      const answers = [
        { channel: "-77", at: noon + 1 },
        { channel: "-78", at: noon + 2 },
      ];
      await outbox.noteCalls("telegram", answers, noon + 2);

      expect(await outbox.callsSince("telegram", noon + 1)).toEqual(answers);
      await outbox.noteCalls("telegram", [{ channel: "-77", at: noon + 3_600_000 }], noon + 3_600_000);
      expect(await outbox.callsSince("telegram", noon)).toHaveLength(1);
    });

    it("counts each call towards limits, of one delivery too, also an edit whose process has died", async () => {
      const { store } = scene;
      const first = await begin();
      await store.outbox.calling(first, noon + 1);
      await settle(first, unknownAt(noon + 10), noon + 2);
      const second = await claimOne(store, { now: noon + 10 });
      await store.outbox.calling(second, noon + 11, "edit");
      await store.outbox.resolveAbandoned("telegram", second.fence + 1, noon + 12);
      const third = await claimOne(store, { now: noon + 20 });
      await store.outbox.calling(third, noon + 21);
      await settle(third, { kind: "failed", why: "refused" }, noon + 22);

      const calls = await store.outbox.callsSince("telegram", noon);

      expect(calls.map(({ at }) => at - noon)).toEqual([1, 11, 21]);
    });
  });

  describe("bringForward", () => {
    const forward = (since: number, now: number) => scene.store.outbox.bringForward("telegram", since, now);

    it("makes due what waits since a call that was not answered, from a moment on", async () => {
      const delivery = await begin();
      await scene.store.outbox.calling(delivery, noon + 5);
      await settle(delivery, unknownAt(noon + 900_000));

      expect(await forward(noon + 6, noon + 10)).toBe(0);
      expect(await scene.store.outbox.bringForward("discord", noon, noon + 10)).toBe(0);
      expect(await forward(noon + 5, noon + 10)).toBe(1);

      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(noon + 10);
      expect(await claim(scene.store, { now: noon + 10 })).toMatchObject([{ mayRepeat: true }]);
    });

    it("makes an unanswered edit due, and leaves what the platform asked to put off", async () => {
      const edited = await begin();
      await scene.store.outbox.calling(edited, noon, "edit");
      await settle(edited, { kind: "retry", dueAt: noon + 900_000, countAttempt: true, why: "502" });
      expect(await forward(-Infinity, noon + 10)).toBe(1);

      const again = await claimOne(scene.store, { now: noon + 10 });
      await scene.store.outbox.calling(again, noon + 10, "edit");
      await settle(again, { kind: "retry", dueAt: noon + 900_000, countAttempt: false, why: "429" });

      expect(await forward(-Infinity, noon + 20)).toBe(0);
    });
  });

  describe("resolveAbandoned", () => {
    it("makes what an older sender left under way unknown, due at once, and refuses that sender's word", async () => {
      const delivery = await begin();
      await scene.store.outbox.calling(delivery, noon);
      const later = noon + 3_600_000;
      const fence = await holdLease(scene.store, "another", later);

      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, later)).toBe(1);

      expect(await scene.store.outbox.counts()).toMatchObject({ sending: 0, unknown: 1 });
      expect(await scene.store.outbox.nextDueAt("telegram")).toBe(later);
      expect(await settle(delivery, sentAs(delivery, "m1"), later)).toBe(false);
      const [again] = await claim(scene.store, { fence, now: later });
      expect(again).toMatchObject({
        id: delivery.id,
        mayRepeat: true,
        calledRevision: 1,
        attempts: 1,
        fence,
      });
    });

    it("gives back unmarked an edit that was cut short, which is simply made again", async () => {
      const delivery = await begin();
      await scene.store.outbox.calling(delivery, noon, "edit");
      const later = noon + 3_600_000;
      const fence = await holdLease(scene.store, "another", later);

      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, later)).toBe(0);

      const [again] = await claim(scene.store, { fence, now: later });
      expect(again).toMatchObject({ id: delivery.id, mayRepeat: false, calledRevision: null });
    });

    it("keeps an earlier unanswered send a possible repeat when an edit after it is cut short", async () => {
      const first = await begin();
      await scene.store.outbox.calling(first, noon);
      await settle(first, unknownAt(noon));
      await scene.store.outbox.calling(await claimOne(scene.store), noon, "edit");
      const later = noon + 3_600_000;
      const fence = await holdLease(scene.store, "another", later);

      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, later)).toBe(1);

      const [again] = await claim(scene.store, { fence, now: later });
      expect(again).toMatchObject({ mayRepeat: true, calledRevision: 1 });
    });

    it("gives back unmarked what was claimed and surely not called", async () => {
      const delivery = await begin();
      const later = noon + 3_600_000;
      const fence = await holdLease(scene.store, "another", later);

      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, later)).toBe(0);

      const [again] = await claim(scene.store, { fence, now: later });
      expect(again).toMatchObject({ id: delivery.id, mayRepeat: false, attempts: 0, calledRevision: null });
    });

    it("keeps for a repeat what the first unanswered call was to show", async () => {
      const first = await begin();
      await scene.store.outbox.calling(first, noon);
      await settle(first, unknownAt(noon));
      await tellAndExpand({ revision: 2 });
      const second = await claimOne(scene.store);
      await scene.store.outbox.calling(second, noon);
      await settle(second, unknownAt(noon));

      expect([first.calledRevision, second.calledRevision]).toEqual([null, 1]);
      expect(await claimOne(scene.store)).toMatchObject({ newest: { revision: 2 }, calledRevision: 1 });
    });

    it("takes claims whose lease has run out, and leaves the others and other platforms' alone", async () => {
      const delivery = await begin();
      const { fence } = delivery;
      await scene.store.outbox.calling(delivery, noon);

      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, noon + 59_999)).toBe(0);
      expect(await scene.store.outbox.resolveAbandoned("discord", fence + 1, noon + 60_000)).toBe(0);
      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, noon + 60_000)).toBe(1);
      expect(await scene.store.outbox.resolveAbandoned("telegram", fence, noon + 60_000)).toBe(0);
    });
  });
}
