import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscord } from "../../adapters/chat/discord/index.ts";
import { createTelegram } from "../../adapters/chat/telegram/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { systemClock, type Clock } from "../../src/clock.ts";
import { silentLog } from "../../src/log.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { ChatAddress } from "../../src/model/chat.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { createDispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { noCommands } from "../../src/ports/command.ts";
import type { Store } from "../../src/ports/store.ts";
import { seenText, startFakeDiscord, type FakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram, type FakeTelegram } from "../fakes/telegram/index.ts";
import { commitAlert, wantsAll } from "./scene.ts";
import { figure, strike, towns } from "./told-stories.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const person = 701;

/** The machine's clock, put on by a test. */
let offsetMs = 0;
const clock: Clock = {
  now: () => systemClock.now() + offsetMs,
  sleep: (ms, signal) => systemClock.sleep(ms, signal),
};

let store: Store;
let telegram: FakeTelegram;
let discord: FakeDiscord;
let platforms: Readonly<Record<"telegram" | "discord", ChatPlatform>>;

beforeEach(async () => {
  offsetMs = 0;
  store = await openStore(":memory:");
  telegram = await startFakeTelegram({ hasFloodLimits: false });
  discord = await startFakeDiscord();
  telegram.user(person).types(person, "/start");
  const common = { commands: noCommands, clock, log: silentLog };
  const onTelegram = createTelegram({
    ...common,
    ...store,
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    publicUrl: null,
    admins: [],
    charts: null,
    text: (_language, key) => key,
    languages: ["en"],
  });
  const onDiscord = createDiscord({ ...common, token: discord.token, apiRoot: discord.apiRoot });
  platforms = { telegram: { ...onTelegram, limits: [] }, discord: { ...onDiscord, limits: [] } };
});

afterEach(async () => {
  await telegram.close();
  await discord.stop();
  await store.close();
});

const addressOn = (platform: "telegram" | "discord"): ChatAddress => ({
  platform,
  channel: platform === "telegram" ? String(person) : discord.channelId,
  thread: null,
});

/** A chat in quiet hours that end in two hours. */
async function subscribeQuietly(
  platform: "telegram" | "discord",
  fields: Partial<Subscription> = {},
): Promise<void> {
  const time = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const now = clock.now();
  const quiet = { from: time(now - hourMs), to: time(now + 2 * hourMs), except: [] };
  await store.chats.subscribe(addressOn(platform), { ...wantsAll, quiet, ...fields }, now);
}

async function tell(alert: Alert): Promise<void> {
  await commitAlert(store, { ...alert, at: clock.now() });
  await createExpander({ store, clock, log: silentLog }).expandAll();
}

/** A strike that is told from the others by its dead. */
const story = (index: number): Alert =>
  strike({
    development: `d${index}`,
    places: [towns[index % towns.length] ?? "UA:kyiv"],
    figures: [figure({ low: 100 + index, high: 100 + index })],
  });

async function deliver(platform: "telegram" | "discord"): Promise<void> {
  const dispatcher = createDispatcher({
    store,
    platform: platforms[platform],
    compose: composeAlert,
    clock,
    log: silentLog,
    holder: "this",
    // Hours pass between what happens, and nobody is away meanwhile.
    gatherMs: 0,
    retryMs: 1,
  });
  while ((await dispatcher.dispatchDue()) > 0) await clock.sleep(5);
  await dispatcher.stop();
}

/** What the chat shows, oldest first. */
function messagesOn(platform: "telegram" | "discord") {
  return platform === "telegram"
    ? telegram.director.sent(person).map(({ text, isSilent, replyTo, messageId, keyboard, edits }) => ({
        id: String(messageId),
        text,
        isSilent,
        replyTo: replyTo === null ? null : String(replyTo),
        buttons: keyboard.flat().length,
        edits: edits.length,
      }))
    : discord.messages(discord.channelId).map((message) => ({
        id: message.id,
        text: seenText(message),
        isSilent: (message.flags & 4_096) !== 0,
        replyTo: message.replyTo,
        buttons: JSON.stringify(message.body).match(/"custom_id"/gu)?.length ?? 0,
        edits: message.edits.length,
      }));
}

/** The dead of each strike that a text tells, in its order. */
const deadIn = (text: string): number[] =>
  [...text.matchAll(/^\**\d+\\?\. .*?\b(1\d\d)\b/gmu)].map(([, dead]) => Number(dead));

describe.each(["telegram", "discord"] as const)(
  "after quiet hours with forty stories, a chat on %s",
  (on) => {
    it.each([
      ["en", "Meanwhile: 40 developments"],
      ["uk", "Тим часом: 40 подій"],
      ["ru", "Тем временем: 40 событий"],
    ])("gets few messages in %s, each story once, of which the first notifies", async (language, title) => {
      await subscribeQuietly(on, { language });
      for (let index = 1; index <= 40; index += 1) await tell(story(index));
      await deliver(on);
      expect(messagesOn(on)).toEqual([]);

      offsetMs = 2 * hourMs + minuteMs;
      await deliver(on);

      const messages = messagesOn(on);
      expect(messages.length).toBeLessThanOrEqual(4);
      expect(messages[0]?.text).toContain(title);
      expect(messages.map(({ isSilent }) => isSilent)).toEqual(messages.map((_, index) => index > 0));
      const told = messages.map(({ text }) => deadIn(text));
      expect(told.flat().toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, index) => 101 + index),
      );
      expect(messages.map(({ buttons }) => buttons)).toEqual(told.map(({ length }) => length));
    });

    it("has it changed, answered and corrected where it is", async () => {
      await subscribeQuietly(on, { quiet: null });
      for (let index = 1; index <= 6; index += 1) await tell(story(index));
      offsetMs = hourMs;
      await deliver(on);
      const changed = (index: number, fields: Partial<Alert>): Alert => ({
        ...story(index),
        revision: 2,
        type: "update",
        isLoud: false,
        changes: [
          {
            kind: "figure",
            from: figure({ low: 100 + index, high: 100 + index }),
            to: figure({ low: 190 + index, high: 190 + index }),
          },
        ],
        figures: [figure({ low: 190 + index, high: 190 + index })],
        ...fields,
      });

      await tell(changed(1, {}));
      await tell(changed(2, { type: "correction" }));
      await tell(changed(3, { isLoud: true }));
      await deliver(on);

      const [catchUp, answer, ...more] = messagesOn(on);
      expect(more).toEqual([]);
      expect(deadIn(catchUp?.text ?? "").toSorted()).toEqual([104, 105, 106, 191, 192, 193]);
      expect(catchUp).toMatchObject({ isSilent: false, edits: 1 });
      expect(catchUp?.text).toMatch(/Updated .*101 → 191/u);
      expect(catchUp?.text).toMatch(/Corrected .*102 → 192/u);
      expect(answer).toMatchObject({ isSilent: false, replyTo: catchUp?.id });
      expect(answer?.text).toContain("193");
    });
  },
);

