import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/errors.ts";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, type Scene } from "./scene.ts";

/** A second process on the same database: its own platform, its own clock, which may stand still. */
async function twoProcesses(): Promise<{ readonly first: Scene; readonly second: Scene }> {
  const first = await createScene();
  for (const channel of ["1", "2", "3"]) await first.subscribe(channel);
  const second = await createScene({ store: first.store, clock: first.clock });
  return { first, second };
}

describe("one sender", () => {
  it("is one of two processes on a database", async () => {
    const { first, second } = await twoProcesses();
    const here = first.dispatcher({ holder: "a" });
    const there = second.dispatcher({ holder: "b" });
    here.start(new AbortController().signal);
    await first.clock.advance(1);
    there.start(new AbortController().signal);

    await first.tell();
    there.poke();
    here.poke();
    await first.clock.advance(60_000);

    expect(first.platform.calls).toHaveLength(3);
    expect(second.platform.calls).toHaveLength(0);
    await here.stop();
    await there.stop();
  });

  it("is followed by another at once when it stops", async () => {
    const { first, second } = await twoProcesses();
    const here = first.dispatcher({ holder: "a" });
    await first.tell();
    await here.dispatchDue();
    await here.stop();
    await first.tell({ development: "d2" });

    await second.dispatcher({ holder: "b" }).dispatchDue();

    expect(second.platform.calls.map((call) => call.title)).toEqual(["d2 r1", "d2 r1", "d2 r1"]);
  });

  it("is followed by another when its lease ends, and what it left under way is marked", async () => {
    const { first, second } = await twoProcesses();
    first.platform.script = () => new Promise(() => undefined);
    await first.tell();
    // A process that dies renews nothing: its loop is never started.
    void first.dispatcher({ holder: "a", leaseMs: 10_000, callTimeoutMs: 3_600_000 }).dispatchDue();
    await first.clock.advance(0);
    const there = second.dispatcher({ holder: "b" });
    there.start(new AbortController().signal);

    await first.clock.advance(9_000);
    expect(second.platform.calls).toHaveLength(0);
    await first.clock.advance(5_000);

    expect(first.platform.calls).toHaveLength(3);
    expect(second.platform.calls.map((call) => call.title)).toEqual(Array(3).fill("d1 r1 (possible repeat)"));
    await there.stop();
  });

  it("leaves to the next one an edit that was cut short, which is made again and not repeated", async () => {
    const { first, second } = await twoProcesses();
    await first.tell();
    const here = first.dispatcher({ holder: "a" });
    await here.dispatchDue();
    await first.tell({ type: "update", revision: 2, isLoud: false });
    first.platform.script = () => new Promise(() => undefined);
    void here.dispatchDue();
    await first.clock.advance(10_000);

    await second.dispatcher({ holder: "b" }).dispatchDue();

    expect(second.platform.calls.map(({ kind, title }) => `${kind} ${title}`)).toEqual(
      Array(3).fill("edit d1 r2"),
    );
    expect(await first.store.outbox.counts()).toMatchObject({ unknown: 0, possibleRepeats: 0 });
  });

  it("leaves to the next one unmarked what it had claimed and not yet called", async () => {
    const { first, second } = await twoProcesses();
    await first.tell();
    // It dies at the first step after the claim.
    const step = () => new Promise<void>(() => undefined);
    void first
      .dispatcher({ holder: "a", step: (at) => (at === "claimed" ? step() : Promise.resolve()) })
      .dispatchDue();
    await first.clock.advance(20_000);

    await second.dispatcher({ holder: "b" }).dispatchDue();

    expect(second.platform.calls.map((call) => call.title)).toEqual(["d1 r1", "d1 r1", "d1 r1"]);
    expect(await first.store.outbox.counts()).toMatchObject({ sent: 3, possibleRepeats: 0 });
  });

  it("makes no call that it cannot write down before", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    const { outbox } = scene.store;
    const calling = outbox.calling.bind(outbox);
    let isFull = true;
    outbox.calling = (...given) =>
      isFull ? Promise.reject(new StoreError("The disk is full.", { code: "disk-full" })) : calling(...given);
    const dispatcher = scene.dispatcher();
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(3_000);
    expect(scene.platform.calls).toEqual([]);

    isFull = false;
    await scene.clock.advance(3_000);
    await dispatcher.stop();

    expect(scene.platform.calls).toMatchObject([{ title: "d1 r1", mayRepeat: false }]);
  });

  it("goes on with a group's minute where the one before it was", async () => {
    const limits = [{ scope: "group", max: 3, perMs: 60_000 }] as const;
    const scene = await createScene({ limits });
    await scene.subscribe("-1");
    const sendAs = async (holder: string, ...developments: string[]) => {
      for (const development of developments) await scene.tell({ development });
      const dispatcher = scene.dispatcher({ holder });
      dispatcher.start(new AbortController().signal);
      await scene.clock.advance(5_000);
      await dispatcher.stop();
    };

    await sendAs("a", "d1", "d2");
    await sendAs("b", "d3", "d4");
    expect(scene.platform.calls).toHaveLength(3);
    await scene.clock.advance(60_000);
    await sendAs("c");

    expect(scene.platform.calls).toHaveLength(4);
  });

  it("makes no new call once its lease was not renewed in time, as when its process was paused", async () => {
    const { first, second } = await twoProcesses();
    const paused: (() => void)[] = [];
    first.platform.script = (_, index) =>
      index === 0
        ? new Promise<SendOutcome>((resolve) =>
            paused.push(() => resolve({ kind: "sent", messageId: "late" })),
          )
        : null;
    await first.tell();
    const here = first.dispatcher({ holder: "a", maxInFlight: 1, callTimeoutMs: 3_600_000 });
    const dispatched = here.dispatchDue();
    await first.clock.advance(60_000);
    await second.dispatcher({ holder: "b" }).dispatchDue();

    for (const resume of paused) resume();
    await dispatched;

    expect(first.platform.calls).toHaveLength(1);
    expect(second.platform.calls).toHaveLength(3);
    expect(first.logged.map((line) => line.message)).toContain(
      "a call ended after its claim was lost, it may be made again",
    );
    expect(await first.store.outbox.counts()).toMatchObject({ sent: 3, possibleRepeats: 1 });
  });

  it("tells a platform that waits before a call whether it may still be made, and what was not made is sent unmarked", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    const asked: boolean[] = [];
    scene.platform.script = async ({ mayCall }, index) => {
      if (index > 0) return { kind: "sent", messageId: "m1" };
      asked.push(mayCall());
      await scene.clock.sleep(60_000);
      asked.push(mayCall());
      return { kind: "wait", scope: "platform", retryAfterMs: 0, why: "the lease has run out" };
    };

    const dispatched = scene.dispatcher({ callTimeoutMs: 3_600_000 }).dispatchDue();
    await scene.clock.advance(60_000);
    await dispatched;

    expect(asked).toEqual([true, false]);
    expect(scene.platform.calls.map(({ title }) => title)).toEqual(["d1 r1", "d1 r1"]);
  });

  it("gives back a delivery whose turn did not come before its lease ended", async () => {
    const scene = await createScene({ limits: [{ scope: "all", max: 1, perMs: 1_500 }] });
    for (const channel of ["1", "2"]) await scene.subscribe(channel);
    await scene.tell();
    const dispatcher = scene.dispatcher({ leaseMs: 1_000 });

    const dispatched = dispatcher.dispatchDue();
    await scene.clock.advance(10_000);
    await dispatched;

    expect(scene.platform.calls.length).toBeGreaterThanOrEqual(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ sending: 0, unknown: 0 });
  });
});

