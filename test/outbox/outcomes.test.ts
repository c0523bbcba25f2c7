import { describe, expect, it } from "vitest";
import { chatOf, inTurn, oneWaiting } from "./one-waiting.ts";
import { createScene } from "./scene.ts";

const hourMs = 3_600_000;

describe("what follows an outcome", () => {
  it("waits as long as the platform asks, to the hour, and counts no attempt", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn({ kind: "wait", scope: "chat", retryAfterMs: 12 * hourMs, why: "429" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(12 * hourMs - 1);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);

    await scene.clock.advance(1);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(2);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, possibleRepeats: 0 });
  });

  it("keeps other news from a chat that asked to wait, across a restart too", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn({ kind: "wait", scope: "chat", retryAfterMs: hourMs, why: "429" });
    const dispatcher = scene.dispatcher({ holder: "first" });
    await dispatcher.dispatchDue();
    await scene.tell({ development: "d2" });
    await dispatcher.dispatchDue();
    await dispatcher.stop();

    await scene.dispatcher({ holder: "second" }).dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    await scene.clock.advance(hourMs);
    await scene.dispatcher({ holder: "third" }).dispatchDue();
    expect(scene.platform.calls.slice(1).map((call) => call.title)).toEqual(["d1 r1", "d2 r1"]);
  });

  it("makes no call at all while the platform asks to wait", async () => {
    const scene = await oneWaiting();
    await scene.subscribe("2");
    scene.platform.script = inTurn({ kind: "wait", scope: "platform", retryAfterMs: 30_000, why: "429" });
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ development: "d2" });

    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    await scene.clock.advance(30_000);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(4);
  });

  it("makes one call to a chat that is gone, whatever waits for it", async () => {
    const scene = await oneWaiting();
    await scene.tell({ development: "d2" });
    scene.platform.script = () => ({ kind: "chat-gone", why: "bot was blocked by the user" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.tell({ development: "d3" });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    expect(await chatOf(scene)).toMatchObject({ state: "gone", reason: "bot was blocked by the user" });
    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 1, superseded: 1, queued: 0 });
  });

  it("makes one call to a chat where it may not write, and says why it rests", async () => {
    const scene = await oneWaiting();
    scene.platform.script = () => ({ kind: "no-rights", why: "TOPIC_CLOSED" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.tell({ development: "d2" });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    expect(await chatOf(scene)).toMatchObject({ state: "gone", reason: "no-rights: TOPIC_CLOSED" });
    expect(scene.logged.filter((line) => line.level === "warn")).toHaveLength(1);
  });

  it("tells a chat that came back what is new since", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn({ kind: "chat-gone", why: "kicked" });
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.subscribe("1");
    await scene.tell({ development: "d2" });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map((call) => call.title)).toEqual(["d1 r1", "d2 r1"]);
  });

  it("follows a chat that has moved, with its subscription", async () => {
    const scene = await oneWaiting();
    const to = { platform: "telegram", channel: "-100", thread: null };
    scene.platform.script = inTurn({ kind: "chat-moved", to });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls.map((call) => call.channel)).toEqual(["1", "-100"]);
    expect(await chatOf(scene)).toBeNull();
    expect(await chatOf(scene, "-100")).toMatchObject({ state: "active" });
  });

  it("waits longer each time for a chat that moves on, and gives up one that does for ever", async () => {
    const scene = await oneWaiting();
    scene.platform.script = ({ channel }) => ({
      kind: "chat-moved",
      to: { platform: "telegram", channel: channel === "1" ? "2" : "1", thread: null },
    });

    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    // At once where it has moved to, and then after 20 s.
    for (const expected of [2, 2, 3]) {
      expect(scene.platform.calls).toHaveLength(expected);
      await scene.clock.advance(10_000);
      await dispatcher.dispatchDue();
    }
    for (let hour = 0; hour < 6; hour += 1) {
      await scene.clock.advance(3_600_000);
      await dispatcher.dispatchDue();
    }

    expect(scene.platform.calls).toHaveLength(8);
    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 1, queued: 0 });
  });

  it("gives an edit a key that no send has, so that a later send is not taken for the edited message", async () => {
    const scene = await oneWaiting();
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 3, isLoud: true });
    await dispatcher.dispatchDue();

    const [sent, edited, sentAgain] = scene.platform.calls.map(({ kind, key }) => [kind, key]);
    expect([sent?.[0], edited?.[0], sentAgain?.[0]]).toEqual(["send", "edit", "send"]);
    expect(new Set([sent?.[1], edited?.[1], sentAgain?.[1]]).size).toBe(3);
  });

  it("sends a silent message when the one to edit is gone", async () => {
    const scene = await oneWaiting();
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    scene.platform.script = inTurn(null, { kind: "message-gone", why: "message to edit not found" });

    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();

    expect(
      scene.platform.calls.map(({ kind, title, isLoud, messageId }) => [kind, title, isLoud, messageId]),
    ).toEqual([
      ["send", "d1 r1", true, null],
      ["edit", "d1 r2", false, "m1"],
      ["send", "d1 r2", false, null],
      ["edit", "d1 r3", false, "m2"],
    ]);
    expect(scene.platform.calls[2]?.key).not.toBe(scene.platform.calls[0]?.key);
  });

  it("fails a message that is refused, as our defect, and goes on with the next revision", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn({ kind: "refused", why: "message is too long" });
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.logged).toMatchObject([{ level: "error", fields: { why: "message is too long" } }]);
    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 1, sent: 1 });
    expect(scene.platform.calls[1]).toMatchObject({ kind: "send", title: "d1 r2", isLoud: true });
  });

  it("fails a message that cannot be worded, and sends the others", async () => {
    const scene = await oneWaiting();
    await scene.tell({ development: "d2" });
    const dispatcher = scene.dispatcher({
      compose: (alerts) => {
        if (alerts[0]?.development === "d1") throw new Error("no words");
        return { title: "d2", blocks: [], actions: [], language: "en" };
      },
    });

    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map((call) => call.title)).toEqual(["d2"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 1, sent: 1 });
  });

  it("stops with one line when the token is not accepted, and keeps everything", async () => {
    const scene = await createScene();
    for (const channel of ["1", "2", "3", "4"]) await scene.subscribe(channel);
    await scene.tell();
    scene.platform.script = () => ({ kind: "unauthorized", why: "401" });
    const dispatcher = scene.dispatcher();

    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(60_000);
    await dispatcher.stop();

    expect(scene.platform.calls.length).toBeLessThanOrEqual(4);
    expect(scene.logged.filter((line) => line.level === "error")).toHaveLength(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 4, failed: 0 });
  });

  it("goes on when a platform throws instead of answering", async () => {
    const scene = await oneWaiting();
    scene.platform.script = (_, index) => {
      if (index === 0) throw new Error("boom");
      return null;
    };
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(5_000);
    await dispatcher.dispatchDue();

    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, possibleRepeats: 1 });
  });
});
