import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const noAnswer: SendOutcome = { kind: "unknown", why: "timeout" };

/** A chat with a catch-up of four developments, of which the first call, three seconds before one o'clock, was not answered. */
async function afterUnansweredCatchUp(
  subscription: Parameters<Scene["subscribe"]>[1] = {},
): Promise<{ readonly scene: Scene; readonly dispatcher: ReturnType<Scene["dispatcher"]> }> {
  const scene = await createScene();
  await scene.subscribe("1", subscription);
  for (const development of ["d1", "d2", "d3", "d4"]) {
    await scene.tell({ development });
    await scene.clock.advance(minuteMs);
  }
  scene.clock.jumpTo(startAt + hourMs - 3000);
  scene.platform.script = (_, index) => (index === 0 ? noAnswer : null);
  const dispatcher = scene.dispatcher();
  await dispatcher.dispatchDue();
  return { scene, dispatcher };
}

describe("a catch-up that was not answered", () => {
  it("is repeated only after the quiet hours that have begun since", async () => {
    const { scene, dispatcher } = await afterUnansweredCatchUp({
      quiet: { from: "13:00", to: "20:00", except: [] },
    });

    await scene.clock.advance(6000);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);

    scene.clock.jumpTo(startAt + 8 * hourMs);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls.slice(1)).toMatchObject([
      { title: "d4 r1, d3 r1, d2 r1, d1 r1 (possible repeat)", isLoud: true },
    ]);
  });

  it("is repeated only after a mute that was set since", async () => {
    const { scene, dispatcher } = await afterUnansweredCatchUp();
    await scene.subscribe("1", { mutedUntil: scene.clock.now() + 2 * hourMs });

    await scene.clock.advance(6000);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);

    await scene.clock.advance(2 * hourMs);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(2);
  });
});
