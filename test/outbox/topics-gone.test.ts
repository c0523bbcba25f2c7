import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, wantsAll, type Scene } from "./scene.ts";

const forum = "-100500";

async function subscribe(scene: Scene, thread: string | null): Promise<void> {
  const address = { platform: "telegram", channel: forum, thread };
  await scene.store.chats.subscribe(address, wantsAll, scene.clock.now());
}

/** What becomes of a forum and of two topics after the call for one of them ended so. */
async function after(outcome: SendOutcome): Promise<{ readonly calls: number; readonly states: unknown }> {
  const scene = await createScene();
  const dispatcher = scene.dispatcher();
  await subscribe(scene, "7");
  await scene.tell();
  for (const thread of ["8", null]) await subscribe(scene, thread);
  scene.platform.script = (_, index) => (index === 0 ? outcome : null);

  await dispatcher.dispatchDue();
  await scene.tell({ development: "d2" });
  await dispatcher.dispatchDue();

  const chats = await scene.store.chats.ofChannel("telegram", forum);
  return {
    calls: scene.platform.calls.length,
    states: chats.map(({ address, state, reason }) => [address.thread, state, reason]),
  };
}

describe("the topics of a forum", () => {
  it("are all gone with it, for one invalid call", async () => {
    expect(await after({ kind: "chat-gone", why: "bot was kicked" })).toEqual({
      calls: 1,
      states: [
        ["7", "gone", "bot was kicked"],
        ["8", "gone", "bot was kicked"],
        [null, "gone", "bot was kicked"],
      ],
    });
  });

  it("stay when one of them was deleted", async () => {
    expect(await after({ kind: "chat-gone", why: "no such topic", isTopicOnly: true })).toEqual({
      calls: 3,
      states: [
        ["7", "gone", "topic-gone: no such topic"],
        ["8", "active", null],
        [null, "active", null],
      ],
    });
  });
});
