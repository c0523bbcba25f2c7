import { hash } from "node:crypto";
import { setImmediate as nextRound, setTimeout as delay } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Log } from "../../../src/log.ts";
import type { PendingUpdate, UpdateStore } from "../../../src/ports/update-store.ts";
import { platformName } from "./limits.ts";

/** Updates being handled at once, and so held in memory; more wait in the store. */
const maxUnderWay = 256;
/** Updates that begin in one turn of the event loop: some 15 ms of work. */
const begunInTurn = 20;
/** Milliseconds between two writes that mark updates as handled. */
const marksApartMs = 25;
/** Handled ids that are remembered, so that a list read before an id was marked does not bring it again. */
const maxRemembered = 4_096;

/**
 * What the intake needs. `arrive` gets each update at once, whatever of its chat is under way, and never rejects; `handle` gets it
 * after that, when its turn has come; what it throws is logged, and the update counts as handled.
 */
export interface IntakeParts {
  readonly updates: UpdateStore;
  readonly log: Log;
  /** Aborted: whatever is still under way does not count as handled, and is done at the next start. */
  readonly abandoned: AbortSignal;
  arrive(update: Update): Promise<void>;
  handle(update: Update, row: PendingUpdate): Promise<void>;
}

/** Hands stored updates to their handler: each once, those of one chat in order, different chats at once. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #marks: Marks;
  readonly #chains = new Map<string, Promise<void>>();
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #stop = new AbortController();
  readonly #begin = createBeginnings();
  #taking: Promise<void> | null = null;
  #hasMore = false;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#marks = createMarks(parts);
  }

  /** Takes up what waits in the store, as far as there is room; the rest follows as room comes. */
  take(): Promise<void> {
    // A list that is being read may be older than what was stored since: it is read once more.
    const before = this.#taking?.catch(() => undefined) ?? Promise.resolve();
    const taking = before
      .then(() => this.#takeWaiting())
      .finally(() => {
        if (this.#taking === taking) this.#taking = null;
      });
    this.#taking = taking;
    return taking;
  }

  /** Resolves when another update may be fetched. */
  async hasRoom(): Promise<void> {
    while (this.#underWay.size >= maxUnderWay) await Promise.race(this.#underWay.values());
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  /** Begins nothing more. What is left in the store is taken up at the next start. */
  stop(): void {
    this.#stop.abort();
  }

  async #takeWaiting(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    if (this.#underWay.size >= maxUnderWay) {
      this.#hasMore = true;
      return;
    }
    await this.#marks.markAgain();
    const waiting = await this.#parts.updates.pendingUpdates(platformName, maxUnderWay);
    const fresh = waiting.filter((row) => !this.#underWay.has(row.id) && !this.#marks.isHandled(row));
    // Some, or all, of what was under way may be done since: whoever finished meanwhile has left it to this one to go on.
    const room = maxUnderWay - this.#underWay.size;
    this.#hasMore = waiting.length === maxUnderWay || fresh.length > room;
    for (const row of fresh.slice(0, room)) this.#accept(row);
  }

  #accept(row: PendingUpdate): void {
    const { id } = row;
    const update = JSON.parse(row.body) as Update;
    const chain = chainOf(update);
    const arrival = this.#parts.arrive(update);
    const done = (this.#chains.get(chain) ?? Promise.resolve())
      .then(() => arrival)
      .then(() => this.#handle(row, update))
      .finally(() => this.#finish(id, chain, done));
    this.#chains.set(chain, done);
    this.#underWay.set(id, done);
  }

  async #handle(row: PendingUpdate, update: Update): Promise<void> {
    await this.#begin();
    if (this.#stop.signal.aborted) return;
    await this.#parts.handle(update, row).catch((error: unknown) => {
      this.#parts.log("error", "telegram: an update could not be handled", {
        update: row.id,
        why: error,
      });
    });
    if (!this.#parts.abandoned.aborted) await this.#marks.mark(row);
  }

  #finish(id: number, chain: string, done: Promise<void>): void {
    this.#underWay.delete(id);
    if (this.#chains.get(chain) === done) this.#chains.delete(chain);
    if (!this.#hasMore || this.#taking !== null || this.#underWay.size > maxUnderWay / 2) return;
    this.take().catch((error: unknown) => {
      this.#parts.log("error", "telegram: waiting updates could not be read; trying again later", {
        why: error,
      });
    });
  }
}

/**
 * Who may begin now, in the order in which it is asked for: so many in each turn of the event loop. Commands wait for nothing but the store,
 * which answers at once, so that a burst of them would hold the loop, and with it the timers and answers of alerts, until all are done.
 */
function createBeginnings(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let left = begunInTurn;
  const begin = async (): Promise<void> => {
    if (left === 0) {
      await nextRound();
      left = begunInTurn;
    }
    left -= 1;
  };
  return () => (last = last.then(begin));
}

/** A server that is set up anew gives ids anew: the same one may stand for another update. */
const keyOf = ({ id, body }: PendingUpdate): string => `${id} ${hash("sha1", body, "base64")}`;

interface Marks {
  isHandled(row: PendingUpdate): boolean;
  /** Marks an update as handled in the store; never throws. */
  mark(row: PendingUpdate): Promise<void>;
  /** Marks those that the store could not mark before. */
  markAgain(): Promise<void>;
}

/**
 * Which updates this process has handled, whatever the store was able to write. What is handled at about the same time is marked in one
 * write: at once after a pause, else when the last one is long enough ago.
 */
function createMarks({ updates, log }: IntakeParts): Marks {
  const handled = new Set<string>();
  /** Ids, by key. */
  const unmarked = new Map<string, number>();
  let writing: Promise<void> | null = null;
  let isFailing = false;
  let writtenAt = -Infinity;

  const write = async (): Promise<void> => {
    const waitMs = writtenAt + marksApartMs - performance.now();
    await (waitMs > 0 ? delay(waitMs) : nextRound());
    writing = null;
    writtenAt = performance.now();
    const written = Array.from(unmarked);
    try {
      await updates.markHandled(
        platformName,
        written.map(([, id]) => id),
      );
      for (const [key] of written) unmarked.delete(key);
      isFailing = false;
    } catch (error) {
      if (!isFailing)
        log("error", "telegram: updates could not be marked as handled; trying again", {
          updates: written.length,
          why: error,
        });
      isFailing = true;
    }
  };
  return {
    isHandled: (row) => handled.has(keyOf(row)),
    async mark(row) {
      const key = keyOf(row);
      handled.add(key);
      unmarked.set(key, row.id);
      const [oldest] = handled;
      if (handled.size > maxRemembered && oldest !== undefined && !unmarked.has(oldest))
        handled.delete(oldest);
      writing ??= write();
      await writing;
    },
    async markAgain() {
      if (unmarked.size > 0) await (writing ??= write());
    },
  };
}

/** Updates of one chat are handled in their order. */
function chainOf(update: Update): string {
  const chat = (
    update.message ??
    update.channel_post ??
    update.callback_query?.message ??
    update.my_chat_member
  )?.chat;
  const from = (update.callback_query ?? update.inline_query)?.from;
  return chat === undefined ? `user ${from?.id ?? ""}` : `chat ${chat.id}`;
}
