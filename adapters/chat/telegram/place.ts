import type { Chat } from "grammy/types";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { platformName } from "./limits.ts";

/** The address of a chat as a whole, without a topic. */
export function addressOf(channel: number): ChatAddress {
  return { platform: platformName, channel: String(channel), thread: null };
}

/** The shown name of a chat: its title, or the person's name. */
export function titleOf(
  chat: Pick<Chat, "type" | "title" | "first_name" | "last_name" | "username">,
): string {
  if (chat.type !== "private") return chat.title ?? "";
  return [chat.first_name, chat.last_name].filter(Boolean).join(" ") || (chat.username ?? "");
}

/** Where a message goes. The General topic of a forum has id 1 and must not be named: https://github.com/tdlib/telegram-bot-api/issues/693 */
export function placeOf(address: ChatAddress): {
  readonly chat_id: number | string;
  readonly message_thread_id?: number;
} {
  const thread = Number(address.thread);
  const hasThread = address.thread !== null && Number.isSafeInteger(thread) && thread > 1;
  return { chat_id: chatId(address), ...(hasThread ? { message_thread_id: thread } : {}) };
}

/** Ids are numbers of up to 52 bits; `@name` of a public channel stays as it is. */
export function chatId(address: ChatAddress): number | string {
  const id = Number(address.channel);
  return Number.isSafeInteger(id) ? id : address.channel;
}

/** A message's id as a number; null: it is none of Telegram's. */
export function messageNumber(messageId: string | null): number | null {
  const id = Number(messageId);
  return messageId !== null && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** The address of a message of a channel or supergroup, for its members: https://core.telegram.org/api/links#message-links. Null: other chats have none. */
export function messageLink({ channel }: ChatAddress, messageId: string): string | null {
  const id = /^-100(\d+)$/u.exec(channel)?.[1];
  return id === undefined || messageNumber(messageId) === null ? null : `https://t.me/c/${id}/${messageId}`;
}
