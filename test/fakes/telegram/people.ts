import { generalTopic } from "./access.ts";
import type { InlineQuery } from "./inline.ts";
import type { Press } from "./methods.ts";
import { detectEntities } from "./text.ts";
import type { Updates } from "./updates.ts";
import { anonymousAdmin, wireBotMember, wireChat, wireMessage, wireUser } from "./wire.ts";
import type { Wire } from "./wire.ts";
import type { FakeChat, FakeMessage, MemberStatus, World } from "./world.ts";

/** What people's doings work on. */
export interface PeopleParts {
  readonly world: World;
  readonly updates: Updates;
  readonly bot: Wire;
  readonly presses: Map<string, Press>;
  readonly queries: Map<string, InlineQuery>;
  readonly hasInlineMode: boolean;
}

/** How a message is written. */
export interface TypingManner {
  /** The topic; none by default. */
  readonly threadId?: number;
  readonly replyTo?: number;
  /** True: as an anonymous administrator. */
  readonly isAnonymous?: boolean;
  /** True: it is passed on from somebody else. */
  readonly isForwarded?: boolean;
  /** True: another bot offered it behind its name, and it was chosen. */
  readonly isViaBot?: boolean;
  /** The words stand under something that is sent, as a caption; "" for none. */
  readonly under?: "photo" | "voice" | "sticker";
  /** True: one of several pieces that are sent together. */
  readonly isOfAlbum?: boolean;
}

const mostAnswersDue = 5;
const otherBot: Wire = { id: 4_242, is_bot: true, first_name: "Stickers", username: "other_bot" };

