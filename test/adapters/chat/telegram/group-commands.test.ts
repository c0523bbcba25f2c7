import { describe, expect, it, vi } from "vitest";
import { addressOf, hastyClock, useTelegram } from "./support.ts";

const stage = useTelegram({});

describe("commands in groups", () => {
  it("answers /name@bot as a reply, and leaves other bots' commands alone", async () => {
    const { telegram, commands } = await stage.started();
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
    const { telegram, commands } = await stage.started();
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "administrator" } });
    telegram.user(7).types(group, "/start");
    await telegram.until(() => commands.invocations.length > 0);

    telegram.director.setMember(group, 7, status);

    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(isAdmin);
  });

  it("knows no rights when Telegram does not answer", async () => {
    const { telegram, commands } = await stage.started();
    const group = telegram.director.addChat({ type: "group", members: { 7: "administrator" } });
    telegram.user(7).types(group, "/start");
    await telegram.until(() => commands.invocations.length > 0);
    telegram.director.fail({
      method: "getChatMember",
      times: null,
      fault: { kind: "status", status: 500, isDone: false },
    });

    expect(await commands.invocations[0]?.user.isChatAdmin()).toBeNull();
  });

  it("takes an anonymous administrator for one, under the group's own id", async () => {
    const { telegram, commands } = await stage.started();
    const group = telegram.director.addChat({ type: "supergroup", members: { 7: "administrator" } });

    telegram.user(7).types(group, "/start", { isAnonymous: true });

    await telegram.until(() => commands.invocations.length > 0);
    expect(commands.invocations[0]?.user.id).toBe(String(group));
    expect(await commands.invocations[0]?.user.isChatAdmin()).toBe(true);
  });

  it("answers in the topic, and takes a topic for a place of its own", async () => {
    const { telegram, commands } = await stage.started();
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
    const { telegram, commands } = await stage.started({ clock: hastyClock(0) });
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
    const { telegram, commands } = await stage.started();
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
    const { telegram, commands } = await stage.started();
    const group = telegram.director.addChat({ type: "supergroup" });

    telegram.director.setBotStatus(group, status);

    await vi.waitFor(() => expect(commands.gone).toEqual([[String(group), reason]]));
  });

  it("tells the commands that a person has blocked it, and nothing when they return", async () => {
    const { telegram, commands } = await stage.started();
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
    const { telegram, commands } = await stage.started();
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
