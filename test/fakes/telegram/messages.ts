import { checkPerson, checkRights, reachChat, reachTopic } from "./access.ts";
import { badRequest } from "./api-error.ts";
import { places, readContent, settleContent } from "./content.ts";
import type { TextPlace } from "./content.ts";
import type { Flood } from "./flood.ts";
import { checkButtonData, readKeyboard } from "./keyboard.ts";
import { flagOf, isObject, jsonOf, numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import { readMediaPhoto, readPhoto } from "./photos.ts";
import { checkMarkup, readMarkup } from "./reply-markup.ts";
import { wireMessage } from "./wire.ts";
import type { Wire } from "./wire.ts";
import type { FakeChat, FakeMessage, FakePhoto, Shown, World } from "./world.ts";

/** What the methods on messages work on. `bot`: the bot's own user. */
export interface MessageParts {
  readonly world: World;
  readonly flood: Flood | null;
  readonly bot: Wire;
}

/** sendMessage: https://core.telegram.org/bots/api#sendmessage; checked in the order of the real server (do_send_message). */
export function sendMessage(params: Params, parts: MessageParts): Wire {
  return send(params, parts, { place: places.text, photo: null });
}

/** sendPhoto: https://core.telegram.org/bots/api#sendphoto */
export async function sendPhoto(params: Params, parts: MessageParts): Promise<Wire> {
  const photo = await readPhoto("photo", textOf(params, "photo"), params, parts.world);
  return send(params, parts, { place: places.caption, photo });
}

function send(
  params: Params,
  { world, flood, bot }: MessageParts,
  { place, photo }: { readonly place: TextPlace; readonly photo: FakePhoto | null },
): Wire {
  const content = readContent(params, place);
  const reply = readReply(params);
  const markup = readMarkup(params);
  const chat = reachChat(params, "write", world);
  const threadId = reachTopic(chat, numberOf(params, "message_thread_id", 0));
  const replyTo = resolveReply(chat, reply, world);
  const shown = settleContent(content, place, { keyboard: markup.keyboard, photo, at: world.now() });
  checkRights(chat, threadId, photo === null ? "text" : "photo");
  checkMarkup(markup, chat.type);
  flood?.check({ kind: "send", chatId: chat.id, isAnswer: chat.answersDue > 0 });
  chat.answersDue = Math.max(0, chat.answersDue - 1);
  checkPerson(chat);
  checkButtonData(markup.keyboard);
  const message: FakeMessage = {
    chatId: chat.id,
    messageId: world.nextMessageId(chat),
    from: null,
    threadId,
    replyTo,
    isSilent: flagOf(params, "disable_notification"),
    isPreviewOff: isPreviewOff(params),
    markup: markup.reply,
    shown,
    edits: [],
    isDeleted: false,
  };
  return wireMessage(world.put(message), { from: bot }, world);
}

/** editMessageText: https://core.telegram.org/bots/api#editmessagetext. Without reply_markup the keyboard goes. */
export function editMessageText(params: Params, parts: MessageParts): Wire {
  const content = readContent(params, places.editedText);
  const keyboard = readKeyboard(params);
  const { message, chat } = reachMessage(params, parts.world);
  if (message.shown.photo !== null) throw badRequest("there is no text in the message to edit");
  const shown = settleContent(content, places.editedText, { keyboard, photo: null, at: parts.world.now() });
  return change(message, chat, shown, parts);
}

/** editMessageCaption: https://core.telegram.org/bots/api#editmessagecaption */
export function editMessageCaption(params: Params, parts: MessageParts): Wire {
  const content = readContent(params, places.editedCaption);
  const keyboard = readKeyboard(params);
  const { message, chat } = reachMessage(params, parts.world);
  const { photo } = message.shown;
  if (photo === null) throw badRequest("there is no caption in the message to edit");
  const shown = settleContent(content, places.editedCaption, { keyboard, photo, at: parts.world.now() });
  return change(message, chat, shown, parts);
}

/** editMessageMedia: https://core.telegram.org/bots/api#editmessagemedia. A text may become a photo. */
export async function editMessageMedia(params: Params, parts: MessageParts): Promise<Wire> {
  const media = jsonOf(params, "media", "input media");
  if (!isObject(media)) throw badRequest("input media is not specified");
  const content = readContent(media, places.editedCaption);
  const photo = await readMediaPhoto(media, params, parts.world);
  const keyboard = readKeyboard(params);
  const { message, chat } = reachMessage(params, parts.world);
  const shown = settleContent(content, places.editedCaption, { keyboard, photo, at: parts.world.now() });
  checkRights(chat, message.threadId, "photo");
  return change(message, chat, shown, parts);
}

/** editMessageReplyMarkup: https://core.telegram.org/bots/api#editmessagereplymarkup */
export function editMessageReplyMarkup(params: Params, parts: MessageParts): Wire {
  const keyboard = readKeyboard(params);
  const { message, chat } = reachMessage(params, parts.world);
  return change(message, chat, { ...message.shown, keyboard, at: parts.world.now() }, parts);
}

/** deleteMessage: https://core.telegram.org/bots/api#deletemessage */
export function deleteMessage(params: Params, { world }: MessageParts): true {
  if (textOf(params, "chat_id") === "") throw badRequest("Chat identifier is not specified");
  const messageId = numberOf(params, "message_id", 0);
  if (messageId === 0) throw badRequest("Message identifier is not specified");
  const chat = reachChat(params, "write", world);
  const message = world.message(chat.id, messageId);
  if (message === null || message.isDeleted) throw badRequest("message to delete not found");
  if (message.from !== null && chat.botStatus !== "administrator")
    throw badRequest("Message can't be deleted");
  message.isDeleted = true;
  world.changed();
  return true;
}

/** The bot's own message that is to be edited. */
function reachMessage(params: Params, world: World): { message: FakeMessage; chat: FakeChat } {
  const messageId = numberOf(params, "message_id", 0);
  if (textOf(params, "chat_id") === "" && messageId === 0)
    throw badRequest("Message identifier is not specified");
  const chat = reachChat(params, "edit", world);
  const message = world.message(chat.id, messageId);
  if (message === null || message.isDeleted) throw badRequest("message to edit not found");
  if (message.from !== null) throw badRequest("Message can't be edited");
  // A message that puts a keyboard under the field of input cannot be edited (tdlib/td, can_edit_message).
  if (message.markup !== null) throw badRequest("Message can't be edited");
  return { message, chat };
}

function change(
  message: FakeMessage,
  chat: FakeChat,
  shown: Shown,
  { world, flood, bot }: MessageParts,
): Wire {
  if (essence(message.shown) === essence(shown)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  flood?.check({ kind: "edit", chatId: chat.id, isAnswer: chat.answersDue > 0 });
  chat.answersDue = Math.max(0, chat.answersDue - 1);
  checkButtonData(shown.keyboard);
  message.edits.push(message.shown);
  message.shown = shown;
  world.changed();
  return wireMessage(message, { from: bot }, world);
}

interface Reply {
  readonly messageId: number;
  readonly isOptional: boolean;
}

function readReply(params: Params): Reply | null {
  const reply = jsonOf(params, "reply_parameters", "reply parameters");
  if (reply === undefined || reply === null) return null;
  if (!isObject(reply)) throw badRequest("Object expected as reply parameters");
  if (Object.keys(reply).length === 0) return null;
  if (reply["message_id"] === undefined) throw badRequest(`Can't find field "message_id"`);
  const messageId = numberOf(reply, "message_id", 0);
  return messageId > 0 ? { messageId, isOptional: flagOf(reply, "allow_sending_without_reply") } : null;
}

function resolveReply(chat: FakeChat, reply: Reply | null, world: World): number | null {
  if (reply === null) return null;
  const target = world.message(chat.id, reply.messageId);
  if (target !== null && !target.isDeleted) return reply.messageId;
  if (reply.isOptional) return null;
  throw badRequest("message to be replied not found");
}

function isPreviewOff(params: Params): boolean {
  const options = jsonOf(params, "link_preview_options", "link preview options");
  return isObject(options) && flagOf(options, "is_disabled");
}

function essence({ text, entities, keyboard, photo }: Shown): string {
  return JSON.stringify([text, entities, keyboard, photo?.uniqueId ?? null]);
}
