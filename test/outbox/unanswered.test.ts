import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { inTurn, oneWaiting, unanswered } from "./one-waiting.ts";
import { composePlainly, createScene } from "./scene.ts";
import { figure } from "./told-stories.ts";

const hourMs = 3_600_000;

describe("a call that is not answered", () => {
  it("is repeated once, marked as a possible repeat, and counted", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn(unanswered);
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.clock.advance(4_999);
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(1);
    await scene.clock.advance(1);
    await dispatcher.dispatchDue();
    await scene.clock.advance(24 * hourMs);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ title, mayRepeat }) => [title, mayRepeat])).toEqual([
      ["d1 r1", false],
      ["d1 r1 (possible repeat)", true],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, possibleRepeats: 1, unknown: 0 });
  });

  it("was first news: its repeat says of what moved before no more than it did", async () => {
    const scene = await oneWaiting();
    const killed = (n: number) => figure({ low: n, high: n });
    await scene.tell({
      type: "update",
      revision: 2,
      changes: [{ kind: "figure", from: killed(35), to: killed(65) }],
    });
    scene.platform.script = inTurn(unanswered);
    const dispatcher = scene.dispatcher({
      compose: (alerts, how) => {
        const moved = alerts.flatMap(({ changes }) => changes).length;
        const message = composePlainly(alerts, how);
        return { ...message, title: `${message.title}, ${moved} moved` };
      },
    });

    await dispatcher.dispatchDue();
    await scene.clock.advance(5_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ title }) => title)).toEqual([
      "d1 r2, 0 moved",
      "d1 r2 (possible repeat), 0 moved",
    ]);
  });

  it("is an edit that is simply made again, unmarked", async () => {
    const scene = await oneWaiting();
    scene.platform.script = inTurn(null, unanswered);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });

    await dispatcher.dispatchDue();
    await scene.clock.advance(5_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ kind, title }) => [kind, title])).toEqual([
      ["send", "d1 r1"],
      ["edit", "d1 r2"],
      ["edit", "d1 r2"],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, possibleRepeats: 0 });
  });

  it("is unmarked where the platform tells repeats, and then shows the newest revision", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    scene.platform.script = (call, index) => {
      if (index === 0) return unanswered;
      // It had arrived: the key finds it, as it was then.
      return call.mayRepeat ? { kind: "sent", messageId: "early" } : null;
    };
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await scene.clock.advance(5_000);

    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ kind, title, messageId }) => [kind, title, messageId])).toEqual([
      ["send", "d1 r1", null],
      ["send", "d1 r2", null],
      ["edit", "d1 r2", "early"],
    ]);
    expect(scene.platform.calls[1]?.key).toBe(scene.platform.calls[0]?.key);
  });

  it("notifies of what has become loud since, where the earlier message is found", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    scene.platform.script = (call, index) => {
      if (index === 0) return unanswered;
      return call.mayRepeat ? { kind: "sent", messageId: "early", isEarlier: true } : null;
    };
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: true });
    await scene.clock.advance(5_000);

    await dispatcher.dispatchDue();

    const [first, found, answer, ...more] = scene.platform.calls;
    expect(more).toMatchObject([{ kind: "edit", title: "d1 r2", messageId: "early" }]);
    expect(found?.key).toBe(first?.key);
    expect(answer).toMatchObject({ kind: "send", title: "d1 r2", isLoud: true, replyTo: "early" });
    expect(answer?.key).not.toBe(first?.key);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, possibleRepeats: 0 });
  });

  it("notifies once of what the second of two unanswered attempts had told already", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    const found: SendOutcome = { kind: "sent", messageId: "early", isEarlier: true, revision: 2 };
    scene.platform.script = inTurn(unanswered, unanswered, found);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: true });
    for (const waitMs of [5_000, 20_000]) {
      await scene.clock.advance(waitMs);
      await dispatcher.dispatchDue();
    }

    expect(scene.platform.calls.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "send d1 r1",
      "send d1 r2",
      "send d1 r2",
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0 });
  });

  it("keeps its key where it took the place of a message that is gone and has become loud since", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    scene.platform.script = inTurn(null, { kind: "message-gone", why: "deleted" }, unanswered);
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 3, isLoud: true });
    await scene.clock.advance(5_000);

    await dispatcher.dispatchDue();

    const [, edited, resent, again] = scene.platform.calls;
    expect([edited?.kind, resent?.title, again?.title]).toEqual(["edit", "d1 r2", "d1 r3"]);
    expect(again).toMatchObject({ kind: "send", key: resent?.key, mayRepeat: true });
  });

  it("is brought up to date where a first call is given a message of one before it, without what that shows", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    scene.platform.script = inTurn({ kind: "sent", messageId: "early", isEarlier: true });

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls.map(({ kind, messageId }) => [kind, messageId])).toEqual([
      ["send", null],
      ["edit", "early"],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, unknown: 0 });
  });

  it("needs no edit where the first attempt was to show the newest already", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    scene.platform.script = inTurn(unanswered);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.clock.advance(5_000);

    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map((call) => call.kind)).toEqual(["send", "send"]);
  });

  it("looks again when a repeat that was found could not be brought up to date", async () => {
    const scene = await oneWaiting({ tellsRepeats: true });
    scene.platform.script = inTurn(unanswered, null, unanswered, null, null);
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    for (const waitMs of [5_000, 20_000]) {
      await scene.clock.advance(waitMs);
      await dispatcher.dispatchDue();
    }

    expect(scene.platform.calls.map((call) => call.kind)).toEqual(["send", "send", "edit", "send", "edit"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, unknown: 0 });
  });

  it.each([
    { can: "tells repeats", tellsRepeats: true, first: [5, 20, 80, 320], longest: 900 },
    // Each may be one more message in the chat.
    { can: "cannot tell repeats", tellsRepeats: false, first: [5, 80, 1_280], longest: 3_600 },
  ])(
    "waits longer each time where the platform $can, and is made for as long as it takes",
    async ({ tellsRepeats, first, longest }) => {
      const scene = await oneWaiting({ tellsRepeats });
      scene.platform.script = () => unanswered;
      const dispatcher = scene.dispatcher({ leaseMs: 100 * hourMs });
      dispatcher.start(new AbortController().signal);

      await scene.clock.advance(30 * hourMs);
      expect(await scene.store.outbox.counts()).toMatchObject({ failed: 0, unknown: 1 });
      const times = scene.platform.calls.map((call) => call.at);
      scene.platform.script = () => null;
      await scene.clock.advance(hourMs);
      await dispatcher.stop();

      const waits = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 1_000));
      expect(waits.slice(0, first.length)).toEqual(first);
      expect(new Set(waits.slice(first.length))).toEqual(new Set([longest]));
      expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, failed: 0, unknown: 0 });
    },
  );

  it("is made to every chat after hours in which the platform answered nobody", async () => {
    const scene = await createScene();
    const channels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    for (const channel of channels) await scene.subscribe(channel);
    await scene.tell();
    scene.platform.script = () => unanswered;
    const dispatcher = scene.dispatcher({ leaseMs: 100 * hourMs });
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(4 * hourMs);
    scene.platform.script = () => null;
    await scene.clock.advance(hourMs);
    await dispatcher.stop();

    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 10, failed: 0, unknown: 0 });
  });

  it("follows a chat that has moved during the hours without an answer", async () => {
    const scene = await oneWaiting();
    scene.platform.script = () => unanswered;
    const dispatcher = scene.dispatcher({ leaseMs: 100 * hourMs });
    dispatcher.start(new AbortController().signal);
    await scene.clock.advance(30 * hourMs);

    const to = { platform: "telegram", channel: "-100", thread: null };
    scene.platform.script = ({ channel }) => (channel === "1" ? { kind: "chat-moved", to } : null);
    await scene.clock.advance(hourMs + 1_000);
    await dispatcher.stop();

    expect(scene.platform.calls.at(-1)).toMatchObject({ channel: "-100" });
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 1, failed: 0 });
  });

  it("is given up after a day in which others were answered all along", async () => {
    const scene = await oneWaiting();
    await scene.subscribe("2");
    scene.platform.script = ({ channel }) => (channel === "1" ? unanswered : null);
    const dispatcher = scene.dispatcher({ leaseMs: 100 * hourMs });
    dispatcher.start(new AbortController().signal);
    let revision = 1;
    const goOnForHours = async (hours: number) => {
      for (let quarters = hours * 4; quarters > 0; quarters -= 1) {
        revision += 1;
        await scene.tell({ type: "update", revision, isLoud: false });
        dispatcher.poke();
        await scene.clock.advance(hourMs / 4);
      }
    };

    await goOnForHours(23);
    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 0 });
    await goOnForHours(3);
    await dispatcher.stop();

    expect(await scene.store.outbox.counts()).toMatchObject({ failed: 1 });
    expect(scene.logged.filter((line) => line.level === "error")).toHaveLength(1);
  });

  it("is given up when it takes too long", async () => {
    const scene = await oneWaiting();
    scene.platform.script = (_, index) => (index === 0 ? new Promise(() => undefined) : null);
    const dispatcher = scene.dispatcher();
    dispatcher.start(new AbortController().signal);

    await scene.clock.advance(20_000 + 5_000);

    expect(scene.platform.calls.map((call) => call.title)).toEqual(["d1 r1", "d1 r1 (possible repeat)"]);
    await dispatcher.stop();
  });
});
