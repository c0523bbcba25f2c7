import { GrammyError, HttpError } from "grammy";
import type { ApiResponse } from "grammy/types";

/** An answer as it came. */
export interface RawAnswer {
  /** Of HTTP. */
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What answered is not the Bot API but stands before it: a proxy, a balancer, a firewall. It says so by its status alone. */
export class ForeignAnswer extends Error {
  readonly status: number;
  /** Null: it does not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`HTTP ${status}`);
    this.name = "ForeignAnswer";
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * The Bot API's answer (https://core.telegram.org/bots/api#making-requests), with the header's wait where its parameters tell none. Throws
 * ForeignAnswer for whatever is no such answer.
 */
export function readAnswer<Result>(raw: RawAnswer): ApiResponse<Result> {
  const retryAfterMs = readRetryAfter(raw);
  const answer = parseAnswer<Result>(raw.text);
  if (answer === null) throw new ForeignAnswer(raw.status, retryAfterMs);
  if (answer.ok || retryAfterMs === null || answer.parameters?.retry_after !== undefined) return answer;
  return { ...answer, parameters: { ...answer.parameters, retry_after: retryAfterMs / 1_000 } };
}

/** What a failed call tells to wait, milliseconds; null: nothing. */
export function askedWaitMs(error: unknown): number | null {
  if (error instanceof GrammyError) {
    const seconds = error.parameters.retry_after;
    return seconds === undefined || !(seconds >= 0) ? null : Math.ceil(seconds * 1_000);
  }
  return foreignAnswerIn(error)?.retryAfterMs ?? null;
}

/** The answer of what stands before the Bot API, if that is how a call failed. */
export function foreignAnswerIn(error: unknown): ForeignAnswer | null {
  const cause = error instanceof HttpError ? error.error : error;
  return cause instanceof ForeignAnswer ? cause : null;
}

function parseAnswer<Result>(text: string): ApiResponse<Result> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isAnswer =
      typeof value === "object" && value !== null && typeof Reflect.get(value, "ok") === "boolean";
    return isAnswer ? (value as ApiResponse<Result>) : null;
  } catch {
    return null;
  }
}

/** In seconds, or until a date, which is one of the clock that answers (RFC 9110, 10.2.3). Null: there is none, or it is neither. */
function readRetryAfter({ headers: { "retry-after": retryAfter, date } }: RawAnswer): number | null {
  if (typeof retryAfter !== "string" || retryAfter.trim() === "") return null;
  const seconds = Number(retryAfter);
  if (seconds >= 0) return Math.ceil(seconds * 1_000);
  const untilAt = Date.parse(retryAfter);
  const now = Date.parse(typeof date === "string" ? date : "");
  return Number.isNaN(untilAt) || Number.isNaN(now) ? null : Math.max(0, untilAt - now);
}
