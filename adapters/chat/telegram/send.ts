import type { RawApi } from "grammy";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { addressKey } from "../../../src/model/chat.ts";
import type { EditRequest, SendOutcome, SendRequest } from "../../../src/ports/chat-platform.ts";
import { callSignal } from "./api.ts";
import type { CallSignal } from "./api.ts";
import { createFloodScope } from "./flood.ts";
import { outcomeOf } from "./outcome.ts";
import type { Redact } from "./redact.ts";
import { drawMessage } from "./render.ts";
import type { Drawing } from "./render.ts";

/** What sending needs. `commands`: names that may be tapped in our own texts. */
export interface SenderParts {
  readonly calls: RawApi;
  readonly commands: ReadonlySet<string>;
  readonly log: Log;
  readonly redact: Redact;
}

/** The sending half: each call is made once, and its end is told. */
export interface Sender {
  send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome>;
  edit(request: EditRequest, signal: AbortSignal): Promise<SendOutcome>;
}

/** What of a message goes along. A refusal names what it is about; that part is left out the second time. */
interface Manner {
  readonly hasMarkup: boolean;
  readonly hasKeyboard: boolean;
  readonly hasReply: boolean;
}

const whole: Manner = { hasMarkup: true, hasKeyboard: true, hasReply: true };

/** One try of a drawn message. */
type Attempt = (
  drawing: Drawing,
  manner: Manner,
  signal: CallSignal,
) => Promise<{ readonly message_id: number } | true>;

/** A sender over grammY's client. */
export function createSender(parts: SenderParts): Sender {
  const { calls } = parts;
  const run = createRunner(parts);
  return {
    send: (request, signal) =>
      run(request, { isEdit: false, signal }, (drawing, manner, callsignal) =>
        calls.sendMessage(
          { ...placeOf(request.address), ...sendOptions(request, manner), ...content(drawing, manner) },
          callsignal,
        ),
      ),
    async edit(request, signal) {
      const message_id = Number(request.messageId);
      if (!Number.isSafeInteger(message_id) || message_id <= 0)
        return { kind: "message-gone", why: "not a message id" };
      const outcome = await run(request, { isEdit: true, signal }, (drawing, manner, callsignal) =>
        calls.editMessageText(
          { chat_id: chatId(request.address), message_id, ...content(drawing, manner) },
          callsignal,
        ),
      );
      return outcome.kind === "sent" ? { kind: "sent", messageId: request.messageId } : outcome;
    },
  };
}

function createRunner({ commands, log, redact }: SenderParts) {
  const flood = createFloodScope();
  return async (
    request: SendRequest | EditRequest,
    { isEdit, signal }: { readonly isEdit: boolean; readonly signal: AbortSignal },
    attempt: Attempt,
  ): Promise<SendOutcome> => {
    // Nothing has gone out: it waits for the next sender.
    if (signal.aborted) return { kind: "wait", scope: "platform", retryAfterMs: 0, why: "stopping" };
    const { address } = request;
    const chat = addressKey(address);
    const drawing = drawMessage(request.message, commands);
    for (const action of drawing.droppedActions) {
      log("warn", "telegram: a button cannot be drawn", {
        command: action.command,
        argument: action.argument,
      });
    }
    const tryOnce = async (manner: Manner): Promise<SendOutcome> => {
      const outcome = await attempt(drawing, manner, callSignal(signal)).then(
        sentOutcome,
        (error: unknown) => {
          const floodScope = (retryAfterMs: number) => flood.refused(address, retryAfterMs);
          return outcomeOf(error, { address, isEdit, redact, floodScope });
        },
      );
      if (outcome.kind !== "wait" && outcome.kind !== "unknown") flood.served();
      return outcome;
    };
    const outcome = await tryOnce(whole);
    if (outcome.kind !== "refused") return outcome;
    // A refusal is certain: the plain words may still go through, and are better than silence.
    log("error", "telegram: a message was refused, its plain text is sent instead: a defect", {
      chat,
      why: outcome.why,
    });
    return tryOnce(plainer(outcome.why));
  };
}

/** An edit's caller knows the message. */
function sentOutcome(sent: { readonly message_id: number } | true): SendOutcome {
  return { kind: "sent", messageId: sent === true ? "" : String(sent.message_id) };
}

function plainer(why: string): Manner {
  const isAboutKeyboard = /button|keyboard|markup/iu.test(why);
  return { hasMarkup: false, hasKeyboard: !isAboutKeyboard, hasReply: !/repl(?:y|ied)/iu.test(why) };
}

/** The words. An edit without its keyboard would lose it, so it is always given. */
function content(drawing: Drawing, manner: Manner) {
  const markup = drawing.keyboard === null || !manner.hasKeyboard ? {} : { reply_markup: drawing.keyboard };
  const words = manner.hasMarkup
    ? { text: drawing.html, parse_mode: "HTML" as const }
    : { text: drawing.plain };
  return { ...words, link_preview_options: { is_disabled: true }, ...markup };
}

function sendOptions(request: SendRequest, manner: Manner) {
  const message_id = Number(request.replyTo);
  const isReply =
    request.replyTo !== null && Number.isSafeInteger(message_id) && message_id > 0 && manner.hasReply;
  return {
    ...(request.isLoud ? {} : { disable_notification: true }),
    ...(isReply ? { reply_parameters: { message_id, allow_sending_without_reply: true } } : {}),
  };
}

/** The General topic of a forum has id 1 and must not be named: https://github.com/tdlib/telegram-bot-api/issues/693 */
function placeOf(address: ChatAddress) {
  const thread = Number(address.thread);
  const hasThread = address.thread !== null && Number.isSafeInteger(thread) && thread > 1;
  return { chat_id: chatId(address), ...(hasThread ? { message_thread_id: thread } : {}) };
}

/** Ids are numbers of up to 52 bits; `@name` of a public channel stays as it is. */
function chatId(address: ChatAddress): number | string {
  const id = Number(address.channel);
  return Number.isSafeInteger(id) ? id : address.channel;
}
