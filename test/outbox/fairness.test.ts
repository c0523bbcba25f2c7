import { describe, expect, it } from "vitest";
import type { RateLimit, SendOutcome } from "../../src/ports/chat-platform.ts";
import type { ClaimRequest } from "../../src/ports/outbox-store.ts";
import type { Dispatcher } from "../../src/outbox/dispatch.ts";
import { createScene, startAt, type Scene, type SeenCall } from "./scene.ts";

const telegramLike: readonly RateLimit[] = [
  { scope: "all", max: 30, perMs: 1_000 },
  { scope: "chat", max: 1, perMs: 1_000 },
  { scope: "group", max: 20, perMs: 60_000 },
];
/** An hour's lease: these tests are not about it, and renewals would only slow them down. */
const longLease = { leaseMs: 3_600_000 };

async function subscribeMany(scene: Scene, count: number): Promise<void> {
  for (let channel = 1; channel <= count; channel += 1) await scene.subscribe(String(channel));
}

/** Stops while time goes on, so that calls under way can end. */
async function stopInTime(scene: Scene, dispatcher: Dispatcher): Promise<void> {
  const stopped = dispatcher.stop();
  await scene.clock.advance(10_000);
  await stopped;
}

const answeredLater = (scene: Scene, ms: number, outcome: SendOutcome): Promise<SendOutcome> =>
  scene.clock.sleep(ms).then(() => outcome);

/** When each chat's first call came, after the news, milliseconds, in rising order. */
function firstCalls(calls: readonly SeenCall[], without: readonly string[] = []): number[] {
  const first = new Map<string, number>();
  for (const call of calls) {
    if (!without.includes(call.channel) && !first.has(call.channel))
      first.set(call.channel, call.at - startAt);
  }
  return [...first.values()].sort((a, b) => a - b);
}

/** The most calls in any window of `perMs`. */
const mostIn = (times: readonly number[], perMs: number): number =>
  Math.max(...times.map((begin) => times.filter((at) => at >= begin && at < begin + perMs).length));

/** When each healthy chat is told first, with three others in trouble or not. */
async function tellThreeHundred(isTroubled: boolean): Promise<number[]> {
  const scene = await createScene({ limits: telegramLike });
  await subscribeMany(scene, 300);
  for (const development of ["d1", "d2", "d3"]) await scene.tell({ development });
  scene.platform.script = (call) => {
    if (!isTroubled)
      return answeredLater(scene, 100, { kind: "sent", messageId: `${call.channel}-${call.key}` });
    if (call.channel === "3") return new Promise(() => undefined);
    if (call.channel === "4") return { kind: "wait", scope: "chat", retryAfterMs: 43_837_000, why: "429" };
    if (call.channel === "5") return { kind: "chat-gone", why: "kicked" };
    return answeredLater(scene, 100, { kind: "sent", messageId: `${call.channel}-${call.key}` });
  };
  const dispatcher = scene.dispatcher(longLease);
  dispatcher.start(new AbortController().signal);
  await scene.clock.advance(60_000);
  await stopInTime(scene, dispatcher);
  expect(scene.platform.calls.filter((call) => call.channel === "4").length).toBe(isTroubled ? 1 : 3);
  expect(scene.platform.calls.filter((call) => call.channel === "5").length).toBe(isTroubled ? 1 : 3);
  const others = scene.platform.calls.filter((call) => !["3", "4", "5"].includes(call.channel));
  expect(others).toHaveLength(3 * 297);
  return firstCalls(scene.platform.calls, ["3", "4", "5"]);
}

const p99 = (times: readonly number[]): number => times[Math.floor(times.length * 0.99)] ?? 0;

