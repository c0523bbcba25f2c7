import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import type { Channel, Message } from "../../../fakes/discord/world.ts";
import { useCity, type City } from "./city.ts";

const stage = useCity();

const troubles: readonly (readonly [string, Trouble])[] = [
  ["the reply is lost", { kind: "lost-reply" }],
  ["the connection breaks before", { kind: "reset" }],
  ["a proxy answers 502 after it was taken", { kind: "taken-status", status: 502 }],
  ["Discord answers 500", { kind: "status", status: 500 }],
  ["Discord answers 503", { kind: "status", status: 503 }],
  ["the route's limit is met", { kind: "too-many", scope: "user", retryAfter: 2 }],
  ["the channel's shared limit is met", { kind: "too-many", scope: "shared", retryAfter: 40 }],
  ["the whole bot's limit is met", { kind: "too-many", scope: "global", retryAfter: 1 }],
  ["a limit names no time", { kind: "too-many", scope: "user", retryAfter: null }],
  ["Cloudflare blocks", { kind: "cloudflare", retryAfter: 30 }],
  ["Cloudflare blocks and names no time", { kind: "cloudflare", retryAfter: null }],
];

/** Longer than an interaction lives, told or where nothing is told: to call within it is no answer either (command-times.test.ts). */
const isLongWait = (trouble: Trouble): boolean =>
  "retryAfter" in trouble && (trouble.retryAfter === null || trouble.retryAfter >= 3);

/** A text channel, a thread, an announcement channel, a forum and a direct message, all subscribed. */
async function subscribeAll(city: City): Promise<readonly Channel[]> {
  const { discord } = city;
  const channels = [
    discord.addChannel("text"),
    discord.addThread(discord.channelId, "thread"),
    discord.addChannel("news", "announcement"),
    discord.addChannel("posts", "forum"),
  ];
  await city.caughtUp();
  const admin = discord.user("8", { permissions: ["MANAGE_GUILD"] });
  for (const { id } of channels) await admin.runs("subscribe", { where: id }).answer;
  const dm = discord.openDm("7");
  await discord.user("7").runs("subscribe", {}, dm.id).answer;
  return [...channels, dm];
}

/** The alerts that a chat shows: in a forum those of its posts. */
function shownIn(city: City, channel: Channel): readonly Message[] {
  return city.discord
    .messages()
    .filter(({ interactionId }) => interactionId === null)
    .filter(
      ({ channelId }) => channelId === channel.id || city.discord.channel(channelId).parentId === channel.id,
    )
    .filter(({ channelId }) => channel.type === 15 || channelId === channel.id);
}

async function deliverAll(city: City): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await pump(city, city.deliver());
    const { queued, sending, unknown } = await city.store.outbox.counts();
    if (queued + sending + unknown === 0) return;
  }
  throw new Error("Not all was delivered.");
}

describe.each(troubles)("when %s", (_, trouble) => {
  it("each chat has each message once, and the newest number in it", async () => {
    const { city } = stage;
    const channels = await subscribeAll(city);
    city.discord.script({ method: "POST", path: "/messages", times: 4, trouble });
    city.discord.script({ method: "POST", path: "/threads", times: 2, trouble });
    city.discord.script({ method: "POST", path: "/crosspost", times: 1, trouble });
    await pump(city, city.happens());
    await deliverAll(city);
    const before = channels.map((channel) => shownIn(city, channel).length);

    city.discord.script({ method: "PATCH", path: "/messages/", times: 4, trouble });
    await pump(city, city.exchanged("09:40", 395));
    await deliverAll(city);

    const after = channels.map((channel) => shownIn(city, channel));
    expect(before.every((count) => count === before[0] && count > 0)).toBe(true);
    expect(after.map(({ length }) => length)).toEqual(before);
    expect(after.map((messages) => messages.map(seenText).join().includes("395"))).toEqual(
      channels.map(() => true),
    );
  });
});

describe.each(troubles.filter(([, trouble]) => !isLongWait(trouble)))("when %s", (_, trouble) => {
  it("an interaction is answered all the same, and once", async () => {
    const { city } = stage;
    await city.happens();
    city.discord.script({ path: "/callback", trouble });
    const person = city.discord.user("7");
    const watched = person.runs("latest");

    await pump(city, watched.answer);

    const answers = city.discord.messages().filter(({ interactionId }) => interactionId === watched.id);
    expect(answers).toHaveLength(1);
    expect(seenText(answers[0]!)).toContain("390");
  });
});

it("an interaction is answered while every other call hangs", async () => {
  const { city } = stage;
  const channels = await subscribeAll(city);
  city.discord.script({ method: "POST", path: "/messages", times: 40, trouble: { kind: "hang" } });
  city.discord.script({ method: "POST", path: "/threads", times: 40, trouble: { kind: "hang" } });
  const telling = city.happens();
  const isHanging = (): boolean => city.discord.requests.filter(({ status }) => status === null).length > 2;
  while (!isHanging()) await new Promise((resolve) => setImmediate(resolve));

  const answer = await city.discord.user("7").runs("help").answer;
  city.discord.clearScript();
  await pump(city, telling);
  await deliverAll(city);

  expect(answer.isDeleted).toBe(false);
  expect(channels.map((channel) => shownIn(city, channel).length > 0)).toEqual(channels.map(() => true));
});

/** Turns of the event loop without a new request, after which whatever is waited for waits for the clock. */
const patience = 400;

/** Lets the clock run on, from sleep to sleep, whenever nothing else goes on, until something is done. */
async function pump<T>(city: City, work: Promise<T>): Promise<T> {
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  const { requests } = city.discord;
  for (let seen = -1, turns = 0; !state.isDone; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const answered = requests.filter(({ status }) => status !== null).length + requests.length;
    if (answered !== seen) turns = 0;
    seen = answered;
    if (turns < patience) continue;
    turns = 0;
    const waitMs = (city.clock.nextWakeAt() ?? Number.POSITIVE_INFINITY) - city.clock.now();
    if (Number.isFinite(waitMs)) await city.clock.advance(waitMs);
  }
  return done;
}
