import { GrammyError, HttpError } from "grammy";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { SendOutcome } from "../../../src/ports/chat-platform.ts";
import type { Refusal } from "./flood.ts";
import { platformName } from "./limits.ts";
import { askedWaitMs, foreignAnswerIn, type ForeignAnswer } from "./read-answer.ts";

/** What a failed call is told about: where it went, and who knows how far a 429 reaches. */
export interface CallContext {
  readonly address: ChatAddress;
  readonly isEdit: boolean;
  /** What must wait for a 429 that this chat met, and for how long. */
  refused(retryAfterMs: number): Refusal;
  redact(text: string): string;
}

/**
 * Descriptions that Telegram gives with code 400, where code and parameters say no more. They are unofficial; read
 * 2026-11-25 in tdlib/telegram-bot-api (Client.cpp) and tdlib/td (MessagesManager, DialogManager, MessageContent).
 * Anything else is our defect: `refused`.
 */
const badRequests: readonly {
  readonly shape: RegExp;
  readonly kind: "not-modified" | "message-gone" | "no-rights" | "chat-gone" | "topic-gone";
}[] = [
  { shape: /message is not modified|MESSAGE_NOT_MODIFIED/iu, kind: "not-modified" },
  {
    shape:
      /message to edit not found|message can't be edited|there is no (?:text|caption) in the message|MESSAGE_ID_INVALID|MESSAGE_EDIT_TIME_EXPIRED|MESSAGE_AUTHOR_REQUIRED|message identifier is not specified|: message not found/iu,
    kind: "message-gone",
  },
  {
    shape:
      /not enough rights|have no rights|administrator rights|no write access|TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN|CHAT_RESTRICTED|CHAT_GUEST_SEND_FORBIDDEN|CHAT_ADMIN_REQUIRED|USER_BANNED_IN_CHANNEL|PAYMENT_REQUIRED/iu,
    kind: "no-rights",
  },
  { shape: /message thread not found|TOPIC_DELETED/iu, kind: "topic-gone" },
  {
    shape:
      /chat not found|user not found|PEER_ID_INVALID|CHANNEL_PRIVATE|CHANNEL_INVALID|CHAT_ID_INVALID|USER_DEACTIVATED|chat was deactivated|upgraded to a supergroup/iu,
    kind: "chat-gone",
  },
];

/** Errors of a connection that was never made: the message surely was not sent. */
const unmadeConnections: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const unmadeRetryMs = 5_000;
const floodRetryMs = 5_000;
/** What stands before the Bot API lets nothing through: that is not mended within seconds. */
const foreignRetryMs = 30_000;

/** How a failed call ended, by code and parameters first. Throws nothing; errors that are not of the call are `unknown`. */
export function outcomeOf(error: unknown, context: CallContext): SendOutcome {
  if (error instanceof GrammyError) return outcomeOfAnswer(error, context);
  const foreign = foreignAnswerIn(error);
  if (foreign !== null) return outcomeOfForeign(foreign);
  const code = networkCode(error);
  if (code !== null && isUnmade(error, code)) {
    return { kind: "wait", scope: "platform", retryAfterMs: unmadeRetryMs, why: code };
  }
  return { kind: "unknown", why: code ?? "no answer" };
}

/** Whether Telegram does not know the file that a call names by its id. */
export function isStaleFile(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /wrong (?:remote )?file[ _]id|wrong file identifier|FILE_REFERENCE_|file_id doesn't match/iu.test(
      error.description,
    )
  );
}

/** It refuses us and not a chat, whatever its status says: what it did not let through was surely not done. */
function outcomeOfForeign({ status, retryAfterMs, message }: ForeignAnswer): SendOutcome {
  const isRefusal = status >= 300 && status < 500 && status !== 408;
  if (!isRefusal) return { kind: "unknown", why: message };
  const waitMs = retryAfterMs ?? (status === 429 ? floodRetryMs : foreignRetryMs);
  return { kind: "wait", scope: "platform", retryAfterMs: waitMs, why: `${message}, not by the Bot API` };
}

function outcomeOfAnswer(error: GrammyError, context: CallContext): SendOutcome {
  const why = context.redact(`${error.error_code} ${error.description}`);
  switch (error.error_code) {
    case 429:
      return { kind: "wait", ...context.refused(askedWaitMs(error) ?? floodRetryMs), why };
    case 401:
    case 404:
      return { kind: "unauthorized", why };
    case 403:
      return {
        kind: kindOfBadRequest(error) === "no-rights" ? "no-rights" : "chat-gone",
        why,
      };
    case 400:
      return outcomeOfBadRequest(error, context, why);
    default:
      return error.error_code >= 500 ? { kind: "unknown", why } : { kind: "refused", why };
  }
}

const kindOfBadRequest = ({ description }: GrammyError) =>
  badRequests.find(({ shape }) => shape.test(description))?.kind;

function outcomeOfBadRequest(error: GrammyError, context: CallContext, why: string): SendOutcome {
  const movedTo = error.parameters.migrate_to_chat_id;
  if (movedTo !== undefined) {
    return { kind: "chat-moved", to: { platform: platformName, channel: String(movedTo), thread: null } };
  }
  const kind = kindOfBadRequest(error);
  if (kind === undefined || (kind === "message-gone" && !context.isEdit)) return { kind: "refused", why };
  if (kind === "topic-gone")
    return { kind: "chat-gone", why, ...(context.address.thread === null ? {} : { isTopicOnly: true }) };
  // The edit asks for what is already shown: it is done. The caller knows the message.
  return kind === "not-modified" ? { kind: "sent", messageId: "" } : { kind, why };
}

/** The system's or the client's code of a network fault; null: there is none, as with a timeout of ours. */
export function networkCode(error: unknown): string | null {
  for (const each of chainOf(error)) {
    const code = (each as { readonly code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return null;
}

function isUnmade(error: unknown, code: string): boolean {
  return unmadeConnections.has(code) || chainOf(error).some(failedToConnect);
}

function failedToConnect(error: object): boolean {
  const { syscall, errors } = error as { readonly syscall?: unknown; readonly errors?: unknown };
  if (syscall === "connect") return true;
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((each: unknown) => isObject(each) && failedToConnect(each))
  );
}

/** An error and what it was caused by; at most a few links, so that a ring cannot hold us. */
function chainOf(error: unknown): readonly object[] {
  const chain: object[] = [];
  let current: unknown = error;
  while (isObject(current) && chain.length < 6) {
    chain.push(current);
    current = current instanceof HttpError ? current.error : (current as { readonly cause?: unknown }).cause;
  }
  return chain;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
