import { describe, expect, it } from "vitest";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import { never, openStage, sample, type Stage } from "./stage.ts";
import { until, untilRun, held } from "./waits.ts";

const callbacks = ({ fake }: Stage) => fake.requests.filter(({ path }) => path.endsWith("/callback"));

/** Time in which what comes over the socket has its turns too. */
async function passed({ clock }: Stage, ms: number): Promise<void> {
  await clock.advance(ms);
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe("a command that came late or takes long", () => {
  it("is put off privately when its answer takes long, and answered when that is there", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await untilRun(stage, 1);

    await stage.clock.advance(1_500);
    const acknowledged = await watched.acknowledged;
    reply.give({ message: sample, isPrivate: false });
    const answer = await watched.answer;

    expect(acknowledged).toMatchObject({ type: 5, isEphemeral: true, afterMs: 1_500 });
    expect(seenText(answer)).toContain("**307**");
  });

  it("is put off sooner when it came late", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 1_400);
    await untilRun(stage, 1);

    await stage.clock.advance(100);

    expect(await watched.acknowledged).toMatchObject({ type: 5, afterMs: 1_500 });
    reply.give({ message: sample, isPrivate: true });
    await watched.answer;
  });

  it.each<[string, Trouble]>([
    ["the route", { kind: "too-many", scope: "user", retryAfter: 1.2 }],
    ["the whole bot", { kind: "too-many", scope: "global", retryAfter: 1.2 }],
  ])("is answered again only once the wait is over that Discord told of %s", async (_, trouble) => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble });
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await until(() => callbacks(stage).length === 1);

    await stage.clock.advance(1_199);
    const within = callbacks(stage).length;
    await stage.clock.advance(1);

    expect(seenText(await watched.answer)).toContain("**307**");
    expect(within).toBe(1);
  });

  it.each<[string, Trouble]>([
    ["the route", { kind: "too-many", scope: "user", retryAfter: 5 }],
    ["our address", { kind: "cloudflare", retryAfter: 3 }],
  ])("is not answered again where the wait of %s is longer than it lives", async (_, trouble) => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble });
    stage.fake.user("1").runs("latest", { place: "a" });

    await until(() => stage.logs.some(({ message }) => message === "An interaction could not be answered"));
    await stage.clock.advance(3_000);

    expect(callbacks(stage)).toHaveLength(1);
  });

  it.each<[string, Trouble]>([
    ["breaks each connection", { kind: "reset" }],
    ["answers 503", { kind: "status", status: 503 }],
  ])("is answered where Discord %s for two seconds", async (_, trouble) => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", times: 99, trouble });
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await until(() => callbacks(stage).length > 0);

    for (let passedMs = 0; passedMs < 2_000; passedMs += 50) await passed(stage, 50);
    stage.fake.clearScript();
    const meanwhile = callbacks(stage).length;
    for (let passedMs = 0; passedMs < 950; passedMs += 50) await passed(stage, 50);

    expect(watched.interaction.acknowledged).not.toBeNull();
    expect(meanwhile).toBeLessThanOrEqual(8);
  });

  it("is tried no more once its three seconds are over", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", times: 99, trouble: { kind: "status", status: 503 } });
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 1_000);
    await until(() => callbacks(stage).length > 0);

    for (let passedMs = 0; passedMs < 2_000; passedMs += 50) await passed(stage, 50);
    const within = callbacks(stage).length;
    for (let passedMs = 0; passedMs < 3_000; passedMs += 50) await passed(stage, 50);

    expect(watched.interaction.acknowledged).toBeNull();
    expect(callbacks(stage)).toHaveLength(within);
    expect(stage.logs.map(({ message }) => message)).toContain("An interaction could not be answered");
  });

  it("is not run when it is told again after a break and its three seconds are over", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.gateway.drop();
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 4_000);
    const fresh = stage.fake.user("1").runs("latest", { place: "b" });

    await fresh.answer;

    expect(stage.ran.map(({ options }) => options["place"])).toEqual(["b"]);
    expect(watched.interaction.acknowledged).toBeNull();
  });

  it.each([5_000, 600_000])("is answered where ids say times %i ms ago", async (idsBehindMs) => {
    const stage = await openStage({ fake: { idsBehindMs } });
    await stage.platform.start(never);

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(seenText(answer)).toContain("**307**");
  });

  it("is let go when Discord says that its time is over", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    stage.clock.jumpTo(stage.clock.now() + 4_000);

    await until(() => stage.logs.some(({ message }) => message === "An answer came too late for Discord"));

    expect(watched.interaction.acknowledged).toBeNull();
    expect(stage.fake.messages()).toEqual([]);
  });

  it("is still answered when the reply to its deferral is lost", async () => {
    const reply = held();
    const stage = await openStage({ run: reply.run });
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble: { kind: "lost-reply" } });
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await untilRun(stage, 1);

    await stage.clock.advance(1_500);
    await watched.acknowledged;
    reply.give({ message: sample, isPrivate: true });

    expect(seenText(await watched.answer)).toContain("**307**");
  });

  it("is answered in the channel when the answer took longer than Discord waits, if all may see it", async () => {
    const replies = [held(), held()];
    const runs = [...replies];
    const stage = await openStage({ run: () => runs.shift()!.run() });
    await stage.platform.start(never);
    const open = stage.fake.user("1").runs("latest", { place: "a" });
    const secret = stage.fake.user("1").runs("latest", { place: "b" });
    await untilRun(stage, 2);
    await stage.clock.advance(1_500);
    await Promise.all([open.acknowledged, secret.acknowledged]);

    await stage.clock.advance(1_000_000);
    replies[1]!.give({ message: sample, isPrivate: true });
    replies[0]!.give({ message: sample, isPrivate: false });
    await until(() => stage.fake.messages().length > 0 && stage.logs.some(({ level }) => level === "error"));

    expect(stage.fake.messages()).toHaveLength(1);
    expect(stage.fake.messages()[0]?.interactionId).toBeNull();
  });
});
