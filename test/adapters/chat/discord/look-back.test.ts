import { describe, expect, it } from "vitest";
import type { SendRequest } from "../../../../src/ports/chat-platform.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { messageWith, noon, never, openStage, sendOf, sent, type Stage } from "./stage.ts";

const hourMs = 3_600_000;

/** A channel in which a message arrived whose answer was lost, and so much was said before and after it. */
async function lostAmong(before: number, after: number): Promise<Stage> {
  const stage = await openStage();
  const { fake, clock } = stage;
  fake.chatter(fake.channelId, before);
  await clock.advance(10 * 60_000);
  fake.script({ method: "POST", trouble: { kind: "lost-reply" } });
  await stage.platform.send(sendOf(stage), never);
  await clock.advance(60_000);
  fake.chatter(fake.channelId, after);
  // The nonce is forgotten by then.
  await clock.advance(3 * hourMs);
  return stage;
}

/** Sends it once more. `sinceAt`: no attempt was made before. */
function repeat(stage: Stage, sinceAt?: number) {
  const request = sendOf(stage, { mayRepeat: true });
  const marked = { ...request.message, title: "Possibly a repeat" };
  return stage.platform.send({ ...request, marked, ...(sinceAt === undefined ? {} : { sinceAt }) }, never);
}

const ownOf = ({ fake }: Stage) => fake.messages().filter(({ nonce }) => nonce !== null);
const looksOf = ({ fake }: Stage) =>
  fake.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/messages")).length;

describe("a repeat in a channel where much was said since", () => {
  it("is found by going on from the time before which there was no attempt", async () => {
    const stage = await lostAmong(400, 900);

    const outcome = await repeat(stage, noon + 9 * 60_000);

    expect(outcome).toMatchObject({ kind: "sent", messageId: ownOf(stage)[0]?.id, isEarlier: true });
    expect(ownOf(stage)).toHaveLength(1);
  });

  it("looks no further back than to that time", async () => {
    const stage = await lostAmong(900, 50);
    stage.fake.deleteMessage(ownOf(stage)[0]?.id ?? "");

    await repeat(stage, noon + 9 * 60_000);

    expect(looksOf(stage)).toBe(1);
  });

  it("is marked where it is not found and not all was looked at", async () => {
    const stage = await lostAmong(0, 900);

    expect(await repeat(stage)).toMatchObject({ kind: "sent", isMarked: true });
    expect(JSON.stringify(ownOf(stage)[1])).toContain("Possibly a repeat");
  });

  it("is not marked where all since that time was looked at", async () => {
    const stage = await lostAmong(900, 400);
    stage.fake.deleteMessage(ownOf(stage)[0]?.id ?? "");

    const outcome = await repeat(stage, noon + 9 * 60_000);

    expect(outcome.kind).toBe("sent");
    expect(outcome).not.toHaveProperty("isMarked");
  });
});

describe("a notice whose words were said before", () => {
  const minuteMs = 60_000;
  const message = messageWith({ title: "A source is silent", actions: [] });

  /** Said once, and 20 minutes later again by a call that ends so. */
  async function saidAgain(trouble: Trouble): Promise<Stage> {
    const stage = await openStage();
    await stage.platform.send(sendOf(stage, { key: "k-first", message }), never);
    await stage.clock.advance(20 * minuteMs);
    stage.fake.script({ method: "POST", trouble });
    await stage.platform.send(sendOf(stage, { key: "k-second", message }), never);
    await stage.clock.advance(10 * minuteMs);
    return stage;
  }

  const repeatSecond = (stage: Stage) =>
    stage.platform.send(
      {
        ...sendOf(stage, { key: "k-second", message, mayRepeat: true }),
        sinceAt: noon + 20 * minuteMs,
      },
      never,
    );

  it("is not taken for the one before it", async () => {
    const stage = await saidAgain({ kind: "status", status: 503 });

    expect(await repeatSecond(stage)).not.toHaveProperty("isEarlier");
    expect(stage.fake.messages()).toHaveLength(2);
  });

  it("is found where it had arrived", async () => {
    const stage = await saidAgain({ kind: "lost-reply" });

    const outcome = await repeatSecond(stage);

    expect(outcome).toMatchObject({ isEarlier: true, messageId: stage.fake.messages()[1]?.id });
    expect(stage.fake.messages()).toHaveLength(2);
  });
});

