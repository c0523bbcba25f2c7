import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { addressKey } from "../../../src/model/chat.ts";
import type { Message } from "../../../src/model/message.ts";
import type { CommandSet } from "../../../src/ports/command.ts";
import type { AnswerPace } from "./pace.ts";
import type { Sender } from "./send.ts";

/** An answer to somebody who waits for it. */
export interface Answer {
  readonly address: ChatAddress;
  readonly message: Message;
  /** The message that is answered; null: none. */
  readonly replyTo: string | null;
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
/** Nobody waits longer for an answer. */
const maxWaitMs = 60_000;

/**
 * Sends an answer. It is tried again only when it surely was not sent, and follows a chat that has moved; what the
 * answer tells of the chat goes to the commands. Never throws for what Telegram says.
 */
export async function sendAnswer(answer: Answer, parts: AnswerParts, signal: AbortSignal): Promise<void> {
  let { address } = answer;
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const request = {
      key: "",
      address,
      message: answer.message,
      isLoud: true,
      replyTo: answer.replyTo,
      mayRepeat: false,
    };
    await parts.pace.turn(address, signal);
    const outcome = await parts.sender.send(request, signal);
    switch (outcome.kind) {
      case "sent":
        return;
      case "chat-moved":
        await parts.commands.chatMoved(address, outcome.to);
        address = outcome.to;
        break;
      case "chat-gone":
        return parts.commands.chatGone(address, outcome.why);
      case "wait":
        if (outcome.retryAfterMs > maxWaitMs || tries === maxTries || signal.aborted)
          return logUnsent(parts.log, address, outcome.why);
        await parts.clock.sleep(outcome.retryAfterMs, signal);
        break;
      default:
        return logUnsent(parts.log, address, `${outcome.kind}: ${outcome.why}`);
    }
  }
}

function logUnsent(log: Log, address: ChatAddress, why: string): void {
  log("warn", "telegram: an answer was not sent", { chat: addressKey(address), why });
}
