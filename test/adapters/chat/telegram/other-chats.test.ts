import { describe, expect, it, vi } from "vitest";
import type { MissingRight } from "../../../../src/ports/command.ts";
import type { Fault } from "../../../fakes/telegram/index.ts";
import { addressOf, notedCommands, optionOf, specOf, useTelegram } from "./support.ts";
import type { Bench, NotedCommands } from "./support.ts";

const stage = useTelegram();
const olena = 7;

const where = { ...optionOf("where", false), kind: "chat" as const };
const settings = specOf("settings", {
  subcommands: [{ name: "show", description: { en: "All." }, options: [optionOf("page", false), where] }],
});
const publish = specOf("publish", { options: [{ ...where, isRequired: true }] });
const commands = (): NotedCommands => notedCommands([settings, publish, specOf("why")]);

const last = (bench: Bench) => bench.commands.invocations.at(-1);
const called = (bench: Bench, count = 1) =>
  vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(count));

function channelOf(change: { readonly username?: string } = {}): number {
  return stage.telegram.director.addChat({
    type: "channel",
    title: "News of the day",
    botStatus: "administrator",
    members: { 7: "administrator", 8: "member" },
    ...change,
  });
}

describe("the chat that a command names", () => {
  it.each([
    "@news_of_the_day",
    "https://t.me/news_of_the_day",
    "t.me/s/news_of_the_day",
    "https://t.me/news_of_the_day/42",
  ])("is found by %s, wherever it stands among the words", async (word) => {
    const channel = channelOf({ username: "news_of_the_day" });
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, `/settings ${word} kinds`);

    await called(bench);
    expect(last(bench)).toMatchObject({
      subcommand: "show",
      options: { page: "kinds" },
      target: { address: addressOf(channel), title: "News of the day" },
    });
  });

  it("is found by its id", async () => {
    const channel = channelOf();
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, `/settings ${channel}`);

    await called(bench);
    expect(last(bench)?.target?.address).toEqual(addressOf(channel));
  });

  it("is a topic where the link leads into one", async () => {
    const forum = stage.telegram.director.addChat({ type: "supergroup", isForum: true, username: "readers" });
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, "/settings https://t.me/readers/15/230");

    await called(bench);
    expect(last(bench)?.target?.address).toEqual(addressOf(forum, 15));
  });

  it("is none when the bot cannot see it", async () => {
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, "/settings @nothing_there");

    await called(bench);
    expect(last(bench)).toMatchObject({ target: null, options: { where: "@nothing_there" } });
  });

  it("is the one whose post is passed on in private", async () => {
    const channel = channelOf();
    const messageId = stage.telegram.director.posts(channel, "A post.");
    const bench = await stage.started({ commands: commands() });

    stage.telegram.director.forwards(olena, olena, { channelId: channel, messageId });

    await called(bench);
    expect(last(bench)).toMatchObject({ command: "settings", target: { address: addressOf(channel) } });
  });

  it("is not meant by a post of a channel that is not theirs: that post is", async () => {
    const channel = channelOf({ username: "news_of_the_day" });
    const messageId = stage.telegram.director.posts(channel, "A post.");
    const whynot = specOf("whynot", { options: [optionOf("url", true)] });
    const bench = await stage.started({ commands: notedCommands([settings, whynot]) });

    stage.telegram.director.forwards(8, 8, { channelId: channel, messageId });
    await called(bench);
    stage.telegram.director.forwards(olena, olena, { channelId: channel, messageId });

    await called(bench, 2);
    expect(bench.commands.invocations.map(({ command, options }) => [command, options])).toEqual([
      ["whynot", { url: `https://t.me/news_of_the_day/${messageId}` }],
      ["settings", { where: String(channel) }],
    ]);
  });

  it("is asked for where it is needed, and can be chosen, typed or shown by a post", async () => {
    const channel = channelOf({ username: "news_of_the_day" });
    const messageId = stage.telegram.director.posts(channel, "A post.");
    const bench = await stage.started({ commands: commands() });
    const ways: readonly (() => unknown)[] = [
      () => stage.telegram.director.sharesChat(olena, "Choose a channel", channel),
      () => stage.telegram.user(olena).types(olena, "@news_of_the_day"),
      () => stage.telegram.director.forwards(olena, olena, { channelId: channel, messageId }),
    ];

    for (const [index, way] of ways.entries()) {
      const before = stage.telegram.director.sent(olena).length;
      stage.telegram.user(olena).types(olena, index === 0 ? "/publish" : "/settings @ kinds");
      await stage.telegram.until(() => stage.telegram.director.sent(olena).length === before + 1);
      expect(stage.telegram.director.sent(olena).at(-1)?.markup?.kind).toBe("keyboard");
      way();
      await called(bench, index + 1);
      expect(last(bench)?.target?.address).toEqual(addressOf(channel));
      await stage.telegram.until(() => stage.telegram.director.sent(olena).length === before + 2);
    }

    expect(bench.commands.invocations.map(({ command, options }) => [command, options["page"]])).toEqual([
      ["publish", undefined],
      ["settings", "kinds"],
      ["settings", "kinds"],
    ]);
  });
});