describe("a catch-up in a forum", () => {
  it("keeps its name, and what comes of one of its developments has a post of its own, again and again", async () => {
    const forum = discord.addChannel("developments", "forum");
    await store.chats.subscribe({ ...addressOn("discord"), channel: forum.id }, wantsAll, clock.now());
    for (let index = 1; index <= 6; index += 1) await tell(story(index));
    offsetMs = hourMs;
    await deliver("discord");
    for (const [revision, dead] of [
      [2, 150],
      [3, 160],
    ] as const) {
      await tell({
        ...story(2),
        revision,
        type: "update",
        isLoud: true,
        figures: [figure({ low: dead, high: dead })],
      });
      await deliver("discord");
    }

    const posts = [...new Set(discord.messages().map(({ channelId }) => channelId))];
    const [catchUp = "", own = "", ...more] = posts;
    expect(more).toEqual([]);
    expect(discord.channel(catchUp).name).toBe("Meanwhile: 6 developments");
    expect(discord.messages(catchUp)).toHaveLength(1);
    expect(discord.messages(own).map(seenText)).toEqual([
      expect.stringContaining("150"),
      expect.stringContaining("160"),
    ]);
    expect(discord.channel(own).name).toContain("160");
  });
});

describe("a catch-up whose answer is lost", () => {
  beforeEach(async () => {
    for (const on of ["telegram", "discord"] as const) await subscribeQuietly(on, { quiet: null });
    for (let index = 1; index <= 6; index += 1) await tell(story(index));
    offsetMs = hourMs;
  });

  it("is there once on Discord, also when something changed before it was found", async () => {
    discord.script({ trouble: { kind: "lost-reply" }, path: "/messages", times: 1 });
    await deliver("discord");
    await tell({
      ...story(2),
      revision: 2,
      type: "update",
      isLoud: false,
      figures: [figure({ low: 199, high: 199 })],
    });
    await deliver("discord");

    const messages = messagesOn("discord");
    expect(messages).toHaveLength(1);
    expect(deadIn(messages[0]?.text ?? "").toSorted()).toEqual([101, 103, 104, 105, 106, 199]);
    expect(messages[0]?.text).not.toContain("may be a repeat");
  });

  it("is repeated once on Telegram, with the same stories, and says so", async () => {
    telegram.director.fail({ fault: { kind: "reset", isDone: true } });
    await deliver("telegram");

    const [first, repeat, ...more] = messagesOn("telegram");
    expect(more).toEqual([]);
    expect(deadIn(repeat?.text ?? "")).toEqual(deadIn(first?.text ?? ""));
    expect([first, repeat].map((message) => message?.text.includes("may be a repeat"))).toEqual([
      false,
      true,
    ]);
  });
});
