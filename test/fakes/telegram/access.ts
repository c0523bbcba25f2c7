import { badRequest, forbidden } from "./api-error.ts";
import { textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { FakeChat, World } from "./world.ts";

/** The topic that every forum has; calls and messages leave it out. */
export const generalTopic = 1;

/** What a call wants to do in a chat. */
export type Access = "read" | "edit" | "write" | "members";

/**
 * The chat of a call, when the bot may reach it (tdlib/telegram-bot-api Client.cpp, check_chat and check_chat_access, read 2026-11-25).
 * Throws the documented 400 or 403. That somebody has blocked the bot comes out only when it sends.
 */
export function reachChat(params: Params, access: Access, world: World): FakeChat {
  const written = textOf(params, "chat_id");
  if (written === "") throw badRequest("chat_id is empty");
  const chat = findChat(written, world);
  if (chat === null) throw badRequest("chat not found");
  if (chat.type === "private") {
    if (world.user(chat.id).isDeactivated && (access === "edit" || access === "write"))
      throw forbidden("user is deactivated");
    return chat;
  }
  const isAsGroup = chat.type === "group" && access === "members";
  if (chat.type === "group") reachGroup(chat, isAsGroup ? "write" : access);
  else if (chat.botStatus === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  else if (chat.botStatus === "left" && !(access === "read" && chat.username !== null))
    throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return chat;
}

/** The topic of a call; null: none. Outside forums it is ignored; the General topic must not be named (check_message_topic). */
export function reachTopic(chat: FakeChat, thread: number): number | null {
  if (thread === 0 || !chat.isForum) return null;
  const topic = chat.topics.get(thread);
  if (thread === generalTopic || topic === undefined || topic.state === "deleted")
    throw badRequest("message thread not found");
  return thread;
}

/** Whether the bot may write a text, or send a photo, there now (tdlib/td DialogManager.cpp and MessageContent.cpp). */
export function checkRights(chat: FakeChat, thread: number | null, what: "text" | "photo"): void {
  const isAdmin = chat.botStatus === "administrator" || chat.botStatus === "creator";
  if (chat.type === "channel" && !isAdmin) throw badRequest("Need administrator rights in the channel chat");
  if (chat.type === "channel" && !chat.canPost)
    throw badRequest("Not enough rights to send text messages to the chat");
  if (chat.type === "private" || isAdmin) return;
  if (chat.botStatus === "restricted" || !(what === "text" ? chat.canSend : chat.canSendPhotos)) {
    const content = what === "text" ? "text messages" : "photos";
    throw badRequest(`Not enough rights to send ${content} to the chat`);
  }
  const topic = chat.topics.get(thread ?? generalTopic);
  if (topic?.state === "closed") throw badRequest("TOPIC_CLOSED");
}

/** What only the sending itself shows. */
export function checkPerson(chat: FakeChat): void {
  if (chat.type !== "private") return;
  if (chat.botStatus === "kicked") throw forbidden("bot was blocked by the user");
  if (chat.botStatus !== "member") throw forbidden("bot can't initiate conversation with a user");
}

function findChat(written: string, world: World): FakeChat | null {
  if (/^-?\d+$/u.test(written)) return world.chats.get(Number(written)) ?? null;
  const name = written.startsWith("@") ? written.slice(1).toLowerCase() : null;
  return name === null
    ? null
    : (world.chats.values().find((chat) => chat.username?.toLowerCase() === name) ?? null);
}

function reachGroup(chat: FakeChat, access: Access): void {
  const canEdit = access === "edit" || access === "write";
  if (access === "write" && chat.migratedTo !== null) {
    throw badRequest("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: chat.migratedTo });
  }
  if (access === "write" && chat.isDeleted) throw forbidden("the group chat was deleted");
  if (canEdit && chat.botStatus === "kicked") throw forbidden("bot was kicked from the group chat");
  if (canEdit && chat.botStatus === "left") throw forbidden("bot is not a member of the group chat");
}