describe("a message that was sent plain, as its form was refused, and was not answered", () => {
  const refuseForm = ({ fake }: Stage): void =>
    fake.script({ method: "POST", trouble: { kind: "form", part: "components" } });

  it.each<[string, Partial<SendRequest>]>([
    ["by its words", {}],
    ["by its words behind a mention", { mention: "1477636521984000777" }],
  ])("is found %s after the nonce is forgotten", async (_, fields) => {
    const stage = await openStage();
    refuseForm(stage);
    stage.fake.script({ method: "POST", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage, { ...fields, isLoud: true }), never);
    await stage.clock.advance(10 * 60_000);
    refuseForm(stage);

    const outcome = await repeat(stage, noon);

    expect(outcome).toMatchObject({ kind: "sent", messageId: ownOf(stage)[0]?.id, isEarlier: true });
    expect(ownOf(stage)).toHaveLength(1);
  });

  it("is not taken for another delivery's message that says the same with buttons", async () => {
    const stage = await openStage();
    const message = messageWith({
      blocks: [],
      actions: [{ command: "why", argument: "d1", label: "Why?" }],
    });
    await stage.platform.send(sendOf(stage, { key: "1-d9-0", message }), never);
    await stage.clock.advance(10 * 60_000);
    const request = sendOf(stage, { message, mayRepeat: true });

    await stage.platform.send({ ...request, sinceAt: noon }, never);

    expect(ownOf(stage)).toHaveLength(2);
  });
});

describe("a first call that is given an earlier message without components, by the nonce", () => {
  const bareOf = (title: string) => messageWith({ title, actions: [] });

  async function sentTwice(first: string, second: string) {
    const stage = await openStage();
    await stage.platform.send(sendOf(stage, { message: bareOf(first), revision: 1 }), never);
    const again = sendOf(stage, { message: bareOf(second), revision: 2 });
    return { stage, outcome: await stage.platform.send(again, never) };
  }

  it("tells that it is one where that says something else", async () => {
    const { stage, outcome } = await sentTwice("14 killed", "16 killed");

    expect(outcome).toEqual({ kind: "sent", messageId: ownOf(stage)[0]?.id, isEarlier: true });
  });

  it("shows what was asked for where that says the same", async () => {
    const { stage, outcome } = await sentTwice("14 killed", "14 killed");

    expect(outcome).toEqual({ kind: "sent", messageId: ownOf(stage)[0]?.id, revision: 2 });
  });
});

describe("a repeat in a forum", () => {
  it("reads only posts that were begun since the first attempt", async () => {
    const stage = await openStage();
    const { fake, clock, platform } = stage;
    const forum = fake.addChannel("developments", "forum");
    await platform.start(never);
    const address = { ...stage.here, channel: forum.id };
    for (const key of ["k1", "k2", "k3"]) {
      await sent(stage, { address, key });
      await clock.advance(600_000);
    }
    const sinceAt = clock.now();
    fake.script({ method: "POST", path: `${forum.id}/threads`, trouble: { kind: "lost-reply" } });
    await platform.send(sendOf(stage, { address, key: "k4" }), never);

    const outcome = await platform.send(
      sendOf(stage, { address, key: "k4", mayRepeat: true, sinceAt }),
      never,
    );

    expect(outcome).toMatchObject({ kind: "sent", isEarlier: true });
    expect(looksOf(stage)).toBe(1);
  });

  it("goes on where a call that was not answered cut it short", async () => {
    const stage = await openStage();
    const forum = stage.fake.addChannel("developments", "forum");
    await stage.platform.start(never);
    const address = { ...stage.here, channel: forum.id };
    const sinceAt = stage.clock.now();
    for (const key of ["k1", "k2", "k3"]) {
      await sent(stage, { address, key });
      await stage.clock.advance(1_000);
    }
    const [, second] = stage.fake.messages().map(({ channelId }) => channelId);
    stage.fake.script({
      method: "GET",
      path: `${second}/messages`,
      trouble: { kind: "status", status: 502 },
    });
    const repeat = sendOf(stage, { address, key: "k4", mayRepeat: true, sinceAt });

    expect(await stage.platform.send(repeat, never)).toMatchObject({ kind: "unknown" });
    expect(await stage.platform.send(repeat, never)).toMatchObject({ kind: "sent" });
    expect(looksOf(stage)).toBe(4);
  });

  it("that never arrived reads no post", async () => {
    const stage = await openStage();
    const forum = stage.fake.addChannel("developments", "forum");
    await stage.platform.start(never);
    const address = { ...stage.here, channel: forum.id };
    await sent(stage, { address });
    await stage.clock.advance(600_000);
    const again = { address, key: "k2", mayRepeat: true, sinceAt: stage.clock.now() };

    expect(await stage.platform.send(sendOf(stage, again), never)).toMatchObject({ kind: "sent" });
    expect(looksOf(stage)).toBe(0);
  });
});
