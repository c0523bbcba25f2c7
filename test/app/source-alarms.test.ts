import { beforeEach, describe, expect, it } from "vitest";
import { createTelegram } from "../../adapters/chat/telegram/index.ts";
import { systemClock } from "../../src/clock.ts";
import { textsOf } from "../../src/languages/texts.ts";
import { createSourceAlarms, type SourceAlarms } from "../../src/main/source-alarms.ts";
import type { PollState } from "../../src/model/source.ts";
import type { ChatPlatform, SendOutcome, SendRequest } from "../../src/ports/chat-platform.ts";
import { memoryUpdates, notedCommands } from "../adapters/chat/telegram/support.ts";
import { startFakeTelegram } from "../fakes/telegram/index.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { FRESH, memorySources, sourceAt } from "../poll/memory-sources.ts";
import { HOUR_MS, MINUTE_MS, START_AT } from "../poll/rig.ts";

const healthy: PollState = { ...FRESH, firstPolledAt: START_AT, lastSuccessAt: START_AT };
const failing: PollState = {
  ...healthy,
  failures: 9,
  firstFailureAt: START_AT - 7 * HOUR_MS,
  failure: { code: "http-403", text: "The server forbids us to read it. (HTTP 403)" },
};

describe("alarms of sources", () => {
  const store = memorySources(
    sourceAt("a", "https://a.example/feed"),
    sourceAt("b", "https://b.example/feed"),
  );
  let clock: FakeClock;
  let sent: SendRequest[];
  let logged: string[];
  let lastRoundAt: number | null;
  let outcomes: SendOutcome[];
  let isBusy = false;

  const platform = (name: string): ChatPlatform => ({
    name,
    limits: [],
    start: () => Promise.resolve(),
    check: () => Promise.resolve(name),
    stop: () => Promise.resolve(),
    isGroup: () => false,
    send: async (request) => {
      sent.push(request);
      return outcomes.shift() ?? { kind: "sent", messageId: "1" };
    },
    edit: () => Promise.reject(new Error("nothing is edited")),
  });

  const watching = (platforms = [platform("telegram"), platform("discord")]): SourceAlarms =>
    createSourceAlarms({
      sources: { list: () => (isBusy ? Promise.reject(new Error("busy")) : store.list()) },
      polling: { lastRoundAt: () => lastRoundAt },
      platforms,
      admins: { telegram: ["1", "2"] },
      text: (key, args) => textsOf("en").text(key, args),
      language: "en",
      clock,
      log: (level, message, fields) =>
        void logged.push([level, message, fields?.source ?? fields?.outcome].join(" ")),
    });
  const textOf = ({ message }: SendRequest): string[] =>
    message.blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ text }) => text) : []));

  beforeEach(async () => {
    clock = createFakeClock(START_AT);
    [sent, logged, outcomes, lastRoundAt] = [[], [], [], null];
    for (const id of ["a", "b"]) await store.saveState(id, healthy);
  });

  it("come once to each admin, with their cause, and so does the end", async () => {
    const alarms = watching();
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.saveState("a", failing);
    await store.saveState("b", failing);
    await clock.advance(5 * MINUTE_MS);
    const first = sent.splice(0);
    await store.saveState("a", healthy);
    await clock.advance(5 * MINUTE_MS);
    await alarms.stop();

    expect(first.map(({ address }) => address)).toEqual([
      { platform: "telegram", channel: "1", thread: null },
      { platform: "telegram", channel: "2", thread: null },
    ]);
    expect(first.map(textOf)[0]).toEqual([
      "Outlet a (a): The last 9 polls failed: The server forbids us to read it. (HTTP 403)",
      "Outlet b (b): The last 9 polls failed: The server forbids us to read it. (HTTP 403)",
    ]);
    expect(sent.map(textOf)).toEqual([["Outlet a works again."], ["Outlet a works again."]]);
    expect(logged).toEqual([
      "warn A source needs attention. a",
      "warn A source needs attention. b",
      "warn A source works again. a",
    ]);
  });

  it("say that the poller has stopped, and that it goes on", async () => {
    lastRoundAt = START_AT;
    const alarms = watching();
    alarms.start();
    await clock.advance(5 * MINUTE_MS);
    lastRoundAt = clock.now();
    await clock.advance(MINUTE_MS);
    await alarms.stop();

    expect(sent.filter(({ address }) => address.channel === "1").flatMap(textOf)).toEqual([
      "The polling of all sources has stopped. Restart the bot, and look into its log.",
      "The sources are polled again.",
    ]);
  });

  it("are tried again when the platform says later, and given up when it says no", async () => {
    const alarms = watching();
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.saveState("a", failing);
    outcomes = [
      { kind: "wait", scope: "chat", retryAfterMs: 3_000, why: "429" },
      { kind: "sent", messageId: "1" },
      { kind: "chat-gone", why: "blocked" },
    ];
    await clock.advance(5 * MINUTE_MS);
    await alarms.stop();

    expect(sent.map(({ address }) => address.channel)).toEqual(["1", "1", "2"]);
    expect(logged.at(-1)).toBe("warn An admin could not be told of an alarm. chat-gone");
  });

  it("arrive on Telegram as a private message to an admin who has pressed Start", async () => {
    const telegram = await startFakeTelegram();
    telegram.director.types(1, 1, "/start");
    const real = createTelegram({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      commands: notedCommands([]),
      updates: memoryUpdates(),
      clock: systemClock,
      log: () => undefined,
    });
    const alarms = watching([real]);
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.saveState("a", failing);
    await clock.advance(MINUTE_MS);
    await expect.poll(() => logged.length, { timeout: 10_000 }).toBe(2);
    await alarms.stop();
    await telegram.close();

    expect(telegram.director.sent().map(({ chatId }) => chatId)).toEqual([1]);
    expect(telegram.director.sent()[0]?.text).toContain("Outlet a (a): The last 9 polls failed");
    // The other admin has never written to the bot.
    expect(logged.at(-1)).toMatch(/An admin could not be told of an alarm\. (?:chat-gone|no-rights)/u);
  });

  it("survive a store that cannot be read for a while", async () => {
    const alarms = watching();
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.saveState("a", failing);
    isBusy = true;
    await clock.advance(MINUTE_MS);
    isBusy = false;
    await clock.advance(MINUTE_MS);
    await alarms.stop();

    expect(sent.map(textOf)).toHaveLength(2);
    expect(logged[0]).toBe("error The sources could not be looked at. ");
  });
});
