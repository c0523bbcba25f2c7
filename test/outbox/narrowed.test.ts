import { describe, expect, it } from "vitest";
import type { Subscription } from "../../src/model/subscription.ts";
import { inTurn, oneWaiting, unanswered } from "./one-waiting.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 3_600_000;

const narrowings: [string, Partial<Subscription>][] = [
  ["wants digests", { pace: "digest" }],
  ["wants other kinds", { kinds: ["strike"] }],
  ["has muted the development", { mutedDevelopments: ["d1"] }],
  ["is muted for days", { mutedUntil: startAt + 48 * hourMs }],
];

describe.each(narrowings)("first news without an answer to a chat that then %s", (_, wishes) => {
  /** Told once without an answer, and not any more since it is not wanted. */
  async function narrowed(fields = {}): Promise<Scene & { readonly dispatchDue: () => Promise<number> }> {
    const scene = await oneWaiting(fields);
    scene.platform.script = inTurn(unanswered);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.subscribe("1", wishes);
    return { ...scene, dispatchDue: () => dispatcher.dispatchDue() };
  }

  it("is not repeated, and its correction is sent without a sound, marked as a possible repeat", async () => {
    const { clock, platform, tell, dispatchDue } = await narrowed();
    await clock.advance(minuteMs);
    await dispatchDue();
    expect(platform.calls).toHaveLength(1);

    await tell({ type: "update", revision: 2 });
    await dispatchDue();
    expect(platform.calls).toHaveLength(1);

    await tell({ type: "correction", revision: 3, isLoud: false });
    await dispatchDue();
    expect(platform.calls.slice(1)).toMatchObject([
      { kind: "send", title: "d1 r3 (possible repeat)", isLoud: false },
    ]);
  });

  it("is looked for where that can be done, and what is found is kept true", async () => {
    const { clock, platform, tell, dispatchDue } = await narrowed({ tellsRepeats: true });
    platform.script = ({ isOnlyIfTold }) =>
      isOnlyIfTold ? { kind: "sent", messageId: "found", isEarlier: true, revision: 1 } : null;
    await clock.advance(minuteMs);
    await dispatchDue();
    await tell({ type: "update", revision: 2 });
    await dispatchDue();

    expect(platform.calls.slice(1)).toMatchObject([
      { kind: "send", isOnlyIfTold: true },
      { kind: "edit", messageId: "found", title: "d1 r2" },
    ]);
  });

  it("is looked for where that can be done, and nothing is sent where it did not arrive", async () => {
    const { clock, platform, store, tell, dispatchDue } = await narrowed({ tellsRepeats: true });
    platform.script = ({ isOnlyIfTold }) =>
      isOnlyIfTold ? { kind: "message-gone", why: "none is found" } : null;
    await clock.advance(minuteMs);
    await dispatchDue();
    await tell({ type: "correction", revision: 2 });
    await dispatchDue();

    expect(platform.calls.slice(1).every(({ isOnlyIfTold }) => isOnlyIfTold)).toBe(true);
    expect(await store.outbox.counts()).toMatchObject({ failed: 0, unknown: 0, queued: 0 });
  });
});

describe("a loud answer that was not answered", () => {
  it.each<[string, Partial<Subscription>, Partial<Subscription>]>([
    ["the chat wants no sounds", {}, { loudness: "silent" }],
    ["quiet hours have begun", { quiet: { from: "12:01", to: "13:00", except: [] } }, {}],
  ])("is looked for before anything is edited when %s", async (_, wishes, later) => {
    const scene = await createScene({ tellsRepeats: true });
    const { clock, platform, subscribe, tell } = scene;
    await subscribe("1", wishes);
    await tell();
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await clock.advance(minuteMs - 2_000);
    platform.script = ({ isOnlyIfTold }, index) =>
      index === 1
        ? unanswered
        : isOnlyIfTold
          ? { kind: "sent", messageId: "answer", isEarlier: true, revision: 2 }
          : null;
    await tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await subscribe("1", { ...wishes, ...later });
    await clock.advance(minuteMs);
    await dispatcher.dispatchDue();
    await tell({ type: "correction", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();

    expect(platform.calls.slice(2)).toMatchObject([
      { kind: "send", isOnlyIfTold: true, key: platform.calls[1]?.key },
      { kind: "edit", messageId: "m1", title: "d1 r2" },
      { kind: "edit", messageId: "answer", title: "d1 r3" },
      { kind: "edit", messageId: "m1", title: "d1 r3" },
    ]);
  });

  it("gives way to an edit where it did not arrive and the chat wants no sounds any more", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    const { clock, platform, subscribe, tell } = scene;
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    platform.script = ({ isOnlyIfTold }, index) =>
      index === 1 ? unanswered : isOnlyIfTold ? { kind: "message-gone", why: "none is found" } : null;
    await tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await subscribe("1", { loudness: "silent" });
    await clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    expect(platform.calls.slice(2)).toMatchObject([
      { kind: "send", isOnlyIfTold: true },
      { kind: "edit", messageId: "m1", title: "d1 r2" },
    ]);
  });
});
