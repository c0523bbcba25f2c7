import type { Chat, ChatMemberUpdated, User } from "grammy/types";
import { sendAnswer } from "./answer.ts";
import { handleChatOf } from "./conversation.ts";
import { speakerInPrivate } from "./person.ts";
import { addressOf, titleOf } from "./place.ts";
import type { RunParts } from "./run.ts";
import { textMessage } from "./texts.ts";

/** Blocked in a private chat, removed from another, and back again or allowed to write again: https://core.telegram.org/bots/api#chatmemberupdated */
export async function handleMembership(
  change: ChatMemberUpdated,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const { chat, old_chat_member: before, new_chat_member: member } = change;
  const address = addressOf(chat.id);
  if (isOut(member)) {
    const how = member.status === "kicked" ? "kicked" : "removed";
    const reason =
      chat.type === "private" ? "bot was blocked by the user" : `bot was ${how} from the ${chat.type}`;
    return parts.commands.chatGone(address, reason);
  }
  if (isOut(before) || (!mayWrite(before) && mayWrite(member))) await parts.commands.chatBack?.(address);
  if (isOut(before)) await offerSetUp(change, parts, signal);
}

/** Who lets the bot in and administers the chat may set it up from the private chat: in a channel nobody types commands, and in a group all would read along. */
async function offerSetUp(
  { chat, from }: ChatMemberUpdated,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  if (chat.type === "private" || from.is_bot) return;
  if (chat.type !== "channel") await greet(chat, from, parts, signal);
  const speaking = speakerInPrivate(from, parts.rights);
  if (chat.type !== "channel" && !(await speaking.user.isChatAdmin(addressOf(chat.id)))) return;
  await handleChatOf({ id: chat.id, post: null, addedTo: titleOf(chat) }, speaking, parts, signal);
}

/** Who let the bot in may never have started it, and then cannot be written to: in the group itself everybody learns how it is told. */
async function greet(chat: Chat, from: User, parts: RunParts, signal: AbortSignal): Promise<void> {
  const address = addressOf(chat.id);
  // It is told already.
  if ((await parts.commands.languageAt?.(address)) != null) return;
  const language = from.language_code ?? null;
  const words = textMessage(parts.text(language, "telegram-added-here"), language);
  const label = parts.text(language, "telegram-subscribe");
  const message = { ...words, actions: [{ command: "subscribe", argument: "", label }] };
  await sendAnswer({ address, message, replyTo: null, isLoud: false }, parts, signal);
}

type Membership = ChatMemberUpdated["new_chat_member"];

function isOut(member: Membership): boolean {
  const isRestrictedOut = member.status === "restricted" && !member.is_member;
  return member.status === "kicked" || member.status === "left" || isRestrictedOut;
}

/** As far as its own rights say; what all members of a group may is another matter. */
function mayWrite(member: Membership): boolean {
  if (member.status === "restricted") return member.is_member && member.can_send_messages;
  // Of channels only.
  if (member.status === "administrator") return member.can_post_messages !== false;
  return !isOut(member);
}
