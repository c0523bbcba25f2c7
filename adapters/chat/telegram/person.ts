import type { CallbackQuery, Chat, Message, User } from "grammy/types";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { CommandSet, Invocation } from "../../../src/ports/command.ts";
import { platformName } from "./limits.ts";
import { addressOf, titleOf } from "./place.ts";
import type { Rights } from "./rights.ts";

/** Who spoke, where, and to which message. */
export interface Speaking {
  readonly address: ChatAddress;
  readonly chatTitle: string;
  readonly isDirect: boolean;
  /** Not a person speaks but the chat itself, by one of its administrators. */
  readonly isTheChat: boolean;
  readonly user: Invocation["user"];
  /** The message that is answered; null: none. */
  readonly about: string | null;
  /** First name, to address the person by; null: a chat speaks. */
  readonly name: string | null;
}

/** The language of the adapter's own words to whoever spoke: the chat's, as in every answer, else the person's. Null: neither is known. */
export async function languageFor(
  { address, user }: Pick<Speaking, "address" | "user">,
  commands: Pick<CommandSet, "languageAt">,
): Promise<string | null> {
  return (await commands.languageAt?.(address)) ?? user.language;
}

/**
 * Who wrote a message. In a channel nobody but its administrators can post; an anonymous administrator of a group
 * writes as the group itself (`sender_chat`), https://core.telegram.org/bots/api#message
 */
export function speakerOfMessage(message: Message, rights: Rights): Speaking {
  const { chat, from, sender_chat: senderChat } = message;
  const isTheChat = chat.type === "channel" || senderChat?.id === chat.id;
  const person = senderChat === undefined ? from : undefined;
  return {
    ...spotOf(chat, message),
    isTheChat,
    about: aboutOf(message),
    name: person?.first_name ?? null,
    user: {
      platform: platformName,
      // A chat speaks with its own id, never with that of the stand-in user that Telegram names beside it.
      id: String(person?.id ?? (senderChat ?? chat).id),
      name: person === undefined ? undefined : nameOf(person),
      language: person?.language_code ?? null,
      isChatAdmin: async (at = addressOf(chat.id)) =>
        at.channel === String(chat.id) && isTheChat ? true : isAdminAt(at, person, rights),
    },
  };
}

/** Who pressed a button; null when it is not under a message in a chat. Rights are asked anew: anyone can press. */
export function speakerOfPress({ message, from }: CallbackQuery, rights: Rights): Speaking | null {
  if (message === undefined) return null;
  const { chat } = message;
  return {
    ...spotOf(chat, message.date === 0 ? {} : message),
    isTheChat: false,
    about: null,
    name: from.first_name,
    user: userOf(from, chat, rights),
  };
}

/**
 * Whether a press does not tell where it was: of a message that Telegram does not show any more only the chat is known, and in a forum
 * that may be any topic. https://core.telegram.org/bots/api#inaccessiblemessage
 */
export function isTopicUnknown({ message }: CallbackQuery): boolean {
  return message?.date === 0 && message.chat.is_forum === true;
}

/** Somebody in their own chat with the bot, whatever they did elsewhere. */
export function speakerInPrivate(from: User, rights: Rights): Speaking {
  return {
    address: addressOf(from.id),
    chatTitle: titleOf({ ...from, type: "private" }),
    isDirect: true,
    isTheChat: false,
    about: null,
    name: from.first_name,
    user: userOf(from, from, rights),
  };
}

/** Who typed behind the bot's name, in a chat that is not told. */
export function inlineUserOf(from: User): Pick<Invocation["user"], "platform" | "id" | "language"> {
  return { platform: platformName, id: String(from.id), language: from.language_code ?? null };
}

function userOf(from: User, chat: Pick<Chat, "id">, rights: Rights): Invocation["user"] {
  return {
    ...inlineUserOf(from),
    name: nameOf(from),
    isChatAdmin: (at = addressOf(chat.id)) => isAdminAt(at, from, rights),
  };
}

/** As they call themselves, with the username by which they can be found. */
function nameOf({ first_name: first, last_name: last = "", username }: User): string {
  const name = `${first} ${last}`.trim();
  return username === undefined ? name : `${name} (@${username})`;
}

async function isAdminAt(at: ChatAddress, person: User | undefined, rights: Rights): Promise<boolean | null> {
  return person === undefined ? false : rights.isAdmin(at, person.id);
}

/** Reply threads of ordinary groups have a thread id, too; only a topic is a place of its own. */
function spotOf(
  chat: Chat,
  message: { message_thread_id?: number; is_topic_message?: boolean },
): Pick<Speaking, "address" | "chatTitle" | "isDirect"> {
  const { message_thread_id: topic, is_topic_message: isInTopic } = message;
  const thread = isInTopic === true && topic !== undefined ? String(topic) : null;
  return {
    address: { ...addressOf(chat.id), thread },
    chatTitle: titleOf(chat),
    isDirect: chat.type === "private",
  };
}

/** In a topic every message seems to answer the one that opened it. */
function aboutOf({ reply_to_message: target }: Message): string | null {
  return target === undefined || target.forum_topic_created !== undefined ? null : String(target.message_id);
}
