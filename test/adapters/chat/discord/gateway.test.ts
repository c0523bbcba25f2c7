import { noCommands } from "../../../../src/ports/command.ts";
import { describe, expect, it } from "vitest";
import { createDiscord } from "../../../../adapters/chat/discord/index.ts";
import { DeliveryError, messageOf } from "../../../../src/errors.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { never, noon, openStage, type Stage } from "./stage.ts";

async function startError(stage: Stage, signal = never): Promise<DeliveryError> {
  const error: unknown = await stage.platform.start(signal).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`No DeliveryError: ${String(error)}`);
  return error;
}

describe("start", () => {
  it("is ready when the session is, with no intent but Guilds", async () => {
    const stage = await openStage();

    await stage.platform.start(never);

    expect(stage.fake.gateway.counts).toEqual({ connections: 1, identifies: 1, resumes: 0 });
    expect(stage.fake.gateway.intents).toEqual([1]);
  });

  it("throws a permanent bad-token without the token when Discord refuses it over HTTP", async () => {
    const stage = await openStage({ token: "MTIz.wrong.token-that-is-secret" });

    const error = await startError(stage);

    expect(error).toMatchObject({ code: "bad-token", permanent: true });
    expect(messageOf(error)).toContain("DISCORD_BOT_TOKEN");
    expect(messageOf(error) + String(error.stack) + JSON.stringify(stage.logs)).not.toContain("secret");
  });

  it("throws bad-token when only the gateway refuses it", async () => {
    const stage = await openStage();
    stage.fake.gateway.refuseWith = 4_004;

    expect(await startError(stage)).toMatchObject({ code: "bad-token", permanent: true });
  });

  it("throws a permanent error when the intents are refused", async () => {
    const stage = await openStage();
    stage.fake.gateway.refuseWith = 4_014;

    expect(await startError(stage)).toMatchObject({ code: "gateway-refused", permanent: true });
  });

  it("throws an error that may pass when the API is down or overloaded", async () => {
    const down = await openStage();
    await down.fake.stop();
    const busy = await openStage();
    busy.fake.script({
      path: "/gateway/bot",
      trouble: { kind: "too-many", scope: "global", retryAfter: 30 },
    });

    expect(await startError(down)).toMatchObject({ code: "platform-unreachable", permanent: false });
    expect(await startError(busy)).toMatchObject({
      code: "platform-unreachable",
      permanent: false,
      retryAfterMs: 30_000,
    });
  });

  it("does not begin a session when none is left for today, which would reset the token", async () => {
    const stage = await openStage();
    stage.fake.gateway.sessionsLeft = 0;

    const error = await startError(stage);

    expect(error).toMatchObject({ code: "platform-unreachable", permanent: false });
    expect(messageOf(error)).toContain("sessions");
    expect(stage.fake.gateway.counts.connections).toBe(0);
  });

  it("works when it is tried again after that", async () => {
    const stage = await openStage();
    stage.fake.script({ path: "/gateway/bot", trouble: { kind: "status", status: 503 } });

    await startError(stage);
    await stage.platform.start(never);

    expect(stage.fake.gateway.openConnections()).toBe(1);
  });

  it("ends when it is aborted, and leaves no connection", async () => {
    const stage = await openStage();
    const abort = new AbortController();
    stage.fake.script({ path: "/gateway/bot", trouble: { kind: "late", ms: 5_000 } });
    const { gateway } = stage.fake;
    const starting = startError(stage, abort.signal);

    abort.abort();
    const error = await starting;
    await untilSleeping(stage);
    await stage.clock.advance(5_000);
    await until(() => stage.fake.requests[0]?.status === 200);
    await stage.clock.advance(1_000);

    expect(error).toMatchObject({ code: "stopped" });
    expect(gateway.counts).toEqual({ connections: 0, identifies: 0, resumes: 0 });
  });
});

describe("shards", () => {
  it("are as many as Discord recommends, begun at its pace, and each hears of its own servers", async () => {
    const stage = await openStage({ fake: { shards: 2 } });
    const { gateway } = stage.fake;
    const there = otherShard(stage);

    const starting = stage.platform.start(never);
    await gateway.when(() => gateway.counts.identifies === 1);
    await until(() => stage.clock.nextWakeAt() === stage.clock.now() + 5_250);
    await stage.clock.advance(5_250);
    await starting;
    for (const server of [stage.fake.guildId, there]) {
      const channel = stage.fake.addChannel("c", "text", server);
      await stage.fake.user("1").runs("latest", { place: "a" }, channel.id).answer;
    }

    expect(gateway.counts.identifies).toBe(2);
    expect(stage.ran).toHaveLength(2);
  });
});

