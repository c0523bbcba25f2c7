import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { addressKey } from "../../../src/model/chat.ts";
import type { Message } from "../../../src/model/message.ts";
import type { SendOutcome } from "../../../src/ports/chat-platform.ts";
import type { CommandSet } from "../../../src/ports/command.ts";
import type { Question } from "./calls.ts";
import type { AnswerPace } from "./pace.ts";
import type { Sender } from "./send.ts";

/** An answer to somebody who waits for it. */
export interface Answer {
  readonly address: ChatAddress;
  readonly message: Message;
  /** The message that is answered; null: none. */
  readonly replyTo: string | null;
  /** Absent: with sound. */
  readonly isLoud?: boolean;
}

/** An answer in the place of a message that is there. */
export interface Edit {
  readonly address: ChatAddress;
  readonly message: Message;
  readonly messageId: string;
}

/** What answering needs. */
export interface AnswerParts {
  readonly sender: Sender;
  readonly pace: AnswerPace;
  readonly commands: CommandSet;
  readonly clock: Clock;
  readonly log: Log;
}

const maxTries = 3;
const editAgainMs = 1_000;
/** Nobody waits longer for an answer. */
const maxWaitMs = 60_000;

/**
 * Sends an answer. It is tried again only when it surely was not sent, and follows a chat that has moved; what the
 * answer tells of the chat goes to the commands. Never throws for what Telegram says.
 */
export async function sendAnswer(answer: Answer, parts: AnswerParts, signal: AbortSignal): Promise<void> {
  const { message, replyTo, isLoud = true } = answer;
  const send = (address: ChatAddress) =>
    parts.sender.send({ key: "", address, message, isLoud, replyTo, mayRepeat: false }, signal);
  const outcome = await insist(answer.address, { call: send, isEdit: false, parts }, signal);
  if (outcome.kind !== "sent") logUnsent(parts.log, answer.address, outcome);
}

/** As `sendAnswer`, in the place of a message; tried again also when it is unknown whether it arrived. False: that one is gone or cannot be changed so. */
export async function editAnswer(edit: Edit, parts: AnswerParts, signal: AbortSignal): Promise<boolean> {
  const { message, messageId } = edit;
  const call = (address: ChatAddress) => parts.sender.edit({ address, messageId, message, key: "" }, signal);
  const outcome = await insist(edit.address, { call, isEdit: true, parts }, signal);
  if (outcome.kind === "message-gone") return false;
  if (outcome.kind !== "sent") logUnsent(parts.log, edit.address, outcome);
  return true;
}

/** As `sendAnswer`, for a question: how it ended. */
export async function sendQuestion(
  question: Question,
  parts: AnswerParts,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const call = (address: ChatAddress) => parts.sender.ask({ ...question, address }, signal);
  const outcome = await insist(question.address, { call, isEdit: false, parts }, signal);
  if (outcome.kind !== "sent") logUnsent(parts.log, question.address, outcome);
  return outcome;
}

interface Insistence {
  readonly call: (address: ChatAddress) => Promise<SendOutcome>;
  readonly isEdit: boolean;
  readonly parts: AnswerParts;
}

/** Makes the call until its end is known, within reason. */
async function insist(
  to: ChatAddress,
  { call, isEdit, parts }: Insistence,
  signal: AbortSignal,
): Promise<SendOutcome> {
  let address = to;
  for (let tries = 1; ; tries += 1) {
    await (isEdit ? parts.pace.editTurn(address, signal) : parts.pace.turn(address, signal));
    const outcome = await call(address);
    switch (outcome.kind) {
      case "chat-moved":
        await parts.commands.chatMoved(address, outcome.to);
        // The message to edit has stayed behind.
        if (isEdit) return { kind: "message-gone", why: "the chat has moved" };
        if (tries >= maxTries) return outcome;
        address = outcome.to;
        break;
      case "chat-gone":
        await parts.commands.chatGone(
          outcome.isTopicOnly === true ? address : { ...address, thread: null },
          outcome.why,
        );
        return outcome;
      case "wait":
        if (outcome.retryAfterMs > maxWaitMs || tries >= maxTries || signal.aborted) return outcome;
        await parts.clock.sleep(outcome.retryAfterMs, signal);
        break;
      case "unknown":
        // An edit that is made twice is one edit; a message would be two.
        if (!isEdit || tries >= maxTries || signal.aborted) return outcome;
        await parts.clock.sleep(editAgainMs, signal);
        break;
      default:
        return outcome;
    }
  }
}

function logUnsent(log: Log, address: ChatAddress, outcome: Exclude<SendOutcome, { kind: "sent" }>): void {
  if (outcome.kind === "chat-gone") return;
  const why = outcome.kind === "chat-moved" ? "it moves again and again" : outcome.why;
  const fields = {
    chat: addressKey(address),
    why: outcome.kind === "wait" ? why : `${outcome.kind}: ${why}`,
  };
  log("warn", "telegram: an answer was not sent", fields);
}
