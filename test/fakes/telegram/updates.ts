import { ApiError, badRequest } from "./api-error.ts";
import { jsonOf, numberOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { FakeTime } from "./time.ts";
import type { Wire } from "./wire.ts";

/** An update that has not been confirmed. */
export interface QueuedUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

interface LongPoll {
  readonly offset: number;
  readonly limit: number;
  answer(updates: readonly QueuedUpdate[]): void;
  fail(error: ApiError): void;
}

/** Not sent unless asked for by name: https://core.telegram.org/bots/api#getupdates */
const unaskedFor = ["chat_member", "message_reaction", "message_reaction_count"];
/** Longer polls are cut to this. */
export const longestPollSeconds = 50;
const terminated =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const webhookIsActive =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/**
 * The queue of updates. An update stays until a call's offset is above it; a new poll ends the older one with 409, at once or, within
 * 3 s of the last, 3 s later (tdlib/telegram-bot-api Client.cpp, do_get_updates and fail_query_conflict, read 2026-11-25).
 */
export class Updates {
  readonly #time: FakeTime;
  readonly #longestPollSeconds: number;
  #queue: QueuedUpdate[] = [];
  #lastId: number;
  #poll: LongPoll | null = null;
  #allowed: readonly string[] | null = null;
  #nextConflictAt = 0;
  webhookUrl = "";
  /** Called when an update has come. */
  onPush: () => void = () => undefined;
  /** The offsets that were asked for, in order. */
  readonly offsets: number[] = [];
  /** How many polls were answered with 409. */
  conflicts = 0;

  constructor(time: FakeTime, start: { readonly firstId: number; readonly longestPollSeconds: number }) {
    this.#time = time;
    this.#lastId = start.firstId - 1;
    this.#longestPollSeconds = start.longestPollSeconds;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Those that wait, oldest first. */
  get queue(): readonly QueuedUpdate[] {
    return this.#queue;
  }

  /** The kinds that are asked for; null: all that are sent unasked. */
  get allowed(): readonly string[] | null {
    return this.#allowed;
  }

  /** A webhook has taken it. */
  confirm(id: number): void {
    this.#queue = this.#queue.filter((update) => update.update_id !== id);
  }

  /** Queues an update of a kind that is asked for; returns its id, or null. */
  push(kind: string, body: Wire): number | null {
    const isWanted = this.#allowed === null ? !unaskedFor.includes(kind) : this.#allowed.includes(kind);
    if (!isWanted) return null;
    this.#lastId += 1;
    this.#queue.push({ update_id: this.#lastId, [kind]: body });
    this.#serve();
    this.onPush();
    return this.#lastId;
  }

  /** The next update gets this id: they jump after an idle week. */
  jumpTo(id: number): void {
    this.#lastId = id - 1;
  }

  drop(): void {
    this.#queue = [];
  }

  /** One getUpdates call. `closed` is aborted when the caller hangs up. */
  async get(params: Params, closed: AbortSignal): Promise<readonly QueuedUpdate[]> {
    if (this.webhookUrl !== "") return this.#conflict(webhookIsActive);
    const offset = numberOf(params, "offset", 0);
    const limit = Math.min(100, Math.max(1, numberOf(params, "limit", 100)));
    const timeout = Math.min(this.#longestPollSeconds, Math.max(0, numberOf(params, "timeout", 0)));
    this.allow(params);
    this.offsets.push(offset);
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    if (offset > 0)
      this.#queue = this.#queue.filter((update) => update.update_id >= offset || offset > this.#lastId + 1);
    const updates = this.#queue.slice(0, limit);
    if (updates.length > 0 || timeout === 0) return updates;
    return this.#wait({ offset, limit }, timeout, closed);
  }

  /** Ends the poll that waits, as setWebhook does. */
  endPoll(message: string): void {
    const poll = this.#poll;
    this.#poll = null;
    if (poll !== null) this.#conflict(message).catch((error: ApiError) => poll.fail(error));
  }

  /** Remembers which kinds are asked for, if the call says so. */
  allow(params: Params): void {
    const allowed = jsonOf(params, "allowed_updates", "allowed updates");
    if (allowed === undefined || allowed === null) return;
    if (!Array.isArray(allowed)) throw badRequest("Expected an Array of allowed updates");
    this.#allowed = allowed.length === 0 ? null : allowed.map(String);
  }

  #wait(
    range: Pick<LongPoll, "offset" | "limit">,
    timeout: number,
    closed: AbortSignal,
  ): Promise<readonly QueuedUpdate[]> {
    this.endPoll(terminated);
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        if (this.#poll === poll) this.#poll = null;
      };
      const poll: LongPoll = {
        ...range,
        answer: (updates) => (end(), resolve(updates)),
        fail: (error) => (end(), reject(error)),
      };
      const timer = setTimeout(() => poll.answer([]), this.#time.real(timeout * 1_000));
      closed.addEventListener("abort", () => poll.answer([]), { once: true });
      this.#poll = poll;
    });
  }

  #serve(): void {
    const poll = this.#poll;
    if (poll !== null) queueMicrotask(() => poll.answer(this.#queue.slice(0, poll.limit)));
  }

  async #conflict(message: string): Promise<never> {
    this.conflicts += 1;
    const now = this.#time.now();
    if (now < this.#nextConflictAt)
      await new Promise((resolve) => setTimeout(resolve, this.#time.real(3_000)));
    else this.#nextConflictAt = now + 3_000;
    throw new ApiError(409, message);
  }
}