describe("dispatch of a backlog", { timeout: 60_000 }, () => {
  it.each([1, 200, 900])(
    "uses 99 percent of the allowed rate at a latency of %i ms and exceeds it in no window",
    async (latencyMs) => {
      const scene = await createScene({ limits: telegramLike });
      await subscribeMany(scene, 600);
      await scene.tell();
      let made = 0;
      scene.platform.script = () =>
        answeredLater(scene, latencyMs, { kind: "sent", messageId: `m${(made += 1)}` });
      const dispatcher = scene.dispatcher(longLease);

      dispatcher.start(new AbortController().signal);
      await scene.clock.runUntil(() => made >= 600, 30_000);
      await stopInTime(scene, dispatcher);

      const times = scene.platform.calls.map((call) => call.at);
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
      expect(times.length / seconds / 30).toBeGreaterThanOrEqual(0.99);
      expect(mostIn(times, 1_000)).toBeLessThanOrEqual(30);
    },
  );

  it("keeps one chat's and one group's limits when many developments wait for them", async () => {
    const scene = await createScene({ limits: telegramLike });
    await scene.subscribe("7");
    await scene.subscribe("-7");
    for (let index = 1; index <= 30; index += 1) await scene.tell({ development: `d${index}` });
    const dispatcher = scene.dispatcher(longLease);

    dispatcher.start(new AbortController().signal);
    await scene.clock.runUntil(() => scene.platform.calls.length === 60, 120_000);
    await stopInTime(scene, dispatcher);

    const timesOf = (channel: string) =>
      scene.platform.calls.filter((call) => call.channel === channel).map((call) => call.at);
    expect(mostIn(timesOf("7"), 1_000)).toBe(1);
    expect((timesOf("7").at(-1) ?? 0) - startAt).toBeLessThan(30_000);
    expect(mostIn(timesOf("-7"), 60_000)).toBe(20);
    expect((timesOf("-7").at(-1) ?? 0) - startAt).toBeLessThan(75_000);
  });

  it("sends the first message in the moment in which something is due", async () => {
    const scene = await createScene({ limits: telegramLike });
    await scene.subscribe("1");
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(10_000);

    await scene.tell();
    dispatcher.poke();
    await scene.clock.advance(0);

    expect(scene.platform.calls.map((call) => call.at - startAt)).toEqual([10_000]);
    await stopInTime(scene, dispatcher);
  });

  it("goes on at its pace when the machine's clock is put back", async () => {
    const scene = await createScene({ limits: telegramLike });
    await subscribeMany(scene, 60);
    await scene.tell();
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(500);

    scene.clock.jumpTo(startAt - 3_600_000);
    await scene.clock.advance(2_500);

    expect(scene.platform.calls).toHaveLength(60);
    await stopInTime(scene, dispatcher);
  });

  it("does nothing in between: an idle hour costs a look every half minute and the lease's renewals", async () => {
    const scene = await createScene({ limits: telegramLike });
    await scene.subscribe("1");
    const { outbox } = scene.store;
    const claim = outbox.claim.bind(outbox);
    let looks = 0;
    Object.assign(outbox, { claim: (request: ClaimRequest) => ((looks += 1), claim(request)) });
    const dispatcher = scene.dispatcher(longLease);

    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(3_600_000);
    await stopInTime(scene, dispatcher);

    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(200);
  });
});

describe("a chat in trouble", { timeout: 60_000 }, () => {
  it("delays no other: one hangs, one is flooded, one is dead", async () => {
    const healthy = await tellThreeHundred(false);
    const troubled = await tellThreeHundred(true);

    expect(p99(troubled)).toBeLessThanOrEqual(p99(healthy) + 50);
    expect(troubled.at(-1)).toBeLessThanOrEqual((healthy.at(-1) ?? 0) + 50);
  });

  it("delays no other even when twenty chats hang", async () => {
    const scene = await createScene({ limits: telegramLike });
    await subscribeMany(scene, 300);
    await scene.tell();
    scene.platform.script = (call) =>
      Number(call.channel) % 15 === 0
        ? new Promise(() => undefined)
        : answeredLater(scene, 100, { kind: "sent", messageId: call.channel });
    const dispatcher = scene.dispatcher(longLease);

    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(11_000);

    expect(firstCalls(scene.platform.calls)).toHaveLength(300);
    await stopInTime(scene, dispatcher);
  });
});

