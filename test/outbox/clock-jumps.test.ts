import { describe, expect, it } from "vitest";
import { createSteadyClock } from "../../src/clock.ts";
import { createDigests } from "../../src/outbox/digests.ts";
import { createLease } from "../../src/outbox/lease.ts";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const unanswered: SendOutcome = { kind: "unknown", why: "no answer" };
const never = (): Promise<SendOutcome> => new Promise(() => undefined);

/** The machine's clock is put right by so much. */
const jump = (scene: Scene, byMs: number): void => scene.clock.jumpTo(scene.clock.now() + byMs);

/** A chat that waits for `d1`, and a dispatcher that runs. */
async function running(fields: { readonly leaseMs?: number } = {}) {
  const scene = await createScene();
  await scene.subscribe("1");
  const dispatcher = scene.dispatcher({ holder: "a", ...fields });
  dispatcher.start(new AbortController().signal);
  await scene.clock.advance(1);
  const tell = async (alert: Parameters<Scene["tell"]>[0] = {}) => {
    await scene.tell(alert);
    dispatcher.poke();
    await scene.clock.advance(1);
  };
  return { scene, dispatcher, tell };
}

const titles = (scene: Scene): string[] => scene.platform.calls.map((call) => call.title);

describe("a clock that is put back", () => {
  it("keeps the sender's lease renewed, so that no second process takes it", async () => {
    const { scene, dispatcher, tell } = await running();
    const other = await createScene({ store: scene.store, clock: scene.clock });
    const there = other.dispatcher({ holder: "b" });

    jump(scene, -2 * hourMs);
    there.start(new AbortController().signal);
    await scene.clock.advance(minuteMs);
    await tell();
    await scene.clock.advance(minuteMs);

    expect([scene.platform.calls.length, other.platform.calls.length]).toEqual([1, 0]);
    await dispatcher.stop();
    await there.stop();
  });

  it("lets the next process begin soon after a sender that died", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    await scene.store.outbox.holdSenderLease("telegram", "dead", scene.clock.now(), 5_000);
    jump(scene, -2 * hourMs);
    const next = scene.dispatcher({ holder: "next" });

    next.start(new AbortController().signal);
    await scene.clock.advance(10_000);

    expect(titles(scene)).toEqual(["d1 r1"]);
    await next.stop();
  });

  it("does not hold up a repeat for as long as it went back", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = (_, index) => (index === 0 ? unanswered : null);
    await tell();

    jump(scene, -2 * hourMs);
    await scene.clock.advance(12_000);

    expect(titles(scene)).toEqual(["d1 r1", "d1 r1 (possible repeat)"]);
    await dispatcher.stop();
  });

  it("does not hold it up for the process that comes after it either", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = (_, index) => (index === 0 ? unanswered : null);
    await tell();
    await dispatcher.stop();

    jump(scene, -2 * hourMs);
    const next = scene.dispatcher({ holder: "next" });
    next.start(new AbortController().signal);
    await scene.clock.advance(12_000);

    expect(titles(scene)).toEqual(["d1 r1", "d1 r1 (possible repeat)"]);
    await next.stop();
  });

  it("leaves a chat that asked for ten minutes alone for those, and no longer", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = (_, index) =>
      index === 0 ? { kind: "wait", scope: "chat", retryAfterMs: 10 * minuteMs, why: "429" } : null;
    await tell();

    jump(scene, -3 * hourMs);
    await scene.clock.advance(9 * minuteMs);
    expect(titles(scene)).toHaveLength(1);
    await scene.clock.advance(2 * minuteMs);

    expect(titles(scene)).toHaveLength(2);
    await dispatcher.stop();
  });

  it("does not hold up the pace of the process that comes after it", async () => {
    const scene = await createScene({ limits: [{ scope: "group", max: 1, perMs: minuteMs }] });
    await scene.subscribe("-1");
    await scene.tell();
    const first = scene.dispatcher({ holder: "a" });
    await first.dispatchDue();
    await first.stop();
    await scene.tell({ development: "d2" });

    jump(scene, -2 * hourMs);
    const next = scene.dispatcher({ holder: "next" });
    next.start(new AbortController().signal);
    await scene.clock.advance(2 * minuteMs);

    expect(titles(scene)).toEqual(["d1 r1", "d2 r1"]);
    await next.stop();
  });

  it("does not hold up a notice that is still being spread", async () => {
    const { scene, dispatcher } = await running();
    const message = { title: "The bot moves house", blocks: [], actions: [], language: "en" };
    const dueAt = scene.clock.now();
    const notice = { to: "all", key: "n", message, isLoud: true, forSubscribers: true, dueAt } as const;
    await scene.store.outbox.addNotice(notice, dueAt);

    jump(scene, -2 * hourMs);
    await scene.clock.advance(5_000);
    await scene.store.outbox.expand({ now: scene.clock.now(), maxChats: 10, plan: () => null });
    await scene.clock.advance(5_000);

    expect(titles(scene)).toEqual(["The bot moves house"]);
    await dispatcher.stop();
  });

  it("keeps a muted chat's notice until the mute ends on the clock", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { mutedUntil: startAt + 10 * minuteMs });
    const message = { title: "The bot moves house", blocks: [], actions: [], language: "en" };
    const address = { platform: "telegram", channel: "1", thread: null };
    const notice = { to: { address }, key: "n", message, isLoud: true, forSubscribers: true, dueAt: startAt };
    await scene.store.outbox.addNotice(notice, startAt);
    const dispatcher = scene.dispatcher();
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(minuteMs);

    scene.clock.jumpTo(startAt - 10 * minuteMs);
    await scene.clock.advance(19 * minuteMs);
    expect(titles(scene)).toEqual([]);
    await scene.clock.advance(2 * minuteMs);

    expect(titles(scene)).toEqual(["The bot moves house"]);
    await dispatcher.stop();
  });
});

