import type { CallbackQuery } from "grammy/types";
import type { Message as NeutralMessage } from "../../../src/model/message.ts";
import type { Reply } from "../../../src/ports/command.ts";
import { editAnswer, sendAnswer } from "./answer.ts";
import type { AnswerParts } from "./answer.ts";
import type { Speaking } from "./person.ts";
import { maxPressText } from "./press.ts";
import type { Presses } from "./press.ts";
import { drawMessage } from "./render.ts";
import { codePoints, withoutBreaks } from "./visible.ts";

/** What is answered: a message (null in a private chat, where an answer needs no reply) or a press. */
export interface Asked {
  readonly speaking: Speaking;
  readonly replyTo: string | null;
  readonly press: CallbackQuery | null;
}

export interface RespondParts extends AnswerParts {
  readonly presses: Presses;
}

/**
 * Gives an answer where it belongs: to a press, if it is for that person alone and short; in the place of the message whose button was pressed,
 * if it says so and that message is still there; else as a message.
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
  const aside = reply.isPrivate && reply.isInPlace !== true ? asideOf(message) : null;
  if (aside !== null && (await parts.presses.answer(press, { text: aside }, signal))) return;
  await parts.presses.answer(press, {}, signal);
  const pressed = press.message;
  if (reply.isInPlace === true && pressed !== undefined && pressed.date !== 0) {
    const edit = { address: speaking.address, message, messageId: String(pressed.message_id) };
    if (await editAnswer(edit, parts, signal)) return;
  }
  await sendAnswer({ address: speaking.address, message, replyTo }, parts, signal);
}

/** The words of a message, when they are few and nothing in them is to be tapped; null: it has to be a message. */
function asideOf(message: NeutralMessage): string | null {
  const hasLinks = message.blocks.some(
    ({ kind }) => kind === "sources" || kind === "list" || kind === "quote",
  );
  if (message.chart !== undefined) return null;
  const { plain, keyboard } = drawMessage(message, new Set());
  const words = withoutBreaks(plain);
  return keyboard === null && !hasLinks && codePoints(words) <= maxPressText ? words : null;
}
