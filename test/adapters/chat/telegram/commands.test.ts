import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addressOf,
  hastyClock,
  messageOf,
  noStop,
  notedCommands,
  optionOf,
  sendRequest,
  setUp,
  specOf,
} from "./support.ts";
import type { Bench, BenchOptions } from "./support.ts";

let bench: Bench | null = null;
afterEach(async () => {
  await bench?.stop();
  bench = null;
});

async function started(options: BenchOptions = {}): Promise<Bench> {
  bench = await setUp(options);
  await bench.platform.start(noStop);
  return bench;
}

const sources = specOf("sources", {
  description: { en: "The sources.", uk: "Джерела." },
  subcommands: [
    {
      name: "add",
      description: { en: "Adds one.", uk: "Додає." },
      options: [optionOf("url", true), optionOf("title", false)],
    },
    { name: "list", description: { en: "Lists them.", uk: "Показує." }, options: [] },
  ],
});

describe("commands in a private chat", () => {
  it("answers /start and keeps the person's language", async () => {
    const { telegram, commands } = await started();
    const olena = telegram.user(7, { language: "uk", firstName: "Olena" });

    olena.types(7, "/start");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(7),
    );
    expect(answer).toMatchObject({ text: "done start", isSilent: false, isPreviewOff: true, replyTo: null });
    expect(commands.invocations[0]).toMatchObject({
      command: "start",
      address: addressOf(7),
      chatTitle: "Olena",
    });
    expect(commands.invocations[0]?.user).toMatchObject({ platform: "telegram", id: "7", language: "uk" });
    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(true);
  });

  it("hands a deep link's payload over as the first option", async () => {
    const commands = notedCommands([specOf("start", { options: [optionOf("link", false)] })]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/start d42");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.options).toEqual({ link: "d42" });
  });

  it("gives options by their places, the last one with the rest of the words", async () => {
    const commands = notedCommands([sources]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/sources add https://news.example/rss  The Daily Example");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]).toMatchObject({
      command: "sources",
      subcommand: "add",
      options: { url: "https://news.example/rss", title: "The Daily Example" },
    });
  });

  it("answers a missing option with the usage, in the person's language", async () => {
    const commands = notedCommands([sources]);
    const { telegram } = await started({ commands });

    telegram.user(7, { language: "uk" }).types(7, "/sources add");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(7),
    );
    expect(answer?.text).toBe("Додає.\n\n/sources add <url> [title]\n\n• url: Це url.\n• title: Це title.");
    expect(commands.invocations).toEqual([]);
  });

  it("takes a command without its subcommand for the first one", async () => {
    const settings = specOf("settings", {
      subcommands: [
        { name: "show", description: { en: "All." }, options: [optionOf("page", false)] },
        { name: "zone", description: { en: "Zone." }, options: [optionOf("zone", true)] },
      ],
    });
    const commands = notedCommands([settings]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/settings");
    telegram.user(7).types(7, "/settings 2");
    telegram.user(7).types(7, "/settings ZONE Europe/Kyiv");

    await telegram.until(() => commands.invocations.length === 3);
    expect(commands.invocations.map(({ subcommand, options }) => [subcommand, options])).toEqual([
      ["show", {}],
      ["show", { page: "2" }],
      ["zone", { zone: "Europe/Kyiv" }],
    ]);
  });

  it("answers words that name no subcommand with all of them", async () => {
    const list = { name: "list", description: { en: "Lists them." }, options: [] };
    const add = { name: "add", description: { en: "Adds one." }, options: [optionOf("url", true)] };
    const commands = notedCommands([specOf("sources", { subcommands: [list, add] })]);
    const { telegram } = await started({ commands });

    telegram.user(7, { language: null }).types(7, "/sources adds https://news.example");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(7),
    );
    expect(answer?.text).toContain("/sources list — Lists them.\n/sources add <url> — Adds one.");
  });

  it("leaves an incomplete command that is not for everyone to the registry, which knows who may use it", async () => {
    const commands = notedCommands([{ ...sources, access: "admin" }]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/sources add");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]).toMatchObject({ command: "sources", subcommand: "add", options: {} });
  });

  it("takes a choice by its label", async () => {
    const choices = [{ value: "uk", label: { en: "Ukrainian", uk: "українська" } }];
    const language = specOf("language", { options: [{ ...optionOf("to", true), choices }] });
    const commands = notedCommands([language]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/language Українська");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.options).toEqual({ to: "uk" });
  });

  it("takes words without a command for what is looked for", async () => {
    const commands = notedCommands([
      specOf("search", { options: [optionOf("words", true)] }),
      specOf("help"),
    ]);
    const { telegram } = await started({ commands });
    const group = telegram.director.addChat({
      type: "group",
      botStatus: "administrator",
      members: { 7: "member" },
    });

    telegram.user(7).types(group, "talk among people");
    telegram.user(7).types(7, "Kharkiv drones");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations.map(({ command, options }) => [command, options])).toEqual([
      ["search", { words: "Kharkiv drones" }],
    ]);
  });

  it("takes what is written under a photo like any words", async () => {
    const commands = notedCommands([
      specOf("search", { options: [optionOf("words", true)] }),
      specOf("latest"),
    ]);
    const { telegram } = await started({ commands });

    telegram.user(7).types(7, "/latest", { under: "photo" });
    telegram.user(7).types(7, "Kharkiv", { under: "photo", isOfAlbum: true });
    telegram.user(7).types(7, "", { under: "photo", isOfAlbum: true });

    await telegram.until(() => commands.invocations.length > 1);
    expect(commands.invocations.map(({ command }) => command)).toEqual(["latest", "search"]);
  });

  it("says that it reads words where something has none, but not to a group", async () => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({
      type: "group",
      botStatus: "administrator",
      members: { 7: "member" },
    });

    telegram.user(7).types(group, "", { under: "sticker" });
    telegram.user(7).types(7, "", { under: "photo", isOfAlbum: true });
    telegram.user(7).types(7, "", { under: "voice" });

    await telegram.until(() => telegram.director.sent(7).length > 0);
    expect(telegram.director.sent(7).map(({ text }) => text)).toEqual([
      "I read words only. /help lists what you can ask.",
    ]);
    expect(telegram.director.sent(group)).toEqual([]);
    expect(commands.invocations).toEqual([]);
  });

  it("answers an unknown command with the help", async () => {
    const { telegram, commands } = await started();

    telegram.user(7).types(7, "/nonsense");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.command).toBe("help");
  });
});

