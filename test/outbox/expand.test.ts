import { describe, expect, it } from "vitest";
import { createExpander } from "../../src/outbox/expand.ts";
import type { ExpandRequest } from "../../src/ports/outbox-store.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { silentLog } from "../../src/log.ts";
import { StoreError } from "../../src/errors.ts";
import { alertOf, commitAlert, createScene, startAt } from "./scene.ts";

/** A store that has `chats` left to expand and needs `msPerChat` for each. */
function slowStore(chats: number, msPerChat: () => number) {
  const chunks: { readonly asked: number; readonly tookMs: number }[] = [];
  let left = chats;
  let elapsedMs = 0;
  const expand = (request: ExpandRequest): Promise<boolean> => {
    const tookMs = Math.min(left, request.maxChats) * msPerChat();
    chunks.push({ asked: request.maxChats, tookMs });
    elapsedMs += tookMs;
    left -= Math.min(left, request.maxChats);
    return Promise.resolve(left > 0);
  };
  const store = { outbox: { expand } };
  return { store, chunks, elapsed: () => elapsedMs };
}

describe("expander", () => {
  it("finds a chunk that holds the thread for 10 ms at most, and keeps to it", async () => {
    const { store, chunks, elapsed } = slowStore(100_000, () => 0.01);

    await createExpander({ store, clock: createFakeClock(startAt), log: silentLog, elapsed }).expandAll();

    expect(Math.max(...chunks.map((chunk) => chunk.tookMs))).toBeLessThanOrEqual(10);
    expect(chunks.at(-2)?.asked).toBeGreaterThan(500);
    expect(chunks.length).toBeLessThan(200);
  });

  it("takes smaller chunks when the store becomes slow", async () => {
    let msPerChat = 0.01;
    const { store, chunks, elapsed } = slowStore(20_000, () => {
      if (chunks.length > 10) msPerChat = 0.1;
      return msPerChat;
    });

    await createExpander({ store, clock: createFakeClock(startAt), log: silentLog, elapsed }).expandAll();

    expect(chunks.slice(20).every((chunk) => chunk.tookMs <= 10)).toBe(true);
  });

  it("gives each chat that wants an alert one delivery, also when it begins anew", async () => {
    const scene = await createScene();
    for (let channel = 1; channel <= 250; channel += 1) await scene.subscribe(String(channel));
    await scene.subscribe("900", { kinds: ["strike"] });
    await commitAlert(scene.store, alertOf());

    const first = await scene.store.outbox.expand({
      now: startAt,
      maxChats: 70,
      plan: () => ({ isLoud: true }),
    });
    await createExpander({ store: scene.store, clock: scene.clock, log: silentLog }).expandAll();
    await createExpander({ store: scene.store, clock: scene.clock, log: silentLog }).expandAll();

    expect(first).toBe(true);
    expect((await scene.store.outbox.counts()).queued).toBe(250);
  });

  it("goes on when it is poked, and tells that deliveries may be due", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    let expanded = 0;
    const { store, clock } = scene;
    const expander = createExpander({ store, clock, log: silentLog, onExpanded: () => (expanded += 1) });
    expander.start(new AbortController().signal);
    await clock.advance(1);
    const before = expanded;

    await commitAlert(store, alertOf());
    expander.poke();
    await clock.advance(0);

    expect(expanded).toBeGreaterThan(before);
    expect((await store.outbox.counts()).queued).toBe(1);
    await expander.stop();
  });

  it("outlives a store that is busy, and waits longer each time", async () => {
    const clock = createFakeClock(startAt);
    const triedAt: number[] = [];
    const expand = (): Promise<boolean> => {
      triedAt.push(clock.now() - startAt);
      if (triedAt.length <= 3) return Promise.reject(new StoreError("busy", { code: "busy" }));
      return Promise.resolve(false);
    };
    const store = { outbox: { expand } };
    const expander = createExpander({ store, clock, log: silentLog });

    expander.start(new AbortController().signal);
    await clock.advance(5_000);
    await expander.stop();

    expect(triedAt).toEqual([0, 500, 1_500, 3_500]);
  });
});
