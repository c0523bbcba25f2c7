import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { CallbackQuery, Chat, Message, User } from "grammy/types";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { Invocation } from "../../../src/ports/command.ts";
import { platformName } from "./limits.ts";
import { networkCode } from "./outcome.ts";

/** Who spoke, where. */
export interface Speaking {
  readonly address: ChatAddress;
  readonly chatTitle: string;
  readonly isDirect: boolean;
  readonly user: Invocation["user"];
}

interface RightsParts {
  readonly calls: RawApi;
  readonly log: Log;
}

/**
 * Who wrote a message. In a channel nobody but its administrators can post; an anonymous administrator of a group
 * writes as the group itself (`sender_chat`), https://core.telegram.org/bots/api#message
 */
export function speakerOfMessage(message: Message, parts: RightsParts): Speaking {
  const { chat, from, sender_chat: senderChat } = message;
  const isTheChat = chat.type === "channel" || senderChat?.id === chat.id;
  const isSomeChat = senderChat !== undefined;
  return {
    ...placeOf(chat, message),
    user: {
      platform: platformName,
      // A chat speaks with its own id, never with that of the stand-in user that Telegram names beside it.
      id: String(isSomeChat || from === undefined ? (senderChat ?? chat).id : from.id),
      language: isSomeChat ? null : (from?.language_code ?? null),
      isChatAdmin: async () =>
        isTheChat || (!isSomeChat && from !== undefined && (await isAdmin(chat, from, parts))),
    },
  };
}

/** Who pressed a button; null when it is not under a message in a chat. Rights are asked anew: anyone can press. */
export function speakerOfPress(query: CallbackQuery, parts: RightsParts): Speaking | null {
  const { message, from } = query;
  if (message === undefined) return null;
  const { chat } = message;
  return {
    ...placeOf(chat, message.date === 0 ? {} : message),
    user: {
      platform: platformName,
      id: String(from.id),
      language: from.language_code ?? null,
      isChatAdmin: () => isAdmin(chat, from, parts),
    },
  };
}

/** The address of a chat as a whole, without a topic. */
export function addressOf(chatId: number): ChatAddress {
  return { platform: platformName, channel: String(chatId), thread: null };
}

/** Reply threads of ordinary groups have a thread id, too; only a topic is a place of its own. */
function placeOf(
  chat: Chat,
  message: { message_thread_id?: number; is_topic_message?: boolean },
): Omit<Speaking, "user"> {
  const thread =
    message.is_topic_message === true && message.message_thread_id !== undefined
      ? String(message.message_thread_id)
      : null;
  return {
    address: { ...addressOf(chat.id), thread },
    chatTitle: titleOf(chat),
    isDirect: chat.type === "private",
  };
}

function titleOf(chat: Chat): string {
  if (chat.type !== "private") return chat.title ?? "";
  return [chat.first_name, chat.last_name].filter(Boolean).join(" ") || (chat.username ?? "");
}

/** Asked at the moment of use; without an answer nobody is an administrator. */
async function isAdmin(chat: Chat, user: User, { calls, log }: RightsParts): Promise<boolean> {
  if (chat.type === "private") return true;
  try {
    const member = await calls.getChatMember({ chat_id: chat.id, user_id: user.id });
    return member.status === "creator" || member.status === "administrator";
  } catch (error) {
    const why = error instanceof GrammyError ? error.description : (networkCode(error) ?? "no answer");
    log("warn", "telegram: rights could not be asked, so they are refused", { chat: chat.id, why });
    return false;
  }
}
