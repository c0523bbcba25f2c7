import { describe, expect, it } from "vitest";
import { addressOf, notedCommands, optionOf, specOf, useTelegram } from "./support.ts";

const stage = useTelegram({});

const sources = specOf("sources", {
  description: { en: "The sources.", uk: "Джерела." },
  subcommands: [
    {
      name: "add",
      description: { en: "Adds one.", uk: "Додає." },
      options: [{ ...optionOf("url", true), localName: { uk: "посилання" } }, optionOf("title", false)],
    },
    { name: "list", description: { en: "Lists them.", uk: "Показує." }, options: [] },
  ],
});

describe("commands in a private chat", () => {
  it("answers /start and keeps the person's language", async () => {
    const { telegram, commands } = await stage.started();
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
    const { telegram } = await stage.started({ commands });

    telegram.user(7).types(7, "/start d42");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.options).toEqual({ link: "d42" });
  });

  it("gives options by their places, the last one with the rest of the words", async () => {
    const commands = notedCommands([sources]);
    const { telegram } = await stage.started({ commands });

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
    const { telegram } = await stage.started({ commands });

    telegram.user(7, { language: "uk" }).types(7, "/sources add");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(7),
    );
    expect(answer?.text).toBe(
      "Додає.\n\n/sources add <посилання> [title]\n\n• посилання: Це url.\n• title: Це title.",
    );
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
    const { telegram } = await stage.started({ commands });

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
    const { telegram } = await stage.started({ commands });

    telegram.user(7, { language: null }).types(7, "/sources adds https://news.example");

    const [answer] = await telegram.until(
      () => telegram.director.sentCount() > 0 && telegram.director.sent(7),
    );
    expect(answer?.text).toContain("/sources list — Lists them.\n/sources add <url> — Adds one.");
  });

  it("leaves an incomplete command that is not for everyone to the registry, which knows who may use it", async () => {
    const commands = notedCommands([{ ...sources, access: "admin" }]);
    const { telegram } = await stage.started({ commands });

    telegram.user(7).types(7, "/sources add");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]).toMatchObject({ command: "sources", subcommand: "add", options: {} });
  });

  it("takes a choice by its label", async () => {
    const choices = [{ value: "uk", label: { en: "Ukrainian", uk: "українська" } }];
    const language = specOf("language", { options: [{ ...optionOf("to", true), choices }] });
    const commands = notedCommands([language]);
    const { telegram } = await stage.started({ commands });

    telegram.user(7).types(7, "/language Українська");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.options).toEqual({ to: "uk" });
  });

  it("takes words without a command for what is looked for", async () => {
    const commands = notedCommands([
      specOf("search", { options: [optionOf("words", true)] }),
      specOf("help"),
    ]);
    const { telegram } = await stage.started({ commands });
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
    const { telegram } = await stage.started({ commands });

    telegram.user(7).types(7, "/latest", { under: "photo" });
    telegram.user(7).types(7, "Kharkiv", { under: "photo", isOfAlbum: true });
    telegram.user(7).types(7, "", { under: "photo", isOfAlbum: true });

    await telegram.until(() => commands.invocations.length > 1);
    expect(commands.invocations.map(({ command }) => command)).toEqual(["latest", "search"]);
  });

  it("says that it reads words where something has none, but not to a group", async () => {
    const { telegram, commands } = await stage.started();
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
    const { telegram, commands } = await stage.started();

    telegram.user(7).types(7, "/nonsense");

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.command).toBe("help");
  });
});
