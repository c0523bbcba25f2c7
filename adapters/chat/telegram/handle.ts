import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { CallbackQuery, ChatMemberUpdated, Message, Update } from "grammy/types";
import { sendAnswer } from "./answer.ts";
import type { AnswerParts } from "./answer.ts";
import { callSignal } from "./api.ts";
import { readCommand, readTyped } from "./call.ts";
import type { TypedCommand } from "./call.ts";
import { readCallbackData } from "./keyboard.ts";
import { networkCode } from "./outcome.ts";
import { addressOf, speakerOfMessage, speakerOfPress } from "./person.ts";
import type { Speaking } from "./person.ts";
import type { Redact } from "./redact.ts";
import { usageMessage } from "./usage.ts";

/** What handling updates needs. `botName`: our username, without `@`. */
export interface HandleParts extends AnswerParts {
  readonly calls: RawApi;
  readonly redact: Redact;
  botName(): string;
}

/** What to run when a private chat says a command that there is not. */
const helpCommand = "help";

/**
 * Answers a press at once, so that the button stops waiting even while its chat is busy. A press that is too old to be answered
 * is still done. Never rejects.
 */
export async function answerPress(
  update: Update,
  { calls, log, redact }: HandleParts,
  signal: AbortSignal,
): Promise<void> {
  const query = update.callback_query;
  if (query === undefined) return;
  try {
    await calls.answerCallbackQuery({ callback_query_id: query.id }, callSignal(signal));
  } catch (error) {
    const why =
      error instanceof GrammyError ? redact(error.description) : (networkCode(error) ?? "no answer");
    log("debug", "telegram: a press could not be answered", { why });
  }
}

/** Turns one update into what it asks for. `signal`: no further tries when it is aborted. */
export async function handleUpdate(update: Update, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const message = update.message ?? update.channel_post;
  if (message !== undefined) return handleMessage(message, parts, signal);
  if (update.callback_query !== undefined) return handlePress(update.callback_query, parts, signal);
  if (update.my_chat_member !== undefined) return handleMembership(update.my_chat_member, parts);
}

/** Migration is told in both groups, in either order: https://core.telegram.org/bots/api#message */
async function handleMessage(message: Message, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const { chat } = message;
  if (message.migrate_to_chat_id !== undefined)
    return parts.commands.chatMoved(addressOf(chat.id), addressOf(message.migrate_to_chat_id));
  if (message.migrate_from_chat_id !== undefined)
    return parts.commands.chatMoved(addressOf(message.migrate_from_chat_id), addressOf(chat.id));
  // A post of the linked channel, what another bot says and what is only passed on are not somebody's command.
  if (message.forward_origin !== undefined) return;
  if (
    message.is_automatic_forward === true ||
    (message.from?.is_bot === true && message.sender_chat === undefined)
  )
    return;
  const typed = message.text === undefined ? null : readTyped(message.text, parts.botName());
  if (typed === null) return;
  const replyTo = chat.type === "private" ? null : String(message.message_id);
  await runTyped(
    { typed, speaking: speakerOfMessage(message, parts), replyTo, isDirect: chat.type === "private" },
    parts,
    signal,
  );
}

/** What a press asks for follows as a message; the press itself was answered when it arrived. */
async function handlePress(query: CallbackQuery, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const speaking = speakerOfPress(query, parts);
  if (speaking === null || query.data === undefined) return;
  const { command, argument } = readCallbackData(query.data);
  const typed = { name: command.toLowerCase(), rest: argument.trim() };
  const replyTo =
    query.message === undefined || query.message.chat.type === "private"
      ? null
      : String(query.message.message_id);
  await runTyped({ typed, speaking, replyTo, isDirect: false }, parts, signal);
}

interface Typing {
  readonly typed: TypedCommand;
  readonly speaking: Speaking;
  readonly replyTo: string | null;
  /** In a private chat every command is for us; in a group an unknown one may be another bot's. */
  readonly isDirect: boolean;
}

async function runTyped(
  { typed, speaking, replyTo, isDirect }: Typing,
  parts: HandleParts,
  signal: AbortSignal,
): Promise<void> {
  const { specs } = parts.commands;
  const read = readCommand(specs, typed);
  const called =
    read.kind === "unknown" && isDirect ? readCommand(specs, { name: helpCommand, rest: "" }) : read;
  const { address } = speaking;
  if (called.kind === "unknown") return;
  const { spec, subcommand } = called;
  // Who may use a command is the registry's to say: of one that is not for everyone it gets also what is incomplete.
  if (called.kind === "usage" && spec.access === "anyone") {
    const message = usageMessage(spec, subcommand, speaking.user.language);
    return sendAnswer({ address, message, replyTo }, parts, signal);
  }
  const reply = await parts.commands.run({
    ...speaking,
    command: spec.name,
    subcommand,
    options: called.options,
  });
  await sendAnswer({ address, message: reply.message, replyTo }, parts, signal);
}

/** Blocked in a private chat, removed from another: https://core.telegram.org/bots/api#chatmemberupdated */
async function handleMembership(change: ChatMemberUpdated, parts: HandleParts): Promise<void> {
  const member = change.new_chat_member;
  const isOut =
    member.status === "kicked" ||
    member.status === "left" ||
    (member.status === "restricted" && !member.is_member);
  if (!isOut) return;
  const how = member.status === "kicked" ? "kicked" : "left";
  const reason =
    change.chat.type === "private"
      ? "bot was blocked by the user"
      : `bot was ${how === "left" ? "removed from" : "kicked from"} the ${change.chat.type}`;
  await parts.commands.chatGone(addressOf(change.chat.id), reason);
}
