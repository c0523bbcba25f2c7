import { badRequest } from "./api-error.ts";
import { checkedLink } from "./link.ts";
import { isObject, jsonOf } from "./params.ts";
import type { Params } from "./params.ts";

/** A button as it was sent. */
export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

const maxPerRow = 12;
const maxButtons = 300;
const maxDataBytes = 64;

/**
 * Reads `reply_markup` (https://core.telegram.org/bots/api#inlinekeyboardmarkup); null: none. No other markup goes with an edit. Throws the 400s of tdlib/telegram-bot-api
 * get_reply_markup; of a long keyboard the rest is dropped silently, as tdlib/td does (read 2026-11-25).
 */
export function readKeyboard(params: Params): Keyboard | null {
  const markup = jsonOf(params, "reply_markup", "reply keyboard markup");
  if (markup === undefined || markup === null) return null;
  if (!isObject(markup)) throw badRequest("Object expected as reply markup");
  const rows = markup["inline_keyboard"];
  if (rows === undefined) throw badRequest("Inline keyboard expected");
  return readRows(rows);
}

/** The rows of an `inline_keyboard`; null: there is no button. */
export function readRows(rows: unknown): Keyboard | null {
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw badRequest('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const read = rows
    .map((row: readonly unknown[]) => row.map(readButton).slice(0, maxPerRow))
    .filter((row) => row.length > 0);
  const kept: Button[][] = [];
  for (const row of read) {
    const room = maxButtons - kept.flat().length;
    if (room > 0) kept.push(row.slice(0, room));
  }
  return kept.length === 0 ? null : kept;
}

/** The check that comes last, with the sending itself: BUTTON_DATA_INVALID. */
export function checkButtonData(keyboard: Keyboard | null): void {
  for (const button of keyboard?.flat() ?? []) {
    if (button.callback_data !== undefined && Buffer.byteLength(button.callback_data) > maxDataBytes)
      throw badRequest("BUTTON_DATA_INVALID");
  }
}

function readButton(value: unknown): Button {
  if (!isObject(value)) throw unreadable("InlineKeyboardButton must be an Object");
  const { text, callback_data: data, url } = value;
  if (text === undefined) throw unreadable(`Can't find field "text"`);
  if (typeof text !== "string") throw unreadable('Field "text" must be of type String');
  if (typeof url === "string" && url !== "") {
    if (checkedLink(url) === null)
      throw badRequest(`Inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    return named({ text, url });
  }
  if (data !== undefined && typeof data !== "string")
    throw unreadable('Field "callback_data" must be of type String');
  if (data === undefined || data === "")
    throw unreadable("Text buttons are unallowed in the inline keyboard");
  return named({ text, callback_data: data });
}

function named(button: Button): Button {
  if (button.text.trim() === "") throw badRequest("Inline keyboard button text must be non-empty");
  return button;
}

function unreadable(text: string): Error {
  return badRequest(`Can't parse inline keyboard button: ${text}`);
}
