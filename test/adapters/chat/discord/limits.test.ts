import { describe, expect, it, vi } from "vitest";
import { createBrake, Refrained } from "../../../../adapters/chat/discord/brake.ts";
import { rateLimitsAt } from "../../../../adapters/chat/discord/limits.ts";
import { noMemory } from "../../../../adapters/chat/discord/memory.ts";
import { silentLog } from "../../../../src/log.ts";
import { createPace } from "../../../../src/outbox/pace.ts";
import type { RateLimit } from "../../../../src/ports/chat-platform.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { editOf, never, noon, openStage, sendOf, sent, type Stage } from "./stage.ts";

const brakeOf = (clock: FakeClock, limits: readonly RateLimit[]) =>
  createBrake({ clock, limits, log: silentLog, memory: noMemory });

/** Milliseconds that it holds for; 0: it does not. */
function waitOf(brake: ReturnType<typeof createBrake>): number {
  try {
    brake.take()();
    return 0;
  } catch (error) {
    return error instanceof Refrained ? error.retryAfterMs : Number.NaN;
  }
}

const sentTo = (stage: Stage, channel: string) => {
  const address = { platform: "discord", channel, thread: null };
  return stage.platform.send(sendOf(stage, { key: `k${channel.slice(-9)}`, address }), never);
};

