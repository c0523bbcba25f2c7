import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { unanswered } from "./one-waiting.ts";
import { createScene, type Scene } from "./scene.ts";

const minuteMs = 60_000;

/** Two chats, of which `1` is never answered: each call to it goes on when its process is killed. */
async function hanging(fields: Parameters<typeof createScene>[0] = {}): Promise<Scene> {
  const scene = await createScene(fields);
  await scene.subscribe("1");
  await scene.tell();
  await scene.subscribe("2");
  scene.platform.script = ({ channel }) =>
    channel === "1" ? new Promise<SendOutcome>(() => undefined) : null;
  return scene;
}

/** For so long a process is started every so often, tells chat `2` something new, and is killed. */
async function killedFor(scene: Scene, forMs: number, everyMs = 10_000): Promise<void> {
  const untilAt = scene.clock.now() + forMs;
  while (scene.clock.now() < untilAt) {
    await scene.tell({ development: `other${scene.clock.now()}` });
    const dispatcher = scene.dispatcher({ holder: `${scene.clock.now()}`, callTimeoutMs: 100 * minuteMs });
    void dispatcher.dispatchDue();
    await scene.clock.advance(everyMs);
  }
}

/** Seconds between the calls to chat `1` of `d1`. */
function waits(scene: Scene): readonly number[] {
  const times = scene.platform.calls
    .filter(({ channel, title }) => channel === "1" && title.startsWith("d1"))
    .map(({ at }) => at);
  return times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 1_000));
}

describe("a message in whose call one process after the other is killed", () => {
  it("is repeated at once, then after 80 s and each quarter of an hour, whatever others are answered", async () => {
    const scene = await hanging();

    await killedFor(scene, 2 * minuteMs);
    await killedFor(scene, 31 * minuteMs, minuteMs / 2);

    expect(waits(scene)).toEqual([10, 80, 900, 900]);
  });

  it("is looked for at once each time where the platform tells repeats", async () => {
    const scene = await hanging({ tellsRepeats: true });

    await killedFor(scene, minuteMs);

    expect(waits(scene)).toEqual([10, 10, 10, 10, 10]);
  });

  it("is brought forward by a new process's answer as far as that goes, where calls before it were not answered", async () => {
    const scene = await hanging();
    scene.platform.script = ({ channel }) => (channel === "1" ? unanswered : null);
    const first = scene.dispatcher({ holder: "first" });
    first.start(new AbortController().signal);
    await scene.clock.advance(100_000);
    await first.stop();
    await scene.tell({ development: "d2" });
    const second = scene.dispatcher({ holder: "second" });
    second.start(new AbortController().signal);

    await scene.clock.advance(16 * minuteMs);
    await second.stop();

    expect(waits(scene).slice(0, 3)).toEqual([5, 80, 900]);
  });
});