describe("commands in groups", () => {
  it("answers /name@bot as a reply, and leaves other bots' commands alone", async () => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({
      type: "supergroup",
      title: "Readers",
      botStatus: "administrator",
      members: { 7: "member" },
    });
    const olena = telegram.user(7);

    olena.types(group, "/start@other_bot");
    olena.types(group, "/nonsense");
    const asked = olena.types(group, "/start@tallywire_bot");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(group),
    );
    expect(answer).toMatchObject({ replyTo: asked, threadId: null });
    expect(commands.invocations).toHaveLength(1);
    expect(commands.invocations[0]).toMatchObject({ address: addressOf(group), chatTitle: "Readers" });
  });

  it.each([
    ["creator", true],
    ["administrator", true],
    ["member", false],
    ["left", false],
  ] as const)("asks Telegram whether a %s administers the chat: %s", async (status, isAdmin) => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "administrator" } });
    telegram.user(7).types(group, "/start");
    await telegram.until(() => commands.invocations.length > 0);

    telegram.director.setMember(group, 7, status);

    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(isAdmin);
  });

  it("refuses rights when Telegram does not answer", async () => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({ type: "group", members: { 7: "administrator" } });
    telegram.user(7).types(group, "/start");
    await telegram.until(() => commands.invocations.length > 0);
    telegram.director.fail({
      method: "getChatMember",
      times: null,
      fault: { kind: "status", status: 500, isDone: false },
    });

    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(false);
  });

  it("takes an anonymous administrator for one, under the group's own id", async () => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "administrator" } });

    telegram.user(7).types(group, "/start", { isAnonymous: true });

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.user.id).toBe(String(group));
    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(true);
  });

  it("answers in the topic, and takes a topic for a place of its own", async () => {
    const { telegram, commands } = await started();
    const forum = telegram.director.addChat({ type: "supergroup", isForum: true, members: { 7: "member" } });
    const topic = telegram.director.addTopic(forum, "Exchanges");

    telegram.user(7).types(forum, "/start", { threadId: topic });

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(forum),
    );
    expect(answer?.threadId).toBe(topic);
    expect(commands.invocations[0]?.address).toEqual(addressOf(forum, topic));
  });

  it("does nothing for a press in a forum that does not tell its topic", async () => {
    const { telegram, commands } = await started({ clock: hastyClock(0) });
    const forum = telegram.director.addChat({ type: "supergroup", isForum: true, members: { 7: "member" } });
    const topic = telegram.director.addTopic(forum, "Exchanges");
    const message = telegram.user(7).types(forum, "/start", { threadId: topic });
    await telegram.until(() => commands.invocations.length === 1);

    const press = telegram.director.pressesUnseen(7, forum, message, "start");

    const answer = await telegram.until(() => telegram.director.press(press)?.answer);
    expect(answer.text).toBe("This button no longer works. /help lists what you can ask.");
    expect(commands.invocations).toHaveLength(1);
  });

  it("follows a group that becomes a supergroup, as both chats tell it", async () => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({ type: "group" });

    const to = telegram.director.migrate(group);

    await telegram.until(
      () => commands.moves.length === 2 || telegram.director.calls("getUpdates").length > 3,
    );
    expect(commands.moves).toEqual([
      [String(group), String(to)],
      [String(group), String(to)],
    ]);
  });

  it.each([
    ["kicked", "bot was kicked from the supergroup"],
    ["left", "bot was removed from the supergroup"],
  ] as const)("tells the commands that it was %s", async (status, reason) => {
    const { telegram, commands } = await started();
    const group = telegram.director.addChat({ type: "supergroup" });

    telegram.director.setBotStatus(group, status);

    await vi.waitFor(() => expect(commands.gone).toEqual([[String(group), reason]]));
  });

  it("tells the commands that a person has blocked it, and nothing when they return", async () => {
    const { telegram, commands } = await started();
    const olena = telegram.user(7);
    olena.types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);

    olena.blocks();
    olena.unblocks();
    olena.types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(commands.gone).toEqual([["7", "bot was blocked by the user"]]);
  });
});

