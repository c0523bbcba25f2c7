import type { RawApi } from "grammy";
import type { CallbackQuery, ChatMemberUpdated, Message, Update } from "grammy/types";
import type { Message as NeutralMessage } from "../../../src/model/message.ts";
import type { Reply } from "../../../src/ports/command.ts";
import { sendAnswer } from "./answer.ts";
import type { AnswerParts } from "./answer.ts";
import { readCommand, readTyped } from "./call.ts";
import type { TypedCommand } from "./call.ts";
import { readCallbackData } from "./keyboard.ts";
import { addressOf, speakerOfMessage, speakerOfPress } from "./person.ts";
import type { Speaking } from "./person.ts";
import { maxPressText } from "./press.ts";
import type { Presses } from "./press.ts";
import { drawMessage } from "./render.ts";
import { usageMessage } from "./usage.ts";
import { codePoints } from "./visible.ts";

/** What handling updates needs. `botName`: our username, without `@`. */
export interface HandleParts extends AnswerParts {
  readonly calls: RawApi;
  readonly presses: Presses;
  botName(): string;
}

/** What to run when a private chat says a command that there is not. */
const helpCommand = "help";

/** Turns one update into what it asks for. `signal`: no further tries when it is aborted. */
export async function handleUpdate(update: Update, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const message = update.message ?? update.channel_post;
  if (message !== undefined) return handleMessage(message, parts, signal);
  if (update.callback_query !== undefined) return handlePress(update.callback_query, parts, signal);
  if (update.my_chat_member !== undefined) return handleMembership(update.my_chat_member, parts);
}

/** Migration is told in both groups, in either order: https://core.telegram.org/bots/api#message */
async function handleMessage(message: Message, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const { chat, migrate_to_chat_id: movedTo, migrate_from_chat_id: movedFrom } = message;
  if (movedTo !== undefined) return parts.commands.chatMoved(addressOf(chat.id), addressOf(movedTo));
  if (movedFrom !== undefined) return parts.commands.chatMoved(addressOf(movedFrom), addressOf(chat.id));
  const typed = isSaid(message) ? readTyped(message.text ?? "", parts.botName()) : null;
  if (typed === null) return;
  const isDirect = chat.type === "private";
  const speaking = speakerOfMessage(message, parts);
  const reply = await replyFor({ typed, speaking, isDirect }, parts);
  const replyTo = isDirect ? null : String(message.message_id);
  if (reply !== null)
    await sendAnswer({ address: speaking.address, message: reply.message, replyTo }, parts, signal);
}

/** A post of the linked channel, what another bot says and what is only passed on are not somebody's command. */
function isSaid(message: Message): boolean {
  const isOfBot = message.from?.is_bot === true && message.sender_chat === undefined;
  return !isOfBot && message.is_automatic_forward !== true && message.forward_origin === undefined;
}

/** What a press asks for follows as a message, or, if it is for that person alone and short, as the answer to the press. */
async function handlePress(query: CallbackQuery, parts: HandleParts, signal: AbortSignal): Promise<void> {
  try {
    const speaking = speakerOfPress(query, parts);
    if (speaking === null || query.data === undefined) return;
    const { command, argument } = readCallbackData(query.data);
    const typed = { name: command.toLowerCase(), rest: argument.trim() };
    const reply = await replyFor({ typed, speaking, isDirect: false }, parts);
    if (reply === null) return;
    const aside = reply.isPrivate ? asideOf(reply.message) : null;
    if (aside !== null && (await parts.presses.answer(query, aside, signal))) return;
    await parts.presses.answer(query, "", signal);
    const isInPrivate = query.message?.chat.type === "private";
    const replyTo = query.message === undefined || isInPrivate ? null : String(query.message.message_id);
    await sendAnswer({ address: speaking.address, message: reply.message, replyTo }, parts, signal);
  } finally {
    await parts.presses.answer(query, "", signal);
  }
}

/** The words of a message, when they are few and nothing in them is to be tapped; null: it has to be a message. */
function asideOf(message: NeutralMessage): string | null {
  const hasLinks = message.blocks.some(
    ({ kind }) => kind === "sources" || kind === "list" || kind === "quote",
  );
  const { plain, keyboard } = drawMessage(message, new Set());
  return keyboard === null && !hasLinks && codePoints(plain) <= maxPressText ? plain : null;
}

interface Typing {
  readonly typed: TypedCommand;
  readonly speaking: Speaking;
  /** In a private chat every command is for us; in a group an unknown one may be another bot's. */
  readonly isDirect: boolean;
}

/** Null: the command is none of ours. */
async function replyFor({ typed, speaking, isDirect }: Typing, parts: HandleParts): Promise<Reply | null> {
  const { specs } = parts.commands;
  const read = readCommand(specs, typed);
  const called =
    read.kind === "unknown" && isDirect ? readCommand(specs, { name: helpCommand, rest: "" }) : read;
  if (called.kind === "unknown") return null;
  const { spec, subcommand, options } = called;
  // Who may use a command is the registry's to say: of one that is not for everyone it gets also what is incomplete.
  if (called.kind === "usage" && spec.access === "anyone") {
    return { message: usageMessage(spec, subcommand, speaking.user.language), isPrivate: true };
  }
  const call = { command: spec.name, subcommand, options, target: null, about: null };
  return parts.commands.run({ ...speaking, ...call, missingRights: () => Promise.resolve([]) });
}

/** Blocked in a private chat, removed from another: https://core.telegram.org/bots/api#chatmemberupdated */
async function handleMembership(change: ChatMemberUpdated, parts: HandleParts): Promise<void> {
  const { chat, new_chat_member: member } = change;
  const isRestrictedOut = member.status === "restricted" && !member.is_member;
  if (member.status !== "kicked" && member.status !== "left" && !isRestrictedOut) return;
  const how = member.status === "kicked" ? "kicked" : "removed";
  const reason =
    chat.type === "private" ? "bot was blocked by the user" : `bot was ${how} from the ${chat.type}`;
  await parts.commands.chatGone(addressOf(chat.id), reason);
}
