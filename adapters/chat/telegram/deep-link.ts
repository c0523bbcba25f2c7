import type { Action } from "../../../src/model/message.ts";
import type { CommandSpec } from "../../../src/ports/command.ts";
import { callbackData } from "./keyboard.ts";

/** What a payload of ours begins with; every other one is the start command's. */
const mark = "c-";
/** https://core.telegram.org/bots/features#deep-linking: 1-64 of A-Z, a-z, 0-9, _ and -. */
const maxPayload = 64;

/** A link that opens the private chat with the bot and does there what a button does; null: it does not fit. `botName`: without `@`. */
export function deepLink(botName: string, data: string): string | null {
  const payload = mark + Buffer.from(data).toString("base64url");
  return payload.length > maxPayload ? null : `https://t.me/${botName}?start=${payload}`;
}

/** As `deepLink`, for an action. Null also where anybody's link must not lead: what only some may do. */
export function actionLink(
  action: Action,
  { botName, specs }: { readonly botName: string; readonly specs: readonly CommandSpec[] },
): string | null {
  return action.ask === undefined && mayBeLinked(action.command, specs)
    ? deepLink(botName, callbackData(action))
    : null;
}

/** Only what everybody may do: a link is followed without a look at what it does. */
export function mayBeLinked(command: string, specs: readonly CommandSpec[]): boolean {
  return specs.find(({ name }) => name === command)?.access === "anyone";
}

/** The data of a payload of ours; null: it is another's. */
export function readPayload(payload: string): string | null {
  if (!payload.startsWith(mark)) return null;
  return Buffer.from(payload.slice(mark.length), "base64url").toString() || null;
}