describe("commands in a channel", () => {
  it("come as posts, and only from its administrators", async () => {
    const { telegram, commands } = await started();
    const channel = telegram.director.addChat({ type: "channel", title: "News", botStatus: "administrator" });

    const post = telegram.director.posts(channel, "/start");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(channel),
    );
    expect(answer?.replyTo).toBe(post);
    expect(commands.invocations[0]).toMatchObject({ address: addressOf(channel), chatTitle: "News" });
    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(true);
  });
});

describe("buttons", () => {
  const why = specOf("why", { options: [optionOf("development", true)], isListed: false });
  const withButton = messageOf("Exchange", { actions: [{ command: "why", argument: "d42", label: "Why" }] });

  it("run their command with the argument, after the press was answered", async () => {
    const commands = notedCommands([why]);
    const { telegram, platform } = await started({ commands });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(
      {
        key: "k",
        address: addressOf(group),
        message: withButton,
        isLoud: true,
        replyTo: null,
        mayRepeat: false,
      },
      noStop,
    );
    const [shown] = telegram.director.sent(group);

    const press = telegram.user(7).presses(shown!, "Why");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(telegram.director.press(press)?.answer).toEqual({ text: "", isAlert: false });
    expect(commands.invocations[0]).toMatchObject({ command: "why", options: { development: "d42" } });
    expect(telegram.director.sent(group)[1]).toMatchObject({ text: "done why", replyTo: shown?.messageId });
    const order = telegram.director.calls().map((call) => call.method);
    expect(order.indexOf("answercallbackquery")).toBeLessThan(order.lastIndexOf("sendmessage"));
  });

  it("run their command also when the press is too old to be answered", async () => {
    const { telegram, platform, commands } = await started({ commands: notedCommands([why]) });
    telegram.director.openPrivateChats(7, 1);
    await platform.send(
      { key: "k", address: addressOf(7), message: withButton, isLoud: true, replyTo: null, mayRepeat: false },
      noStop,
    );
    telegram.director.fail({
      method: "answerCallbackQuery",
      fault: {
        kind: "error",
        code: 400,
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
    });

    telegram.user(7).presses(telegram.director.sent(7)[0]!, "why:d42");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(commands.invocations).toHaveLength(1);
  });

  it("show a short answer that is for one person to that person only", async () => {
    const commands = notedCommands([why], async () => messageOf("Only administrators may do that."), {
      isPrivate: true,
    });
    const { telegram, platform } = await started({ commands, clock: hastyClock(0) });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");

    const answer = await telegram.until(() => telegram.director.press(press)?.answer);
    expect(answer).toEqual({ text: "Only administrators may do that.", isAlert: true });
    expect(telegram.director.sentCount()).toBe(1);
  });

  it("stop waiting before a slow answer, which then is a message", async () => {
    const held = Promise.withResolvers<void>();
    const commands = notedCommands([why], async () => (await held.promise, messageOf("At last.")), {
      isPrivate: true,
    });
    const { telegram, platform } = await started({ commands });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");
    const answer = await telegram.until(() => telegram.director.press(press)?.answer);
    held.resolve();

    expect(answer).toEqual({ text: "", isAlert: false });
    await telegram.until(() => telegram.director.sent(group).length === 2);
  });

  it("stop waiting when their command fails", async () => {
    const commands = notedCommands([why], async () => Promise.reject(new Error("no answer")));
    const { telegram, platform } = await started({ commands, clock: hastyClock(0) });
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "member" } });
    await platform.send(sendRequest(group, withButton), noStop);

    const press = telegram.user(7).presses(telegram.director.sent(group)[0]!, "Why");

    expect(await telegram.until(() => telegram.director.press(press)?.answer)).toEqual({
      text: "",
      isAlert: false,
    });
  });

  it("do nothing with data that names no command", async () => {
    const { telegram, platform, commands } = await started({ commands: notedCommands([why]) });
    telegram.director.openPrivateChats(7, 1);
    await platform.send(
      { key: "k", address: addressOf(7), message: withButton, isLoud: true, replyTo: null, mayRepeat: false },
      noStop,
    );

    const press = telegram.director.forges(7, 7, telegram.director.sent(7)[0]!.messageId, "drop:everything");

    await telegram.until(() => telegram.director.press(press)?.answer);
    expect(commands.invocations).toEqual([]);
  });
});
