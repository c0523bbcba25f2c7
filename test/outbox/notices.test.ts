import { describe, expect, it } from "vitest";
import type { NewNotice } from "../../src/ports/outbox-store.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import { silentLog } from "../../src/log.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const noticeOf = (fields: Partial<NewNotice> = {}): NewNotice => ({
  to: "all",
  key: "announce:1",
  message: { title: "The bot moves house", blocks: [], actions: [], language: "en" },
  isLoud: true,
  forSubscribers: true,
  dueAt: startAt,
  ...fields,
});

async function add(scene: Scene, fields: Partial<NewNotice> = {}): Promise<void> {
  await scene.store.outbox.addNotice(noticeOf(fields), scene.clock.now());
  await createExpander({ store: scene.store, clock: scene.clock, log: silentLog }).expandAll();
}

describe("dispatch of notices", () => {
  it("sends one to every chat, as a message that is never edited", async () => {
    const scene = await createScene();
    for (const channel of ["1", "2"]) await scene.subscribe(channel);
    await add(scene);
    await add(scene);

    await scene.dispatcher().dispatchDue();

    expect(
      scene.platform.calls.map(({ kind, channel, title, isLoud }) => ({ kind, channel, title, isLoud })),
    ).toEqual(
      ["1", "2"].map((channel) => ({ kind: "send", channel, title: "The bot moves house", isLoud: true })),
    );
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, queued: 0, sending: 0 });
  });

  it("repeats an unanswered one once under its own key, and counts it where repeats cannot be told", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await add(scene);
    await add(scene, { key: "announce:2" });
    scene.platform.script = (_, index) => (index === 0 ? { kind: "unknown", why: "502" } : null);
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(60_000);
    await dispatcher.dispatchDue();

    const [first, repeat, second] = scene.platform.calls;
    expect(repeat).toMatchObject({ key: first?.key, mayRepeat: true });
    expect(second?.key).not.toBe(first?.key);
    expect(first?.key.length).toBeLessThanOrEqual(25);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, possibleRepeats: 1 });
  });

  it("counts no repeat where the platform tells them", async () => {
    const scene = await createScene({ tellsRepeats: true });
    await scene.subscribe("1");
    await add(scene);
    scene.platform.script = (_, index) => (index === 0 ? { kind: "unknown", why: "502" } : null);
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(60_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(2);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, possibleRepeats: 0 });
  });

  it("makes one call to a chat that is gone and none for the next notice", async () => {
    const scene = await createScene();
    scene.platform.script = () => ({ kind: "chat-gone", why: "blocked" });
    const address = { platform: "telegram", channel: "9", thread: null };
    const dispatcher = scene.dispatcher();
    for (const key of ["alarm:1", "alarm:2"]) {
      await add(scene, { to: { address }, key, forSubscribers: false });
      await dispatcher.dispatchDue();
    }

    expect(scene.platform.calls).toHaveLength(1);
    expect(await scene.store.chats.find(address)).toMatchObject({ state: "gone" });
  });

  it("waits while its chat is muted, and then comes", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { mutedUntil: startAt + 60_000 });
    await add(scene);
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toEqual([]);
    await scene.clock.advance(60_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
  });

  it("comes at once when its chat is heard again before the mute was to end", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { mutedUntil: startAt + 3_600_000 });
    await add(scene);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.subscribe("1", { mutedUntil: null });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
  });

  it("waits for the new end where the mute was made shorter", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { mutedUntil: startAt + 3_600_000 });
    await add(scene);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.subscribe("1", { mutedUntil: startAt + 60_000 });
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toEqual([]);
    await scene.clock.advance(60_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
  });

  it("stays put off where the platform asked for that, whatever the chat says meanwhile", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await add(scene);
    scene.platform.script = () => ({ kind: "wait", scope: "chat", retryAfterMs: 3_600_000, why: "429" });
    await scene.dispatcher({ holder: "first" }).dispatchDue();

    await scene.subscribe("1", { mutedUntil: null, loudness: "loud" });
    await scene.clock.advance(10_000);
    await scene.dispatcher({ holder: "second" }).dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
  });
});

describe("dispatch to a chat that wants no more of what it was told", () => {
  async function toldThenMuted(): Promise<Scene> {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    await scene.dispatcher().dispatchDue();
    await scene.subscribe("1", { mutedDevelopments: ["d1"] });
    await scene.tell({ type: "update", revision: 2, isLoud: true });
    return scene;
  }

  it("keeps the message true by a silent edit", async () => {
    const scene = await toldThenMuted();

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls[1]).toMatchObject({ kind: "edit", title: "d1 r2", messageId: "m1" });
  });

  it("sends none in its place when it is gone", async () => {
    const scene = await toldThenMuted();
    scene.platform.script = () => ({ kind: "message-gone", why: "deleted" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(3_600_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map((call) => call.kind)).toEqual(["send", "edit"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, failed: 0 });
  });
});
