import { describe, expect, it, vi } from "vitest";
import { createBrake, Refrained } from "../../../../adapters/chat/discord/brake.ts";
import { createMemory } from "../../../../adapters/chat/discord/memory.ts";
import { openStore } from "../../../../adapters/store/index.ts";
import { silentLog } from "../../../../src/log.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { editOf, never, noon, openStage, sendOf, sent } from "./stage.ts";

/** A fake Discord and a store that outlives processes. */
async function openLasting() {
  const { outbox } = await openStore(":memory:");
  return { outbox, ...(await openStage({ outbox })) };
}

describe("a process that goes on after one that Discord told to wait", () => {
  it.each<[string, Trouble, object]>([
    [
      "with edits in a channel, edits nothing there",
      { kind: "too-many", scope: "user", retryAfter: 40 },
      { scope: "chat", retryAfterMs: 30_000 },
    ],
    [
      "as the whole bot",
      { kind: "too-many", scope: "global", retryAfter: 40 },
      { scope: "platform", retryAfterMs: 30_000 },
    ],
    [
      "as its address is blocked",
      { kind: "cloudflare", retryAfter: 40 },
      { scope: "platform", retryAfterMs: 30_000 },
    ],
  ])("%s, until it is over", async (_, trouble, expected) => {
    const stage = await openLasting();
    const id = await sent(stage);
    stage.fake.script({ method: "PATCH", trouble });
    await stage.platform.edit(editOf(stage, id), never);
    await stage.clock.advance(10_000);
    const calls = stage.fake.requests.length;
    const next = stage.twin();

    expect(await next.edit(editOf(stage, id), never)).toMatchObject({ kind: "wait", ...expected });
    expect(stage.fake.requests).toHaveLength(calls);
    await stage.clock.advance(30_000);
    expect((await next.edit(editOf(stage, id), never)).kind).toBe("sent");
  });

  it("with all writing in a server, calls none of its channels", async () => {
    const stage = await openLasting();
    await stage.platform.start(never);
    const beside = stage.fake.addChannel("beside").id;
    const trouble: Trouble = { kind: "too-many", scope: "user", retryAfter: 40, code: 20_029 };
    stage.fake.script({ method: "POST", trouble });
    await stage.platform.send(sendOf(stage), never);
    await stage.clock.advance(10_000);
    const next = stage.twin();
    await next.start(never);
    const address = { ...stage.here, channel: beside };

    await vi.waitFor(async () =>
      expect(await next.send(sendOf(stage, { address, key: "k2" }), never)).toMatchObject({
        kind: "wait",
        scope: "chat",
      }),
    );
    expect(stage.fake.messages(beside)).toEqual([]);
  });

  it("knows which channels take no embeds and no answers", async () => {
    const stage = await openLasting();
    await stage.platform.start(never);
    const { permissions } = stage.fake.channel(stage.here.channel);
    for (const right of ["EMBED_LINKS", "READ_MESSAGE_HISTORY"] as const) permissions.delete(right);
    const first = await sent(stage);
    await sent(stage, { key: "k2", replyTo: first });
    const refused = stage.fake.requests.filter(({ status }) => status === 400 || status === 403).length;
    const next = stage.twin();

    const outcome = await next.send(sendOf(stage, { key: "k3", replyTo: first }), never);

    expect(outcome.kind).toBe("sent");
    expect(refused).toBe(2);
    expect(stage.fake.requests.filter(({ status }) => status === 400 || status === 403)).toHaveLength(2);
  });

  it("twice by one limit goes by what was told last", async () => {
    const { outbox } = await openStore(":memory:");
    const clock = createFakeClock(noon);
    const memory = createMemory(outbox, clock, silentLog);
    for (const ms of [600_000, 40_000]) memory.noteHold({ name: "PATCH /channels/1/messages/:id", ms });

    const { holds } = await createMemory(outbox, clock, silentLog).recall();

    expect(holds).toEqual([{ name: "PATCH /channels/1/messages/:id", ms: 40_000 }]);
  });

  it("keeps no token of an interaction", async () => {
    const { outbox, ...stage } = await openLasting();
    await stage.platform.start(never);
    stage.fake.script({ path: "/webhooks/", trouble: { kind: "too-many", scope: "user", retryAfter: 40 } });

    await stage.fake.user("1").runs("latest", { place: "a" }).acknowledged;
    await stage.clock.advance(3_000);

    const kept = await outbox.restsOf("discord: holds", stage.clock.now());
    expect(kept.filter(({ channel }) => channel?.includes("webhooks"))).toEqual([]);
  });
});

describe("a process that crashes and begins again and again", () => {
  it("goes on with the budget of refused requests where the one before was", async () => {
    const { outbox } = await openStore(":memory:");
    const clock = createFakeClock(noon);
    for (let run = 0; run < 5; run += 1) {
      const brake = await begin(clock);
      for (let call = 0; call < 1_000; call += 1) brake.countRefused();
      await clock.advance(60_000);
    }

    const brake = await begin(clock);

    expect(() => brake.take()).toThrow(Refrained);
    // The first thousand are out of the window then.
    await clock.advance(310_000);
    expect(() => brake.take()).not.toThrow();

    async function begin(at: FakeClock) {
      const memory = createMemory(outbox, at, silentLog);
      const made = createBrake({ clock: at, log: silentLog, limits: [], memory });
      made.recall(await memory.recall());
      return made;
    }
  });
});