describe("digests on a clock that is put right", () => {
  /** A chat with a digest at noon, and a process that looks each hour whether there is one to make. It is ten on the 23rd. */
  async function withDigests() {
    const scene = await createScene();
    scene.clock.jumpTo(startAt - 2 * hourMs);
    await scene.subscribe("1", { pace: "digest", digest: { every: "day", weekday: 1, at: "12:00" } });
    const dispatcher = scene.dispatcher();
    const digests = createDigests({ store: scene.store, clock: scene.clock, log: () => undefined });
    const goOn = async (hours: number): Promise<void> => {
      for (let hour = 0; hour < hours; hour += 1) {
        await digests.makeDue();
        await dispatcher.dispatchDue();
        await scene.clock.advance(hourMs);
      }
    };
    await goOn(1);
    return { scene, goOn };
  }

  it("come each day again after an hour three days ahead, each day's once", async () => {
    const { scene, goOn } = await withDigests();
    jump(scene, 3 * dayMs);
    await goOn(3);
    expect(titles(scene)).toEqual(["Digest of 25 May 2025", "Digest of 26 May 2025"]);
    jump(scene, -3 * dayMs);

    await goOn(5 * 24);

    expect(titles(scene).slice(2)).toEqual([
      "Digest of 24 May 2025",
      "Digest of 27 May 2025",
      "Digest of 28 May 2025",
    ]);
  });

  it("are none twice on a day whose noon comes twice", async () => {
    const { scene, goOn } = await withDigests();
    await goOn(3);
    expect(titles(scene)).toHaveLength(1);

    jump(scene, -2 * hourMs);
    await goOn(4);
    expect(titles(scene)).toHaveLength(1);
    await goOn(24);

    expect(titles(scene)).toHaveLength(2);
  });

  it("are one for all the time that a machine slept", async () => {
    const { scene, goOn } = await withDigests();

    jump(scene, 2 * dayMs + 4 * hourMs);
    await goOn(1);
    expect(titles(scene)).toHaveLength(1);
    await goOn(24);

    expect(titles(scene)).toHaveLength(2);
  });
});

