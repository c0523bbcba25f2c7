import { describe, expect, it, vi } from "vitest";
import { deepLink } from "../../../../adapters/chat/telegram/deep-link.ts";
import type { Card } from "../../../../src/ports/command.ts";
import { chartOf } from "./memory.ts";
import { messageOf, notedCommands, optionOf, specOf, useTelegram, warningsOf } from "./support.ts";
import type { NotedCommands } from "./support.ts";

const stage = useTelegram();
const olena = 7;
const development = specOf("development", { options: [optionOf("development", true)] });
const leave = specOf("leave", { access: "chat-admin" });
const feeds = specOf("feeds", {
  subcommands: [
    { name: "list", description: { en: "List" }, options: [] },
    { name: "add", description: { en: "Add" }, options: [optionOf("address", true)], access: "admin" },
  ],
});
const complaint = specOf("complaint", { options: [optionOf("words", false)], tellsOthers: true });
const start = specOf("start", { options: [optionOf("link", false)] });
const commands = (): NotedCommands => notedCommands([start, development, leave, feeds, complaint]);
const payloadOf = (data: string) => new URL(deepLink("tallywire_bot", data) ?? "").searchParams.get("start");

const card = (id: string, change: Partial<Card> = {}): Card => ({
  id,
  summary: "307 released on 24 May",
  message: messageOf("Prisoner exchange", {
    blocks: [
      { kind: "figures", rows: [{ label: "Released", value: "307", by: "a spokesperson", isRival: false }] },
    ],
    actions: [
      { command: "development", argument: "d42", label: "Sources" },
      { command: "leave", argument: "", label: "Leave" },
    ],
  }),
  ...change,
});

async function cardsFor(offered: readonly Card[], query = "exchange") {
  const noted = commands();
  noted.offered.push(...offered);
  const bench = await stage.started({ commands: noted });
  const id = stage.telegram.director.asksInline(olena, query);
  const answer = await stage.telegram.until(() => stage.telegram.director.query(id)?.answer);
  return { answer, bench };
}

describe("a link into the chat with the bot", () => {
  it("does what the button does", async () => {
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, `/start ${payloadOf("development:d42")}`);

    await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
    expect(bench.commands.invocations[0]).toMatchObject({
      command: "development",
      options: { development: "d42" },
    });
  });

  it.each([
    "leave",
    "nothing:d1",
    "~unknown",
    "feeds:add https://feed.example/f",
    "complaint:d1 these words are another's",
  ])("does nothing that not everybody may do: %s", async (data) => {
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, `/start ${payloadOf(data)}`);

    await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
    expect(bench.commands.invocations[0]?.command).toBe("start");
  });

  it("does nothing to a channel but by an answer", async () => {
    const bench = await stage.started({ commands: commands() });
    const link = new URL(deepLink("tallywire_bot", "leave", -1_001_234_567_890) ?? "");

    stage.telegram.user(olena).types(olena, `/start ${link.searchParams.get("start")}`);

    await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
    expect(bench.commands.invocations[0]?.command).toBe("start");
  });

  it("with a payload of another's reaches the start command", async () => {
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, "/start preset-exchanges");

    await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
    expect(bench.commands.invocations[0]?.options).toEqual({ link: "preset-exchanges" });
  });

  it("holds at most the 64 characters that Telegram takes", () => {
    expect(payloadOf(`development:${"x".repeat(34)}`)?.length).toBe(64);
    expect(deepLink("tallywire_bot", `development:${"x".repeat(35)}`)).toBeNull();
  });
});

describe("inline mode", () => {
  it("offers cards whose buttons lead into the chat with the bot", async () => {
    const { answer } = await cardsFor([card("d42")]);

    expect(answer).toMatchObject({ isPersonal: true, cacheSeconds: 30, nextOffset: "", button: null });
    expect(answer.cards).toMatchObject([
      {
        id: "d42",
        title: "Prisoner exchange",
        description: "307 released on 24 May",
        shown: { text: "Prisoner exchange\n\n• Released: 307 (a spokesperson)" },
      },
    ]);
    expect(answer.cards[0]?.shown.keyboard).toEqual([
      [{ text: "Sources", url: deepLink("tallywire_bot", "development:d42") }],
      [{ text: "Open Tallywire", url: "https://t.me/tallywire_bot" }],
    ]);
  });

  it("shows the words of a chart: nothing can be uploaded there", async () => {
    const message = messageOf("Attacks", { chart: chartOf("Attacks by place") });
    const { answer } = await cardsFor([card("c1", { message })]);

    expect(answer.cards[0]?.shown.text).toContain("Kharkiv region leads with 60");
  });

  it("offers the bot where there is nothing to share", async () => {
    const { answer } = await cardsFor([]);

    expect(answer).toMatchObject({
      cards: [],
      button: { text: "Open Tallywire", startParameter: "inline" },
    });
  });

  it("leaves out what Telegram would refuse", async () => {
    const { answer } = await cardsFor([card("a"), card("a"), card(""), card("ж".repeat(33)), card("b")]);

    expect(answer.cards.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("has one page", async () => {
    await cardsFor([card("a")]);
    const id = stage.telegram.director.asksInline(olena, "exchange", "1");

    const answer = await stage.telegram.until(() => stage.telegram.director.query(id)?.answer);

    expect(answer.cards).toEqual([]);
  });

  it("answers after a short wait that Telegram asks for", async () => {
    const fault = { kind: "error", code: 429, description: "", parameters: { retry_after: 1 } } as const;
    stage.telegram.director.fail({ method: "answerInlineQuery", fault });

    const { answer } = await cardsFor([card("d42")]);

    expect(answer.cards).toHaveLength(1);
  });

  it("lets a query pass that is too old", async () => {
    stage.telegram.director.fail({
      method: "answerInlineQuery",
      fault: {
        kind: "error",
        code: 400,
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
    });
    const noted = commands();
    const bench = await stage.started({ commands: noted });
    stage.telegram.director.asksInline(olena, "exch");
    const id = stage.telegram.director.asksInline(olena, "exchange");

    await stage.telegram.until(() => stage.telegram.director.query(id)?.answer);

    expect(warningsOf(bench)).toEqual([]);
  });
});
