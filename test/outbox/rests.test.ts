import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const wait = (scope: "chat" | "platform", retryAfterMs: number): SendOutcome => ({
  kind: "wait",
  scope,
  retryAfterMs,
  why: "429",
});

/** Two chats, of which the first is told to wait, and then a process that ends. */
async function toldToWait(scope: "chat" | "platform", retryAfterMs: number): Promise<Scene> {
  const scene = await createScene();
  await scene.subscribe("1");
  scene.platform.script = () => wait(scope, retryAfterMs);
  await scene.tell();
  const dispatcher = scene.dispatcher({ holder: "before" });
  await dispatcher.dispatchDue();
  await dispatcher.stop();
  scene.platform.script = () => null;
  await scene.subscribe("2");
  return scene;
}

const told = ({ platform }: Scene) =>
  platform.calls.slice(1).map(({ channel, title }) => `${channel} ${title}`);

describe("a wait that a platform told, after a restart", () => {
  it("of one chat is kept for what is new there, and holds no other", async () => {
    const scene = await toldToWait("chat", 2 * hourMs);
    await scene.clock.advance(minuteMs);
    await scene.tell({ development: "d2" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    expect(told(scene)).toEqual(["2 d2 r1"]);
    await scene.clock.advance(2 * hourMs - minuteMs - 1);
    await dispatcher.dispatchDue();
    expect(told(scene)).toHaveLength(1);
    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    expect(told(scene).some((call) => call.startsWith("1 "))).toBe(true);
  });

  it("of all chats is kept", async () => {
    const scene = await toldToWait("platform", 10 * minuteMs);
    await scene.clock.advance(minuteMs);
    await scene.tell({ development: "d2" });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    expect(told(scene)).toEqual([]);
    await scene.clock.advance(9 * minuteMs);
    await dispatcher.dispatchDue();

    expect(told(scene)).toContain("2 d2 r1");
  });

  it.each(["chat", "platform"] as const)(
    "of a moment is kept by who takes over at once: %s",
    async (scope) => {
      const scene = await toldToWait(scope, 900);
      await scene.tell({ development: "d2" });
      const dispatcher = scene.dispatcher();
      dispatcher.start(new AbortController().signal);

      await scene.clock.advance(899);
      expect(told(scene)).toEqual(scope === "chat" ? ["2 d2 r1"] : []);
      await scene.clock.advance(600);
      await dispatcher.stop();

      expect(told(scene).some((call) => call.startsWith("1 "))).toBe(true);
    },
  );

  it("is no longer than it was told, where the clock was put back since", async () => {
    const scene = await toldToWait("platform", minuteMs);
    scene.clock.jumpTo(scene.clock.now() - 3 * hourMs);
    await scene.tell({ development: "d2" });
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    expect(told(scene)).toEqual([]);

    await scene.clock.advance(minuteMs);
    await dispatcher.dispatchDue();

    expect(told(scene)).toContain("2 d2 r1");
  });

  it("is not ended by a shorter one that was told after it", async () => {
    const scene = await createScene();
    const now = scene.clock.now();
    const rest = (ms: number) => ({ channel: null, untilAt: now + ms, toldMs: ms });

    for (const ms of [hourMs, 2 * hourMs, 5_000])
      await scene.store.outbox.noteRest("telegram", rest(ms), now);

    expect(await scene.store.outbox.restsOf("telegram", now + 6_000)).toEqual([rest(2 * hourMs)]);
  });

  it("gives way to a new one where only a clock that was put back since makes it end later", async () => {
    const scene = await createScene();
    const now = scene.clock.now();
    const ahead = now + 3 * hourMs;
    const rest = { channel: null, untilAt: now + hourMs, toldMs: hourMs };

    const old = { channel: null, untilAt: ahead + minuteMs, toldMs: minuteMs };
    await scene.store.outbox.noteRest("telegram", old, ahead);
    await scene.store.outbox.noteRest("telegram", rest, now);

    expect(await scene.store.outbox.restsOf("telegram", now)).toEqual([rest]);
  });
});

describe("a wait that is told of edits", () => {
  const ofEdits: SendOutcome = {
    kind: "wait",
    scope: "chat",
    retryAfterMs: minuteMs,
    why: "429",
    isOfEdits: true,
  };

  /** A chat that was told of `d1`, whose edit was then told to wait. */
  async function editToldToWait(): Promise<Scene> {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    const dispatcher = scene.dispatcher({ holder: "before" });
    await dispatcher.dispatchDue();
    scene.platform.script = ({ kind }) => (kind === "edit" ? ofEdits : null);
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();
    await dispatcher.stop();
    scene.platform.script = () => null;
    return scene;
  }

  const shown = ({ platform }: Scene) => platform.calls.slice(2).map(({ kind, title }) => `${kind} ${title}`);

  it("holds back neither new messages nor those that turn out to be wanted meanwhile", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    for (const development of ["d1", "d2"]) await scene.tell({ development });
    const dispatcher = scene.dispatcher();
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(1);
    scene.platform.script = ({ kind }) => (kind === "edit" ? ofEdits : null);
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });
    dispatcher.poke();
    await scene.clock.advance(1_000);
    await scene.tell({ development: "d3", isLoud: false });
    await scene.tell({ type: "update", revision: 3, isLoud: true });
    dispatcher.poke();
    await scene.clock.advance(1_000);

    expect(scene.platform.calls.slice(2).map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "edit d1 r2",
      "send d1 r3",
      "send d3 r1",
    ]);
    await scene.clock.advance(minuteMs);
    await dispatcher.stop();
    expect(scene.platform.calls.at(-1)?.title).toBe("d2 r2");
  });

  it("is kept over a restart for edits alone", async () => {
    const scene = await editToldToWait();
    await scene.tell({ development: "d2" });
    await scene.tell({ type: "update", revision: 3, isLoud: false });
    const dispatcher = scene.dispatcher();
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(minuteMs - 1_000);

    expect(shown(scene)).toEqual(["send d2 r1"]);
    await scene.clock.advance(2_000);
    await dispatcher.stop();
    expect(shown(scene)).toEqual(["send d2 r1", "edit d1 r3"]);
  });
});

describe("a wait that concerns one message alone", () => {
  it("holds nothing else that is told in its chat, now and after a restart", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    await scene.tell({ development: "d2" });
    scene.platform.script = ({ title }) =>
      title === "d1 r1" ? { kind: "wait", scope: "message", retryAfterMs: minuteMs, why: "429" } : null;
    const dispatcher = scene.dispatcher({ holder: "before" });
    await dispatcher.dispatchDue();
    await dispatcher.stop();
    scene.platform.script = () => null;
    await scene.tell({ development: "d3" });
    const next = scene.dispatcher();

    await next.dispatchDue();
    await scene.clock.advance(minuteMs);
    await next.dispatchDue();

    const titles = scene.platform.calls.map(({ title }) => title);
    expect(titles).toEqual(["d1 r1", "d2 r1", "d3 r1", "d1 r1"]);
  });
});
