import { describe, expect, it } from "vitest";
import type { Step } from "../../src/outbox/options.ts";
import { createScene, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const four = "d4 r1, d3 r1, d2 r1, d1 r1";

/** A chat for which four developments have waited for half an hour. */
async function heldBack(tellsRepeats = false): Promise<Scene> {
  const scene = await createScene({ tellsRepeats });
  await scene.subscribe("1");
  for (const development of ["d1", "d2", "d3", "d4"]) {
    await scene.tell({ development });
    await scene.clock.advance(minuteMs);
  }
  await scene.clock.advance(30 * minuteMs);
  return scene;
}

/** Sends until the process dies at a step, and waits until its lease is over. */
async function dieAt(scene: Scene, step: Step): Promise<void> {
  const dispatcher = scene.dispatcher({
    holder: "a",
    step: (at) => (at === step ? new Promise<void>(() => undefined) : Promise.resolve()),
  });
  void dispatcher.dispatchDue();
  await scene.clock.advance(20_000);
}

const goOn = (scene: Scene) => scene.dispatcher({ holder: "b" }).dispatchDue();
const callsOf = ({ platform }: Scene) => platform.calls.map(({ kind, title }) => `${kind} ${title}`);

describe("a catch-up whose process dies", () => {
  it("before its call is made anew of all that waits by then, unmarked", async () => {
    const scene = await heldBack();
    await dieAt(scene, "claimed");
    await scene.tell({ development: "d5" });
    await scene.tell({ development: "d1", type: "update", revision: 2 });

    await goOn(scene);

    expect(callsOf(scene)).toEqual(["send d1 r2, d5 r1, d4 r1, d3 r1, d2 r1"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 1, superseded: 5 });
  });

  it.each<[Step, number]>([
    ["calling", 0],
    ["answered", 1],
  ])(
    "at its call (%s) is repeated with the same developments, marked, as they stand then",
    async (step, made) => {
      const scene = await heldBack();
      await dieAt(scene, step);
      await scene.tell({ development: "d5" });
      await scene.tell({ development: "d1", type: "update", revision: 2, isLoud: false });

      await goOn(scene);

      expect(callsOf(scene).slice(made)).toEqual([
        "send d4 r1, d3 r1, d2 r1, d1 r2 (possible repeat)",
        "send d5 r1",
      ]);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, possibleRepeats: 1 });
    },
  );

  it("at its call keeps what it tells to itself while others are told in the next one", async () => {
    const scene = await heldBack();
    scene.platform.script = (_, index) => (index === 0 ? { kind: "unknown", why: "no answer" } : null);
    const dispatcher = scene.dispatcher({ retryMs: 15 * minuteMs });
    await dispatcher.dispatchDue();
    for (const development of ["d5", "d6", "d7", "d8"])
      await scene.tell({ development, at: scene.clock.now() });
    await scene.tell({ development: "d1", type: "update", revision: 2 });
    await scene.clock.advance(16 * minuteMs);
    await dispatcher.dispatchDue();

    expect(callsOf(scene).toSorted()).toEqual([
      "send d4 r1, d3 r1, d2 r1, d1 r1",
      "send d4 r1, d3 r1, d2 r1, d1 r2 (possible repeat)",
      "send d5 r1, d6 r1, d7 r1, d8 r1",
    ]);
  });

  it("at its call is repeated without what is not wanted any more", async () => {
    const scene = await heldBack();
    await dieAt(scene, "answered");
    await scene.subscribe("1", { mutedDevelopments: ["d3"] });

    await goOn(scene);

    expect(callsOf(scene)).toEqual([`send ${four}`, "send d4 r1, d2 r1, d1 r1 (possible repeat)"]);
  });

  it("after it was settled is not repeated", async () => {
    const scene = await heldBack();
    await dieAt(scene, "settled");

    await goOn(scene);

    expect(callsOf(scene)).toEqual([`send ${four}`]);
  });

  it("is dropped when the chat has left", async () => {
    const scene = await heldBack();
    await dieAt(scene, "calling");
    await scene.store.chats.unsubscribe(
      { platform: "telegram", channel: "1", thread: null },
      scene.clock.now(),
    );

    await goOn(scene);

    expect(callsOf(scene)).toEqual([]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, sending: 0 });
  });
});

