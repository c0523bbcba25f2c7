import { describe, expect, it } from "vitest";
import type { Subscription } from "../../src/model/subscription.ts";
import type { Dispatcher } from "../../src/outbox/dispatch.ts";
import { inTurn, unanswered } from "./one-waiting.ts";
import { createScene, startAt, type Scene, type SeenCall } from "./scene.ts";

const minuteMs = 60_000;
const four = "d4 r1, d3 r1, d2 r1, d1 r1";
const here = { platform: "telegram", channel: "1", thread: null };

/** A chat that was told of four developments in one message, which was not answered. */
async function toldUnanswered(
  tellsRepeats: boolean,
): Promise<{ readonly scene: Scene; readonly dispatcher: Dispatcher }> {
  const scene = await createScene({ tellsRepeats });
  await scene.subscribe("1");
  for (const development of ["d1", "d2", "d3", "d4"]) {
    await scene.tell({ development });
    await scene.clock.advance(minuteMs);
  }
  await scene.clock.advance(30 * minuteMs);
  scene.platform.script = inTurn(unanswered);
  const dispatcher = scene.dispatcher();
  await dispatcher.dispatchDue();
  return { scene, dispatcher };
}

const wishesLess: [string, (scene: Scene) => Promise<unknown>][] = [
  ["wants digests", ({ subscribe }) => subscribe("1", { pace: "digest" })],
  ["wants other kinds", ({ subscribe }) => subscribe("1", { kinds: ["strike"] })],
  ["is muted for days", ({ subscribe }) => subscribe("1", { mutedUntil: startAt + 2_880 * minuteMs })],
];
const leaves: [string, (scene: Scene) => Promise<unknown>] = [
  "leaves and comes back",
  async ({ store, clock, subscribe }) => {
    await store.chats.unsubscribe(here, clock.now());
    await clock.advance(minuteMs);
    await subscribe("1");
  },
];

const later = ({ kind, title, isOnlyIfTold, isLoud }: SeenCall) => ({ kind, title, isOnlyIfTold, isLoud });

describe.each(wishesLess)("a catch-up without an answer to a chat that then %s", (_, narrow) => {
  it("is not repeated, and the correction of what it told is sent without a sound, marked", async () => {
    const { scene, dispatcher } = await toldUnanswered(false);
    await narrow(scene);
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();
    await scene.tell({ development: "d1", type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);

    for (const development of ["d1", "d2"])
      await scene.tell({ development, type: "correction", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1).map(later)).toEqual(
      ["d1", "d2"].map((development) => ({
        kind: "send",
        title: `${development} r3 (possible repeat)`,
        isOnlyIfTold: false,
        isLoud: false,
      })),
    );
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
  });

  it("is looked for where that can be done, and what is found is kept true as a whole", async () => {
    const { scene, dispatcher } = await toldUnanswered(true);
    await narrow(scene);
    scene.platform.script = ({ isOnlyIfTold }) =>
      isOnlyIfTold ? { kind: "sent", messageId: "found", isEarlier: true, revision: 4 } : null;
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    await scene.tell({ development: "d2", type: "update", revision: 2 });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1)).toMatchObject([
      { kind: "send", key: scene.platform.calls[0]?.key, isOnlyIfTold: true },
      { kind: "edit", messageId: "found", title: "d4 r1, d3 r1, d2 r2, d1 r1" },
    ]);
  });

  it("is looked for where that can be done, and nothing is sent where it did not arrive", async () => {
    const { scene, dispatcher } = await toldUnanswered(true);
    await narrow(scene);
    scene.platform.script = ({ isOnlyIfTold }) =>
      isOnlyIfTold ? { kind: "message-gone", why: "none is found" } : null;
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    await scene.tell({ development: "d2", type: "correction", revision: 2 });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1).every(({ isOnlyIfTold }) => isOnlyIfTold)).toBe(true);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
  });
});

describe(`a catch-up without an answer to a chat that then ${leaves[0]}`, () => {
  it("is looked for when something follows in it, and what is found is put right", async () => {
    const { scene, dispatcher } = await toldUnanswered(true);
    await leaves[1](scene);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);
    scene.platform.script = ({ isOnlyIfTold }) =>
      isOnlyIfTold ? { kind: "sent", messageId: "found", isEarlier: true, revision: 4 } : null;

    await scene.tell({ development: "d2", type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1)).toMatchObject([
      { kind: "send", key: scene.platform.calls[0]?.key, isOnlyIfTold: true },
      { kind: "edit", messageId: "found", title: "d4 r1, d3 r1, d2 r2, d1 r1" },
    ]);
  });

  it("is corrected in a message of its own, marked, where it cannot be looked for", async () => {
    const { scene, dispatcher } = await toldUnanswered(false);
    await leaves[1](scene);

    await scene.tell({ development: "d2", type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ title }) => title)).toEqual([four, "d2 r2 (possible repeat)"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
  });
});

describe("a catch-up without an answer that is repeated without what is not wanted any more", () => {
  it.each<[string, string]>([
    ["the development whose delivery carries it", "d4"],
    ["another development", "d2"],
  ])("has the correction of that reach the chat, marked: %s", async (_, development) => {
    const { scene, dispatcher } = await toldUnanswered(false);
    const muted: Partial<Subscription> = { mutedDevelopments: [development] };
    await scene.subscribe("1", muted);
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(2);

    await scene.tell({ development, type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(2).map(later)).toEqual([
      { kind: "send", title: `${development} r2 (possible repeat)`, isOnlyIfTold: false, isLoud: false },
    ]);
  });
});
