import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, type Scene } from "./scene.ts";

const unanswered: SendOutcome = { kind: "unknown", why: "no answer" };

/** A chat with a message on d2, and one on d1 that was not answered; then d2 turns out to be d1. */
async function mergedIntoUnanswered(tellsRepeats: boolean): Promise<Scene> {
  const scene = await createScene({ tellsRepeats });
  await scene.subscribe("1");
  await scene.tell({ development: "d2" });
  await scene.dispatcher().dispatchDue();
  scene.platform.script = (call, index) => {
    if (index === 1) return unanswered;
    // Where repeats are told the first one had arrived.
    return call.kind === "send" && tellsRepeats ? { kind: "sent", messageId: "early" } : null;
  };
  await scene.tell({ development: "d1" });
  await scene.clock.advance(1_000);
  await scene.dispatcher().dispatchDue();
  await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false, mergedInto: "d1" });
  return scene;
}

const callsOf = ({ platform }: Scene) =>
  platform.calls.slice(2).map(({ kind, title, messageId }) => [kind, title, messageId]);

describe("a development that turns out to be one whose message was not answered", () => {
  it.each([false, true])(
    "keeps its message until that is answered, and points to it then (repeats told: %s)",
    async (tellsRepeats) => {
      const scene = await mergedIntoUnanswered(tellsRepeats);
      await scene.dispatcher().dispatchDue();
      expect(callsOf(scene)).toEqual([]);

      for (let step = 0; step < 3; step += 1) {
        await scene.clock.advance(5_000);
        await scene.dispatcher().dispatchDue();
      }

      expect(callsOf(scene)).toEqual([
        ["send", tellsRepeats ? "d1 r1" : "d1 r1 (possible repeat)", null],
        ["edit", "d2 r2", "m1"],
      ]);
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
    },
  );
});