/** What people do on the fake platform; each doing queues the updates that the bot would get. */
export class People {
  readonly #parts: PeopleParts;
  #lastPress = 0;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** Somebody writes a text; returns the message's id. In a private chat the first one starts the bot. */
  types(userId: number, chatId: number, text: string, manner: TypingManner = {}): number {
    const { world, updates } = this.#parts;
    const chat = this.#chatFor(chatId, userId);
    const message = this.#put(chat, {
      text,
      from: userId,
      threadId: manner.threadId ?? null,
      replyTo: manner.replyTo ?? null,
    });
    const anonymous = { from: anonymousAdmin, sender_chat: wireChat(chat, world) };
    const sender = manner.isAnonymous === true ? anonymous : { from: wireUser(world.user(userId)) };
    if (this.#reachesBot(chat, message)) {
      expectAnswer(chat);
      const origin = { type: "hidden_user", date: this.#seconds(), sender_user_name: "Somebody" };
      const forward = manner.isForwarded === true ? { forward_origin: origin } : {};
      const via = manner.isViaBot === true ? { via_bot: otherBot } : {};
      const wire = { ...wireMessage(message, sender, world), ...forward, ...via };
      updates.push("message", manner.under === undefined ? wire : asMedia(wire, manner));
    }
    return message.messageId;
  }

  /** A post in a channel, by one of its administrators. */
  posts(channelId: number, text: string): number {
    const { world, updates } = this.#parts;
    const chat = this.chat(channelId);
    const message = this.#put(chat, { text, from: chat.id, threadId: null, replyTo: null });
    expectAnswer(chat);
    updates.push("channel_post", wireMessage(message, { sender_chat: wireChat(chat, world) }, world));
    return message.messageId;
  }

  /** Somebody passes a channel's post on to a chat. */
  forwards(
    userId: number,
    chatId: number,
    post: { readonly channelId: number; readonly messageId: number },
  ): number {
    const { world, updates } = this.#parts;
    const origin = this.chat(post.channelId);
    const posted = this.#message(post.channelId, post.messageId);
    const chat = this.#chatFor(chatId, userId);
    const message = this.#put(chat, {
      text: posted.shown.text,
      from: userId,
      threadId: null,
      replyTo: null,
    });
    const forward_origin = {
      type: "channel",
      chat: wireChat(origin, world),
      message_id: post.messageId,
      date: this.#seconds(),
    };
    if (this.#reachesBot(chat, message)) {
      expectAnswer(chat);
      const sender = { from: wireUser(world.user(userId)) };
      updates.push("message", { ...wireMessage(message, sender, world), forward_origin });
    }
    return message.messageId;
  }

  /** Somebody presses a button under the field of input that asks for a chat, and chooses one. */
  sharesChat(userId: number, button: string, sharedId: number): void {
    const { world } = this.#parts;
    const asking = world.sent.findLast(
      ({ chatId, markup }) => chatId === userId && (markup?.kind === "keyboard" || markup?.kind === "remove"),
    );
    const rows = asking?.markup?.kind === "keyboard" ? asking.markup.rows : [];
    const request = rows.flat().find(({ text }) => text === button)?.requestChat ?? null;
    if (request === null) throw new Error(`there is no button "${button}" that asks for a chat`);
    const shared = this.chat(sharedId);
    if ((shared.type === "channel") !== request.isChannel) throw new Error("that chat is not offered");
    const chat = this.chat(userId);
    expectAnswer(chat);
    this.#serve(chat, {
      from: wireUser(world.user(userId)),
      chat_shared: {
        request_id: request.requestId,
        chat_id: sharedId,
        ...(request.wantsTitle ? { title: shared.title } : {}),
      },
    });
  }

  /** Somebody types behind the bot's name, in any chat; returns the id of the query. */
  asksInline(userId: number, query: string, offset = ""): string {
    const { world, updates, queries, hasInlineMode } = this.#parts;
    if (!hasInlineMode) throw new Error("inline mode is off");
    const id = String(9_000_000_000 + (this.#lastPress += 1));
    queries.set(id, { id, userId, query, isExpired: false, answer: null });
    updates.push("inline_query", {
      id,
      from: wireUser(world.user(userId)),
      query,
      offset,
      chat_type: "sender",
    });
    return id;
  }

  /** Somebody presses a button of a message, named by its label or its data; returns the id of the press. */
  presses(userId: number, chatId: number, messageId: number, button: string): string {
    const message = this.#parts.world.message(chatId, messageId);
    const found = message?.shown.keyboard
      ?.flat()
      .find((each) => each.text === button || each.callback_data === button);
    if (message === null || message.isDeleted || found?.callback_data === undefined)
      throw new Error(`there is no button "${button}" to press`);
    return this.#press({ userId, message, data: found.callback_data }, this.#parts);
  }

  /** Data that no button carries, as a forger would send it. */
  forges(userId: number, chatId: number, messageId: number, data: string): string {
    return this.#press({ userId, message: this.#message(chatId, messageId), data }, this.#parts);
  }

  /** A press under a message that Telegram does not show the bot any more. */
  pressesUnseen(userId: number, chatId: number, messageId: number, data: string): string {
    return this.#press(
      { userId, message: this.#message(chatId, messageId), data, isUnseen: true },
      this.#parts,
    );
  }

  /** How the bot stands in a chat changes, by somebody's doing; in private chats `kicked` is to be blocked. */
  setBotStatus(chatId: number, status: MemberStatus, byUserId = 1): void {
    const { world, updates, bot } = this.#parts;
    const chat = this.chat(chatId);
    const before = chat.botStatus;
    const member = wireBotMember(bot, chat);
    chat.botStatus = status;
    const from = wireUser(world.user(chat.type === "private" ? chatId : byUserId));
    const change = { old_chat_member: member, new_chat_member: wireBotMember(bot, chat) };
    updates.push("my_chat_member", { chat: wireChat(chat, world), from, date: this.#seconds(), ...change });
    const isNew =
      chat.type !== "private" &&
      (before === "left" || before === "kicked") &&
      status !== "left" &&
      status !== "kicked";
    if (isNew) this.#serve(chat, { from, new_chat_members: [bot] });
    world.changed();
  }

  /** A group becomes a supergroup; returns the new id. Both chats say so. */
  migrate(groupId: number): number {
    const { world } = this.#parts;
    const group = this.chat(groupId);
    const id = -1_000_000_000_000 - world.nextId();
    const { title, members, botStatus, canSend } = group;
    const supergroup = world.addChat({
      id,
      type: "supergroup",
      title,
      botStatus,
      canSend,
      members: new Map(members),
    });
    group.migratedTo = id;
    group.isDeleted = true;
    this.#serve(group, { migrate_to_chat_id: id });
    this.#serve(supergroup, { migrate_from_chat_id: groupId });
    world.changed();
    return id;
  }

  setTopic(chatId: number, threadId: number, state: "open" | "closed" | "deleted"): void {
    const chat = this.chat(chatId);
    const isGeneral = chat.isForum && threadId === generalTopic;
    if (isGeneral && !chat.topics.has(threadId))
      chat.topics.set(threadId, { name: "General", state: "open" });
    const topic = chat.topics.get(threadId);
    if (topic === undefined) throw new Error(`there is no topic ${threadId}`);
    const isReopened = topic.state === "closed" && state === "open";
    topic.state = state;
    if (!isReopened) return;
    // What is said in General names no topic.
    const where = isGeneral ? {} : { message_thread_id: threadId, is_topic_message: true };
    this.#serve(chat, { ...where, forum_topic_reopened: {} });
    this.#parts.world.changed();
  }

  chat(chatId: number): FakeChat {
    const chat = this.#parts.world.chats.get(chatId);
    if (chat === undefined) throw new Error(`there is no chat ${chatId}`);
    return chat;
  }

  #message(chatId: number, messageId: number): FakeMessage {
    const message = this.#parts.world.message(chatId, messageId);
    if (message === null) throw new Error("there is no such message");
    return message;
  }

  #press(
    press: { userId: number; message: FakeMessage; data: string; isUnseen?: boolean },
    { world, updates, bot, presses }: PeopleParts,
  ): string {
    const { userId, message, data, isUnseen = false } = press;
    const id = String(4_000_000_000 + (this.#lastPress += 1));
    presses.set(id, { id, userId, at: world.now(), answer: null, isExpired: false });
    expectAnswer(this.chat(message.chatId));
    const shown = wireMessage(message, { from: bot }, world);
    updates.push("callback_query", {
      id,
      from: wireUser(world.user(userId)),
      message: isUnseen ? { chat: shown["chat"], message_id: message.messageId, date: 0 } : shown,
      chat_instance: String(message.chatId),
      data,
    });
    return id;
  }

  #chatFor(chatId: number, userId: number): FakeChat {
    const { world } = this.#parts;
    if (chatId !== userId) return this.chat(chatId);
    const chat = world.chats.get(chatId) ?? world.addChat({ id: chatId, type: "private", botStatus: "left" });
    // Writing to the bot opens the chat, and unblocks it.
    if (chat.botStatus !== "member") chat.botStatus = "member";
    return chat;
  }

  /** Privacy mode: https://core.telegram.org/bots/features#privacy-mode */
  #reachesBot(chat: FakeChat, message: FakeMessage): boolean {
    if (chat.type === "private") return true;
    if (chat.botStatus === "left" || chat.botStatus === "kicked") return false;
    if (chat.botStatus === "administrator") return true;
    const mention = /^\/\w+(?:@(\w+))?/u.exec(message.shown.text);
    const ours = String(this.#parts.bot["username"]).toLowerCase();
    if (mention !== null) return [undefined, ours].includes(mention[1]?.toLowerCase());
    const target = message.replyTo === null ? null : this.#parts.world.message(chat.id, message.replyTo);
    return target !== null && target.from === null;
  }

  #put(
    chat: FakeChat,
    draft: { text: string; from: number; threadId: number | null; replyTo: number | null },
  ): FakeMessage {
    const { world } = this.#parts;
    const { text, ...rest } = draft;
    const detected = detectEntities(text, []);
    const shown = { text, entities: [], detected, keyboard: null, photo: null, at: world.now() };
    const messageId = world.nextMessageId(chat);
    return world.put({
      ...rest,
      chatId: chat.id,
      messageId,
      isSilent: false,
      isPreviewOff: false,
      markup: null,
      shown,
      edits: [],
      isDeleted: false,
    });
  }

  /** A service message. */
  #serve(chat: FakeChat, content: Wire): void {
    const { world, updates } = this.#parts;
    updates.push("message", {
      message_id: world.nextMessageId(chat),
      chat: wireChat(chat, world),
      date: this.#seconds(),
      ...content,
    });
  }

  #seconds(): number {
    return Math.floor(this.#parts.world.now() / 1_000);
  }
}

/** A text as the caption of what is sent: https://core.telegram.org/bots/api#message */
function asMedia(
  { text, entities, ...wire }: Wire,
  { under = "photo", isOfAlbum = false }: TypingManner,
): Wire {
  const file = { file_id: "sent-by-a-person", file_unique_id: "sent", width: 90, height: 90, duration: 1 };
  const caption =
    text === "" ? {} : { caption: text, ...(entities === undefined ? {} : { caption_entities: entities }) };
  const album = isOfAlbum ? { media_group_id: "1" } : {};
  return { ...wire, [under]: under === "photo" ? [file] : file, ...caption, ...album };
}

function expectAnswer(chat: FakeChat): void {
  chat.answersDue = Math.min(mostAnswersDue, chat.answersDue + 1);
}
