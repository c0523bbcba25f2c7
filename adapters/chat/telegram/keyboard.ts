import { hash } from "node:crypto";
import type { Action, Ask, Message, Select } from "../../../src/model/message.ts";
import { messageLimits } from "./limits.ts";
import { cleanLine, codePoints } from "./visible.ts";

/** Buttons under a message, in rows: https://core.telegram.org/bots/api#inlinekeyboardmarkup */
export interface Keyboard {
  readonly inline_keyboard: { text: string; callback_data: string }[][];
}

/** What a button stands for. `ask` null: its command runs at once. */
export interface StoredButton {
  readonly command: string;
  readonly argument: string;
  readonly ask: Ask | null;
}

/** A keyboard, and what is to be kept so that its buttons work. */
export interface DrawnKeyboard {
  /** Null: no buttons. */
  readonly keyboard: Keyboard | null;
  /** By key: what buttons stand for whose data hold the key only. */
  readonly stored: ReadonlyMap<string, StoredButton>;
  /** Buttons without a label, or more than there is room for: defects of ours. */
  readonly dropped: readonly Action[];
}

/** A button before it is laid out. `rest`: what it adds to what it stands for. */
interface Button {
  readonly label: string;
  readonly whole: StoredButton;
  readonly rest: string;
  readonly action: Action | null;
}

/** Labels of a row that are longer than this in all are cut off on a narrow screen. */
const rowCharacters = 30;
const labelCharacters = 60;
/** Marks data that hold the key of a stored button instead of a command. */
const keyMark = "~";
/** Meaning never by place or colour alone: a chosen option says so. */
const chosenMark = "✓ ";

/** The options of lists, each on its own or beside others as the words allow, then the actions. */
export function drawKeyboard({ actions, selects = [] }: Pick<Message, "actions" | "selects">): DrawnKeyboard {
  const groups = [...selects.map(buttonsOf), actions.map(buttonOf)];
  const stored = new Map<string, StoredButton>();
  const rows: Keyboard["inline_keyboard"] = [];
  const dropped: Action[] = [];
  let room: number = messageLimits.buttons;
  for (const buttons of groups) {
    const shown = buttons.filter(({ label }) => cleanLine(label) !== "").slice(0, room);
    dropped.push(...buttons.filter((each) => !shown.includes(each)).flatMap(({ action }) => action ?? []));
    rows.push(
      ...layOut(
        shown.map((button) => ({ text: shorten(button.label), callback_data: dataOf(button, stored) })),
      ),
    );
    room -= shown.length;
  }
  return { keyboard: rows.length === 0 ? null : { inline_keyboard: rows }, stored, dropped };
}

/** What a button carries: `command:argument`. */
export function callbackData(action: Pick<Action, "command" | "argument">): string {
  return action.argument === "" ? action.command : `${action.command}:${action.argument}`;
}

/** What data from outside says: a command, or the key of a stored button with what is added to it. */
export type ReadData =
  | { readonly kind: "command"; readonly command: string; readonly argument: string }
  | { readonly kind: "key"; readonly key: string; readonly rest: string };

/** The reverse, for data that comes from outside. */
export function readCallbackData(data: string): ReadData {
  const colon = data.indexOf(":");
  const [head, rest] = colon === -1 ? [data, ""] : [data.slice(0, colon), data.slice(colon + 1)];
  return head.startsWith(keyMark)
    ? { kind: "key", key: head.slice(keyMark.length), rest }
    : { kind: "command", command: head, argument: rest };
}

/** An action asks first, or runs its command at once. */
function buttonOf(action: Action): Button {
  const { command, argument, ask } = action;
  // What is asked is the same for many: the argument stays with the button, so that few are to be kept.
  return ask === undefined
    ? { label: action.label, whole: { command, argument, ask: null }, rest: "", action }
    : { label: action.label, whole: { command, argument: "", ask }, rest: argument, action };
}

/** Pressing turns an option over where several may be chosen, and chooses it where one may. */
function buttonsOf({ command, argument, isMultiple, options }: Select): readonly Button[] {
  return options.map(({ value, label, isChosen }) => ({
    label: isChosen ? chosenMark + label : label,
    whole: { command, argument, ask: null },
    rest: isMultiple ? `${isChosen ? "-" : "+"}${value}` : value,
    action: null,
  }));
}

/** The data themselves where they say all within 64 bytes; else a key to what is kept. */
function dataOf({ whole, rest }: Button, stored: Map<string, StoredButton>): string {
  const argument = [whole.argument, rest].filter((part) => part !== "").join(" ");
  const data = callbackData({ command: whole.command, argument });
  if (whole.ask === null && fits(data) && !data.startsWith(keyMark)) return data;
  const short = keyed(whole, rest, stored);
  if (fits(short)) return short;
  return keyed({ ...whole, argument }, "", stored);
}

function keyed(button: StoredButton, rest: string, stored: Map<string, StoredButton>): string {
  const key = hash("sha256", JSON.stringify(button), "base64url").slice(0, 10);
  stored.set(key, button);
  return rest === "" ? `${keyMark}${key}` : `${keyMark}${key}:${rest}`;
}

function fits(data: string): boolean {
  const bytes = Buffer.byteLength(data);
  return bytes >= 1 && bytes <= messageLimits.callbackBytes;
}

function layOut(buttons: readonly { text: string; callback_data: string }[]): Keyboard["inline_keyboard"] {
  const rows: Keyboard["inline_keyboard"] = [];
  let used = Infinity;
  for (const button of buttons) {
    const width = codePoints(button.text);
    const row = rows.at(-1);
    const isRoom =
      row !== undefined && row.length < messageLimits.buttonsPerRow && used + width <= rowCharacters;
    if (isRoom) row.push(button);
    else rows.push([button]);
    used = isRoom ? used + width : width;
  }
  return rows;
}

function shorten(label: string): string {
  const clean = cleanLine(label);
  if (codePoints(clean) <= labelCharacters) return clean;
  const characters = Array.from(clean);
  return `${characters
    .slice(0, labelCharacters - 1)
    .join("")
    .trimEnd()}…`;
}
