import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createFakeClock, type FakeClock } from "../clock.ts";
import { checkCommands } from "./command-form.ts";
import { ApiFault } from "./fault.ts";
import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from "./index.ts";
import { checkMessageForm, pingsOf } from "./message-form.ts";

// The fake is what the adapter's tests stand on: these hold it to the documentation.

const open: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.stop()));
});

async function start(options: FakeDiscordOptions = {}): Promise<{ fake: FakeDiscord; clock: FakeClock }> {
  const clock = createFakeClock(Date.parse("2026-03-01T12:00:00Z"));
  const fake = await startFakeDiscord({ clock, ...options });
  open.push(fake);
  return { fake, clock };
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function call(
  fake: FakeDiscord,
  what: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const [method = "", path = ""] = what.split(" ");
  const response = await fetch(`${fake.apiRoot}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${fake.token}`,
      "user-agent": "DiscordBot (https://example.org, 1)",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

const post = (fake: FakeDiscord, body: unknown, channel = fake.channelId): Promise<Answered> =>
  call(fake, `POST /channels/${channel}/messages`, body);

describe("the HTTP API", () => {
  it("asks for the token and a user agent of the documented form", async () => {
    const { fake } = await start();

    expect(await call(fake, "GET /users/@me", undefined, { authorization: "Bot no" })).toMatchObject({
      status: 401,
      body: { code: 0 },
    });
    expect((await call(fake, "GET /users/@me", undefined, { "user-agent": "curl" })).status).toBe(403);
    expect(await call(fake, "GET /users/@me")).toMatchObject({
      status: 200,
      body: { id: fake.botId, bot: true },
    });
  });

  it("tells a route's limit in headers and in a 429, and forgets it when the window is over", async () => {
    const { fake, clock } = await start();
    const answers: Answered[] = [];
    for (let count = 0; count < 6; count += 1) answers.push(await post(fake, { content: "a" }));
    await clock.advance(5_000);

    expect(answers[0]?.headers.get("x-ratelimit-remaining")).toBe("4");
    expect(answers[5]).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(answers[5]?.headers.get("x-ratelimit-scope")).toBe("user");
    expect((await post(fake, { content: "a" })).status).toBe(200);
  });

  it("holds the whole bot to 50 a second", async () => {
    const { fake } = await start();
    const statuses: number[] = [];
    for (let count = 0; count < 51; count += 1)
      statuses.push((await post(fake, { content: "a" }, fake.addChannel("c").id)).status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
  });

  it("shortens its windows by the factor", async () => {
    const { fake, clock } = await start({ factor: 10 });
    for (let count = 0; count < 5; count += 1) await post(fake, { content: "a" });
    await clock.advance(500);

    expect((await post(fake, { content: "a" })).status).toBe(200);
  });

  it("gives the earlier message for the same enforced nonce, for some minutes", async () => {
    const { fake, clock } = await start();
    const body = { content: "a", nonce: "n1", enforce_nonce: true };
    const first = await post(fake, body);
    const second = await post(fake, body);
    const free = await post(fake, { content: "a", nonce: "n1" });
    await clock.advance(600_000);
    const later = await post(fake, body);

    expect(second.body["id"]).toBe(first.body["id"]);
    expect(free.body["id"]).not.toBe(first.body["id"]);
    expect(later.body["id"]).not.toBe(first.body["id"]);
  });

  it("shows no history without the permission for it", async () => {
    const { fake } = await start();
    await post(fake, { content: "a" });
    const seen = await call(fake, `GET /channels/${fake.channelId}/messages`);
    fake.channel(fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    const unseen = await call(fake, `GET /channels/${fake.channelId}/messages`);

    expect([seen.body, unseen.body]).toEqual([[expect.objectContaining({ content: "a" })], []]);
  });

  it("bans the address after too many refused requests", async () => {
    const { fake } = await start({ allowances: { invalid: { max: 3, perMs: 600_000 } } });
    for (let count = 0; count < 4; count += 1)
      await call(fake, "GET /users/@me", undefined, { authorization: "Bot no" });

    const banned = await call(fake, "GET /users/@me");

    expect(banned.status).toBe(429);
    expect(banned.headers.get("content-type")).toBe("text/html");
  });

  it("omits localizations from the list of commands unless they are asked for", async () => {
    const { fake } = await start();
    const route = `/applications/${fake.applicationId}/commands`;
    await call(fake, `PUT ${route}`, [
      { name: "a", description: "b", description_localizations: { uk: "в" } },
    ]);

    const short = await call(fake, `GET ${route}`);
    const full = await call(fake, `GET ${route}?with_localizations=true`);

    expect(JSON.stringify(short.body)).not.toContain("localizations");
    expect(full.body).toEqual([expect.objectContaining({ description_localizations: { uk: "в" } })]);
  });
});

describe("an interaction", () => {
  it("takes one first response within three seconds, then edits", async () => {
    const { fake, clock } = await start();
    await call(fake, `PUT /applications/${fake.applicationId}/commands`, [{ name: "a", description: "b" }]);
    const answerTo = (id: string, token: string): Promise<Answered> =>
      call(fake, `POST /interactions/${id}/${token}/callback`, { type: 4, data: { content: "hello" } });
    const first = fake.user("1").runs("a").interaction;
    const late = fake.user("1").runs("a").interaction;
    const original = `/webhooks/${fake.applicationId}/${first.token}/messages/@original`;

    const early = await call(fake, `PATCH ${original}`, { content: "too soon" });
    const done = await answerTo(first.id, first.token);
    const again = await answerTo(first.id, first.token);
    const edited = await call(fake, `PATCH ${original}`, { content: "changed" });
    await clock.advance(3_001);
    const dead = await answerTo(late.id, late.token);

    expect([early.body["code"], done.status, again.body["code"], edited.status, dead.body["code"]]).toEqual([
      10_015, 204, 40_060, 200, 10_062,
    ]);
    expect(fake.messages()[0]?.body["content"]).toBe("changed");
  });

  it("is not offered to a member without the permissions that the command asks for, nor with wrong options", async () => {
    const { fake } = await start();
    const options = [
      { type: 3, name: "x", description: "d", required: true, choices: [{ name: "One", value: "1" }] },
    ];
    await call(fake, `PUT /applications/${fake.applicationId}/commands`, [
      { name: "a", description: "b", default_member_permissions: "32", contexts: [0] },
      { name: "c", description: "b", options },
    ]);

    expect(() => fake.user("1").runs("a")).toThrow("not offered");
    expect(() => fake.user("2", { permissions: ["MANAGE_GUILD"] }).runs("a")).not.toThrow();
    expect(() => fake.user("1").runs("c")).toThrow("required");
    expect(() => fake.user("1").runs("c", { x: "2" })).toThrow("choices");
    expect(() => fake.user("1").runs("nothing")).toThrow("No command");
  });
});

describe("forms", () => {
  const button = (id: string): object => ({ type: 2, style: 1, label: "a", custom_id: id });
  const row = (...components: object[]): object => ({ type: 1, components });

  it.each<[string, Record<string, unknown>, string]>([
    ["content above 2,000", { content: "x".repeat(2_001) }, "content"],
    ["a description above 4,096", { embeds: [{ description: "x".repeat(4_097) }] }, "embeds"],
    [
      "6,000 over all embeds",
      { embeds: [{ description: "x".repeat(4_000) }, { description: "x".repeat(2_001) }] },
      "embeds",
    ],
    ["eleven embeds", { embeds: Array.from({ length: 11 }, () => ({ description: "x" })) }, "embeds"],
    ["an empty field", { embeds: [{ fields: [{ name: "", value: "x" }] }] }, "embeds"],
    [
      "six rows",
      { content: "a", components: Array.from({ length: 6 }, (_, index) => row(button(`${index}`))) },
      "components",
    ],
    [
      "six buttons",
      { content: "a", components: [row(...Array.from({ length: 6 }, (_, index) => button(`${index}`)))] },
      "components",
    ],
    ["equal custom ids", { content: "a", components: [row(button("x"), button("x"))] }, "components"],
    ["a custom id above 100", { content: "a", components: [row(button("x".repeat(101)))] }, "components"],
    ["a nonce above 25", { content: "a", nonce: "x".repeat(26) }, "nonce"],
    [
      "parse and a list together",
      { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "allowed_mentions",
    ],
    [
      "content with components v2",
      { flags: 32_768, content: "a", components: [{ type: 10, content: "a" }] },
      "content",
    ],
    [
      "41 components",
      { flags: 32_768, components: Array.from({ length: 41 }, () => ({ type: 10, content: "a" })) },
      "components",
    ],
  ])("refuse %s, saying where", (_, body, where) => {
    let fault: unknown = null;
    try {
      checkMessageForm(body, "create");
    } catch (error) {
      fault = error;
    }

    expect(fault).toBeInstanceOf(ApiFault);
    expect(fault).toMatchObject({ code: 50_035, errors: { [where]: expect.anything() } });
  });

  it("refuse an empty message", () => {
    expect(() => checkMessageForm({ content: " " }, "create")).toThrow(
      expect.objectContaining({ code: 50_006 }),
    );
  });

  it.each<[string, object]>([
    ["an upper-case name", { name: "Abc", description: "d" }],
    ["an empty description", { name: "a", description: "" }],
    [
      "an optional option before a required one",
      {
        name: "a",
        description: "d",
        options: [
          { type: 3, name: "x", description: "d" },
          { type: 3, name: "y", description: "d", required: true },
        ],
      },
    ],
    [
      "subcommands beside options",
      {
        name: "a",
        description: "d",
        options: [
          { type: 1, name: "x", description: "d" },
          { type: 3, name: "y", description: "d" },
        ],
      },
    ],
    ["an unknown locale", { name: "a", description: "d", description_localizations: { ua: "d" } }],
    [
      "8,001 characters",
      {
        name: "a",
        description: "d",
        options: Array.from({ length: 25 }, (_, index) => ({
          type: 3,
          name: `o${index}`,
          description: "d".repeat(100),
          choices: Array.from({ length: 25 }, (_, at) => ({ name: `${at}`.padEnd(20, "x"), value: "v" })),
        })),
      },
    ],
  ])("refuse a command with %s", (_, command) => {
    expect(() => checkCommands([command])).toThrow(expect.objectContaining({ code: 50_035 }));
  });

  it("let everything ping by default, and nothing when told so", () => {
    const content = "@everyone <@123456789012345678>";
    const rules = {
      defaults: ["everyone", "users", "roles"],
      mayMentionEveryone: true,
      roles: new Set<string>(),
    };

    expect(pingsOf({ content }, rules)).toEqual(["everyone", "123456789012345678"]);
    expect(pingsOf({ content, allowed_mentions: { parse: [] } }, rules)).toEqual([]);
    expect(pingsOf({ content, allowed_mentions: { users: ["123456789012345678"] } }, rules)).toEqual([
      "123456789012345678",
    ]);
  });
});

describe("the gateway", () => {
  async function closeCode(
    fake: FakeDiscord,
    frame: unknown,
    query = "?v=10&encoding=json",
  ): Promise<number> {
    const socket = new WebSocket(`ws://127.0.0.1:${fake.port}/gateway${query}`);
    socket.once("message", () => socket.send(JSON.stringify(frame)));
    return new Promise((resolve) => socket.once("close", (code) => resolve(code)));
  }

  const identify = (fake: FakeDiscord, d: object): object => ({
    op: 2,
    d: { token: fake.token, intents: 1, properties: { os: "x", browser: "x", device: "x" }, ...d },
  });

  it("closes with the documented codes", async () => {
    const { fake } = await start();

    expect(await closeCode(fake, identify(fake, { token: "no" }))).toBe(4_004);
    expect(await closeCode(fake, identify(fake, { intents: 1 << 15 }))).toBe(4_014);
    expect(await closeCode(fake, identify(fake, { intents: 1 << 30 }))).toBe(4_013);
    expect(await closeCode(fake, identify(fake, { shard: [2, 1] }))).toBe(4_010);
    expect(await closeCode(fake, { op: 3, d: {} })).toBe(4_003);
    expect(await closeCode(fake, { op: 1, d: "x".repeat(5_000) })).toBe(4_002);
    expect(await closeCode(fake, {}, "?v=9")).toBe(4_012);
  });
});

it("is steered and looked at by another process over HTTP", async () => {
  const { fake } = await start();
  const control = async (what: string, body?: unknown): Promise<unknown> => {
    const [method = "", path = ""] = what.split(" ");
    const response = await fetch(`http://127.0.0.1:${fake.port}/_control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };

  await control("POST script", {
    method: "POST",
    path: "/messages",
    times: 1,
    trouble: { kind: "status", status: 503 },
  });
  const refused = await post(fake, { content: "a" });
  await post(fake, { content: "b" });

  expect(refused.status).toBe(503);
  expect(await control("GET messages")).toEqual([expect.objectContaining({ body: { content: "b" } })]);
  expect(await control("GET requests")).toHaveLength(2);
});