/** A group with so many topics and a chat beside it, and more news for each than the group's minute holds. */
async function sceneOfTopics(topics: number): Promise<Scene> {
  const scene = await createScene({ limits: telegramLike });
  for (let topic = 1; topic <= topics; topic += 1) await scene.subscribe("-7", {}, String(topic));
  await scene.subscribe("8");
  for (let index = 1; index <= 20; index += 1) await scene.tell({ development: `d${index}` });
  return scene;
}

const timesOf = (scene: Scene, channel: string): number[] =>
  scene.platform.calls.filter((call) => call.channel === channel).map((call) => call.at);

/** Second by second: putting off a rest's deliveries sleeps nowhere, and a clock that is moved at once would run ahead of it. */
async function passTime(scene: Scene, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) await scene.clock.advance(1_000);
}

describe("topics of one group", { timeout: 60_000 }, () => {
  it.each([2, 5])("share the group's limits, %i of them, and delay no other chat", async (topics) => {
    const scene = await sceneOfTopics(topics);
    const dispatcher = scene.dispatcher(longLease);

    dispatcher.start(new AbortController().signal);
    await passTime(scene, topics * 61_000);
    await stopInTime(scene, dispatcher);

    const ofGroup = timesOf(scene, "-7");
    expect(ofGroup).toHaveLength(topics * 20);
    expect(mostIn(ofGroup, 1_000)).toBe(1);
    expect(mostIn(ofGroup, 60_000)).toBe(20);
    expect(timesOf(scene, "8")).toHaveLength(20);
    expect((timesOf(scene, "8").at(-1) ?? 0) - startAt).toBeLessThan(21_000);
  });

  it.each([5_000, 3_600_000])(
    "rest all of them when one is told to wait %i ms, and no other chat does",
    async (waitMs) => {
      const scene = await sceneOfTopics(5);
      scene.platform.script = (call) =>
        call.channel === "-7" && call.at < startAt + waitMs
          ? { kind: "wait", scope: "chat", retryAfterMs: startAt + waitMs - call.at, why: "429" }
          : null;
      const dispatcher = scene.dispatcher(longLease);

      dispatcher.start(new AbortController().signal);
      await passTime(scene, 30_000 + waitMs);
      await stopInTime(scene, dispatcher);

      const [first, second] = timesOf(scene, "-7");
      expect(first).toBe(startAt);
      expect(second).toBeGreaterThanOrEqual(startAt + waitMs);
      expect(second).toBeLessThan(startAt + waitMs + 1_100);
      expect((timesOf(scene, "8").at(-1) ?? 0) - startAt).toBeLessThan(21_000);
    },
  );

  it("go on within the group's minute after a restart", async () => {
    const scene = await sceneOfTopics(5);
    const before = scene.dispatcher(longLease);
    before.start(new AbortController().signal);
    await passTime(scene, 12_000);
    await stopInTime(scene, before);

    const after = scene.dispatcher(longLease);
    after.start(new AbortController().signal);
    await passTime(scene, 90_000);
    await stopInTime(scene, after);

    expect(mostIn(timesOf(scene, "-7"), 1_000)).toBe(1);
    expect(mostIn(timesOf(scene, "-7"), 60_000)).toBe(20);
  });
});

describe("a platform that answers nobody", { timeout: 60_000 }, () => {
  it("is asked less and less, one call at a time, and then in full again", async () => {
    const scene = await createScene({ limits: telegramLike });
    await subscribeMany(scene, 200);
    await scene.tell();
    let isUp = false;
    scene.platform.script = (call) =>
      isUp
        ? answeredLater(scene, 50, { kind: "sent", messageId: call.channel })
        : answeredLater(scene, 50, { kind: "unknown", why: "502" });
    const dispatcher = scene.dispatcher(longLease);
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(600_000);
    const askedInVain = scene.platform.calls.length;
    isUp = true;
    await scene.clock.advance(1_000_000);

    expect(askedInVain).toBeLessThan(40);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 200, failed: 0 });
    await stopInTime(scene, dispatcher);
  });
});
