import { describe, expect, it } from "vitest";
import { createScene } from "./scene.ts";

const calls = (scene: Awaited<ReturnType<typeof createScene>>) =>
  scene.platform.calls.map(({ kind, channel, title, isLoud, replyTo, messageId }) => ({
    kind,
    channel,
    title,
    isLoud,
    replyTo,
    messageId,
  }));

describe("dispatch of what is to be shown", () => {
  it("sends first news as a message that notifies", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();

    const taken = await scene.dispatcher().dispatchDue();

    expect(taken).toBe(1);
    expect(calls(scene)).toEqual([
      { kind: "send", channel: "1", title: "d1 r1", isLoud: true, replyTo: null, messageId: null },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, queued: 0, sending: 0 });
  });

  it("edits the message in place for a silent update", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await dispatcher.dispatchDue();

    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(calls(scene)[1]).toEqual({
      kind: "edit",
      channel: "1",
      title: "d1 r2",
      isLoud: false,
      replyTo: null,
      messageId: "m1",
    });
  });

  it("answers the first message with a loud update, however many there were before", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    const dispatcher = scene.dispatcher();
    for (const revision of [1, 2, 3]) {
      await scene.tell({ type: revision === 1 ? "new" : "update", revision });
      await dispatcher.dispatchDue();
    }
    await scene.tell({ type: "update", revision: 4, isLoud: false });
    await dispatcher.dispatchDue();

    expect(calls(scene).map(({ kind, replyTo, messageId }) => [kind, replyTo, messageId])).toEqual([
      ["send", null, null],
      ["send", "m1", null],
      ["edit", null, "m1"],
      ["send", "m1", null],
      ["edit", null, "m1"],
      ["edit", null, "m3"],
      ["edit", null, "m1"],
    ]);
  });

  it("tells an update as first news to a chat that joined later, and corrects only who was told", async () => {
    const scene = await createScene();
    await scene.subscribe("old");
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await dispatcher.dispatchDue();
    await scene.subscribe("late");

    await scene.tell({ type: "correction", revision: 2 });
    await dispatcher.dispatchDue();
    expect(scene.platform.calls.slice(1).map((call) => call.channel)).toEqual(["old", "old"]);

    await scene.tell({ type: "update", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();
    expect(calls(scene).slice(3)).toContainEqual({
      kind: "send",
      channel: "late",
      title: "d1 r3",
      isLoud: true,
      replyTo: null,
      messageId: null,
    });
  });

  it("shows the newest revision only, when several have waited", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await scene.tell({ type: "update", revision: 3, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(calls(scene)).toEqual([
      { kind: "send", channel: "1", title: "d1 r3", isLoud: true, replyTo: null, messageId: null },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, superseded: 2, queued: 0 });
  });

  it("tells news that a correction has overtaken before it was sent", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    await scene.tell({ type: "correction", revision: 2 });

    await scene.dispatcher().dispatchDue();

    expect(calls(scene).map((call) => call.title)).toEqual(["d1 r2"]);
  });

  it("sends the loud before the silent and the older before the newer", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell({ development: "d1", isLoud: false });
    await scene.tell({ development: "d2" });
    await scene.tell({ development: "d3" });

    await scene.dispatcher().dispatchDue();

    expect(calls(scene).map((call) => call.title)).toEqual(["d2 r1", "d3 r1", "d1 r1"]);
  });

  it("looks at the subscription again before it sends", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.subscribe("2");
    await scene.tell();
    await scene.subscribe("1", { kinds: ["strike"] });
    await scene.store.chats.unsubscribe(
      { platform: "telegram", channel: "2", thread: null },
      scene.clock.now(),
    );

    await scene.dispatcher().dispatchDue();

    expect(calls(scene)).toEqual([]);
    expect(await scene.store.outbox.counts()).toMatchObject({ superseded: 2, queued: 0 });
  });

  it("gives a message the same key until it is shown, and another one after", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    scene.platform.script = (_, index) => (index === 0 ? { kind: "unknown", why: "no answer" } : null);
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2 });
    await scene.clock.advance(60_000);
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 3 });
    await dispatcher.dispatchDue();

    const keys = scene.platform.calls.map((call) => call.key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys.every((key) => key.length <= 25)).toBe(true);
  });
});
