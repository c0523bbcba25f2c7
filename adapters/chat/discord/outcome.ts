import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { SendOutcome } from "../../../src/ports/chat-platform.ts";
import { Refrained } from "./brake.ts";
import { NeverArrived } from "./look-back.ts";
import { TokenRefused } from "./wire.ts";

/** What an error of Discord's means for a message. */
type Meaning =
  | "chat-gone"
  | "no-rights"
  | "message-gone"
  | "refused"
  | "wait-chat"
  | "wait-long"
  | "wait-platform";

/**
 * JSON error codes, by what they mean for a message.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json, read 2026-08-06.
 */
const meanings: Readonly<Record<number, Meaning>> = {
  10003: "chat-gone", // unknown channel
  10004: "chat-gone", // unknown server
  10008: "message-gone", // unknown message; for a new one: its nonce is that of one that was deleted
  10013: "chat-gone", // unknown user
  20009: "refused", // explicit content
  20016: "wait-chat", // slow mode
  20022: "wait-chat", // announcement edit limit
  20026: "wait-platform", // flagged by the anti-spam system
  20028: "wait-chat", // channel write limit
  20029: "wait-chat", // server write limit
  30046: "wait-chat", // edits of messages older than an hour
  40004: "wait-platform", // sending is switched off for a while
  40003: "wait-chat", // direct messages opened too fast
  40005: "refused", // too large
  40006: "wait-platform", // switched off for a while
  40058: "no-rights", // a forum takes posts, not messages
  40062: "wait-chat", // a resource's own limit
  40066: "no-rights", // a forum's tags are for moderators
  40067: "no-rights", // a forum wants a tag and has none for us
  40333: "wait-platform", // Cloudflare blocks
  50001: "no-rights", // missing access: removed, or the channel is hidden from it
  50005: "message-gone", // another author's message
  50006: "refused", // empty message
  50007: "chat-gone", // direct messages closed
  50008: "no-rights", // not a text channel
  50009: "no-rights", // verification level
  50013: "no-rights", // missing permission
  50024: "no-rights", // not on this type of channel
  50035: "refused", // invalid form
  50083: "no-rights", // archived thread that we may not open
  50278: "chat-gone", // no server in common any more
  130000: "wait-platform", // overloaded
  160002: "no-rights", // cannot reply without reading the history
  160005: "no-rights", // locked thread
  160006: "wait-long", // most threads active
  160007: "wait-long",
  200000: "refused", // the server's filter of words: this message, and not the chat
  200001: "refused",
  240000: "refused", // the filter of harmful links
};

/** How long a write limit without a time of its own is waited for. */
const writeLimitMs = 10_000;
/** Until threads are archived: the shortest time after which that happens by itself is an hour. */
const threadLimitMs = 600_000;
const platformPauseMs = 60_000;
/** A machine that cannot reach Discord tries again at this pace. */
const unreachableMs = 5_000;

/** The connection was never made, so that nothing was asked: by the codes of Node and undici. */
const unconnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** How a call ended that threw. Whatever is not known to have failed may have been done. */
export function readFailure(error: unknown): SendOutcome {
  if (error instanceof TokenRefused) return { kind: "unauthorized", why: error.message };
  if (error instanceof Refrained) {
    const { reach, retryAfterMs, message: why } = error;
    return { kind: "wait", scope: reach === "platform" ? "platform" : "chat", retryAfterMs, why };
  }
  if (error instanceof NeverArrived) return { kind: "message-gone", why: error.message };
  if (error instanceof RateLimitError) return readLocalLimit(error);
  if (error instanceof DiscordAPIError) return readApiError(error);
  if (error instanceof HTTPError) return { kind: "unknown", why: `HTTP ${error.status}` };
  const code = codeOf(error);
  if (code !== null && unconnected.has(code))
    return { kind: "wait", scope: "platform", retryAfterMs: unreachableMs, why: `cannot connect: ${code}` };
  return { kind: "unknown", why: code ?? nameOf(error) };
}

/** How an edit ended that threw: where only edits must wait it says so, for new messages have limits of their own. */
export function readEditFailure(error: unknown): SendOutcome {
  const outcome = readFailure(error);
  return outcome.kind === "wait" && isOfRoute(error) ? { ...outcome, isOfEdits: true } : outcome;
}

/** Limits that are told by a code whatever the status, and of edits alone. */
const editLimits: ReadonlySet<number | null> = new Set([20_022, 30_046]);

function isOfRoute(error: unknown): boolean {
  if (error instanceof Refrained) return error.reach === "route";
  return error instanceof RateLimitError ? !error.global : editLimits.has(apiCodeOf(error));
}

/** Limits of a channel or thread by itself: slow mode, edits, all writing. */
const channelLimits: ReadonlySet<number | null> = new Set([20_016, 20_022, 20_028, 30_046]);

/** Whether an error is a wait of nothing but the channel or thread that was called. */
export function isOfChannel(error: unknown): boolean {
  if (error instanceof Refrained) return error.reach === "route" || error.reach === "channel";
  return error instanceof RateLimitError ? !error.global : channelLimits.has(apiCodeOf(error));
}

/** discord.js knows from the last answer's headers that the route has nothing left. */
function readLocalLimit(error: RateLimitError): SendOutcome {
  const retryAfterMs = Math.max(1, Math.ceil(error.retryAfter));
  return {
    kind: "wait",
    scope: error.global ? "platform" : "chat",
    retryAfterMs,
    why: "rate limit of the route",
  };
}

function readApiError(error: DiscordAPIError): SendOutcome {
  const code = apiCodeOf(error);
  const why = whyOf(error);
  const meaning = code === null ? undefined : meanings[code];
  if (meaning !== undefined) return outcomeOf(meaning, why);
  if (error.status === 401) return { kind: "unauthorized", why };
  if (error.status === 408) return { kind: "unknown", why };
  // Without a code of Discord's, what stands before the API refuses us, not the channel: the call was surely not done.
  if (!isFromApi(error)) return outcomeOf("wait-platform", why);
  if (error.status === 403) return outcomeOf("no-rights", why);
  return { kind: "refused", why };
}

function outcomeOf(meaning: Meaning, why: string): SendOutcome {
  switch (meaning) {
    case "wait-chat":
      return { kind: "wait", scope: "chat", retryAfterMs: writeLimitMs, why };
    case "wait-long":
      return { kind: "wait", scope: "chat", retryAfterMs: threadLimitMs, why };
    case "wait-platform":
      return { kind: "wait", scope: "platform", retryAfterMs: platformPauseMs, why };
    default:
      return { kind: meaning, why };
  }
}

/** Discord's own code of an error; null: the answer has none, or it is not an answer of its API. */
export function apiCodeOf(error: unknown): number | null {
  if (!(error instanceof DiscordAPIError)) return null;
  return typeof error.code === "number" && error.code !== 0 ? error.code : null;
}

/** discord.js leaves the code undefined when the answer was not JSON. */
function isFromApi(error: DiscordAPIError): boolean {
  return typeof error.code === "number";
}

const maxWhy = 300;

/** Status, code and Discord's words; never the address, for an interaction's holds a secret. */
export function whyOf(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `HTTP ${error.status}, code ${String(error.code ?? 0)}: ${error.message}`.slice(0, maxWhy);
  const outcome = readFailure(error);
  return "why" in outcome ? outcome.why : outcome.kind;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string") return code;
  return error.cause instanceof Error ? codeOf(error.cause) : null;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
