import type { Message as SentMessage } from "grammy/types";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { addressKey } from "../../../src/model/chat.ts";
import type { SendOutcome } from "../../../src/ports/chat-platform.ts";
import type { Buttons } from "./buttons.ts";
import type { Caller, FloodScope, Refusal } from "./flood.ts";
import { isStaleFile, outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { askedWaitMs, foreignAnswerIn } from "./read-answer.ts";
import type { Redact } from "./redact.ts";
import type { Drawing } from "./render.ts";

/** What running calls needs. */
export interface RunnerParts {
  readonly buttons: Buttons;
  readonly log: Log;
  readonly redact: Redact;
  /** One for alerts and answers: they go to the same chats. */
  readonly flood: FloodScope;
  readonly pace: Pace;
  /** Keeps a wait that Telegram told for the processes after this one. */
  readonly noteWait: (address: ChatAddress, ms: number) => void;
}

/** What of a message goes along. A refusal names what it is about; that part is left out the second time. */
export interface Manner {
  readonly hasMarkup: boolean;
  readonly hasKeyboard: boolean;
  readonly hasReply: boolean;
}

/** A message that is to be shown by `call`. */
export interface Job {
  readonly address: ChatAddress;
  readonly drawing: Pick<Drawing, "stored" | "droppedActions">;
  readonly isEdit: boolean;
  /** As in `Requested`. */
  readonly mayCall: () => boolean;
  readonly call: (manner: Manner) => Promise<SentMessage | true>;
}

/** How it ended. */
export interface Done {
  readonly outcome: SendOutcome;
  /** What Telegram then has; null: nothing was done, or it does not say. */
  readonly message: SentMessage | null;
  /** True: the file was named by an id that Telegram does not know. */
  readonly isStale: boolean;
}

/** Makes one call; never rejects. */
export type Run = (job: Job, signal: AbortSignal) => Promise<Done>;

const whole: Manner = { hasMarkup: true, hasKeyboard: true, hasReply: true };
/** The store could not keep what a button stands for: the message waits. */
const storeRetryMs = 5_000;
const stopping = waiting({ scope: "platform", retryAfterMs: 0 }, "stopping");
const notSender = waiting({ scope: "platform", retryAfterMs: 0 }, "who sends is not the sender any more");

/**
 * Makes calls, each once, and tells how they ended. What is refused is tried once more in plain words. Answers and photos come when it is their turn (`Pace`);
 * alerts wait here for the moment that they leave to answers.
 */
export function createRunner(parts: RunnerParts, caller: Caller): Run {
  const { buttons, log, redact, flood, pace, noteWait } = parts;
  const tryOnce = async ({ address, isEdit, mayCall, call }: Job, manner: Manner): Promise<Done> => {
    if (!mayCall()) return notSender;
    const begun = flood.begin(caller);
    const ended = caller === "answers" ? null : pace.underWay();
    const done = await call(manner).then(sentBy, (error: unknown): Done => {
      const refused = (retryAfterMs: number): Refusal => {
        if (caller !== "answers") pace.refused(retryAfterMs);
        noteWait(address, retryAfterMs);
        return flood.refused(address, retryAfterMs, begun);
      };
      const outcome = outcomeOf(error, { address, isEdit, redact, refused });
      // Whether it arrived or not, a time that was told is kept to.
      const askedMs = outcome.kind === "unknown" ? askedWaitMs(error) : null;
      if (askedMs !== null) {
        flood.hold(address, askedMs);
        noteWait(address, askedMs);
      }
      if (outcome.kind === "wait" && foreignAnswerIn(error) !== null) flood.holdAll(outcome.retryAfterMs);
      return { outcome, message: null, isStale: isStaleFile(error) };
    });
    ended?.();
    if (done.outcome.kind !== "wait" && done.outcome.kind !== "unknown") flood.served(begun);
    return done;
  };

  const heldNow = (address: ChatAddress): Done | null => {
    const held = flood.held(address, caller);
    return held === null ? null : waiting(held, "the wait that Telegram told is not over");
  };

  return async (job, signal) => {
    // Nothing has gone out: it waits for the next sender.
    if (signal.aborted) return stopping;
    const held = heldNow(job.address);
    if (held !== null) return held;
    const { stored, droppedActions } = job.drawing;
    for (const { command, argument } of droppedActions)
      log("warn", "telegram: a button cannot be drawn", { command, argument });
    try {
      await buttons.keep(stored);
    } catch (error) {
      return waiting({ scope: "platform", retryAfterMs: storeRetryMs }, messageOf(error));
    }
    const turn = caller === "alerts" ? await pace.alertTurn(job, signal) : null;
    if (turn !== null) return waiting(turn, "answers to people in the chat go first");
    if (signal.aborted) return stopping;
    // What was called in the meantime may have been told to wait.
    const heldSince = heldNow(job.address);
    if (heldSince !== null) return heldSince;
    const done = await tryOnce(job, whole);
    if (done.outcome.kind !== "refused" || done.isStale) return done;
    // A refusal is certain: the plain words may still go through, and are better than silence.
    const { why } = done.outcome;
    const chat = addressKey(job.address);
    log("error", "telegram: a message was refused, its plain text is sent instead: a defect", { chat, why });
    return tryOnce(job, plainer(why));
  };
}

/** An edit's caller knows the message. */
const sentBy = (sent: SentMessage | true): Done => ({
  outcome: { kind: "sent", messageId: sent === true ? "" : String(sent.message_id) },
  message: sent === true ? null : sent,
  isStale: false,
});

function waiting(refusal: Refusal, why: string): Done {
  return { outcome: { kind: "wait", ...refusal, why }, message: null, isStale: false };
}

function plainer(why: string): Manner {
  const isAboutKeyboard = /button|keyboard|markup/iu.test(why);
  return { hasMarkup: false, hasKeyboard: !isAboutKeyboard, hasReply: !/repl(?:y|ied)/iu.test(why) };
}
