import { describe, expect, it, vi } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import type { Fault } from "../../../fakes/telegram/index.ts";
import { notedCommands, specOf, useTelegram, warningsOf } from "./support.ts";
import type { NotedCommands } from "./support.ts";

const stage = useTelegram();
const olena = 7;
const admin = 1;

const commands = (): NotedCommands =>
  notedCommands([
    specOf("start", { description: { en: "Begin", uk: "Почати" } }),
    specOf("settings", { access: "chat-admin", description: { en: "Settings" } }),
    specOf("sources", { access: "admin", description: { en: "Sources" } }),
    specOf("why", { isListed: false }),
  ]);

const shownTo = (userId: number, chatId: number): readonly string[] =>
  stage.telegram.director.menuShown(userId, chatId).map(({ description }) => description);
const publishedAll = (scopes: number) =>
  stage.telegram.until(() => Object.keys(stage.telegram.director.menus()).length === scopes * 2);

describe("the menu of commands", () => {
  it("is in the person's language, English for others", async () => {
    stage.telegram.user(olena, { language: "uk" });
    stage.telegram.user(8, { language: "fr" });
    await stage.started({ commands: commands() });
    await publishedAll(3);

    expect(shownTo(olena, olena)).toEqual(["Почати", "Settings"]);
    expect(shownTo(8, 8)).toEqual(["Begin", "Settings"]);
  });

  it("shows in a group what is for its administrators to them only", async () => {
    const group = stage.telegram.director.addChat({
      type: "supergroup",
      members: { 7: "member", 9: "administrator" },
    });
    await stage.started({ commands: commands() });
    await publishedAll(3);

    expect(shownTo(olena, group)).toEqual(["Begin"]);
    expect(shownTo(9, group)).toEqual(["Begin", "Settings"]);
  });

  it("shows admins' commands in their own chats, at the latest when they have written there", async () => {
    await stage.started({ commands: commands(), admins: [String(admin)] });
    await publishedAll(3);
    const before = shownTo(admin, admin);

    stage.telegram.user(admin).types(admin, "/start");
    await publishedAll(4);

    expect(before).not.toContain("Sources");
    expect(shownTo(admin, admin)).toEqual(["Begin", "Settings", "Sources"]);
    expect(shownTo(olena, olena)).not.toContain("Sources");
  });

  it("of somebody who is no admin any more is everybody's again when they next say what is for admins", async () => {
    await stage.started({ commands: commands(), admins: [String(admin)] });
    stage.telegram.user(admin).types(admin, "/start");
    await publishedAll(4);

    await stage.started({ commands: commands(), admins: [] });
    stage.telegram.user(admin).types(admin, "/start");
    stage.telegram.user(admin).types(admin, "/sources");
    stage.telegram.user(olena).types(olena, "/sources");
    await publishedAll(3);

    expect(shownTo(admin, admin)).toEqual(["Begin", "Settings"]);
    expect(shownTo(olena, olena)).toEqual(["Begin", "Settings"]);
  });

  it("of an admin stays when they say what is for admins", async () => {
    await stage.started({ commands: commands(), admins: [String(admin)] });

    stage.telegram.user(admin).types(admin, "/sources");
    await publishedAll(4);

    expect(stage.telegram.director.calls("deleteMyCommands")).toEqual([]);
  });

  it.each<[string, Fault]>([
    ["asks to wait", { kind: "error", code: 429, description: "", parameters: { retry_after: 40 } }],
    ["fails", { kind: "status", status: 502, isDone: false, isHtml: true }],
    ["breaks off", { kind: "reset", isDone: false }],
  ])("is set, and the bot's words, although Telegram %s at first", async (_, fault) => {
    for (const method of ["getMyCommands", "setMyCommands", "setMyDescription", "getMyShortDescription"])
      stage.telegram.director.fail({ method, times: 2, fault });

    const bench = await stage.started({ commands: commands() });
    await publishedAll(3);

    const { director } = stage.telegram;
    await stage.telegram.until(() => Object.keys(director.descriptions().short).length === 3);
    expect(Object.keys(director.descriptions().long)).toHaveLength(3);
    expect(warningsOf(bench)).toEqual([]);
  });

  it("is set only where it is another", async () => {
    await stage.started({ commands: commands() });
    await publishedAll(3);
    const set = stage.telegram.director.calls("setMyCommands").length;

    await stage.started({ commands: commands() });
    await stage.telegram.until(() => stage.telegram.director.calls("getMyShortDescription").length === 6);

    expect(stage.telegram.director.calls("setMyCommands")).toHaveLength(set);
  });

  it("that is not set yet when the program ends is set at the next start, and nobody is told", async () => {
    stage.telegram.director.fail({ method: "setMyCommands", fault: { kind: "hang", isDone: false } });
    const bench = await stage.started({ commands: commands() });
    await stage.telegram.until(() => stage.telegram.director.calls("setMyCommands").length === 1);

    await bench.platform.stop();
    await stage.started({ commands: commands() });

    await publishedAll(3);
    expect(warningsOf(bench)).toEqual([]);
  });

  it("that cannot be set keeps nobody waiting", async () => {
    stage.telegram.director.fail({
      method: "setMyCommands",
      fault: { kind: "error", code: 400, description: "Bad Request: BOT_COMMAND_INVALID" },
    });
    const bench = await stage.started({ commands: commands() });

    stage.telegram.user(olena).types(olena, "/start");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(warningsOf(bench)).toEqual(["telegram: the menu of commands was not set"]));
  });
});

describe("what Telegram shows of the bot", () => {
  it("says in three languages what it is and what it is not", async () => {
    await stage.started();
    await stage.telegram.until(() => Object.keys(stage.telegram.director.descriptions().short).length === 3);

    const { long, short } = stage.telegram.director.descriptions();

    expect(long).toEqual({
      "": textsOf("en").text("telegram-description"),
      uk: textsOf("uk").text("telegram-description"),
      ru: textsOf("ru").text("telegram-description"),
    });
    expect(short["uk"]).toContain("Це не сирена");
  });

  it("is set once", async () => {
    await stage.started();
    await stage.telegram.until(() => Object.keys(stage.telegram.director.descriptions().short).length === 3);
    await stage.started();
    await stage.telegram.until(() => stage.telegram.director.calls("getMyShortDescription").length === 6);

    expect(stage.telegram.director.calls("setMyDescription")).toHaveLength(3);
    expect(stage.telegram.director.calls("setMyShortDescription")).toHaveLength(3);
  });
});
