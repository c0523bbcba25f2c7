import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { unanswered } from "./one-waiting.ts";
import { createScene, type Scene, type Script, type SeenCall } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const longLease = { leaseMs: 100 * hourMs };
/** Told every six minutes, for two hours. */
const developments = Array.from({ length: 20 }, (_, index) => `d${index + 1}`);

const isMarked = ({ title }: { readonly title: string }): boolean => title.endsWith("(possible repeat)");
/** What a message tells, without the revisions and the mark. */
const toldBy = ({ title }: { readonly title: string }): string[] => title.match(/d\d+/gu) ?? [];

async function sceneOf(channels: readonly string[], fields: { readonly tellsRepeats?: boolean } = {}) {
  const scene = await createScene(fields);
  for (const channel of channels) await scene.subscribe(channel);
  const dispatcher = scene.dispatcher(longLease);
  dispatcher.start(new AbortController().signal);
  return {
    scene,
    dispatcher,
    tellAll: async (): Promise<void> => {
      for (const development of developments) {
        await scene.tell({ development });
        dispatcher.poke();
        await scene.clock.advance(6 * minuteMs);
      }
    },
  };
}

const refused: SendOutcome = { kind: "wait", scope: "platform", retryAfterMs: minuteMs, why: "ECONNREFUSED" };

/** Ways in which a platform is down for hours. `arrives`: what is sent is there all the same. */
const outages = [
  { how: "no connection", arrives: false, script: (): Script => () => refused },
  { how: "5xx", arrives: false, script: (): Script => () => unanswered },
  {
    how: "calls that hang",
    arrives: false,
    script:
      (scene: Scene): Script =>
      async () => {
        await scene.clock.sleep(30_000);
        return unanswered;
      },
  },
  { how: "answers that are lost", arrives: true, script: (): Script => () => unanswered },
] as const;

/** The messages that a chat has in the end. */
function arrived(
  scene: Scene,
  channel: string,
  of: { readonly arrives: boolean; readonly after: number },
): SeenCall[] {
  return scene.platform.calls.filter(
    (call, index) => call.channel === channel && (of.arrives || index >= of.after),
  );
}

describe("an outage of two hours with twenty developments", () => {
  const [, busy] = outages;
  it.each([
    ...outages.map((outage) => ({ ...outage, count: 1, tellsRepeats: false })),
    { ...busy, count: 1, tellsRepeats: true },
    { ...busy, count: 2, tellsRepeats: false },
    { ...busy, count: 10, tellsRepeats: false },
  ])(
    "($how) costs each of $count chats one marked message and one catch-up (repeats told: $tellsRepeats)",
    async ({ count, tellsRepeats, arrives, script }) => {
      const channels = Array.from({ length: count }, (_, index) => `${index + 1}`);
      const { scene, dispatcher, tellAll } = await sceneOf(channels, { tellsRepeats });
      scene.platform.script = script(scene);
      scene.platform.isUp = false;
      await tellAll();
      const after = scene.platform.calls.length;

      scene.platform.script = () => null;
      scene.platform.isUp = true;
      await scene.clock.advance(3 * minuteMs);
      await dispatcher.stop();

      for (const channel of channels) {
        const messages = arrived(scene, channel, { arrives, after });
        expect(messages.filter(isMarked).length).toBeLessThanOrEqual(tellsRepeats ? 0 : 1);
        expect(messages.filter((call) => !isMarked(call)).flatMap(toldBy).length).toBeLessThanOrEqual(21);
        expect(new Set(messages.flatMap(toldBy))).toEqual(new Set(developments));
        expect(messages.length).toBeLessThanOrEqual(arrives ? 3 : 2);
      }
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, unknown: 0 });
    },
  );

  it("costs two marked messages at most where only sends are not answered", async () => {
    const { scene, dispatcher, tellAll } = await sceneOf(["1"]);
    scene.platform.script = () => unanswered;
    await tellAll();
    const after = scene.platform.calls.length;

    scene.platform.script = () => null;
    await scene.clock.advance(15 * minuteMs);
    await dispatcher.stop();

    const messages = scene.platform.calls.slice(after);
    expect(after).toBeLessThanOrEqual(20);
    expect(messages.filter(isMarked).length).toBeLessThanOrEqual(2);
    expect(messages.length).toBeLessThanOrEqual(3);
    expect(messages.flatMap(toldBy).toSorted()).toEqual(developments.toSorted());
  });

  it("ends within a minute of its end, not when the next repeat would be due", async () => {
    const { scene, dispatcher, tellAll } = await sceneOf(["1"]);
    scene.platform.script = () => unanswered;
    scene.platform.isUp = false;
    await tellAll();
    const before = scene.platform.calls.length;

    scene.platform.script = () => null;
    scene.platform.isUp = true;
    await scene.clock.advance(minuteMs + 1_000);
    await dispatcher.stop();

    expect(scene.platform.calls.slice(before).flatMap(toldBy).toSorted()).toEqual(developments.toSorted());
  });
});