/** A server that falls to the other one of two shards. */
function otherShard(stage: Stage): string {
  const shardOf = (id: string): bigint => (BigInt(id) >> 22n) % 2n;
  // Ids follow the clock, so that another millisecond gives the other shard.
  stage.clock.jumpTo(stage.clock.now() + 1);
  const near = stage.fake.addGuild("elsewhere").id;
  if (shardOf(near) !== shardOf(stage.fake.guildId)) return near;
  stage.clock.jumpTo(stage.clock.now() + 1);
  return stage.fake.addGuild("further").id;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe("the connection", () => {
  it("resumes after a drop, and answers what was asked meanwhile", async () => {
    const stage = await openStage();
    await stage.platform.start(never);

    stage.fake.gateway.drop();
    const watched = stage.fake.user("1").runs("latest", { place: "a" });
    await watched.answer;

    expect(stage.fake.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  });

  it.each([4_000, 4_009])("resumes after close code %i", async (code) => {
    const stage = await openStage();
    await stage.platform.start(never);

    stage.fake.gateway.drop(code);
    await stage.fake.gateway.when(() => stage.fake.gateway.counts.resumes === 1);

    expect(stage.fake.gateway.counts.identifies).toBe(1);
  });

  it.each([4_003, 4_005, 4_007, 4_008])("begins a new session after close code %i", async (code) => {
    const stage = await openStage();
    await stage.platform.start(never);

    stage.fake.gateway.drop(code);
    await untilSleeping(stage);
    await stage.clock.advance(5_250);
    await stage.fake.gateway.when(() => stage.fake.gateway.counts.identifies === 2);

    await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    expect(stage.fake.gateway.counts.resumes).toBe(0);
  });

  it.each<[string, ("open" | "identify" | "ready" | "resume")[], object]>([
    ["before its first session", ["open"], { identifies: 1 }],
    ["instead of its first session", ["identify"], { identifies: 2 }],
    ["in the middle of its first events", ["ready"], { identifies: 1, resumes: 1 }],
    ["again when it comes back", ["ready", "open", "resume", "open"], { identifies: 1, resumes: 2 }],
  ])("goes on when it is cut %s", async (_, cuts, counts) => {
    const stage = await openStage();
    const { gateway } = stage.fake;
    gateway.cutsAt.push(...cuts);

    const starting = stage.platform.start(never);
    const isBack = (): boolean => gateway.cutsAt.length === 0 && gateway.openConnections() === 1;
    await passing(stage, Promise.all([starting, gateway.when(isBack)]));
    await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(gateway.counts).toMatchObject(counts);
  });

  it("comes back ever more seldom to a gateway that is down, and goes on with its session", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const { gateway } = stage.fake;
    gateway.cutsAt.push("open", "open", "open", "open");
    const waits: number[] = [];

    gateway.drop();
    for (let wait = 0; wait < 3; wait += 1) {
      await untilSleeping(stage);
      waits.push(stage.clock.nextWakeAt()! - stage.clock.now());
      await stage.clock.advance(waits[wait] ?? 0);
    }
    await passing(
      stage,
      gateway.when(() => gateway.counts.resumes === 1),
    );

    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(gateway.counts.identifies).toBe(1);
  });

  it("resumes when Discord asks it to connect again", async () => {
    const stage = await openStage();
    await stage.platform.start(never);

    stage.fake.gateway.askToReconnect();
    await stage.fake.gateway.when(() => stage.fake.gateway.counts.resumes === 1);

    expect(stage.fake.gateway.counts.identifies).toBe(1);
  });

  it("begins a new session, later and later, when the old one is invalid", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const { gateway } = stage.fake;

    gateway.invalidate(false);
    await gateway.when(() => gateway.counts.connections === 2);
    await untilSleeping(stage);
    const firstWait = stage.clock.nextWakeAt()! - stage.clock.now();
    await stage.clock.advance(firstWait);
    await gateway.when(() => gateway.counts.identifies === 2);

    expect(firstWait).toBe(5_250);
    await stage.fake.user("1").runs("latest", { place: "a" }).answer;
  });

  it("is opened anew, with as many shards as Discord says then, when the bot has outgrown them", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const { gateway } = stage.fake;

    gateway.shards = 2;
    gateway.drop(4_011);
    await passing(
      stage,
      gateway.when(() => gateway.openConnections() === 2 && gateway.counts.identifies === 3),
    );

    await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    expect(stage.logs.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("is given up and resumed when heartbeats get no answer", async () => {
    const stage = await openStage({ fake: { heartbeatMs: 150 } });
    await stage.platform.start(never);

    stage.fake.gateway.isMute = true;
    await stage.fake.gateway.when(() => stage.fake.gateway.counts.resumes >= 1);
    stage.fake.gateway.isMute = false;

    expect(stage.fake.gateway.counts.identifies).toBe(1);
  });

  it("is closed by stop, after which nothing is run", async () => {
    const stage = await openStage();
    await stage.platform.start(never);

    await stage.platform.stop();
    await stage.fake.gateway.when(() => stage.fake.gateway.openConnections() === 0);
    stage.fake.user("1").runs("latest", { place: "a" });

    expect(stage.ran).toHaveLength(0);
  });

  it("is stopped for good when the token is refused later", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.revokeToken();

    stage.fake.gateway.drop(4_004);
    await stage.fake.gateway.when(() => stage.fake.gateway.openConnections() === 0);

    expect(stage.logs).toContainEqual(
      expect.objectContaining({ level: "error", fields: expect.objectContaining({ code: 4_004 }) }),
    );
  });
});

describe("what is gone", () => {
  it("is told for a deleted channel and its threads, and for a deleted thread", async () => {
    const stage = await openStage();
    const channel = stage.fake.addChannel("old");
    const inside = stage.fake.addThread(channel.id, "inside");
    const thread = stage.fake.addThread(stage.fake.channelId, "thread");
    await stage.platform.start(never);
    await caughtUp(stage);

    stage.fake.deleteChannel(channel.id);
    stage.fake.deleteChannel(thread.id);
    await caughtUp(stage);

    expect(stage.gone.map((one) => one.channel)).toEqual([channel.id, inside.id, thread.id]);
  });

  it("is told for every channel of a server that the bot is removed from, and not for an outage", async () => {
    const stage = await openStage();
    const server = stage.fake.addGuild("elsewhere");
    const channel = stage.fake.addChannel("one", "text", server.id);
    await stage.platform.start(never);
    await caughtUp(stage);

    stage.fake.removeFromGuild(stage.fake.guildId, true);
    await caughtUp(stage);
    const afterOutage = [...stage.gone];
    stage.fake.removeFromGuild(server.id);
    await caughtUp(stage);

    expect(afterOutage).toEqual([]);
    expect(stage.gone).toEqual([{ channel: channel.id, reason: "removed from the server" }]);
  });

  it("is told for every channel of a server that the bot is invited to, not at the start or after an outage", async () => {
    const stage = await openStage();
    const server = stage.fake.addGuild("elsewhere");
    const channel = stage.fake.addChannel("one", "text", server.id);
    const thread = stage.fake.addThread(channel.id, "inside");
    await stage.platform.start(never);
    await caughtUp(stage);

    stage.fake.removeFromGuild(stage.fake.guildId, true);
    stage.fake.returnToGuild(stage.fake.guildId);
    await caughtUp(stage);
    // A person's own chat with the bot is back whenever the person asks something there.
    const back = () => stage.back.filter((id) => stage.fake.channel(id).guildId !== null);
    const before = back();
    stage.fake.removeFromGuild(server.id);
    stage.fake.returnToGuild(server.id);
    await caughtUp(stage);

    expect(before).toEqual([]);
    expect(back()).toEqual([channel.id, thread.id]);
  });
});

it("does nothing before it is started", () => {
  const platform = createDiscord({
    token: "t",
    apiRoot: "http://127.0.0.1:9/api",
    clock: createFakeClock(noon),
    log: () => undefined,
    commands: noCommands,
  });

  expect(platform.name).toBe("discord");
  expect(platform.isGroup({ platform: "discord", channel: "1", thread: null })).toBe(false);
});

/** Events come in order over one socket: when a command sent after them was answered, they have been handled. */
async function caughtUp(stage: Stage): Promise<void> {
  const dm = stage.fake.openDm("9");
  await stage.fake.user("9").runs("latest", { place: "a" }, dm.id).answer;
}

/** Lets the clock run on until something is done: discord.js waits half a second of real time, we on the stage's clock. */
async function passing(stage: Stage, work: Promise<unknown>): Promise<void> {
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    const waitMs = (stage.clock.nextWakeAt() ?? Number.POSITIVE_INFINITY) - stage.clock.now();
    if (waitMs <= 10_000) await stage.clock.advance(waitMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
}

function untilSleeping(stage: Stage): Promise<void> {
  return until(() => stage.clock.nextWakeAt() !== null);
}