describe("a rate limit", () => {
  it.each<[string, Trouble, object]>([
    [
      "of the route parks the chat",
      { kind: "too-many", scope: "user", retryAfter: 1.25 },
      { scope: "chat", retryAfterMs: 1_250 },
    ],
    [
      "that is shared parks the chat",
      { kind: "too-many", scope: "shared", retryAfter: 3_600 },
      { scope: "chat", retryAfterMs: 3_600_000 },
    ],
    [
      "of the whole bot parks the platform",
      { kind: "too-many", scope: "global", retryAfter: 0.5 },
      { scope: "platform", retryAfterMs: 500 },
    ],
    [
      "with a code parks the chat",
      { kind: "too-many", scope: "user", retryAfter: 7, code: 20_028 },
      { scope: "chat", retryAfterMs: 7_000 },
    ],
    [
      "without a time waits long enough not to burn the budget",
      { kind: "too-many", scope: "user", retryAfter: null },
      { scope: "chat", retryAfterMs: 5_000 },
    ],
    [
      "of Cloudflare's parks the platform",
      { kind: "cloudflare", retryAfter: 600 },
      { scope: "platform", retryAfterMs: 600_000 },
    ],
    [
      "of Cloudflare's without a time parks the platform",
      { kind: "cloudflare", retryAfter: null },
      { scope: "platform", retryAfterMs: 60_000 },
    ],
  ])("%s", async (_, trouble, expected) => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble });

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome).toMatchObject({ kind: "wait", ...expected });
    expect(stage.fake.requests).toHaveLength(1);
  });

  it("of the whole bot holds back every other call until it is over", async () => {
    const stage = await openStage();
    stage.fake.script({ trouble: { kind: "too-many", scope: "global", retryAfter: 2 } });
    await stage.platform.send(sendOf(stage), never);

    await stage.clock.advance(500);
    const during = await stage.platform.send(sendOf(stage, { key: "other" }), never);
    await stage.clock.advance(1_500);
    const after = await stage.platform.send(sendOf(stage, { key: "other" }), never);

    expect(during).toMatchObject({ kind: "wait", scope: "platform", retryAfterMs: 1_500 });
    expect(after.kind).toBe("sent");
    expect(stage.fake.requests).toHaveLength(2);
  });

  it("of a route holds it for everybody who calls it, and no other route", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    stage.fake.script({ method: "PATCH", trouble: { kind: "too-many", scope: "user", retryAfter: 3.5 } });

    const edits = [
      await stage.platform.edit(editOf(stage, id), never),
      await stage.platform.edit(editOf(stage, id), never),
    ];
    const other = await stage.platform.send(sendOf(stage, { key: "k2" }), never);
    await stage.clock.advance(3_500);
    const later = await stage.platform.edit(editOf(stage, id), never);

    expect(edits).toMatchObject([
      { retryAfterMs: 3_500 },
      { kind: "wait", scope: "chat", retryAfterMs: 3_500 },
    ]);
    expect([other.kind, later.kind]).toEqual(["sent", "sent"]);
    expect(stage.fake.requests.filter(({ method }) => method === "PATCH")).toHaveLength(2);
  });

  it.each<[string, Trouble, object]>([
    ["of the route", { kind: "too-many", scope: "user", retryAfter: 3.5 }, { isOfEdits: true }],
    ["of old messages", { kind: "status", status: 429, code: 30_046 }, { isOfEdits: true }],
    ["of all writing in the channel", { kind: "too-many", scope: "user", retryAfter: 4, code: 20_028 }, {}],
    ["of all writing in the server", { kind: "too-many", scope: "user", retryAfter: 4, code: 20_029 }, {}],
    ["of the whole bot", { kind: "too-many", scope: "global", retryAfter: 4 }, {}],
  ])("%s, met by an edit, says whether new messages may go on", async (_, trouble, expected) => {
    const stage = await openStage();
    const id = await sent(stage);
    stage.fake.script({ method: "PATCH", trouble });

    const outcome = await stage.platform.edit(editOf(stage, id), never);

    expect(outcome.kind).toBe("wait");
    expect("isOfEdits" in outcome ? { isOfEdits: outcome.isOfEdits } : {}).toEqual(expected);
  });

  it("of the route for edits is known from the headers, and is no limit of new messages", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    for (let count = 0; count < 5; count += 1) await stage.platform.edit(editOf(stage, id), never);

    expect(await stage.platform.edit(editOf(stage, id), never)).toMatchObject({
      kind: "wait",
      isOfEdits: true,
    });
    expect((await stage.platform.send(sendOf(stage, { key: "k2" }), never)).kind).toBe("sent");
  });

  it("of a server holds its other channels too, and no other server's", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const { fake } = stage;
    const beside = fake.addChannel("beside").id;
    const elsewhere = fake.addChannel("elsewhere", "text", fake.addGuild("Another").id).id;
    await vi.waitFor(async () => expect((await sentTo(stage, elsewhere)).kind).toBe("sent"));
    fake.script({
      method: "POST",
      trouble: { kind: "too-many", scope: "user", retryAfter: 6, code: 20_029 },
    });
    await stage.platform.send(sendOf(stage, { key: "k2" }), never);

    expect(await sentTo(stage, beside)).toMatchObject({ kind: "wait", scope: "chat", retryAfterMs: 6_000 });
    expect((await sentTo(stage, elsewhere)).kind).toBe("sent");
    await stage.clock.advance(6_000);
    expect((await sentTo(stage, beside)).kind).toBe("sent");
  });

  it("of the whole bot that is told anew, for calls that were under way, holds as long as the newest says", async () => {
    const brake = brakeOf(createFakeClock(noon), []);
    const told = (seconds: string) =>
      brake.readTooMany(new Headers({ "x-ratelimit-global": "true", "retry-after": seconds }), "{}");
    told("60");
    told("3");

    expect(waitOf(brake)).toBe(3_000);
    // Without a time it shortens nothing.
    told("");
    expect(waitOf(brake)).toBe(5_000);
    told("60");
    told("");
    expect(waitOf(brake)).toBe(60_000);
  });

  it("of our address holds back also what people wait for, and one of the bot does not", async () => {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, []);
    brake.readTooMany(new Headers({ "x-ratelimit-global": "true", "retry-after": "9" }), "{}");
    expect(() => brake.take({ isOfInteraction: true })).not.toThrow();

    brake.readTooMany(new Headers({ "retry-after": "9" }), "<html>");

    expect(() => brake.take({ isOfInteraction: true })).toThrow(Refrained);
    await clock.advance(9_000);
    expect(() => brake.take({ isOfInteraction: true })).not.toThrow();
  });

  it("of the route is known from the headers, so that the call that would break it is not made", async () => {
    const stage = await openStage();
    for (let count = 0; count < 5; count += 1) await sent(stage, { key: `k${count}` });

    const outcome = await stage.platform.send(sendOf(stage, { key: "k5" }), never);

    expect(outcome).toMatchObject({ kind: "wait", scope: "chat" });
    expect(stage.fake.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it("of 50 a second is kept over every second, without a 429", async () => {
    const stage = await openStage();
    const channels = Array.from({ length: 60 }, (_, index) => stage.fake.addChannel(`c${index}`).id);

    const outcomes = await Promise.all(
      channels.map((channel) =>
        stage.platform.send(
          sendOf(stage, { address: { platform: "discord", channel, thread: null }, key: channel }),
          never,
        ),
      ),
    );

    expect(outcomes.filter(({ kind }) => kind === "sent")).toHaveLength(50);
    expect(outcomes.at(-1)).toMatchObject({ kind: "wait", scope: "platform", retryAfterMs: 1_003 });
    expect(stage.fake.requests.every(({ status }) => status === 200)).toBe(true);
  });
});

describe("the overall limit where deliveries take two requests each", () => {
  /** When requests arrived in so long a time, after a way of up to 0.3 s: deliveries at the outbox's pace, and a second request for each. */
  async function requestsOf(ms: number): Promise<readonly number[]> {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, rateLimitsAt(1));
    const outbox = createPace(rateLimitsAt(1));
    const arrived: number[] = [];
    const travel = async (answered: () => void): Promise<void> => {
      await clock.sleep((arrived.length * 37) % 300);
      arrived.push(clock.now());
      answered();
    };
    const send = async (): Promise<void> => {
      for (let chat = 0; clock.now() < noon + ms; chat += 1) {
        await clock.sleep(Math.max(0, outbox.readyAt() - clock.now()));
        outbox.take({ channel: String(chat), isGroup: false }, clock.now());
        try {
          const first = travel(brake.take());
          void first.then(() => brake.turn()).then(travel, () => undefined);
        } catch (error) {
          outbox.restAll(clock.now() + (error as Refrained).retryAfterMs, clock.now());
        }
      }
    };
    void send();
    await clock.advance(ms);
    return arrived;
  }

  it("is kept where they arrive, however long they were on their way", async () => {
    const arrived = await requestsOf(10_000);

    const most = Math.max(
      ...arrived.map((at) => arrived.filter((each) => each >= at && each < at + 1_000).length),
    );
    expect(most).toBeLessThanOrEqual(50);
    expect(arrived.length).toBeGreaterThanOrEqual(10 * 38);
  });

  it("is waited for by what no outbox paces, for two seconds at most", async () => {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, rateLimitsAt(1));
    for (let count = 0; count < 48; count += 1) brake.take()();

    const turn = brake.turn().then((ended) => {
      ended();
      return clock.now() - noon;
    });
    const late = Array.from({ length: 120 }, () =>
      brake.turn().then(
        () => "made",
        () => "refused",
      ),
    );
    await clock.advance(4_000);

    expect(await turn).toBeGreaterThanOrEqual(1_000);
    expect((await Promise.all(late)).at(-1)).toBe("refused");
  });
});

