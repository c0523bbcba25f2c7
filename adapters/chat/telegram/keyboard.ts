import type { Action } from "../../../src/model/message.ts";
import { messageLimits } from "./limits.ts";
import { cleanLine, codePoints } from "./visible.ts";

/** Buttons under a message, in rows: https://core.telegram.org/bots/api#inlinekeyboardmarkup */
export interface Keyboard {
  readonly inline_keyboard: { text: string; callback_data: string }[][];
}

/** Labels of a row that are longer than this in all are cut off on a narrow screen. */
const rowCharacters = 30;
const labelCharacters = 60;

/** A keyboard of the actions that fit Telegram's limits, and those that do not. */
export function drawKeyboard(actions: readonly Action[]): {
  readonly keyboard: Keyboard | null;
  readonly dropped: readonly Action[];
} {
  const kept = actions.filter(fits).slice(0, messageLimits.buttons);
  const dropped = actions.filter((action) => !kept.includes(action));
  const rows: Keyboard["inline_keyboard"] = [];
  let used = Infinity;
  for (const action of kept) {
    const text = Array.from(cleanLine(action.label)).slice(0, labelCharacters).join("");
    const width = codePoints(text);
    const row = rows.at(-1);
    const isRoom =
      row !== undefined && row.length < messageLimits.buttonsPerRow && used + width <= rowCharacters;
    if (isRoom) row.push({ text, callback_data: callbackData(action) });
    else rows.push([{ text, callback_data: callbackData(action) }]);
    used = isRoom ? used + width : width;
  }
  return { keyboard: rows.length === 0 ? null : { inline_keyboard: rows }, dropped };
}

/** What a button carries: `command:argument`. */
export function callbackData(action: Pick<Action, "command" | "argument">): string {
  return action.argument === "" ? action.command : `${action.command}:${action.argument}`;
}

/** The reverse of `callbackData`, for data that comes from outside. */
export function readCallbackData(data: string): { readonly command: string; readonly argument: string } {
  const colon = data.indexOf(":");
  return colon === -1
    ? { command: data, argument: "" }
    : { command: data.slice(0, colon), argument: data.slice(colon + 1) };
}

function fits(action: Action): boolean {
  const bytes = Buffer.byteLength(callbackData(action));
  return bytes >= 1 && bytes <= messageLimits.callbackBytes && cleanLine(action.label) !== "";
}
