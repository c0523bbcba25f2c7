import { checkPerson, checkRights, reachChat, reachTopic } from "./access.ts";
import { badRequest } from "./api-error.ts";
import type { Flood } from "./flood.ts";
import { parseHtml } from "./html.ts";
import type { Entity } from "./html.ts";
import { checkButtonData, readKeyboard } from "./keyboard.ts";
import type { Keyboard } from "./keyboard.ts";
import { flagOf, isObject, jsonOf, numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import { detectEntities, entityBytes, isBlank, keepFirstEntities, lengthOf, settleText } from "./text.ts";
import type { FormattedText } from "./text.ts";
import { wireMessage } from "./wire.ts";
import type { Wire } from "./wire.ts";
import type { FakeChat, FakeMessage, Shown, World } from "./world.ts";

/** What the methods on messages work on. `bot`: the bot's own user. */
export interface MessageParts {
  readonly world: World;
  readonly flood: Flood | null;
  readonly bot: Wire;
}

const maxRawBytes = 32_768;
const maxCharacters = 4_096;
const maxEntityBytes = 9_500;

/** sendMessage: https://core.telegram.org/bots/api#sendmessage; checked in the order of the real server (do_send_message). */
export function sendMessage(params: Params, { world, flood, bot }: MessageParts): Wire {
  const content = readContent(params);
  const reply = readReply(params);
  const keyboard = readKeyboard(params);
  const chat = reachChat(params, "write", world);
  const threadId = reachTopic(chat, numberOf(params, "message_thread_id", 0));
  const replyTo = resolveReply(chat, reply, world);
  const shown = settleContent(content, keyboard, world.now(), "Message is too long");
  checkRights(chat, threadId);
  flood?.check({ kind: "send", chatId: chat.id, isAnswer: chat.answersDue > 0 });
  chat.answersDue = Math.max(0, chat.answersDue - 1);
  checkPerson(chat);
  checkButtonData(keyboard);
  const message: FakeMessage = {
    chatId: chat.id,
    messageId: world.nextMessageId(chat),
    from: null,
    threadId,
    replyTo,
    isSilent: flagOf(params, "disable_notification"),
    isPreviewOff: isPreviewOff(params),
    shown,
    edits: [],
    isDeleted: false,
  };
  return wireMessage(world.put(message), { from: bot }, world);
}

/** editMessageText: https://core.telegram.org/bots/api#editmessagetext. Without reply_markup the keyboard goes. */
export function editMessageText(params: Params, { world, flood, bot }: MessageParts): Wire {
  const content = readContent(params);
  const keyboard = readKeyboard(params);
  const messageId = numberOf(params, "message_id", 0);
  if (textOf(params, "chat_id") === "" && messageId === 0)
    throw badRequest("Message identifier is not specified");
  const chat = reachChat(params, "edit", world);
  const message = world.message(chat.id, messageId);
  if (message === null || message.isDeleted) throw badRequest("message to edit not found");
  if (message.from !== null) throw badRequest("Message can't be edited");
  const shown = settleContent(content, keyboard, world.now(), "MESSAGE_TOO_LONG");
  if (isSame(message.shown, shown)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  flood?.check({ kind: "edit", chatId: chat.id, isAnswer: false });
  checkButtonData(keyboard);
  message.edits.push(message.shown);
  message.shown = shown;
  world.changed();
  return wireMessage(message, { from: bot }, world);
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

/** The text with its markup parsed; nothing is settled or measured yet. */
function readContent(params: Params): FormattedText {
  const text = textOf(params, "text");
  if (text === "") throw badRequest("Message text is empty");
  if (Buffer.byteLength(text) > maxRawBytes) throw badRequest("Text is too long");
  if (!text.isWellFormed()) throw badRequest("Strings must be encoded in UTF-8");
  const mode = textOf(params, "parse_mode").toLowerCase();
  if (mode === "html") return parseHtml(text);
  if (mode !== "" && mode !== "none") throw badRequest("Unsupported parse_mode");
  const entities = jsonOf(params, "entities", "message entities");
  return { text, entities: Array.isArray(entities) ? (entities as readonly Entity[]) : [] };
}

function settleContent(
  content: FormattedText,
  keyboard: Keyboard | null,
  at: number,
  tooLong: string,
): Shown {
  const settled = settleText(content);
  if (isBlank(settled.text)) throw badRequest("Text must be non-empty");
  if (lengthOf(settled.text) > maxCharacters) throw badRequest(tooLong);
  if (entityBytes(settled.entities) > maxEntityBytes) throw badRequest("ENTITIES_TOO_LONG");
  const entities = keepFirstEntities(settled.entities);
  return { text: settled.text, entities, detected: detectEntities(settled.text, entities), keyboard, at };
}

interface Reply {
  readonly messageId: number;
  readonly isOptional: boolean;
}

function readReply(params: Params): Reply | null {
  const reply = jsonOf(params, "reply_parameters", "reply parameters");
  if (reply === undefined || reply === null) {
    const messageId = numberOf(params, "reply_to_message_id", 0);
    return messageId > 0 ? { messageId, isOptional: flagOf(params, "allow_sending_without_reply") } : null;
  }
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
  return (isObject(options) && flagOf(options, "is_disabled")) || flagOf(params, "disable_web_page_preview");
}

function isSame(before: Shown, after: Shown): boolean {
  return essence(before) === essence(after);
}

function essence({ text, entities, keyboard }: Shown): string {
  return JSON.stringify([text, entities, keyboard]);
}
