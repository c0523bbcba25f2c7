import type { Ask } from "../../../src/model/message.ts";
import { messageLimits } from "./limits.ts";

/**
 * What a component says when it is used. It needs no memory of ours, so that it works after a restart; what it asks for is
 * looked at as if it had been typed, so that a forged one can do no more than its sender could.
 */
export interface ComponentCall {
  readonly command: string;
  readonly argument: string;
  /** The delivery that the message is; "" for an answer to a command. */
  readonly key: string;
}

/** What using a component means: a press, a list's choice, a question to be asked first, a form that was filled in. */
export type ComponentUse =
  | ({ readonly kind: "press" | "choice" | "choices" | "form" } & ComponentCall)
  | ({ readonly kind: "ask"; readonly ask: Ask } & ComponentCall);

/** First characters that tell the kinds apart; a command's name begins with none of them. */
const marks = { press: "", choice: "%", choices: "*", form: "!", ask: "?" } as const;
const kinds = ["choice", "choices", "form", "ask"] as const;
const base = 36;

/** `command:argument:key` behind the kind's mark. The key stands last and holds no colon, so that an argument may. */
export function componentId(kind: "press" | "choice" | "choices" | "form", call: ComponentCall): string {
  return `${marks[kind]}${call.command}:${call.argument}:${keyInId(call.key)}`;
}

/**
 * The same for an action that asks, with the question behind it: `…|longest answer|title|example`. The example, then the
 * title's end are left out when they do not fit; the rest may still be too long for Discord, as with every id.
 */
export function askId(call: ComponentCall, ask: Ask): string {
  const head = `${marks.ask}${call.command}:${call.argument}:${keyInId(call.key)}|${ask.maxLength.toString(base)}|`;
  const title = partOf(ask.title);
  const whole = `${head}${title}|${partOf(ask.example)}`;
  if (whole.length <= messageLimits.customId) return whole;
  return `${head}${title.slice(0, Math.max(0, messageLimits.customId - head.length - 1))}|`;
}

/** Null: not a component of ours. */
export function readComponentId(customId: string): ComponentUse | null {
  const kind = kinds.find((one) => customId.startsWith(marks[one])) ?? "press";
  const text = customId.slice(marks[kind].length);
  if (kind !== "ask") {
    const call = readCall(text);
    return call === null ? null : { kind, ...call };
  }
  const parts = text.split("|");
  const [length = "", title = "", example = ""] = parts.slice(-3);
  const call = parts.length < 4 ? null : readCall(parts.slice(0, -3).join("|"));
  const maxLength = Number.parseInt(length, base);
  if (call === null || !(maxLength > 0)) return null;
  return { kind, ...call, ask: { title, example, maxLength } };
}

function readCall(text: string): ComponentCall | null {
  const first = text.indexOf(":");
  const last = text.lastIndexOf(":");
  const command = text.slice(0, first);
  if (first < 1 || last === first || !/^[a-z0-9_]{1,32}$/.test(command)) return null;
  return { command, argument: text.slice(first + 1, last), key: text.slice(last + 1) };
}

/** A delivery's key with the revision that its message shows. Absent: the key alone. */
export function keyOfRevision(key: string, revision?: number): string {
  return revision === undefined ? key : `${key}.${revision.toString(base)}`;
}

/** What a message's components tell of a delivery whose key they hold. `revision`: absent where they do not tell it. */
export interface HeldKey {
  readonly revision?: number;
}

/** `components`: as Discord sends them. Null: none of them is of the delivery. */
export function heldKey(components: unknown, key: string): HeldKey | null {
  if (!Array.isArray(components)) return null;
  for (const component of components as readonly unknown[]) {
    if (typeof component !== "object" || component === null) continue;
    const customId: unknown = Reflect.get(component, "custom_id");
    const held = typeof customId === "string" ? readHeld(readComponentId(customId)?.key, keyInId(key)) : null;
    const found = held ?? heldKey(Reflect.get(component, "components"), key);
    if (found !== null) return found;
  }
  return null;
}

function readHeld(held: string | undefined, key: string): HeldKey | null {
  if (held === key) return {};
  if (held?.startsWith(`${key}.`) !== true) return null;
  const revision = Number.parseInt(held.slice(key.length + 1), base);
  return Number.isNaN(revision) ? null : { revision };
}

function keyInId(key: string): string {
  return key.replaceAll(/[:|]/g, ";");
}

function partOf(text: string): string {
  return text.replaceAll("|", "/").replaceAll(/\s+/g, " ").trim();
}
