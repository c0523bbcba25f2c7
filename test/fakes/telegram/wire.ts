import type { FakeChat, FakeMessage, FakeUser, MemberStatus, Shown, World } from "./world.ts";

/** Objects of the Bot API as they go over the wire: https://core.telegram.org/bots/api#available-types */
export type Wire = Readonly<Record<string, unknown>>;

/** The stand-in that Telegram names as the sender of anonymous administrators. */
export const anonymousAdmin: Wire = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

export function wireUser(user: FakeUser): Wire {
  return {
    id: user.id,
    is_bot: false,
    first_name: user.firstName,
    ...(user.lastName === null ? {} : { last_name: user.lastName }),
    ...(user.username === null ? {} : { username: user.username }),
    ...(user.language === null ? {} : { language_code: user.language }),
  };
}

export function wireChat(chat: FakeChat, world: World): Wire {
  if (chat.type !== "private") {
    return { id: chat.id, type: chat.type, title: chat.title, ...(chat.isForum ? { is_forum: true } : {}) };
  }
  const { id: _, is_bot: __, language_code: ___, ...names } = wireUser(world.user(chat.id));
  return { id: chat.id, type: chat.type, ...names };
}

/** A message with `from` and whatever else the caller knows of its sender. */
export function wireMessage(message: FakeMessage, sender: Wire, world: World): Wire {
  const chat = world.chats.get(message.chatId);
  const { shown } = message;
  return {
    message_id: message.messageId,
    ...sender,
    chat: chat === undefined ? { id: message.chatId } : wireChat(chat, world),
    date: Math.floor((message.edits[0] ?? shown).at / 1_000),
    ...(message.edits.length === 0 ? {} : { edit_date: Math.floor(shown.at / 1_000) }),
    ...(message.threadId === null ? {} : { message_thread_id: message.threadId, is_topic_message: true }),
    text: shown.text,
    ...wireEntities(shown),
    ...(shown.keyboard === null ? {} : { reply_markup: { inline_keyboard: shown.keyboard } }),
    ...replyOf(message, world),
  };
}

export function wireMember(user: Wire, status: MemberStatus): Wire {
  const rights = {
    can_be_edited: false,
    can_manage_chat: true,
    can_post_messages: true,
    can_edit_messages: true,
    is_anonymous: false,
  };
  switch (status) {
    case "administrator":
      return { status, user, ...rights };
    case "creator":
      return { status, user, is_anonymous: false };
    case "restricted":
      return { status, user, is_member: true, can_send_messages: false, until_date: 0 };
    case "kicked":
      return { status, user, until_date: 0 };
    default:
      return { status, user };
  }
}

function replyOf(message: FakeMessage, world: World): Wire {
  const target = message.replyTo === null ? null : world.message(message.chatId, message.replyTo);
  if (target === null) return {};
  return {
    reply_to_message: {
      message_id: target.messageId,
      date: Math.floor(target.shown.at / 1_000),
      text: target.shown.text,
    },
  };
}

function wireEntities(shown: Shown): Wire {
  const entities = [...shown.entities, ...shown.detected].toSorted((a, b) => a.offset - b.offset);
  return entities.length === 0 ? {} : { entities };
}