describe("who administers another chat", () => {
  it.each([
    [7, true],
    [8, false],
    [9, false],
  ])("is asked of Telegram: person %d, %s", async (userId, isAdmin) => {
    const channel = channelOf();
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(userId).types(userId, `/settings ${channel}`);

    await called(bench);
    expect(await last(bench)?.user.isChatAdmin(addressOf(channel))).toBe(isAdmin);
    expect(await last(bench)?.user.isChatAdmin(addressOf(userId))).toBe(true);
    expect(await last(bench)?.user.isChatAdmin(addressOf(olena + 1_000))).toBe(false);
  });
});

describe("a question of rights that is not answered at first", () => {
  it.each<[string, Fault]>([
    [
      "the server asks to wait",
      { kind: "error", code: 429, description: "", parameters: { retry_after: 2 } },
    ],
    ["the server fails", { kind: "status", status: 502, isDone: false, isHtml: true }],
  ])("is asked again, as %s", async (_, fault) => {
    const channel = channelOf();
    const bench = await stage.started({ commands: commands() });
    for (const method of ["getChat", "getChatMember"]) stage.telegram.director.fail({ method, fault });

    stage.telegram.user(7).types(7, `/settings ${channel}`);

    await called(bench);
    expect(last(bench)?.target?.address).toEqual(addressOf(channel));
    expect(await last(bench)?.user.isChatAdmin(addressOf(channel))).toBe(true);
  });
});

describe("what the bot lacks in a chat", () => {
  const director = () => stage.telegram.director;
  it.each<[string, () => number, readonly MissingRight[]]>([
    ["a private chat: nothing", () => olena, []],
    ["a channel that it posts in: nothing", () => channelOf(), []],
    ["a channel without the right to post", () => setChat(channelOf(), { canPost: false }), ["send"]],
    ["a channel that it does not administer", () => setStatus(channelOf(), "member"), ["send"]],
    ["a group: nothing", () => director().addChat({ type: "supergroup" }), []],
    [
      "a group without texts",
      () => setChat(director().addChat({ type: "supergroup" }), { canSend: false }),
      ["send"],
    ],
    [
      "a group without photos",
      () => setChat(director().addChat({ type: "supergroup" }), { canSendPhotos: false }),
      ["attach"],
    ],
    [
      "a group that threw it out",
      () => director().addChat({ type: "supergroup", botStatus: "kicked" }),
      ["see", "send"],
    ],
    ["a chat that there is not", () => -1_000_000_000_404, ["see", "send"]],
  ])("in %s", async (_, chat, missing) => {
    const at = addressOf(chat());
    const bench = await stage.started({ commands: commands() });
    stage.telegram.user(olena).types(olena, "/why");
    await called(bench);

    expect(await last(bench)?.missingRights(at)).toEqual(missing);
  });

  const setChat = (id: number, change: Parameters<ReturnType<typeof director>["setChat"]>[1]): number => {
    director().setChat(id, change);
    return id;
  };
  const setStatus = (id: number, botStatus: "member"): number => setChat(id, { botStatus });
});

describe("the message that a command is about", () => {
  it("is the one that it answers", async () => {
    const bench = await stage.started({ commands: commands() });
    const asked = stage.telegram.user(olena).types(olena, "/why");
    await called(bench);

    stage.telegram.user(olena).types(olena, "/why", { replyTo: asked });

    await called(bench, 2);
    expect(bench.commands.invocations.map(({ about }) => about)).toEqual([null, String(asked)]);
  });

  it("is none in a topic, where every message seems to answer the first", async () => {
    const bench = await stage.started({ commands: commands() });
    const forum = stage.telegram.director.addChat({
      type: "supergroup",
      isForum: true,
      members: { 7: "member" },
    });
    const topic = stage.telegram.director.addTopic(forum, "Exchanges");

    stage.telegram.user(olena).types(forum, "/why", { threadId: topic });

    await called(bench);
    expect(last(bench)?.about).toBeNull();
  });
});

