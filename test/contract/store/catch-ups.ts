import { describe, expect, it } from "vitest";
import type { ClaimedCatchUp } from "../../../src/model/delivery.ts";
import type { CatchUpRules, Settlement } from "../../../src/ports/outbox-store.ts";
import { makeAddress, noon } from "./documents.ts";
import { claimAny, claimOne, expandAll, subscribe, tell } from "./steps.ts";
import type { Scene } from "./scene.ts";

const dayMs = 86_400_000;

/** Two developments are a catch-up, however short they waited; they come in the order in which they were told. */
const rules: CatchUpRules = {
  moreThan: 1,
  afterMs: 0,
  heldMs: 0,
  joins: () => true,
  choose: (_chat, stories) => stories.toSorted((a, b) => (a.newest.seq ?? 0) - (b.newest.seq ?? 0)),
};

/** Messages that tell several developments. */
export function describeCatchUps(scene: Scene): void {
  async function tellTwo(): Promise<void> {
    for (const development of ["d1", "d2"]) await tell(scene.store, { development });
    await expandAll(scene.store);
  }

  async function claimCatchUp(now = noon): Promise<ClaimedCatchUp> {
    const [delivery, ...more] = await claimAny(scene.store, { now, catchUp: rules });
    expect(more).toEqual([]);
    if (delivery?.kind !== "catch-up") throw new Error("no catch-up is due");
    return delivery;
  }

  const sent = (delivery: ClaimedCatchUp, messageId: string): Settlement => ({
    kind: "sent",
    messageId,
    isEdit: false,
    revision: 0,
    others: delivery.stories.map(({ newest: { development, revision } }) => ({ development, revision })),
  });

  async function deliverCatchUp(): Promise<void> {
    const delivery = await claimCatchUp();
    expect(await scene.store.outbox.settle(delivery, sent(delivery, "m1"), noon)).toBe(true);
  }

  describe("a catch-up", () => {
    it("is one delivery of all that waits for a chat", async () => {
      const chat = await subscribe(scene.store);
      await tellTwo();

      const delivery = await claimCatchUp();

      expect(delivery).toMatchObject({
        chat: { id: chat.id },
        isLoud: true,
        mayRepeat: false,
        calledRevision: null,
        isNarrowed: false,
        catchUp: { position: 1, left: 0, untilAt: noon },
        stories: [
          { newest: { development: "d1" }, isNew: true },
          { newest: { development: "d2" }, isNew: true },
        ],
      });
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 1, superseded: 1 });
    });

    it("settles each of its developments with its message", async () => {
      const chat = await subscribe(scene.store);
      await tellTwo();
      await deliverCatchUp();
      await tell(scene.store, { development: "d2", type: "update", revision: 2, isLoud: false });
      await expandAll(scene.store);

      expect(await claimOne(scene.store)).toMatchObject({
        newest: { development: "d2", revision: 2 },
        shown: { messageId: "m1", revision: 1, firstMessageId: "m1" },
        within: {
          stories: [
            { newest: { development: "d1", revision: 1 } },
            { newest: { development: "d2", revision: 2 } },
          ],
          covers: [],
        },
      });
      expect(await scene.store.archive.toldState(chat.id, "d1")).toMatchObject({ state: "sent" });
      expect(await scene.store.archive.toldState(chat.id, "d2")).not.toBeNull();
    });

    it("is no message of one development, but one of all that it tells, for who asks what it is about", async () => {
      const chat = await subscribe(scene.store);
      await tellTwo();
      await deliverCatchUp();

      const { archive } = scene.store;
      expect(await archive.developmentShownAs(chat.id, "m1")).toBeNull();
      expect(await archive.developmentsShownAs(chat.id, "m1")).toEqual(["d1", "d2"]);
      expect(await archive.developmentsShownAs(chat.id, "m2")).toEqual([]);
    });

    it("is the same after a call of unknown outcome, with what its first call was to show", async () => {
      await subscribe(scene.store);
      await tellTwo();
      const first = await claimCatchUp();
      await scene.store.outbox.calling(first, noon, "send");
      await scene.store.outbox.settle(first, { kind: "unknown", dueAt: noon, why: "no answer" }, noon);
      await tell(scene.store, { development: "d3" });
      await tell(scene.store, { development: "d1", type: "update", revision: 2 });
      await expandAll(scene.store);

      const [again] = (await claimAny(scene.store, { catchUp: rules })).filter(
        ({ kind }) => kind === "catch-up",
      );

      expect(again).toMatchObject({
        catchUp: { id: first.catchUp.id },
        mayRepeat: true,
        calledRevision: 2,
        stories: [{ newest: { development: "d1", revision: 2 } }, { newest: { development: "d2" } }],
      });
    });

    it("goes with its chat when that is forgotten", async () => {
      await subscribe(scene.store);
      await tellTwo();
      await deliverCatchUp();

      expect(await scene.store.chats.forget(makeAddress({ channel: "1001" }))).toBe(true);

      await subscribe(scene.store);
      await tell(scene.store, { development: "d1", type: "update", revision: 2 });
      await expandAll(scene.store);
      expect(await claimOne(scene.store, { catchUp: rules })).toMatchObject({ shown: null, within: null });
    });

    it("waits again development by development when its chat becomes one with another", async () => {
      await subscribe(scene.store);
      await subscribe(scene.store, "2002");
      await tellTwo();
      const claimed = await claimAny(scene.store, { catchUp: rules });
      for (const delivery of claimed) {
        await scene.store.outbox.calling(delivery, noon, "send");
        await scene.store.outbox.settle(delivery, { kind: "unknown", dueAt: noon, why: "no answer" }, noon);
      }

      await scene.store.chats.move(makeAddress({ channel: "1001" }), makeAddress({ channel: "2002" }), noon);

      const after = await claimAny(scene.store, { catchUp: rules });
      expect(after.map(({ kind, chat }) => [kind, chat.address.channel])).toEqual([["alert", "2002"]]);
    });

    it("is kept as long as its message can be edited, and is deleted then", async () => {
      await subscribe(scene.store);
      await tellTwo();
      await deliverCatchUp();
      const { housekeeping } = scene.store;
      const prune = async (before: number): Promise<void> => {
        while ((await housekeeping.prune(before, 10)) > 0) continue;
      };

      await prune(noon);
      await tell(scene.store, { development: "d1", type: "update", revision: 2, isLoud: false });
      await expandAll(scene.store);
      expect(await claimOne(scene.store)).toMatchObject({ within: { stories: [{}, {}] } });
      await prune(noon + 10 * 365 * dayMs);
    });
  });
}