describe("the overall limit after a 429 of it", () => {
  const global = new Headers({ "x-ratelimit-global": "true", "retry-after": "1" });
  const limits = rateLimitsAt(1);

  /** Calls that may be made at once. */
  function atOnce(brake: ReturnType<typeof createBrake>): number {
    for (let count = 0; ; count += 1) {
      try {
        brake.take();
      } catch {
        return count;
      }
    }
  }

  it("is kept with a margin that grows with each and goes by itself", async () => {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, limits);
    const tooMany = async (): Promise<void> => {
      brake.readTooMany(global, '{"retry_after":1,"global":true}');
      await clock.advance(1_000);
    };

    await tooMany();
    const after = [atOnce(brake)];
    await clock.advance(1_000);
    await tooMany();
    after.push(atOnce(brake));
    await clock.advance(10_000);
    after.push(atOnce(brake));
    await clock.advance(60_000);
    after.push(atOnce(brake));

    expect(after).toEqual([48, 46, 47, 50]);
  });

  it("never leaves out more than a fifth", async () => {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, limits);
    for (let count = 0; count < 30; count += 1) brake.readTooMany(global, '{"retry_after":1,"global":true}');

    await clock.advance(1_000);

    expect(atOnce(brake)).toBe(40);
  });
});

describe("a page in place of Discord's answer", () => {
  it.each([400, 403, 404, 413])(
    "with status %i holds everything for a moment, and ends nothing",
    async (status) => {
      const stage = await openStage();
      stage.fake.script({ method: "POST", trouble: { kind: "status", status } });

      expect(await stage.platform.send(sendOf(stage), never)).toMatchObject({
        kind: "wait",
        scope: "platform",
      });
    },
  );

  it.each([408, 500, 520])("with status %i leaves open what became of the message", async (status) => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble: { kind: "status", status } });

    expect((await stage.platform.send(sendOf(stage), never)).kind).toBe("unknown");
  });
});

