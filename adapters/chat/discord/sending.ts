import { createHash } from "node:crypto";
import { MessageFlags, Routes } from "discord.js";
import type { DiscordAPIError, REST, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { EditRequest, SendOutcome, SendRequest } from "../../../src/ports/chat-platform.ts";
import { drawMessage, drawPlainMessage, type DiscordMessage } from "./drawing.ts";
import { messageLimits } from "./limits.ts";
import { findByKey } from "./look-back.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";

export interface SenderOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  /** The bot's own user id; null before the platform was started. */
  readonly selfId: () => string | null;
}

/** The sending half: HTTP only, so that it works with or without the gateway. */
export interface Sender {
  readonly send: (request: SendRequest, signal: AbortSignal) => Promise<SendOutcome>;
  readonly edit: (request: EditRequest, signal: AbortSignal) => Promise<SendOutcome>;
}

const stopping: SendOutcome = { kind: "wait", scope: "platform", retryAfterMs: 0, why: "stopping" };

/** Discord's codes on which a call is made again in another way. */
const cannotReply = 160_002;
const archivedThread = 50_083;
const invalidForm = new Set([50_006, 50_035]);

/** Makes the sender. */
export function createSender(options: SenderOptions): Sender {
  return {
    send: (request, signal) =>
      within(signal, async (own) => {
        const earlier = request.mayRepeat ? await findEarlier(options, request, own) : null;
        return earlier ?? sendOnce(options, request, own);
      }),
    edit: (request, signal) => within(signal, (own) => editOnce(options, request, own)),
  };
}

/**
 * Makes calls under a signal of their own that follows `signal`: discord.js listens to the one it gets and never stops to,
 * and the sender's lives as long as the program.
 */
async function within(
  signal: AbortSignal,
  call: (own: AbortSignal) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  if (signal.aborted) return stopping;
  const own = new AbortController();
  const abort = (): void => own.abort();
  signal.addEventListener("abort", abort);
  try {
    return await call(own.signal);
  } catch (error) {
    return readFailure(error);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

async function sendOnce(
  options: SenderOptions,
  request: SendRequest,
  signal: AbortSignal,
): Promise<SendOutcome> {
  try {
    return await withPlainFallback(options, request, async (drawn) => {
      const route = Routes.channelMessages(request.address.channel);
      return readMessage(await options.rest.post(route, { body: bodyOf(request, drawn), signal }));
    });
  } catch (error) {
    if (apiCodeOf(error) !== cannotReply || request.replyTo === null) throw error;
    return sendOnce(options, { ...request, replyTo: null }, signal);
  }
}

function bodyOf(request: SendRequest, drawn: DiscordMessage): RESTPostAPIChannelMessageJSONBody {
  return {
    ...drawn,
    // The same key gives the earlier message back instead of a second one, for some minutes (resources/message, nonce).
    nonce: nonceOf(request.key),
    enforce_nonce: true,
    ...(request.isLoud ? {} : { flags: MessageFlags.SuppressNotifications }),
    ...(request.replyTo === null
      ? {}
      : { message_reference: { message_id: request.replyTo, fail_if_not_exists: false } }),
  };
}

/** The key, or what stands for it where it is too long: cutting it would make two keys one, and lose a message. */
function nonceOf(key: string): string {
  if (key.length <= messageLimits.nonce) return key;
  return createHash("sha256").update(key).digest("base64url").slice(0, messageLimits.nonce);
}

async function editOnce(
  options: SenderOptions,
  request: EditRequest,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { channel } = request.address;
  const call = (): Promise<SendOutcome> =>
    withPlainFallback(options, request, async (drawn) =>
      readMessage(
        await options.rest.patch(Routes.channelMessage(channel, request.messageId), { body: drawn, signal }),
      ),
    );
  try {
    return await call();
  } catch (error) {
    if (apiCodeOf(error) !== archivedThread) throw error;
    // Sending opens an archived thread, editing does not. Who may send may open it, unless it is locked.
    await options.rest.patch(Routes.channel(channel), { body: { archived: false }, signal });
    return call();
  }
}

/** Runs a call; when Discord refuses the form of the message, once more with the plain one: better plain than untold. */
async function withPlainFallback(
  options: SenderOptions,
  request: SendRequest | EditRequest,
  call: (drawn: DiscordMessage) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  try {
    return await call(drawMessage(request.message, request.key));
  } catch (error) {
    if (!isRefusedMarkup(error)) throw error;
    options.log("error", "Discord refuses a message's form; it is sent plain", {
      why: whyOf(error),
      key: request.key,
    });
    return call(drawPlainMessage(request.message));
  }
}

/** Looks whether an earlier attempt arrived. Null: it is not to be seen, so that the send is made, under the same nonce. */
async function findEarlier(
  options: SenderOptions,
  request: SendRequest,
  signal: AbortSignal,
): Promise<SendOutcome | null> {
  try {
    const messageId = await findByKey(
      { rest: options.rest, now: options.clock.now(), selfId: options.selfId() },
      { channel: request.address.channel, key: request.key, except: request.replyTo, signal },
    );
    return messageId === null ? null : { kind: "sent", messageId };
  } catch (error) {
    return readFailure(error);
  }
}

/** An answer without a message's id is no answer: what happened is unknown. */
function readMessage(answer: unknown): SendOutcome {
  const id: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "id") : undefined;
  return typeof id === "string"
    ? { kind: "sent", messageId: id }
    : { kind: "unknown", why: "no message in the answer" };
}

/** Whether Discord names a part of the message's form as the fault (50035's tree of errors). */
function isRefusedMarkup(error: unknown): boolean {
  const code = apiCodeOf(error);
  if (code === null || !invalidForm.has(code)) return false;
  const raw: unknown = (error as DiscordAPIError).rawError;
  const tree: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, "errors") : undefined;
  if (typeof tree !== "object" || tree === null) return false;
  return ["content", "embeds", "components"].some((part) => Object.hasOwn(tree, part));
}