describe("stop", () => {
  it("lets calls under way finish, settles them and gives up the lease", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    scene.platform.script = () => scene.clock.sleep(3_000).then(() => ({ kind: "sent", messageId: "m1" }));
    const dispatcher = scene.dispatcher({ holder: "a" });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(1);
    await scene.tell({ development: "d2" });

    const stopped = dispatcher.stop();
    await scene.clock.advance(3_000);
    await stopped;

    expect(scene.platform.calls).toHaveLength(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, queued: 1, sending: 0 });
    expect(
      await scene.store.outbox.holdSenderLease("telegram", "b", scene.clock.now(), 1_000),
    ).not.toBeNull();
  });

  it("keeps the lease for a slow call, so that who waits for it repeats nothing", async () => {
    const { first, second } = await twoProcesses();
    await first.tell();
    first.platform.script = () => first.clock.sleep(5_500).then(() => ({ kind: "sent", messageId: "m1" }));
    const here = first.dispatcher({ holder: "a" });
    const there = second.dispatcher({ holder: "b" });
    here.start(new AbortController().signal);
    await first.clock.advance(1);
    there.start(new AbortController().signal);

    const stopped = here.stop();
    await first.clock.advance(6_500);
    await stopped;
    await there.stop();

    expect(first.platform.calls).toHaveLength(3);
    expect(second.platform.calls).toEqual([]);
    expect(await first.store.outbox.counts()).toMatchObject({ sent: 3, possibleRepeats: 0 });
  });

  it("ends a call that hangs within ten seconds and leaves it unknown", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    scene.platform.script = () => new Promise(() => undefined);
    const dispatcher = scene.dispatcher({ holder: "a" });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(1);
    let hasStopped = false;

    const stopped = dispatcher.stop().then(() => (hasStopped = true));
    await scene.clock.advance(9_000);

    expect(hasStopped).toBe(true);
    await stopped;
    expect(await scene.store.outbox.counts()).toMatchObject({ unknown: 1, sending: 0 });
  });

  it("gives back what was claimed and not yet called, unmarked", async () => {
    const scene = await createScene({ limits: [{ scope: "all", max: 10, perMs: 1_000 }] });
    for (let channel = 1; channel <= 20; channel += 1) await scene.subscribe(String(channel));
    await scene.tell();
    const dispatcher = scene.dispatcher({ holder: "a" });
    const ending = new AbortController();
    dispatcher.start(ending.signal);
    await scene.clock.advance(150);

    ending.abort();
    await scene.clock.advance(0);
    await dispatcher.stop();

    const made = scene.platform.calls.length;
    expect(made).toBeLessThan(20);
    expect(await scene.store.outbox.counts()).toMatchObject({
      sent: made,
      queued: 20 - made,
      unknown: 0,
      sending: 0,
    });
  });
});
