import { expect, it, vi } from "vitest";
import { addressOf, messageOf, notedCommands, optionOf, specOf, useTelegram } from "./support.ts";

const stage = useTelegram();
const olena = 7;
const group = -100_777;
const from = { id: olena, is_bot: false, first_name: "Olena" };
const chat = { id: group, type: "supergroup", title: "Readers" };
const forget = { message_id: 1, date: 1, chat, from, text: "/forget yes" };
const commands = () =>
  notedCommands([specOf("start"), specOf("forget"), specOf("settings", { options: [where] })]);
const where = { ...optionOf("where", false), kind: "chat" as const };

it("what is not asked for does nothing, and is left behind", async () => {
  const { director } = stage.telegram;
  const unasked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    edited_message: forget,
    edited_channel_post: { ...forget, chat: { ...chat, type: "channel" } },
    business_message: { ...forget, business_connection_id: "b" },
    deleted_business_messages: { business_connection_id: "b", chat, message_ids: [1] },
    poll: { id: "1", question: "?", options: [] },
    chosen_inline_result: { result_id: "d1", from, query: "/forget yes" },
    chat_join_request: { chat, from, user_chat_id: olena, date: 1 },
    removed_chat_boost: { chat, boost_id: "1", remove_date: 1, source: {} },
    a_kind_of_next_year: { text: "/forget yes" },
  };
  for (const [kind, body] of Object.entries(unasked)) director.receives(kind, body);
  director.types(olena, olena, "/start");

  const bench = await stage.started({ commands: commands() });

  await vi.waitFor(() => expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["start"]));
  expect(bench.lines.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
});

it("messages without what they mostly have are borne, and the next one is answered", async () => {
  const { director } = stage.telegram;
  const { from: _, ...unsigned } = forget;
  director.receives("message", { message_id: 2, date: 1, chat });
  director.receives("message", { ...unsigned, text: "/start" });
  director.receives("message", { message_id: 3, date: 1, chat, from, pinned_message: unsigned });
  director.receives("message", { ...forget, message_id: 4, from: { ...from, is_bot: true } });
  director.receives("message", { message_id: 5, date: 1, from, text: "/forget yes" });
  director.receives("channel_post", { message_id: 6, date: 1 });
  director.receives("my_chat_member", { from, date: 1 });
  director.receives("my_chat_member", {
    chat,
    from,
    date: 1,
    old_chat_member: { status: "unheard of", user: from },
    new_chat_member: { status: "unheard of", user: from },
  });
  director.types(olena, olena, "/start");

  const bench = await stage.started({ commands: commands() });

  await stage.telegram.until(() => director.sent(olena).length === 1);
  expect(bench.commands.invocations.map(({ command }) => command)).not.toContain("forget");
  expect(bench.lines.filter(({ level }) => level === "error")).toEqual([]);
});

it("presses without a message or without data are answered, and do nothing", async () => {
  const { director } = stage.telegram;
  const press = { from, chat_instance: "1" };
  director.receives("callback_query", { ...press, id: "1", inline_message_id: "AB", data: "forget:yes" });
  director.receives("callback_query", {
    ...press,
    id: "2",
    inline_message_id: "AB",
    game_short_name: "game",
  });
  director.receives("callback_query", { ...press, id: "3", message: { ...forget, text: "An alert" } });

  const bench = await stage.started({ commands: commands() });

  await vi.waitFor(() => {
    const answered = director.calls("answerCallbackQuery").map(({ params }) => params["callback_query_id"]);
    expect(answered.toSorted()).toEqual(["1", "2", "3"]);
  });
  expect(bench.commands.invocations).toEqual([]);
});

it("who writes in a group as a channel of their own administers nothing there", async () => {
  const { director } = stage.telegram;
  const id = director.addChat({ type: "supergroup", members: { [olena]: "creator" } });
  const channel = { id: -100_888, type: "channel", title: "Olena's own" };
  const bench = await stage.started({ commands: commands() });
  director.receives("message", {
    ...forget,
    chat: { ...chat, id },
    from: { id: 136_817_688, is_bot: true, first_name: "Channel", username: "Channel_Bot" },
    sender_chat: channel,
  });

  await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
  const [invocation] = bench.commands.invocations;
  expect(invocation?.user.id).toBe(String(channel.id));
  expect(await invocation?.user.isChatAdmin()).toBe(false);
  expect(await invocation?.user.isChatAdmin(addressOf(channel.id))).toBe(false);
});

it("a group is shown to the bot by what its anonymous administrator wrote there", async () => {
  const { director } = stage.telegram;
  const id = director.addChat({
    type: "supergroup",
    title: "Readers",
    members: { [olena]: "administrator" },
  });
  const bench = await stage.started({ commands: commands() });
  director.receives("message", {
    ...forget,
    chat: { id: olena, type: "private", first_name: "Olena" },
    forward_origin: { type: "chat", date: 1, sender_chat: { ...chat, id } },
  });

  await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
  expect(bench.commands.invocations[0]).toMatchObject({
    command: "settings",
    target: { address: addressOf(id) },
  });
});

it("an answer of the bot's own, passed on or chosen in its own chat, is nobody's command", async () => {
  const { director } = stage.telegram;
  const bench = await stage.started({
    commands: notedCommands([specOf("start")], async () => messageOf("Hi")),
  });
  director.types(olena, olena, "/start", { isViaBot: true });
  director.types(olena, olena, "/start");

  await stage.telegram.until(() => director.sent(olena).length > 0);
  expect(bench.commands.invocations).toHaveLength(1);
});
