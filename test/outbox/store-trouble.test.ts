import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/errors.ts";
import { createLease } from "../../src/outbox/lease.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createScene, startAt } from "./scene.ts";

const busy = (): Promise<never> => Promise.reject(new StoreError("The database is busy.", { code: "busy" }));

/** Lets the calls of one of the outbox's functions fail as long as `isFailing` says so. */
function failWhile(outbox: object, name: string, isFailing: () => boolean): void {
  const real: unknown = Reflect.get(outbox, name);
  if (typeof real !== "function") throw new Error(`There is no ${name}.`);
  Reflect.set(outbox, name, (...given: unknown[]): unknown =>
    isFailing() ? busy() : Reflect.apply(real, outbox, given),
  );
}

/** True so many times. */
function times(count: number): () => boolean {
  let left = count;
  return () => (left -= 1) >= 0;
}

describe("dispatch on a store that fails", () => {
  it("writes down what was sent as soon as that can be written, and sends nothing twice", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    failWhile(scene.store.outbox, "settle", times(5));
    const dispatcher = scene.dispatcher();

    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(60_000);
    await dispatcher.stop();

    expect(scene.platform.calls).toHaveLength(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, possibleRepeats: 0 });
  });

  it("goes on after claims that failed, and waits longer each time", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    failWhile(scene.store.outbox, "claim", times(3));
    const dispatcher = scene.dispatcher();

    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(60_000);
    await dispatcher.stop();

    expect(scene.platform.calls.map((call) => call.at - startAt)).toEqual([3_500]);
    expect(scene.logged.map((line) => line.level)).toEqual(["error", "error", "error"]);
  });

  it("ends although what was sent cannot be written down, and marks it at the next start", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    let isFull = true;
    failWhile(scene.store.outbox, "settle", () => isFull);
    const dispatcher = scene.dispatcher({ holder: "a", stopGraceMs: 100 });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(1);

    const stopped = dispatcher.stop();
    await scene.clock.advance(10_000);
    await stopped;
    isFull = false;
    await scene.dispatcher({ holder: "b" }).dispatchDue();

    expect(scene.platform.calls.map((call) => call.title)).toEqual(["d1 r1", "d1 r1 (possible repeat)"]);
  });
});

describe("a store that another program keeps busy", () => {
  it("does not keep a process from ending within ten seconds; what it could not settle is marked at the next start", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    const { outbox } = scene.store;
    const own = {
      settle: outbox.settle.bind(outbox),
      releaseSenderLease: outbox.releaseSenderLease.bind(outbox),
    };
    const waits = (): Promise<never> => new Promise(() => undefined);
    Object.assign(outbox, { settle: waits, releaseSenderLease: waits });
    const dispatcher = scene.dispatcher({ holder: "a" });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(1);
    Object.assign(outbox, { holdSenderLease: waits });

    let isEnded = false;
    void dispatcher.stop().then(() => (isEnded = true));
    await scene.clock.advance(9_000);
    Object.assign(outbox, own);
    Reflect.deleteProperty(outbox, "holdSenderLease");
    await scene.dispatcher({ holder: "b" }).dispatchDue();

    expect(isEnded).toBe(true);
    expect(scene.platform.calls.map((call) => call.title)).toEqual(["d1 r1", "d1 r1 (possible repeat)"]);
  });
});

describe("lease", () => {
  it("outlives a store that is busy, but not its own time", async () => {
    const clock = createFakeClock(startAt);
    let isBusy = false;
    const outbox = {
      holdSenderLease: () => (isBusy ? busy() : Promise.resolve({ fence: 7 })),
      releaseSenderLease: () => Promise.resolve(),
    };
    const lease = createLease({
      outbox,
      platform: "telegram",
      holder: "a",
      leaseMs: 9_000,
      clock,
      steady: clock,
    });
    expect(await lease.hold()).toBe(7);

    isBusy = true;
    await clock.advance(4_000);
    expect(await lease.hold()).toBe(7);
    expect(lease.isHeld()).toBe(true);

    await clock.advance(4_200);
    expect(lease.isHeld()).toBe(false);
    await expect(lease.hold()).rejects.toThrow("busy");
  });
});