describe("the budget of refused requests", () => {
  const shared = new Headers({ "x-ratelimit-scope": "shared", "retry-after": "1" });

  it("stops all calls at half of what gets an address banned, and lets them go on when the window is over", async () => {
    const clock = createFakeClock(noon);
    const brake = brakeOf(clock, []);
    for (let count = 0; count < 4_999; count += 1) brake.countRefused();

    expect(() => brake.take()).not.toThrow();
    brake.countRefused();
    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(599_000);
    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(11_000);
    expect(() => brake.take()).not.toThrow();
  });

  it("counts 429s, but not shared ones, which Discord does not count either", () => {
    const brake = brakeOf(createFakeClock(noon), []);
    for (let count = 0; count < 6_000; count += 1)
      brake.readTooMany(shared, '{"retry_after":1,"global":false}');

    expect(() => brake.take()).not.toThrow();
    const user = new Headers({ "x-ratelimit-scope": "user" });
    for (let count = 0; count < 5_000; count += 1)
      brake.readTooMany(user, '{"retry_after":1,"global":false}');
    expect(() => brake.take()).toThrow(Refrained);
  });

  it("is spent by refused calls", async () => {
    const stage = await openStage({ fake: { allowances: { invalid: { max: 2, perMs: 600_000 } } } });
    stage.fake.script({ method: "POST", times: 3, trouble: { kind: "status", status: 403, code: 50_013 } });
    for (let count = 0; count < 3; count += 1) await stage.platform.send(sendOf(stage), never);

    const banned = await stage.platform.send(sendOf(stage), never);

    expect(banned).toMatchObject({ kind: "wait", scope: "platform", retryAfterMs: 3_600_000 });
  });
});

describe("a refused token", () => {
  it("stops everything after one call, and is told to the operator without being shown", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.revokeToken();
    const before = stage.fake.requests.length;

    const first = await stage.platform.send(sendOf(stage), never);
    const second = await stage.platform.send(sendOf(stage), never);

    expect([first.kind, second.kind]).toEqual(["unauthorized", "unauthorized"]);
    expect(stage.fake.requests).toHaveLength(before + 1);
    expect(stage.logs.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(JSON.stringify([first, stage.logs])).not.toContain(stage.fake.token);
  });
});

it("names its limits, with shorter windows against a faster fake", async () => {
  const { platform } = await openStage();

  expect(platform.limits).toEqual([
    { scope: "all", max: 50, perMs: 1_000 },
    { scope: "chat", max: 5, perMs: 5_000 },
  ]);
  expect(rateLimitsAt(10).map(({ perMs }) => perMs)).toEqual([100, 500]);
});
