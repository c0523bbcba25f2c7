import { describe, expect, it } from "vitest";
import { oneWaiting } from "./one-waiting.ts";
import type { Scene } from "./scene.ts";

describe("a sender that begins", () => {
  /** Tells five developments, ten seconds apart, to a sender that begins so long after the one before it. */
  async function fiveAfter(absentMs: number): Promise<Scene> {
    const scene = await oneWaiting();
    const before = scene.dispatcher({ holder: "a" });
    await before.dispatchDue();
    await before.stop();
    scene.clock.jumpTo(scene.clock.now() + absentMs);
    const next = scene.dispatcher({ holder: "b", gatherMs: 60_000 });
    next.start(new AbortController().signal);
    for (const development of ["d2", "d3", "d4", "d5", "d6"]) {
      await scene.clock.advance(10_000);
      await scene.tell({ development });
      next.poke();
    }
    await scene.clock.advance(30_000);
    await next.stop();
    return scene;
  }

  it("after hours tells in one message what sources have of that time", async () => {
    const scene = await fiveAfter(6 * 3_600_000);

    expect(scene.platform.calls.slice(1).map(({ title }) => title)).toEqual([
      "d6 r1, d5 r1, d4 r1, d3 r1, d2 r1",
    ]);
  });

  it("tells what is new hours later as it comes, also where nothing was told since", async () => {
    const scene = await oneWaiting();
    const before = scene.dispatcher({ holder: "a" });
    await before.dispatchDue();
    await before.stop();
    scene.clock.jumpTo(scene.clock.now() + 6 * 3_600_000);
    // Renewed seldom: these are hours.
    const next = scene.dispatcher({ holder: "b", gatherMs: 60_000, leaseMs: 10 * 60_000 });
    next.start(new AbortController().signal);
    await scene.clock.advance(5 * 3_600_000);

    for (const development of ["d2", "d3", "d4", "d5"]) await scene.tell({ development });
    next.poke();
    await scene.clock.advance(10_000);
    await next.stop();

    expect(scene.platform.calls.slice(1).map(({ title }) => title)).toEqual([
      "d2 r1",
      "d3 r1",
      "d4 r1",
      "d5 r1",
    ]);
  });

  it("after a restart tells each at once", async () => {
    const scene = await fiveAfter(60_000);

    expect(scene.platform.calls.slice(1).map(({ title }) => title)).toEqual([
      "d2 r1",
      "d3 r1",
      "d4 r1",
      "d5 r1",
      "d6 r1",
    ]);
  });
});
