import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { composeCatchUp } from "../../src/outbox/catch-up-compose.ts";
import { createScene, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const four = "d4 r1, d3 r1, d2 r1, d1 r1";
const unanswered: SendOutcome = { kind: "unknown", why: "no answer" };
const refused: SendOutcome = { kind: "refused", why: "bad content" };

/** Chats for which four developments have waited for half an hour. */
async function heldBack(channels: readonly string[] = ["1"], tellsRepeats = false): Promise<Scene> {
  const scene = await createScene({ tellsRepeats });
  for (const channel of channels) await scene.subscribe(channel);
  for (const development of ["d1", "d2", "d3", "d4"]) {
    await scene.tell({ development });
    await scene.clock.advance(minuteMs);
  }
  await scene.clock.advance(30 * minuteMs);
  return scene;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a defect of ours, as none is known
const unwordable = [null] as unknown as Alert["sources"];

const callsOf = ({ platform }: Scene) => platform.calls.map(({ kind, title }) => `${kind} ${title}`);

describe("a catch-up that is refused after a call without an answer", () => {
  it.each([false, true])("is told development by development (repeats told: %s)", async (tellsRepeats) => {
    const scene = await heldBack(["1"], tellsRepeats);
    scene.platform.script = ({ title }, index) =>
      index === 0 ? unanswered : title.includes("d2") ? refused : null;
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.clock.advance(10_000);
    await dispatcher.dispatchDue();

    const mark = tellsRepeats ? "" : " (possible repeat)";
    expect(callsOf(scene).filter((call) => call.startsWith("send"))).toEqual([
      `send ${four}`,
      `send ${four}${mark}`,
      ...["d1", "d2", "d3", "d4"].map((development) => `send ${development} r1${mark}`),
    ]);
    const sends = scene.platform.calls.filter(({ kind }) => kind === "send");
    expect(sends.slice(1).every(({ mayRepeat }) => mayRepeat)).toBe(true);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, sent: 3, failed: 1 });
  });
});

describe("a development for which there are no words", () => {
  it("holds up none of those that wait with it", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    for (const development of ["d1", "d2", "d3", "d4", "d5"])
      await scene.tell({ development, ...(development === "d3" ? { sources: unwordable } : {}) });
    await scene.clock.advance(hourMs);
    const dispatcher = scene.dispatcher({ compose: composeAlert, composeCatchUp });

    await dispatcher.dispatchDue();
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.map(({ title }) => title)).toHaveLength(1);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sent: 1, superseded: 3, failed: 1 });
  });
});

describe("an edit of a catch-up that is refused", () => {
  it("is told by an answer without a sound, which is changed from then on", async () => {
    const scene = await heldBack();
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    scene.platform.script = ({ kind, messageId }) => (kind === "edit" && messageId === "m1" ? refused : null);

    await scene.tell({ development: "d1", type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();
    await scene.tell({ development: "d1", type: "update", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1)).toMatchObject([
      { kind: "edit", title: "d4 r1, d3 r1, d2 r1, d1 r2", messageId: "m1" },
      { kind: "send", title: "d1 r2", isLoud: false, replyTo: "m1" },
      { kind: "edit", title: "d1 r3", messageId: "m2" },
    ]);
  });

  it("is told likewise where it cannot be worded", async () => {
    const scene = await heldBack();
    await scene.dispatcher().dispatchDue();
    const dispatcher = scene.dispatcher({
      composeCatchUp: () => {
        throw new Error("no words");
      },
    });

    await scene.tell({ development: "d1", type: "correction", revision: 2, isLoud: false });
    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.slice(1)).toMatchObject([
      { kind: "send", title: "d1 r2", isLoud: false, replyTo: "m1" },
      { kind: "send", title: "d2 r2", isLoud: false, replyTo: "m1" },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, failed: 0 });
  });

  it("makes no message where none is wanted", async () => {
    const scene = await heldBack();
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();
    await scene.subscribe("1", { mutedDevelopments: ["d1"] });
    scene.platform.script = () => refused;

    await scene.tell({ development: "d1", type: "correction", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(callsOf(scene).slice(1)).toEqual(["edit d4 r1, d3 r1, d2 r1, d1 r2"]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, failed: 1 });
  });
});

describe("a catch-up of a chat that moves", () => {
  const at = (channel: string) => ({ platform: "telegram", channel, thread: null });

  it("on and on is tried at growing distances and given up", async () => {
    const scene = await heldBack();
    scene.platform.script = ({ channel }) => ({
      kind: "chat-moved",
      to: at(channel === "1" ? "-2" : "1"),
    });
    const dispatcher = scene.dispatcher();

    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toHaveLength(2);
    for (let hour = 0; hour < 6; hour += 1) {
      await scene.clock.advance(hourMs);
      await dispatcher.dispatchDue();
    }

    expect(scene.platform.calls).toHaveLength(8);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, failed: 1 });
  });

  it("into another one is told development by development, marked, where a call had no answer", async () => {
    const scene = await heldBack();
    scene.platform.script = (_, index) => (index === 0 ? unanswered : null);
    const dispatcher = scene.dispatcher();
    await dispatcher.dispatchDue();

    await scene.subscribe("-1001");
    await scene.store.chats.move(at("1"), at("-1001"), scene.clock.now());
    await scene.clock.advance(10_000);
    await dispatcher.dispatchDue();

    expect(callsOf(scene).slice(1)).toEqual(
      ["d1", "d2", "d3", "d4"].map((development) => `send ${development} r1 (possible repeat)`),
    );
  });

  it("into one where the same is under way is what that one told, and is changed as a whole", async () => {
    const scene = await heldBack(["-1", "-1001"]);
    const answer = Promise.withResolvers<SendOutcome>();
    scene.platform.script = ({ channel, kind }) => {
      if (kind === "edit") return null;
      return channel === "-1"
        ? { kind: "wait", scope: "chat", retryAfterMs: hourMs, why: "429" }
        : answer.promise;
    };
    const dispatcher = scene.dispatcher({ callTimeoutMs: hourMs });
    const sending = dispatcher.dispatchDue();
    await scene.clock.advance(1000);
    await scene.store.chats.move(at("-1"), at("-1001"), scene.clock.now());
    answer.resolve({ kind: "sent", messageId: "m1" });
    await sending;
    await scene.clock.advance(2 * hourMs);
    await dispatcher.dispatchDue();

    await scene.tell({ development: "d2", type: "update", revision: 2, isLoud: false });
    await dispatcher.dispatchDue();

    expect(scene.platform.calls.filter(({ channel }) => channel === "-1001")).toMatchObject([
      { kind: "send", title: four },
      { kind: "edit", title: "d4 r1, d3 r1, d2 r2, d1 r1", messageId: "m1" },
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, unknown: 0 });
  });
});
