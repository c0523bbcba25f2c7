import { badRequest } from "./api-error.ts";
import { readRows } from "./keyboard.ts";
import type { Keyboard } from "./keyboard.ts";
import { isObject, jsonOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";

/** A button of a keyboard under the field of input: https://core.telegram.org/bots/api#keyboardbutton */
export interface RequestButton {
  readonly text: string;
  /** Null: pressing it sends its text. */
  readonly requestChat: {
    readonly requestId: number;
    readonly isChannel: boolean;
    readonly wantsTitle: boolean;
  } | null;
}

/** What a message does to people's keyboards, other than having buttons of its own. */
export type ReplyMarkup =
  | { readonly kind: "force-reply"; readonly isSelective: boolean; readonly placeholder: string }
  | { readonly kind: "keyboard"; readonly rows: readonly (readonly RequestButton[])[] }
  | { readonly kind: "remove" };

/** Both kinds of markup; at most one of them is there. */
export interface Markup {
  readonly keyboard: Keyboard | null;
  readonly reply: ReplyMarkup | null;
}

/** Reads `reply_markup` of a message that is sent: https://core.telegram.org/bots/api#sendmessage. Throws the 400s. */
export function readMarkup(params: Params): Markup {
  const markup = jsonOf(params, "reply_markup", "reply keyboard markup");
  if (markup === undefined || markup === null) return { keyboard: null, reply: null };
  if (!isObject(markup)) throw badRequest("Object expected as reply markup");
  return markup["inline_keyboard"] === undefined
    ? { keyboard: null, reply: readReplyMarkup(markup) }
    : { keyboard: readRows(markup["inline_keyboard"]), reply: null };
}

/** Only inline keyboards go into channels, and chats are asked for in private ones. */
export function checkMarkup({ reply }: Markup, chatType: string): void {
  if (reply === null) return;
  if (chatType === "channel") throw badRequest("reply markup can't be used in channel chats");
  const isRequest =
    reply.kind === "keyboard" && reply.rows.flat().some(({ requestChat }) => requestChat !== null);
  if (isRequest && chatType !== "private") throw badRequest("chats can be requested in private chats only");
}

function readReplyMarkup(markup: Params): ReplyMarkup | null {
  const placeholder = textOf(markup, "input_field_placeholder");
  if (Array.from(placeholder).length > 64) throw badRequest("INPUT_FIELD_PLACEHOLDER_INVALID");
  if (markup["force_reply"] === true)
    return { kind: "force-reply", isSelective: markup["selective"] === true, placeholder };
  if (markup["remove_keyboard"] === true) return { kind: "remove" };
  const rows = markup["keyboard"];
  if (rows === undefined) return null;
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row)))
    throw badRequest('Field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
  return {
    kind: "keyboard",
    rows: rows.map((row: readonly unknown[]) => row.map(readRequestButton)),
  };
}

function readRequestButton(value: unknown): RequestButton {
  if (typeof value === "string") return { text: value, requestChat: null };
  if (!isObject(value)) throw badRequest("Can't parse keyboard button: KeyboardButton must be an Object");
  const text = textOf(value, "text");
  if (text === "") throw badRequest(`Can't parse keyboard button: Can't find field "text"`);
  const request = value["request_chat"];
  if (!isObject(request)) return { text, requestChat: null };
  const { request_id: requestId, chat_is_channel: isChannel } = request;
  if (!Number.isInteger(requestId) || Math.abs(Number(requestId)) > 2 ** 31 - 1)
    throw badRequest(`Can't parse keyboard button: Can't find field "request_id"`);
  if (typeof isChannel !== "boolean")
    throw badRequest(`Can't parse keyboard button: Can't find field "chat_is_channel"`);
  return {
    text,
    requestChat: {
      requestId: Number(requestId),
      isChannel,
      wantsTitle: request["request_title"] === true,
    },
  };
}