describe("a catch-up of unknown outcome where the platform tells repeats", () => {
  it("is found by its key, and what is newer is edited in or told as an answer", async () => {
    const scene = await heldBack(true);
    await dieAt(scene, "answered");
    await scene.tell({ development: "d1", type: "update", revision: 2, isLoud: false });
    await scene.tell({ development: "d2", type: "update", revision: 2 });
    scene.platform.script = ({ mayRepeat }) =>
      mayRepeat ? { kind: "sent", messageId: "m1", isEarlier: true } : null;

    await goOn(scene);

    expect(scene.platform.calls).toMatchObject([
      { title: four, key: "1-c1" },
      { title: "d4 r1, d3 r1, d2 r2, d1 r2", key: "1-c1", mayRepeat: true },
      { kind: "send", title: "d2 r2", replyTo: "m1", isLoud: true },
      { kind: "edit", title: "d4 r1, d3 r1, d2 r2, d1 r2", messageId: "m1" },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, possibleRepeats: 0 });
  });

  it("goes on from what the message itself tells, which need not be what the first call was to show", async () => {
    const scene = await heldBack(true);
    await dieAt(scene, "calling");
    await scene.tell({ development: "d2", type: "update", revision: 2 });
    await dieAt(scene, "answered");
    await scene.tell({ development: "d3", type: "update", revision: 2 });
    // Five alerts were told before the call that arrived.
    scene.platform.script = ({ key, mayRepeat }) =>
      key === "1-c1" && mayRepeat ? { kind: "sent", messageId: "m1", isEarlier: true, revision: 5 } : null;

    await scene.dispatcher({ holder: "c" }).dispatchDue();

    expect(callsOf(scene).slice(-1)).toEqual(["send d3 r2"]);
  });

  it("is corrected where it arrived", async () => {
    const scene = await heldBack(true);
    await dieAt(scene, "answered");
    await scene.tell({ development: "d1", type: "correction", revision: 2, isLoud: false });
    scene.platform.script = ({ mayRepeat }) =>
      mayRepeat ? { kind: "sent", messageId: "m1", isEarlier: true } : null;

    await goOn(scene);

    expect(callsOf(scene).at(-1)).toBe("edit d4 r1, d3 r1, d2 r1, d1 r2");
  });

  it("is changed at once where it told what is not wanted any more", async () => {
    const scene = await heldBack(true);
    await dieAt(scene, "answered");
    await scene.subscribe("1", { mutedDevelopments: ["d3"] });
    scene.platform.script = ({ mayRepeat }) =>
      mayRepeat ? { kind: "sent", messageId: "m1", isEarlier: true } : null;

    await goOn(scene);

    expect(scene.platform.calls.slice(1)).toMatchObject([
      { kind: "send", mayRepeat: true },
      { kind: "edit", title: "d4 r1, d2 r1, d1 r1", messageId: "m1", key: "1-c1" },
    ]);
  });

  it("is sent under the same key where it did not arrive", async () => {
    const scene = await heldBack(true);
    await dieAt(scene, "calling");

    await goOn(scene);

    expect(scene.platform.calls).toMatchObject([{ title: four, key: "1-c1", mayRepeat: true }]);
  });
});

describe("a catch-up that was surely not sent", () => {
  it("waits as long as the platform asks, and is then made of all that waits", async () => {
    const scene = await heldBack();
    scene.platform.script = (_, index) =>
      index === 0 ? { kind: "wait", scope: "chat", retryAfterMs: 60 * minuteMs, why: "429" } : null;
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ development: "d2", type: "update", revision: 2 });
    await scene.tell({ development: "d5" });
    await scene.clock.advance(59 * minuteMs);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);

    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    expect(callsOf(scene)[1]).toBe("send d2 r2, d5 r1, d4 r1, d3 r1, d1 r1");
    expect(scene.platform.calls[1]).toMatchObject({ mayRepeat: false });
  });

  it("goes to where the chat has moved", async () => {
    const scene = await heldBack();
    const to = { platform: "telegram", channel: "-2", thread: null };
    scene.platform.script = (_, index) => (index === 0 ? { kind: "chat-moved", to } : null);

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { channel: "1", title: four },
      { channel: "-2", title: four },
    ]);
  });

  it("is told development by development where the platform refuses it", async () => {
    const scene = await heldBack();
    scene.platform.script = ({ title }) =>
      title.includes("d3") ? { kind: "refused", why: "bad content" } : null;

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual([`send ${four}`, "send d1 r1", "send d2 r1", "send d3 r1", "send d4 r1"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 3, failed: 1, superseded: 0 });
  });

  it("ends with a chat that is gone", async () => {
    const scene = await heldBack();
    scene.platform.script = () => ({ kind: "chat-gone", why: "blocked" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(60 * minuteMs);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, failed: 1 });
  });
});
