import type { CallbackQuery } from "grammy/types";
import type { Message as NeutralMessage } from "../../../src/model/message.ts";
import type { Reply } from "../../../src/ports/command.ts";
import { editAnswer, sendAnswer } from "./answer.ts";
import type { AnswerParts } from "./answer.ts";
import type { Speaking } from "./person.ts";
import { maxPressText } from "./press.ts";
import type { Presses } from "./press.ts";
import type { PressLimit } from "./press-limit.ts";
import { drawMessage } from "./render.ts";
import type { Text } from "./texts.ts";
import { cutText } from "./fit.ts";
import { codePoints } from "./visible.ts";

/** What is answered: a message (null in a private chat, where an answer needs no reply) or a press. */
export interface Asked {
  readonly speaking: Speaking;
  readonly replyTo: string | null;
  readonly press: CallbackQuery | null;
  /** Stands over the answer in place of its own title: what was done is no command. Absent: its own does. */
  readonly heading?: (language: string) => string;
  /** Told of the answer before it is given. Absent: nobody is. */
  readonly onReply?: (reply: Reply) => Promise<void>;
}

export interface RespondParts extends AnswerParts {
  readonly presses: Presses;
  readonly pressLimit: PressLimit;
  readonly text: Text;
}

/**
 * Gives an answer where it belongs: to a press, if it is for that person alone and short; in the place of the message whose button was pressed,
 * if it says so and that message is still there; else as a message, which is silent where others read it, too: they did not ask.
 */
export async function respond(
  reply: Reply,
  asked: Asked,
  parts: RespondParts,
  signal: AbortSignal,
): Promise<void> {
  const { speaking, replyTo, press } = asked;
  const { message } = reply;
  if (press === null) return sendAnswer({ address: speaking.address, message, replyTo }, parts, signal);
  const isAside = reply.isPrivate && reply.isInPlace !== true;
  const aside = isAside
    ? press.message?.chat.type === "channel"
      ? cutAside(message)
      : asideOf(message)
    : null;
  if (aside !== null && (await parts.presses.answer(press, { text: aside }, signal))) return;
  const pressed = press.message;
  // Also when it comes too late to be shown: what is for one reader is never posted to all of a channel.
  if (aside !== null && pressed?.chat.type === "channel") return;
  const isInPlace = reply.isInPlace === true && pressed !== undefined && pressed.date !== 0;
  if (!isInPlace && (await isTooMuch(press, parts, signal))) return;
  await parts.presses.answer(press, {}, signal);
  if (isInPlace) {
    const edit = { address: speaking.address, message, messageId: String(pressed.message_id) };
    if (await editAnswer(edit, parts, signal)) return;
  }
  const { address, isDirect } = speaking;
  await sendAnswer({ address, message, replyTo, isLoud: isDirect }, parts, signal);
}

/** Whether somebody's presses have brought enough into a group for now; they are told for how long to wait. */
export async function isTooMuch(
  press: CallbackQuery,
  { presses, pressLimit, text }: Pick<RespondParts, "presses" | "pressLimit" | "text">,
  signal: AbortSignal,
): Promise<boolean> {
  const chat = press.message?.chat;
  if (chat === undefined || chat.type === "private") return false;
  const waitMs = pressLimit.take(chat.id, press.from.id);
  if (waitMs === 0) return false;
  const seconds = Math.ceil(waitMs / 1_000);
  const { language_code: language = null } = press.from;
  await presses.answer(press, { text: text(language, "telegram-press-wait", { seconds }) }, signal);
  return true;
}

/** As much of a message's words as there is room for: what is for one reader is not posted to all of a channel. */
function cutAside(message: NeutralMessage): string {
  return cutText(drawMessage({ ...message, actions: [], selects: [] }, new Set()).plain, maxPressText);
}

/** The words of a message, when they are few and nothing in them is to be tapped; null: it has to be a message. */
function asideOf(message: NeutralMessage): string | null {
  const hasLinks = message.blocks.some(
    ({ kind }) => kind === "sources" || kind === "list" || kind === "quote",
  );
  if (message.chart !== undefined) return null;
  const { plain, keyboard } = drawMessage(message, new Set());
  return keyboard === null && !hasLinks && codePoints(plain) <= maxPressText ? plain : null;
}
