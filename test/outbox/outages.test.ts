import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const longLease = { leaseMs: 100 * hourMs };
const unanswered: SendOutcome = { kind: "unknown", why: "502" };

const channels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** When the calls to a channel were made, in seconds from the beginning. */
const secondsOf = (scene: Scene, channel: string): number[] =>
  scene.platform.calls
    .filter((call) => call.channel === channel)
    .map((call) => Math.round((call.at - startAt) / 1_000));

const hasRested = (scene: Scene): boolean =>
  scene.logged.some((line) => line.message === "the platform answers nobody, sending rests");

describe("chats without an answer", () => {
  it("are one chat where they are topics of one group, and no outage of the platform", async () => {
    const scene = await createScene();
    for (const topic of ["11", "12", "13", "14"]) await scene.subscribe("-1", {}, topic);
    for (const channel of ["1", "2"]) await scene.subscribe(channel);
    scene.platform.script = ({ channel }) => (channel === "-1" ? unanswered : null);
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(minuteMs);
    await dispatcher.stop();

    expect(secondsOf(scene, "-1").length).toBeGreaterThan(4);
    expect(hasRested(scene)).toBe(false);
  });

  it("are an outage of the platform where they are three", async () => {
    const scene = await createScene();
    for (const channel of ["1", "2", "3"]) await scene.subscribe(channel);
    scene.platform.script = () => unanswered;
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(minuteMs);
    await dispatcher.stop();

    expect(hasRested(scene)).toBe(true);
  });
});

describe("the end of an outage", () => {
  /** Two hours in which nobody was answered; long enough for every chat to wait for long. */
  async function afterTwoHours() {
    const scene = await createScene();
    for (const channel of channels) await scene.subscribe(channel);
    scene.platform.script = () => unanswered;
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(2 * hourMs);
    const before = scene.platform.calls.length;
    return { scene, dispatcher, callsAfter: () => scene.platform.calls.slice(before) };
  }

  it("is the first answer: all that waits because of it goes out then", async () => {
    const { scene, dispatcher, callsAfter } = await afterTwoHours();
    scene.platform.script = () => null;

    await scene.clock.runUntil(() => callsAfter().length > 0, 70 * minuteMs);
    const firstAt = callsAfter()[0]?.at ?? 0;
    await scene.clock.advance(5_000);
    await dispatcher.stop();

    expect(new Set(callsAfter().map((call) => call.channel))).toEqual(new Set(channels));
    expect(callsAfter().every((call) => call.at - firstAt <= 5_000)).toBe(true);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 10, unknown: 0 });
  });

  it("is the first answer also for a process that began after it", async () => {
    const { scene, dispatcher, callsAfter } = await afterTwoHours();
    await dispatcher.stop();
    scene.platform.script = () => null;
    await scene.subscribe("11");
    await scene.tell({ development: "d2" });

    const next = scene.dispatcher({ ...longLease, holder: "next" });
    next.start(new AbortController().signal);
    await scene.clock.advance(5_000);
    await next.stop();

    expect(callsAfter().filter((call) => call.title.startsWith("d1"))).toHaveLength(10);
  });

  it("brings no chat forward that asked to be left alone", async () => {
    const scene = await createScene();
    for (const channel of channels) await scene.subscribe(channel);
    const isUp = (): boolean => scene.clock.now() > startAt + hourMs;
    scene.platform.script = ({ channel, at }) => {
      if (channel === "1" && at < startAt + minuteMs)
        return { kind: "wait", scope: "chat", retryAfterMs: 3 * hourMs, why: "429" };
      return isUp() ? null : unanswered;
    };
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(4 * hourMs);
    await dispatcher.stop();

    expect(secondsOf(scene, "1")).toEqual([0, 3 * 3_600]);
  });

  it("brings a silent edit forward too", async () => {
    const scene = await createScene();
    for (const channel of channels) await scene.subscribe(channel);
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(minuteMs);
    scene.platform.script = () => unanswered;
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    dispatcher.poke();
    await scene.clock.advance(2 * hourMs);
    const before = scene.platform.calls.length;

    scene.platform.script = () => null;
    await scene.clock.runUntil(() => scene.platform.calls.length > before, 70 * minuteMs);
    await scene.clock.advance(5_000);
    await dispatcher.stop();

    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 20, queued: 0 });
  });

  it("is none where one chat alone does not answer: others' answers bring it nothing", async () => {
    const scene = await createScene();
    for (const channel of ["1", "2"]) await scene.subscribe(channel);
    scene.platform.script = ({ channel }) => (channel === "1" ? unanswered : null);
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);
    await scene.tell();

    for (let revision = 2; revision <= 60; revision += 1) {
      await scene.tell({ type: "update", revision, isLoud: false });
      dispatcher.poke();
      await scene.clock.advance(10_000);
    }
    await dispatcher.stop();

    const times = secondsOf(scene, "1");
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0))).toBe(true);
    expect(times.length).toBeLessThanOrEqual(5);
  });
});
