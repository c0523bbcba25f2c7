import type { Action } from "../../../src/model/message.ts";
import type { CommandSpec } from "../../../src/ports/command.ts";
import { accessOf, readCommand } from "./call.ts";
import type { TypedCommand } from "./call.ts";
import { callbackData } from "./keyboard.ts";

/** What a payload of ours is, every other one is the start command's: `c-DATA`, or `cCHANNEL-DATA` with the channel's id in base 36. */
const shape = /^c([0-9a-z]{0,12})-(.+)$/u;
const base = 36;
/** https://core.telegram.org/bots/features#deep-linking: 1-64 of A-Z, a-z, 0-9, _ and -. */
const maxPayload = 64;

/** A link that opens the private chat with the bot and hands /start a payload; null: Telegram takes none such, or the name is not known yet (""). `botName`: without `@`. */
export function startLink(botName: string, payload: string): string | null {
  if (botName === "" || payload.length > maxPayload || !/^[\w-]+$/u.test(payload)) return null;
  return `https://t.me/${botName}?start=${payload}`;
}

/** A link that does in the private chat with the bot what a button does, for a `channel` (its id) if one is given; null: it does not fit. */
export function deepLink(botName: string, data: string, channel: number | null = null): string | null {
  const about = channel === null ? "" : Math.abs(channel).toString(base);
  return startLink(botName, `c${about}-${Buffer.from(data).toString("base64url")}`);
}

/** As `deepLink`, for an action. Null also where anybody's link must not lead: what only some may do. */
export function actionLink(
  action: Action,
  { botName, specs }: { readonly botName: string; readonly specs: readonly CommandSpec[] },
): string | null {
  const typed = { name: action.command, rest: action.argument };
  return action.ask === undefined && mayBeLinked(typed, specs)
    ? deepLink(botName, callbackData(action))
    : null;
}

/** Only what everybody may do, and no words that are passed on in somebody's name: a link is followed without a look at what it does. */
export function mayBeLinked(typed: TypedCommand, specs: readonly CommandSpec[]): boolean {
  const read = readCommand(specs, typed);
  if (read.kind === "unknown" || accessOf(read.spec, read.subcommand) !== "anyone") return false;
  return read.spec.tellsOthers !== true || !/\s/u.test(typed.rest);
}

/** What a payload of ours says. `channel` null: it is about none. */
export interface Payload {
  readonly data: string;
  readonly channel: number | null;
}

/** Null: it is another's. */
export function readPayload(payload: string): Payload | null {
  const [, about = "", encoded = ""] = shape.exec(payload) ?? [];
  const data = Buffer.from(encoded, "base64url").toString();
  if (data === "") return null;
  return { data, channel: about === "" ? null : -Number.parseInt(about, base) };
}
