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
    return {
      id: chat.id,
      type: chat.type,
      title: chat.title,
      ...(chat.username === null ? {} : { username: chat.username }),
      ...(chat.isForum ? { is_forum: true } : {}),
    };
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
    ...wireContent(shown),
    ...(shown.keyboard === null ? {} : { reply_markup: { inline_keyboard: shown.keyboard } }),
    ...replyOf(message, world),
  };
}

/** The rights of ordinary members: https://core.telegram.org/bots/api#chatpermissions */
export function wirePermissions(chat: FakeChat): Wire {
  return {
    can_send_messages: chat.canSend,
    can_send_photos: chat.canSendPhotos,
    can_send_documents: chat.canSend,
    can_add_web_page_previews: chat.canSend,
    can_invite_users: true,
  };
}

/** How the bot itself stands in a chat. */
export function wireBotMember(bot: Wire, chat: FakeChat): Wire {
  const member = wireMember(bot, chat.botStatus);
  if (chat.botStatus === "administrator" && chat.type === "channel")
    return { ...member, can_post_messages: chat.canPost };
  return chat.botStatus === "restricted"
    ? { ...member, can_send_messages: chat.canSend, can_send_photos: chat.canSendPhotos }
    : member;
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

/** In a topic, a message that answers none is shown as an answer to the one that opened the topic. */
function replyOf(message: FakeMessage, world: World): Wire {
  const target = message.replyTo === null ? null : world.message(message.chatId, message.replyTo);
  if (target !== null) {
    const { messageId, shown } = target;
    const date = Math.floor(shown.at / 1_000);
    return { reply_to_message: { message_id: messageId, date, ...wireContent(shown) } };
  }
  const topic = world.chats.get(message.chatId)?.topics.get(message.threadId ?? 0);
  if (topic === undefined || message.from === null) return {};
  return {
    reply_to_message: {
      message_id: message.threadId,
      date: 0,
      forum_topic_created: { name: topic.name, icon_color: 0 },
    },
  };
}

/** The text, or the photo with its caption. */
function wireContent(shown: Shown): Wire {
  const entities = [...shown.entities, ...shown.detected].toSorted((a, b) => a.offset - b.offset);
  const { photo, text } = shown;
  if (photo === null) return { text, ...(entities.length === 0 ? {} : { entities }) };
  const { fileId, uniqueId, width, height, bytes } = photo;
  const size = { file_id: fileId, file_unique_id: uniqueId, width, height, file_size: bytes };
  const caption =
    text === "" ? {} : { caption: text, ...(entities.length === 0 ? {} : { caption_entities: entities }) };
  return { photo: [size], ...caption };
}