describe("a clock that is put on", () => {
  it("leaves a chat that asked for an hour alone for that hour", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = (_, index) =>
      index === 0 ? { kind: "wait", scope: "chat", retryAfterMs: hourMs, why: "429" } : null;
    await tell();

    jump(scene, hourMs);
    await scene.clock.advance(59 * minuteMs);
    expect(titles(scene)).toHaveLength(1);
    await scene.clock.advance(2 * minuteMs);

    expect(titles(scene)).toHaveLength(2);
    await dispatcher.stop();
  });

  it("leaves a platform that asked for ten minutes alone for those", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = (_, index) =>
      index === 0 ? { kind: "wait", scope: "platform", retryAfterMs: 10 * minuteMs, why: "429" } : null;
    await tell();

    jump(scene, 11 * minuteMs);
    await scene.clock.advance(9 * minuteMs);
    expect(titles(scene)).toHaveLength(1);
    await scene.clock.advance(2 * minuteMs);

    expect(titles(scene)).toHaveLength(2);
    await dispatcher.stop();
  });

  it("makes no room in a group's minute", async () => {
    const scene = await createScene({ limits: [{ scope: "group", max: 3, perMs: minuteMs }] });
    await scene.subscribe("-1");
    const dispatcher = scene.dispatcher({ catchUp: { moreThan: 100, afterMs: dayMs, heldMs: dayMs } });
    for (const development of ["d1", "d2", "d3", "d4"]) await scene.tell({ development });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(20_000);
    expect(titles(scene)).toHaveLength(3);

    jump(scene, 61_000);
    await scene.clock.advance(20_000);

    expect(titles(scene)).toHaveLength(3);
    await dispatcher.stop();
  });
});

describe("a sender's lease", () => {
  /** A lease of five seconds that is held. */
  async function held() {
    const scene = await createScene();
    const { clock, store } = scene;
    const steady = createSteadyClock(clock);
    const lease = createLease({
      outbox: store.outbox,
      platform: "telegram",
      holder: "a",
      leaseMs: 5_000,
      clock,
      steady,
    });
    await lease.hold();
    return { scene, lease };
  }

  it("is not held after a pause of a minute in which the clock was put back by one", async () => {
    const { scene, lease } = await held();

    await scene.clock.advance(minuteMs);
    jump(scene, -minuteMs);

    expect(lease.isHeld()).toBe(false);
  });

  it("is not held after the machine was suspended for a minute, which only the time of day tells", async () => {
    const { scene, lease } = await held();

    jump(scene, minuteMs);

    expect(lease.isHeld()).toBe(false);
  });
});

describe("a clock that is put on, as after a machine slept", () => {
  it("leaves a call under way its answer: it is settled and not made again", async () => {
    const { scene, dispatcher, tell } = await running();
    let answer: (outcome: SendOutcome) => void = () => undefined;
    scene.platform.script = () => new Promise((resolve) => (answer = resolve));
    await tell();

    jump(scene, 3 * hourMs);
    await scene.clock.advance(5_000);
    answer({ kind: "sent", messageId: "m1" });
    await scene.clock.advance(minuteMs);

    expect(titles(scene)).toEqual(["d1 r1"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, unknown: 0, sending: 0 });
    await dispatcher.stop();
  });

  it("loses nothing that was queued meanwhile, and makes no call under a lease that another has taken", async () => {
    const { scene, dispatcher, tell } = await running();
    scene.platform.script = never;
    await tell();
    const other = await createScene({ store: scene.store, clock: scene.clock });
    const there = other.dispatcher({ holder: "b" });

    jump(scene, 3 * hourMs);
    there.start(new AbortController().signal);
    await scene.clock.advance(1);
    await tell({ development: "d2" });
    await scene.clock.advance(minuteMs);

    const told = [...titles(scene), ...titles(other)].map((title) => title.replace(" (possible repeat)", ""));
    expect(new Set(told)).toEqual(new Set(["d1 r1", "d2 r1"]));
    await dispatcher.stop();
    await there.stop();
  });
});
