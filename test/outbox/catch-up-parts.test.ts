import { describe, expect, it } from "vitest";
import type { Subscription } from "../../src/model/subscription.ts";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const noAnswer: SendOutcome = { kind: "unknown", why: "timeout" };
const tooMany = (retryAfterMs: number, scope: "chat" | "platform" = "chat"): SendOutcome => ({
  kind: "wait",
  scope,
  retryAfterMs,
  why: "too many",
});

/** A chat for which developments waited for an hour since noon; one message has room for three of them. */
async function heldBack(count: number, subscription: Partial<Subscription> = {}): Promise<Scene> {
  const scene = await createScene();
  scene.platform.fits = ({ blocks }) => blocks.filter(({ kind }) => kind === "story").length <= 3;
  await scene.subscribe("1", subscription);
  for (let index = 1; index <= count; index += 1) {
    await scene.tell({ development: `d${index}` });
    await scene.clock.advance(minuteMs);
  }
  scene.clock.jumpTo(startAt + hourMs);
  return scene;
}

/** Dispatches each minute. */
async function dispatchFor(scene: Scene, minutes: number): Promise<void> {
  const dispatcher = scene.dispatcher();
  for (let minute = 0; minute < minutes; minute += 1) {
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();
  }
}

const wholeRow = [
  { title: "d8 r1, d7 r1, d6 r1", isLoud: true },
  { title: "d5 r1, d4 r1, d3 r1", isLoud: false },
  { title: "d2 r1, d1 r1", isLoud: false },
];

describe("a catch-up in several messages", () => {
  it.each([
    ["the chat", tooMany(minuteMs)],
    ["the chat for an hour", tooMany(hourMs)],
    ["the platform", tooMany(minuteMs, "platform")],
  ])("keeps its order and sound when the first one is put off by %s", async (_, answer) => {
    const scene = await heldBack(8);
    scene.platform.script = (_call, index) => (index === 0 ? answer : null);

    await scene.dispatcher().dispatchDue();
    await dispatchFor(scene, 62);

    expect(scene.platform.calls.slice(1)).toMatchObject(wholeRow);
  });

  it("keeps its order and sound when the process dies before the first one is called", async () => {
    const scene = await heldBack(8);
    const dying = scene.dispatcher({
      holder: "a",
      step: (at) => (at === "claimed" ? new Promise<void>(() => undefined) : Promise.resolve()),
    });
    void dying.dispatchDue();
    await scene.clock.advance(20_000);

    await scene.dispatcher({ holder: "b" }).dispatchDue();

    expect(scene.platform.calls).toMatchObject(wholeRow);
  });

  it("goes on only when the first one, which was not answered, has been sent", async () => {
    const scene = await heldBack(8);
    scene.platform.script = (_, index) => (index < 3 ? noAnswer : null);

    await scene.dispatcher().dispatchDue();
    await dispatchFor(scene, 40);

    const marked = { title: "d8 r1, d7 r1, d6 r1 (possible repeat)", isLoud: true };
    expect(scene.platform.calls.slice(1)).toMatchObject([marked, marked, marked, ...wholeRow.slice(1)]);
  });

  it("goes on at once when the answer to the first one is made up for earlier than it was put off", async () => {
    const scene = await heldBack(8);
    scene.platform.script = (_, index) => (index < 3 ? noAnswer : null);
    await scene.dispatcher().dispatchDue();
    await dispatchFor(scene, 4);
    await scene.store.outbox.bringForward("telegram", 0, scene.clock.now());

    await dispatchFor(scene, 1);

    expect(scene.platform.calls.at(-1)).toMatchObject({ title: "d2 r1, d1 r1", isLoud: false });
  });
});

describe("the second message of a catch-up", () => {
  it("notifies for what has become loud since the first one", async () => {
    const scene = await heldBack(5);
    scene.platform.script = (_, index) => (index === 1 ? tooMany(3 * minuteMs) : null);
    await scene.dispatcher().dispatchDue();
    await scene.tell({ development: "d1", type: "update", revision: 2 });

    await dispatchFor(scene, 5);

    expect(scene.platform.calls.slice(2)).toMatchObject([{ title: "d1 r2, d2 r1", isLoud: true }]);
  });

  it("notifies anew where it comes more than a quarter of an hour after the first one", async () => {
    const scene = await heldBack(7);
    scene.platform.fits = ({ blocks }) => blocks.filter(({ kind }) => kind === "story").length <= 4;
    await scene.tell({ development: "d0" });
    scene.platform.script = (_, index) => (index === 1 ? tooMany(20 * minuteMs) : null);
    await scene.dispatcher().dispatchDue();

    await dispatchFor(scene, 25);

    expect(scene.platform.calls).toMatchObject([{ isLoud: true }, { isLoud: false }, { isLoud: true }]);
  });

  it("notifies anew after quiet hours that began before it", async () => {
    const scene = await heldBack(8, { quiet: { from: "13:01", to: "20:00", except: [] } });
    scene.platform.fits = ({ blocks }) => blocks.filter(({ kind }) => kind === "story").length <= 4;
    scene.platform.script = (_, index) => (index === 1 ? tooMany(2 * minuteMs) : null);
    await scene.dispatcher().dispatchDue();
    await dispatchFor(scene, 3);

    scene.clock.jumpTo(startAt + 8 * hourMs);
    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls.slice(2)).toMatchObject([
      { title: "d4 r1, d3 r1, d2 r1, d1 r1", isLoud: true },
    ]);
  });

  it("takes no news along that was told after the first one by a clock put back since", async () => {
    const scene = await heldBack(5);
    scene.platform.script = (_, index) => (index === 1 ? tooMany(minuteMs) : null);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.subscribe("1", { mutedDevelopments: ["d1", "d2"] });
    await scene.clock.advance(minuteMs + 1000);
    await dispatcher.dispatchDue();
    scene.clock.jumpTo(startAt + minuteMs);
    await scene.clock.advance(10_000);

    await scene.tell({ development: "d30" });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(2)).toMatchObject([{ title: "d30 r1", isLoud: true }]);
  });
});