describe("an outage of some minutes", () => {
  it("leaves one message for what was held back, however short", async () => {
    const { scene, dispatcher } = await sceneOf(["1", "2", "3", "4"]);
    scene.platform.script = () => refused;
    for (const development of developments.slice(0, 6)) {
      await scene.tell({ development });
      dispatcher.poke();
      await scene.clock.advance(20_000);
    }
    const before = scene.platform.calls.length;

    scene.platform.script = () => null;
    await scene.clock.advance(minuteMs);
    await dispatcher.stop();

    const toldAfter = scene.platform.calls.slice(before);
    expect(toldAfter.map(({ channel }) => channel).toSorted()).toEqual(["1", "2", "3", "4"]);
    expect(toldAfter.every((call) => toldBy(call).length === 6)).toBe(true);
  });
});

describe("a chat alone that does not answer", () => {
  it("gets a bounded number of calls, delays nobody, and is caught up with afterwards", async () => {
    const { scene, dispatcher, tellAll } = await sceneOf(["1", "2", "3", "4"]);
    const toldAt = new Map<string, number>();
    scene.platform.script = (call) => {
      if (call.channel === "1") return unanswered;
      if (call.channel === "2") toldAt.set(call.title, call.at);
      return null;
    };
    await tellAll();
    const callsTo = (channel: string) => scene.platform.calls.filter((call) => call.channel === channel);
    const before = callsTo("1").length;

    scene.platform.script = () => null;
    await scene.clock.advance(15 * minuteMs);
    await dispatcher.stop();

    expect(before).toBeLessThanOrEqual(20);
    expect(new Set(callsTo("1").slice(0, before).flatMap(toldBy)).size).toBeLessThanOrEqual(2);
    const times = [...toldAt.values()];
    expect(times.every((at, index) => at - (times[0] ?? 0) - index * 6 * minuteMs < 1_000)).toBe(true);
    const after = callsTo("1").slice(before);
    expect(after.length).toBeLessThanOrEqual(3);
    expect(after.flatMap(toldBy).toSorted()).toEqual(developments.toSorted());
  });

  it("is not held up by one message that is never answered", async () => {
    const { scene, dispatcher, tellAll } = await sceneOf(["1"]);
    const sentAt: number[] = [];
    scene.platform.script = (call) => {
      if (/^d1 /u.test(call.title)) return unanswered;
      sentAt.push(call.at);
      return null;
    };
    await tellAll();
    await dispatcher.stop();

    expect(sentAt).toHaveLength(19);
    expect(sentAt.every((at, index) => at - (sentAt[0] ?? 0) - index * 6 * minuteMs < 10_000)).toBe(true);
    const inVain = scene.platform.calls.filter(({ title }) => /^d1 /u.test(title));
    expect(inVain.length).toBeLessThanOrEqual(6);
  });

  it("gets edits of what stands there meanwhile", async () => {
    const { scene, dispatcher } = await sceneOf(["1", "2", "3"]);
    await scene.tell();
    dispatcher.poke();
    await scene.clock.advance(minuteMs);
    scene.platform.script = ({ kind, channel }) => (kind === "send" && channel === "1" ? unanswered : null);
    await scene.tell({ development: "d2" });
    await scene.tell({ development: "d3" });
    dispatcher.poke();
    await scene.clock.advance(10_000);

    await scene.tell({ type: "update", revision: 2, isLoud: false });
    dispatcher.poke();
    await scene.clock.advance(10_000);
    await dispatcher.stop();

    const toFirst = scene.platform.calls.filter(({ channel }) => channel === "1").map(({ title }) => title);
    expect(toFirst).toContain("d1 r2");
    expect(toFirst).not.toContain("d3 r1");
  });

  it("gets nothing new either when the message that it has not answered is out of date", async () => {
    const { scene, dispatcher } = await sceneOf(["1", "2", "3"]);
    scene.platform.script = ({ channel }) => (channel === "1" ? unanswered : null);
    await scene.tell();
    dispatcher.poke();
    await scene.clock.advance(7_000);

    await scene.tell({ type: "update", revision: 2, isLoud: false });
    dispatcher.poke();
    await scene.clock.advance(1_000);
    await scene.tell({ development: "d2" });
    dispatcher.poke();
    await scene.clock.advance(10_000);
    await dispatcher.stop();

    const toFirst = scene.platform.calls.filter(({ channel }) => channel === "1");
    expect(new Set(toFirst.flatMap(toldBy))).toEqual(new Set(["d1"]));
  });

  it("gets its digest after the message that it has not answered", async () => {
    const { scene, dispatcher } = await sceneOf(["1", "2", "3"]);
    scene.platform.script = ({ channel }) => (channel === "1" ? unanswered : null);
    await scene.tell();
    dispatcher.poke();
    await scene.clock.advance(10_000);
    const chat = await scene.store.chats.find({ platform: "telegram", channel: "1", thread: null });
    await scene.store.outbox.addNotice(
      {
        to: { chatId: chat?.id ?? 0 },
        key: "digest:1",
        message: { title: "A digest", blocks: [], actions: [], language: "en" },
        isLoud: true,
        forSubscribers: true,
        dueAt: scene.clock.now(),
      },
      scene.clock.now(),
    );
    dispatcher.poke();
    await scene.clock.advance(10_000);
    expect(scene.platform.calls.some(({ title }) => title === "A digest")).toBe(false);

    scene.platform.script = () => null;
    await scene.clock.advance(2 * minuteMs);
    await dispatcher.stop();

    const toFirst = scene.platform.calls.filter(({ channel }) => channel === "1").map(({ title }) => title);
    expect(toFirst.slice(-2)).toEqual(["d1 r1 (possible repeat)", "A digest"]);
  });
});
