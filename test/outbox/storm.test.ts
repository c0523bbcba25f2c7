import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, type Scene, type SeenCall } from "./scene.ts";

/** What may happen to a call. `lost`: it is done and the answer never comes; `failed`: it is not done, and the same. */
type Fate = "done" | "lost" | "failed" | "wait-chat" | "wait-platform" | "deleted";

interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly key: string;
  readonly isMarked: boolean;
  title: string;
  isDeleted: boolean;
}

/** A platform as chats see it, with a fate for each call; when they run out, calls are done. */
function haunt(
  scene: Scene,
  fates: readonly Fate[],
  tellsRepeats: boolean,
): { posted: Posted[]; lost: () => number } {
  const posted: Posted[] = [];
  let lost = 0;

  function carryOut(call: SeenCall): SendOutcome {
    if (call.kind === "edit") {
      const message = posted.find((each) => each.id === call.messageId && !each.isDeleted);
      if (message === undefined) return { kind: "message-gone", why: "gone" };
      message.title = call.title;
      return { kind: "sent", messageId: message.id };
    }
    const known = tellsRepeats ? posted.find((each) => each.key === call.key) : undefined;
    if (known?.isDeleted === true) return { kind: "message-gone", why: "a deleted one's nonce" };
    if (known !== undefined) return { kind: "sent", messageId: known.id };
    const { channel, key, title } = call;
    const id = `m${posted.length + 1}`;
    posted.push({ id, channel, key, title, isMarked: title.includes("repeat"), isDeleted: false });
    return { kind: "sent", messageId: id };
  }

  scene.platform.script = (call, index) => {
    const fate = fates[index] ?? "done";
    if (fate === "wait-chat") return { kind: "wait", scope: "chat", retryAfterMs: 30_000, why: "429" };
    if (fate === "wait-platform") return { kind: "wait", scope: "platform", retryAfterMs: 5_000, why: "429" };
    if (fate === "failed") return { kind: "unknown", why: "502" };
    if (fate === "deleted")
      for (const each of posted) if (each.channel === call.channel) each.isDeleted = true;
    const outcome = carryOut(call);
    if (fate !== "lost" || outcome.kind !== "sent") return outcome;
    lost += 1;
    return { kind: "unknown", why: "lost" };
  };
  return { posted, lost: () => lost };
}

const fate = constantFrom<Fate>(
  "done",
  "done",
  "done",
  "lost",
  "failed",
  "wait-chat",
  "wait-platform",
  "deleted",
);
const tellings = array(
  record({
    development: constantFrom("d1", "d2"),
    isLoud: boolean(),
    pauseMs: integer({ min: 0, max: 40_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const channels = ["1", "2"];

async function isBusy(scene: Scene): Promise<boolean> {
  const { queued, sending, unknown } = await scene.store.outbox.counts();
  return queued + sending + unknown > 0;
}

describe("whatever happens to the calls", () => {
  it.each([true, false])(
    "the newest revision is shown, and nothing doubles unmarked (repeats told by key: %s)",
    { timeout: 60_000 },
    async (tellsRepeats) => {
      await assert(
        asyncProperty(array(fate, { maxLength: 12 }), tellings, async (fates, told) => {
          const scene = await createScene({ tellsRepeats });
          for (const channel of channels) await scene.subscribe(channel);
          const { posted, lost } = haunt(scene, fates, tellsRepeats);
          const dispatcher = scene.dispatcher({ leaseMs: 3_600_000, retryMs: 1 });
          dispatcher.start(new AbortController().signal);
          const revisions = new Map<string, number>();
          for (const { development, isLoud, pauseMs } of told) {
            const revision = (revisions.get(development) ?? 0) + 1;
            revisions.set(development, revision);
            await scene.tell({ development, revision, type: revision === 1 ? "new" : "update", isLoud });
            dispatcher.poke();
            await scene.clock.advance(pauseMs);
          }
          // Most end at once; but seven answers may be lost one after the other.
          for (let minutes = 0; minutes < 180 && (await isBusy(scene)); minutes += 1)
            await scene.clock.advance(60_000);
          await dispatcher.stop();

          expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, unknown: 0 });
          for (const channel of channels) {
            for (const [development, newest] of revisions) {
              const story = posted.filter(
                (each) => each.channel === channel && each.title.startsWith(development),
              );
              const current = story.findLast((each) => !each.isDeleted) ?? story.at(-1);
              // Who deletes a message may be left without it until there is more to tell.
              if (!fates.includes("deleted")) expect(current?.title).toMatch(`${development} r${newest}`);
            }
          }
          if (tellsRepeats) expect(new Set(posted.map((each) => each.key)).size).toBe(posted.length);
          expect(posted.filter((each) => each.isMarked).length).toBeLessThanOrEqual(
            tellsRepeats ? 0 : lost() + fates.filter((each) => each === "failed").length,
          );
          await scene.store.close();
        }),
        { numRuns: 25 },
      );
    },
  );
});
