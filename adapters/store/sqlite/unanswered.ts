import { candidateColumns, waitsForAnswer } from "./candidate-columns.ts";
import type { Database } from "./connection.ts";
import { bound, sql } from "./drizzle.ts";
import { deliveries } from "./schema/index.ts";

/** While news waits for a chat that does not answer, that gets a call this often: what waits longer is late, and comes as a catch-up. */
const longestSilenceMs = 15 * 60_000;
/** One message that was called so often in vain, over a minute and a half, may itself be the fault: another one is tried. */
const triesOfOne = 3;
/** Two that stay without an answer are the chat. So many calls of each (four hours of them), and a third may show that it was those two. */
const triesOfMore = 16;
/** A message whose outcome is not known, as a candidate of the queue. */
export type UnansweredSend = ReturnType<ReturnType<typeof prepare>["ofChat"]["all"]>[number];

/** What a new message waits for. */
export interface Awaited {
  /** The unanswered one that comes before it. */
  readonly repeat: UnansweredSend;
  /** When that one is to be repeated, epoch milliseconds; it may be now. */
  readonly untilAt: number;
}

/** A chat with the platform on which its deliveries are. */
export type ChatOfPlatform = { readonly chatId: number; readonly platform: string };

/**
 * Messages to a chat that were not answered, and the new ones that wait for an answer to them: each would be a call into the void, and later a
 * possible repeat of its own instead of a line in a catch-up. Call it inside a write transaction.
 */
export class UnansweredSends {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Null: a new message to the chat has nothing to wait for. */
  before(chat: ChatOfPlatform): Awaited | null {
    const unanswered = this.#statements.ofChat.all(chat);
    const [repeat] = unanswered;
    if (repeat === undefined) return null;
    const enough = unanswered.length === 1 ? triesOfOne : triesOfMore * (unanswered.length - 1);
    if (unanswered.every(({ attempts }) => attempts >= enough)) return null;
    const calledAt = Math.max(...unanswered.map((each) => each.calledAt ?? -Infinity));
    const silentUntil = calledAt === -Infinity ? Infinity : calledAt + longestSilenceMs;
    return { repeat, untilAt: Math.min(repeat.dueAt, silentUntil) };
  }

  /** A new message waits until then, epoch milliseconds. */
  putOff(id: number, dueAt: number): void {
    this.#statements.putOff.run({ id, dueAt });
  }

  /** It is to be repeated now. */
  hasten(id: number, now: number): void {
    this.#statements.hasten.run({ id, now });
  }

  /** The chat has answered: what waited for that is due. `isRepeat`: to what was repeated, so the rest that it did not answer is due too. */
  release(
    chat: ChatOfPlatform,
    { isRepeat, now }: { readonly isRepeat: boolean; readonly now: number },
  ): void {
    const unanswered = this.#statements.ofChat.all(chat);
    if (isRepeat) for (const { id } of unanswered) this.hasten(id, now);
    if (isRepeat || unanswered.length > 0) this.#statements.release.run({ ...chat, now });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    // What is held back by the chat's own wishes has no `why`: nothing waits for that.
    ofChat: db
      .select({
        ...candidateColumns,
        dueAt: deliveries.dueAt,
        calledAt: deliveries.calledAt,
      })
      .from(deliveries)
      .where(
        sql`${deliveries.platform} = ${parameter("platform")} AND ${deliveries.state} = 'unknown'
          AND ${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.why} IS NOT NULL`,
      )
      .orderBy(deliveries.dueAt, deliveries.id)
      .prepare(),
    putOff: db
      .update(deliveries)
      .set({ isReady: false, dueAt: bound("dueAt", deliveries.dueAt), why: waitsForAnswer })
      .where(sql`${deliveries.id} = ${parameter("id")}`)
      .prepare(),
    hasten: db
      .update(deliveries)
      .set({ dueAt: sql`min(${deliveries.dueAt}, ${parameter("now")})` })
      .where(sql`${deliveries.id} = ${parameter("id")} AND ${deliveries.isReady} = 0`)
      .prepare(),
    release: db
      .update(deliveries)
      .set({ dueAt: bound("now", deliveries.dueAt) })
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.state} = 'queued' AND ${deliveries.isReady} = 0
          AND ${deliveries.dueAt} > ${parameter("now")} AND ${deliveries.why} = ${waitsForAnswer}`,
      )
      .prepare(),
  };
}
