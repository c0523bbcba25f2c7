import { beforeEach, describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** It is noon in UTC when a scene begins. */
const quiet = { from: "12:00", to: "14:00", except: [] };

const callsOf = ({ platform }: Scene) => platform.calls.map(({ kind, title }) => `${kind} ${title}`);

/** Tells `count` developments, a minute apart. */
async function tellMany(scene: Scene, count: number, fields: Partial<Alert> = {}): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    await scene.tell({ development: `d${index}`, ...fields });
    await scene.clock.advance(minuteMs);
  }
}

/** A chat whose quiet hours have just ended, in which so many developments were told. */
async function afterQuietHours(count: number, fields: Partial<Alert> = {}): Promise<Scene> {
  const scene = await createScene();
  await scene.subscribe("1", { quiet });
  await tellMany(scene, count, fields);
  scene.clock.jumpTo(startAt + 2 * hourMs);
  return scene;
}

describe("a chat after its quiet hours", () => {
  it("gets one message for all that happened, with final figures, which notifies once", async () => {
    const scene = await afterQuietHours(3);
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });
    await scene.tell({ development: "d4", isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { kind: "send", title: "d2 r2, d3 r1, d1 r1, d4 r1", isLoud: true, replyTo: null },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({
      queued: 0,
      sending: 0,
      sent: 1,
      superseded: 4,
    });
  });

  it("gets a message each where there are few", async () => {
    const scene = await afterQuietHours(3);

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual(["send d1 r1", "send d2 r1", "send d3 r1"]);
  });

  it("gets it without sound where nothing in it is to notify", async () => {
    const scene = await afterQuietHours(5, { isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([{ isLoud: false }]);
  });

  it("is not told of what it has muted or does not want any more", async () => {
    const scene = await afterQuietHours(6);
    await scene.subscribe("1", { mutedDevelopments: ["d2"] });
    await scene.tell({ development: "d3", kind: "talks", type: "update", revision: 2 });
    await scene.subscribe("1", { mutedDevelopments: ["d2"], kinds: ["exchange"] });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual(["send d6 r1, d5 r1, d4 r1, d1 r1"]);
  });

  it("is told by itself of what is fresh and may notify at any hour", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet: { ...quiet, except: ["strike"] } });
    await tellMany(scene, 5);
    scene.clock.jumpTo(startAt + 2 * hourMs);
    await scene.tell({ development: "d9", kind: "strike" });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene).toSorted()).toEqual(["send d5 r1, d4 r1, d3 r1, d2 r1, d1 r1", "send d9 r1"]);
  });

  it("is told in several messages, of which the first notifies, where one has no room", async () => {
    const scene = await afterQuietHours(8);
    scene.platform.fits = ({ blocks }) => blocks.filter(({ kind }) => kind === "story").length <= 3;

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { title: "d8 r1, d7 r1, d6 r1", isLoud: true },
      { title: "d5 r1, d4 r1, d3 r1", isLoud: false },
      { title: "d2 r1, d1 r1", isLoud: false },
    ]);
  });
});

describe("a chat after an outage", () => {
  it("of the platform gets one message for what came in it", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    const dispatcher = scene.dispatcher();
    scene.platform.script = () => ({ kind: "wait", scope: "platform", retryAfterMs: minuteMs, why: "down" });
    await scene.tell({ development: "d0" });
    await dispatcher.dispatchDue();
    await tellMany(scene, 20);
    await scene.clock.advance(2 * hourMs);
    scene.platform.script = () => null;
    scene.platform.calls.length = 0;

    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(1);
    expect(scene.platform.calls[0]?.title.split(", ")).toHaveLength(21);
  });

  it("of our process gets one message for what waited", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await tellMany(scene, 4);
    await scene.clock.advance(hourMs);

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual(["send d4 r1, d3 r1, d2 r1, d1 r1"]);
  });

  it("gets a message each of what waits for its turn only", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    for (const development of ["d1", "d2", "d3", "d4", "d5"]) await scene.tell({ development });
    await scene.clock.advance(14 * minuteMs);

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toHaveLength(5);
  });

  it("has what stands in it changed in place, not told again", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    const dispatcher = scene.dispatcher();
    for (const development of ["d1", "d2", "d3", "d4", "d5"]) await scene.tell({ development });
    await dispatcher.dispatchDue();
    scene.platform.calls.length = 0;
    for (const development of ["d1", "d2", "d3", "d4", "d5"])
      await scene.tell({ development, type: "update", revision: 2, isLoud: false });
    await scene.clock.advance(hourMs);

    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ kind }) => kind)).toEqual(Array(5).fill("edit"));
  });
});

describe("what a chat knows from a catch-up", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await afterQuietHours(4);
    await scene.dispatcher().dispatchDue();
    scene.platform.calls.length = 0;
  });

  it("is changed in it, drawn anew with the newest of all", async () => {
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { kind: "edit", title: "d4 r1, d3 r1, d2 r2, d1 r1", messageId: "m1" },
    ]);
  });

  it("is changed by one edit for all that wait", async () => {
    for (const development of ["d1", "d2", "d3"])
      await scene.tell({ development, type: "update", revision: 2, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual(["edit d4 r1, d3 r2, d2 r2, d1 r2"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 2 });
  });

  it("is told on by an answer to it when that notifies, and changed in that one from then on", async () => {
    await scene.tell({ development: "d3", type: "update", revision: 2 });
    await scene.dispatcher().dispatchDue();
    await scene.tell({ development: "d3", type: "update", revision: 3, isLoud: false });
    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { kind: "send", title: "d3 r2", isLoud: true, replyTo: "m1" },
      { kind: "edit", title: "d3 r3", messageId: "m2" },
    ]);
  });

  it("still notifies where an edit for another one has shown it", async () => {
    await scene.tell({ development: "d1", type: "update", revision: 2, isLoud: false });
    await scene.tell({ development: "d3", type: "update", revision: 2 });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene).toSorted()).toEqual(["edit d4 r1, d3 r2, d2 r1, d1 r2", "send d3 r2"]);
  });

  it("is corrected there", async () => {
    await scene.tell({ development: "d1", type: "correction", revision: 2 });
    await scene.tell({ development: "d2", type: "correction", revision: 2, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([
      { kind: "send", title: "d1 r2", replyTo: "m1" },
      { kind: "edit", title: "d4 r1, d3 r1, d2 r2, d1 r2", messageId: "m1" },
    ]);
  });

  it("is told in a message of its own when the catch-up is gone", async () => {
    scene.platform.script = ({ kind }) => (kind === "edit" ? { kind: "message-gone", why: "deleted" } : null);
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls.at(-1)).toMatchObject({ kind: "send", title: "d2 r2", isLoud: false });
  });

  it("is not edited once more for each development after it was found to be gone", async () => {
    scene.platform.script = ({ kind }) => (kind === "edit" ? { kind: "message-gone", why: "deleted" } : null);
    for (const development of ["d1", "d2", "d3"])
      await scene.tell({ development, type: "update", revision: 2, isLoud: false });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual([
      "edit d4 r1, d3 r2, d2 r2, d1 r2",
      "send d1 r2",
      "send d2 r2",
      "send d3 r2",
    ]);
  });

  it("becomes there the development that it turned out to be", async () => {
    await scene.tell({ development: "d7", isLoud: false });
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false, mergedInto: "d7" });

    await scene.dispatcher().dispatchDue();

    expect(callsOf(scene)).toEqual(["send d7 r1", "edit d4 r1, d3 r1, d7 r1, d1 r1"]);
  });
});