describe("a channel that the bot is let into", () => {
  const join = () => {
    const channel = channelOf();
    stage.telegram.director.setChat(channel, { botStatus: "left" });
    stage.telegram.director.setBotStatus(channel, "administrator", olena);
    return channel;
  };

  it("is offered to be set up to who let it in, in their private chat", async () => {
    const bench = await stage.started({ commands: commands() });
    stage.telegram.user(olena).types(olena, "/why");
    await called(bench);

    const channel = join();

    await called(bench, 2);
    expect(last(bench)).toMatchObject({
      command: "settings",
      address: addressOf(olena),
      isDirect: true,
      target: { address: addressOf(channel) },
    });
    await stage.telegram.until(() => stage.telegram.director.sent(olena).length === 2);
    expect(stage.telegram.director.sent(channel)).toEqual([]);
  });

  it("is left alone when who let it in has never written to the bot", async () => {
    const bench = await stage.started({ commands: commands() });

    join();

    await called(bench);
    await vi.waitFor(() => expect(bench.commands.gone.map(([chat]) => chat)).toEqual([String(olena)]));
    expect(bench.lines.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("a group that the bot is let into", () => {
  const join = (by: number) => {
    const group = stage.telegram.director.addChat({
      type: "supergroup",
      botStatus: "left",
      members: { 7: "administrator", 8: "member" },
    });
    stage.telegram.director.setBotStatus(group, "member", by);
    return group;
  };

  it("is offered to be set up in private to an administrator who let it in; in the group everybody learns who can subscribe it", async () => {
    const bench = await stage.started({ commands: commands() });
    for (const person of [8, olena]) stage.telegram.user(person).types(person, "/why");
    await called(bench, 2);

    join(8);
    const group = join(olena);

    await called(bench, 3);
    expect(last(bench)).toMatchObject({
      command: "settings",
      address: addressOf(olena),
      target: { address: addressOf(group) },
    });
    await stage.telegram.until(() => stage.telegram.director.sent(olena).length === 2);
    const [greeting, ...others] = stage.telegram.director.sent(group);
    expect(greeting?.text).toContain("Once an administrator has subscribed this group");
    expect(greeting?.keyboard?.flat()).toMatchObject([{ text: "Subscribe" }]);
    expect(others).toEqual([]);
  });
});

describe("a right to write that comes back", () => {
  const bot = { id: 1, is_bot: true, first_name: "Bot" };
  const muted = { status: "restricted", user: bot, is_member: true, can_send_messages: false };
  const admin = { status: "administrator", user: bot, can_manage_chat: true };

  it.each([
    ["a group", "supergroup", muted, { status: "member", user: bot }],
    ["a restricted group", "supergroup", muted, { ...muted, can_send_messages: true }],
    ["a channel", "channel", { ...admin, can_post_messages: false }, { ...admin, can_post_messages: true }],
  ])("in %s is told of to the commands, once", async (_where, type, before, after) => {
    const bench = await stage.started({ commands: commands() });
    const chat = { id: -100_777, type, title: "Readers" };
    const change = (old: object, member: object) => ({
      chat,
      from: { id: olena, is_bot: false, first_name: "Olena" },
      date: 1,
      old_chat_member: old,
      new_chat_member: member,
    });

    stage.telegram.director.receives("my_chat_member", change(after, before));
    stage.telegram.director.receives("my_chat_member", change(before, after));
    stage.telegram.director.receives("my_chat_member", change(after, after));
    stage.telegram.user(olena).types(olena, "/why");

    await called(bench);
    await vi.waitFor(() => expect(bench.commands.back).toEqual([String(chat.id)]));
    expect(bench.commands.gone).toEqual([]);
  });
});

describe("a person who lets the bot in again", () => {
  it("is told of to the commands, in private chats and in groups", async () => {
    const bench = await stage.started({ commands: commands() });
    stage.telegram.user(olena).types(olena, "/why");
    const group = stage.telegram.director.addChat({ type: "supergroup" });
    await called(bench);

    stage.telegram.user(olena).blocks();
    stage.telegram.user(olena).unblocks();
    stage.telegram.director.setBotStatus(group, "kicked");
    stage.telegram.director.setBotStatus(group, "member");
    stage.telegram.director.setBotStatus(group, "administrator");

    // What happens in one chat waits for nothing in another.
    const both = [String(group), String(olena)];
    await vi.waitFor(() => expect(bench.commands.back.toSorted()).toEqual(both));
    expect(bench.commands.gone.map(([chat]) => chat).toSorted()).toEqual(both);
  });
});
