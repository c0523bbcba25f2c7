import { describe, expect, it } from "vitest";
import { createScene, startAt } from "./scene.ts";

type Scene = Awaited<ReturnType<typeof createScene>>;

const calls = ({ platform }: Scene) =>
  platform.calls.map(({ kind, title, replyTo, messageId }) => [kind, title, replyTo ?? messageId]);

/** Tells `d1` so often, each time with a sound. */
async function toldLoudly(revisions: number, fields: Parameters<typeof createScene>[0] = {}) {
  const scene = await createScene(fields);
  await scene.subscribe("1");
  const dispatcher = scene.dispatcher();
  for (let revision = 1; revision <= revisions; revision += 1) {
    await scene.tell({ type: revision === 1 ? "new" : "update", revision });
    await dispatcher.dispatchDue();
  }
  return { scene, dispatcher };
}

describe("the first message of a story that goes on in answers", () => {
  it("shows what its newest answer shows, by an edit without sound", async () => {
    const { scene } = await toldLoudly(3);

    expect(calls(scene)).toEqual([
      ["send", "d1 r1", null],
      ["send", "d1 r2", "m1"],
      ["edit", "d1 r2", "m1"],
      ["send", "d1 r3", "m1"],
      ["edit", "d1 r3", "m1"],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 3, queued: 0, superseded: 0, failed: 0 });
  });

  it("goes along with a silent edit of the answer", async () => {
    const { scene, dispatcher } = await toldLoudly(2);

    await scene.tell({ type: "update", revision: 3, isLoud: false });
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(3)).toEqual([
      ["edit", "d1 r3", "m2"],
      ["edit", "d1 r3", "m1"],
    ]);
  });

  it("says what has changed since it was sent", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    const told: number[][] = [];
    const dispatcher = scene.dispatcher({
      compose: (alerts) => {
        told.push(alerts.map(({ revision }) => revision));
        return { title: "told", blocks: [], actions: [], language: "en" };
      },
    });
    await scene.tell();
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await scene.tell({ type: "correction", revision: 3 });
    await dispatcher.dispatchDue();

    expect(told).toEqual([[1], [2, 3], [2, 3]]);
  });

  it("waits behind what notifies, and is edited once for several updates", async () => {
    const { scene, dispatcher } = await toldLoudly(1);
    scene.platform.script = ({ kind }, index) =>
      kind === "edit" && index === 2
        ? { kind: "wait", scope: "chat", retryAfterMs: 60_000, why: "too many requests" }
        : null;
    await scene.tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await scene.tell({ type: "correction", revision: 3 });
    await scene.clock.advance(61_000);
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(1)).toEqual([
      ["send", "d1 r2", "m1"],
      ["edit", "d1 r2", "m1"],
      ["send", "d1 r3", "m1"],
      ["edit", "d1 r3", "m1"],
    ]);
  });

  it("is left where it is gone, and the story hangs on its answer", async () => {
    const { scene, dispatcher } = await toldLoudly(1);
    scene.platform.script = ({ messageId }) =>
      messageId === "m1" ? { kind: "message-gone", why: "message to edit not found" } : null;
    await scene.tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await scene.tell({ type: "update", revision: 3 });
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(1)).toEqual([
      ["send", "d1 r2", "m1"],
      ["edit", "d1 r2", "m1"],
      ["send", "d1 r3", "m2"],
      ["edit", "d1 r3", "m2"],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 3, failed: 0, queued: 0 });
  });

  it("is edited by the next process after a kill, and its answer is not sent again", async () => {
    const { scene } = await toldLoudly(1);
    let kill = (): void => undefined;
    const killed = new Promise<null>((resolve) => (kill = () => resolve(null)));
    scene.platform.script = ({ kind }) => {
      if (kind === "edit") kill();
      return kind === "edit" ? new Promise(() => undefined) : null;
    };
    await scene.tell({ type: "update", revision: 2 });
    void scene.dispatcher().dispatchDue();
    await killed;
    scene.platform.script = () => null;
    await scene.clock.advance(10_000);

    await scene.dispatcher({ holder: "next" }).dispatchDue();

    expect(calls(scene).slice(1)).toEqual([
      ["send", "d1 r2", "m1"],
      ["edit", "d1 r2", "m1"],
      ["edit", "d1 r2", "m1"],
    ]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, possibleRepeats: 0, unknown: 0 });
  });

  it("is not touched once the chat has unsubscribed", async () => {
    const { scene, dispatcher } = await toldLoudly(1);
    scene.platform.script = ({ kind }) =>
      kind === "edit"
        ? { kind: "wait", scope: "chat", retryAfterMs: 60_000, why: "too many requests" }
        : null;
    await scene.tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await scene.store.chats.unsubscribe({ platform: "telegram", channel: "1", thread: null }, startAt);
    await scene.clock.advance(61_000);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toHaveLength(3);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, queued: 0, superseded: 0 });
  });

  it.each([
    {
      how: "left before its edit",
      outcome: { kind: "wait", scope: "chat", retryAfterMs: 60_000, why: "429" },
    },
    {
      how: "blocked the bot at its edit",
      outcome: { kind: "chat-gone", why: "bot was blocked by the user" },
    },
  ] as const)("is put right when a chat comes back that $how", async ({ outcome }) => {
    const { scene, dispatcher } = await toldLoudly(1);
    scene.platform.script = ({ kind }) => (kind === "edit" ? outcome : null);
    await scene.tell({ type: "update", revision: 2 });
    await dispatcher.dispatchDue();
    await scene.store.chats.unsubscribe({ platform: "telegram", channel: "1", thread: null }, startAt);
    await scene.clock.advance(61_000);
    await dispatcher.dispatchDue();
    scene.platform.script = () => null;

    await scene.subscribe("1");
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(3)).toEqual([["edit", "d1 r2", "m1"]]);
    expect(await scene.store.outbox.counts()).toMatchObject({ sent: 2, queued: 0, failed: 0 });
  });

  it("is not looked for where its chat has moved, as another message may have its number there", async () => {
    const { scene, dispatcher } = await toldLoudly(2);
    const [from, to] = ["1", "2"].map((channel) => ({ platform: "telegram", channel, thread: null }));
    if (from !== undefined && to !== undefined) await scene.store.chats.move(from, to, startAt);
    await scene.tell({ type: "update", revision: 3 });
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(3)).toEqual([["send", "d1 r3", null]]);
  });

  it("is kept true as well where the update came in a catch-up", async () => {
    const { scene, dispatcher } = await toldLoudly(1);
    await scene.tell({ type: "update", revision: 2 });
    for (const development of ["d2", "d3", "d4"]) await scene.tell({ development });
    await scene.clock.advance(20 * 60_000);
    await dispatcher.dispatchDue();

    expect(calls(scene).slice(1)).toEqual([
      ["send", expect.stringContaining("d1 r2"), null],
      ["edit", "d1 r2", "m1"],
    ]);
  });
});
