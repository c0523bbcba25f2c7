import { describe, expect, it } from "vitest";
import { chatOf, oneWaiting, unanswered } from "./one-waiting.ts";
import type { Scene } from "./scene.ts";

const hourMs = 3_600_000;

describe("a chat that comes back", () => {
  it.each<[string, (scene: Scene) => Promise<unknown>]>([
    [
      "was blocked to us",
      async ({ store, clock, ...scene }) =>
        store.chats.markGone((await chatOf({ store, clock, ...scene }))?.id ?? 0, "blocked", clock.now()),
    ],
    [
      "had unsubscribed",
      ({ store, clock }) =>
        store.chats.unsubscribe({ platform: "telegram", channel: "1", thread: null }, clock.now()),
    ],
  ])(
    "after it %s has what it was told wrong put right, without a sound or a new message",
    async (_, leave) => {
      const scene = await oneWaiting();
      const { clock, platform, subscribe, tell } = scene;
      const dispatcher = scene.dispatcher();
      await dispatcher.dispatchDue();
      await leave(scene);
      await clock.advance(hourMs);
      await tell({ type: "correction", revision: 2 });
      await tell({ type: "update", revision: 3 });
      await tell({ development: "d2" });
      await dispatcher.dispatchDue();

      await subscribe("1");
      await dispatcher.dispatchDue();

      expect(platform.calls.slice(1)).toMatchObject([{ kind: "edit", title: "d1 r3", messageId: "m1" }]);
    },
  );

  it("has the edit made that found it gone", async () => {
    const scene = await oneWaiting();
    const { platform, store, subscribe, tell } = scene;
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    platform.script = (_call, index) => (index === 1 ? { kind: "chat-gone", why: "blocked" } : null);
    await tell({ type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();
    expect(await store.outbox.counts()).toMatchObject({ failed: 1, sent: 1 });

    await subscribe("1");
    await dispatcher.dispatchDue();

    expect(platform.calls.at(-1)).toMatchObject({ kind: "edit", title: "d1 r2" });
    expect(await store.outbox.counts()).toMatchObject({ failed: 0, sent: 2, queued: 0 });
  });

  it("has a correction of what was under way without an answer when it left, marked as a possible repeat", async () => {
    const scene = await oneWaiting();
    const { platform, store, clock, subscribe, tell } = scene;
    const dispatcher = scene.dispatcher();
    platform.script = async (_call, index) => {
      if (index > 0) return { kind: "sent", messageId: "m1" };
      await store.chats.unsubscribe({ platform: "telegram", channel: "1", thread: null }, clock.now());
      return unanswered;
    };
    await dispatcher.dispatchDue();

    await subscribe("1");
    await tell({ type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(platform.calls.slice(1)).toMatchObject([{ kind: "send", title: "d1 r2 (possible repeat)" }]);
  });

  it("is told nothing where the message is gone, or shows the newest", async () => {
    const scene = await oneWaiting();
    const { platform, store, clock, subscribe, tell } = scene;
    const dispatcher = scene.dispatcher();
    await tell({ development: "d2" });
    await dispatcher.dispatchDue();
    await store.chats.unsubscribe({ platform: "telegram", channel: "1", thread: null }, clock.now());
    await tell({ type: "update", revision: 2 });
    platform.script = ({ kind }) => (kind === "edit" ? { kind: "message-gone", why: "deleted" } : null);

    await subscribe("1");
    await dispatcher.dispatchDue();
    await clock.advance(hourMs);
    await dispatcher.dispatchDue();

    expect(platform.calls.slice(2)).toMatchObject([{ kind: "edit", title: "d1 r2" }]);
  });
});
