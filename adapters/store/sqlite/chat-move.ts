import type { ChatKey } from "./chat-rows.ts";
import type { CatchUps } from "./catch-ups.ts";
import type { Database } from "./connection.ts";
import { and, eq, sql } from "./drizzle.ts";
import type { OwnRows } from "./own-rows.ts";
import { catchUps, chats, deliveries, fanouts, notices, shownMessages } from "./schema/index.ts";

type ChatRow = typeof chats.$inferSelect;

/** Moves a chat to another address. Call it inside a write transaction. */
export class ChatMover {
  readonly #db: Database;
  readonly #own: OwnRows;
  readonly #catchUps: CatchUps;

  constructor(db: Database, own: OwnRows, catchUps: CatchUps) {
    this.#db = db;
    this.#own = own;
    this.#catchUps = catchUps;
  }

  /** Nothing happens when there is no chat at `from`: platforms announce a move in several ways, each more than once. */
  move(from: ChatKey, to: ChatKey, now: number): void {
    const moving = this.#row(from);
    if (moving === undefined) return;
    const there = this.#row(to);
    if (there?.id === moving.id) return;
    // At its new address the messages are numbered anew: another one may have the number of one of these.
    this.#db
      .update(shownMessages)
      .set({ messageId: null, firstMessageId: null, firstRevision: null })
      .where(eq(shownMessages.chatId, moving.id))
      .run();
    if (there !== undefined) this.#absorb(moving, there, now);
    this.#db
      .update(chats)
      .set({ ...to, ...(there === undefined ? {} : wishes(moving, there)) })
      .where(eq(chats.id, moving.id))
      .run();
    // A delivery knows its platform, so that the queue needs no join.
    this.#db.update(deliveries).set({ platform: to.platform }).where(eq(deliveries.chatId, moving.id)).run();
  }

  #row(key: ChatKey): ChatRow | undefined {
    const { platform, channel, thread } = key;
    return this.#db
      .select()
      .from(chats)
      .where(and(eq(chats.platform, platform), eq(chats.channel, channel), eq(chats.thread, thread)))
      .get();
  }

  /** What the chat that is already there has goes over to the moving one, whose id lives on. */
  #absorb(moving: ChatRow, there: ChatRow, now: number): void {
    this.#endSecondCall(moving, there, now);
    this.#mergeCatchUps(moving.id, there.id, now);
    this.#mergeNotices(moving.id, there.id);
    this.#mergeDeliveries(moving.id, there.id);
    this.#mergeShown(moving.id, there.id);
    this.#own.move(there.id, moving.id);
    this.#db.delete(chats).where(eq(chats.id, there.id)).run();
    // An open fan-out, of an alert or a notice, may have passed the one and not have reached the other: it looks again.
    this.#db
      .update(fanouts)
      .set({ cursor: sql`min(${fanouts.cursor}, ${moving.id - 1})` })
      .where(sql`${fanouts.isDone} = 0`)
      .run();
    this.#db
      .update(notices)
      .set({ cursor: sql`min(${notices.cursor}, ${moving.id - 1})` })
      .where(sql`${notices.isDone} = 0`)
      .run();
  }

  /** One call a chat: when both have one, the old address's cannot arrive, so it waits again. */
  #endSecondCall(moving: ChatRow, there: ChatRow, now: number): void {
    this.#db
      .update(deliveries)
      .set({
        state: "unknown",
        mayRepeat: true,
        dueAt: now,
        fence: null,
        leaseUntil: null,
        why: "the chat moved during the call",
      })
      .where(
        sql`${deliveries.chatId} = ${moving.id} AND ${deliveries.state} = 'sending' AND EXISTS (
          SELECT 1 FROM ${deliveries} other WHERE other.chat_id = ${there.id} AND other.state = 'sending')`,
      )
      .run();
  }

  /**
   * What is not known to be sent waits again, development by development; the deliveries of two chats cannot be one message. One whose call is
   * under way and arrives is still written down as what it told.
   */
  #mergeCatchUps(movingId: number, thereId: number, now: number): void {
    for (const chatId of [movingId, thereId])
      for (const open of this.#catchUps.open(chatId))
        this.#catchUps.dissolve(open, { dueAt: now, now, attempts: 0, mayRepeat: open.mayHaveArrived });
    this.#db.update(catchUps).set({ chatId: movingId }).where(eq(catchUps.chatId, thereId)).run();
  }

  /** Of two notices with one key the sent one stays, else the new address's. */
  #mergeNotices(movingId: number, thereId: number): void {
    const dropTwins = (of: number, other: number, otherState: string) =>
      this.#db
        .delete(deliveries)
        .where(
          sql`${deliveries.chatId} = ${of} AND ${deliveries.noticeId} IN (
            SELECT own.id FROM ${notices} own JOIN ${notices} twin ON twin.key = own.key
            JOIN ${deliveries} theirs ON theirs.notice_id = twin.id
            WHERE theirs.chat_id = ${other} AND ${sql.raw(otherState)})`,
        )
        .run();
    dropTwins(thereId, movingId, "theirs.state = 'sent'");
    dropTwins(movingId, thereId, "true");
    this.#db
      .delete(notices)
      .where(
        sql`${notices.chatId} IN (${movingId}, ${thereId})
          AND NOT EXISTS (SELECT 1 FROM ${deliveries} WHERE ${deliveries.noticeId} = ${notices.id})`,
      )
      .run();
    this.#db.update(notices).set({ chatId: movingId }).where(eq(notices.chatId, thereId)).run();
  }

  /** Of two deliveries of one alert the sent one stays, else the new address's. */
  #mergeDeliveries(movingId: number, thereId: number): void {
    const twin = (sent: string) => sql`EXISTS (
      SELECT 1 FROM ${deliveries} twin WHERE twin.chat_id = ${movingId}
      AND twin.development_id = ${deliveries}.development_id AND twin.alert_seq = ${deliveries}.alert_seq
      AND ${sql.raw(sent)})`;
    this.#db
      .delete(deliveries)
      .where(
        sql`${deliveries.chatId} = ${thereId} AND ${deliveries.state} <> 'sent' AND ${twin("twin.state = 'sent'")}`,
      )
      .run();
    this.#db
      .delete(deliveries)
      .where(
        sql`${deliveries.chatId} = ${movingId} AND EXISTS (
          SELECT 1 FROM ${deliveries} twin WHERE twin.chat_id = ${thereId}
          AND twin.development_id = ${deliveries}.development_id AND twin.alert_seq = ${deliveries}.alert_seq)`,
      )
      .run();
    this.#db.update(deliveries).set({ chatId: movingId }).where(eq(deliveries.chatId, thereId)).run();
  }

  /** The new address's messages can be edited there, so they win. */
  #mergeShown(movingId: number, thereId: number): void {
    this.#db
      .delete(shownMessages)
      .where(
        sql`${shownMessages.chatId} = ${movingId} AND ${shownMessages.developmentId} IN (
          SELECT there.development_id FROM ${shownMessages} there WHERE there.chat_id = ${thereId})`,
      )
      .run();
    this.#db.update(shownMessages).set({ chatId: movingId }).where(eq(shownMessages.chatId, thereId)).run();
  }
}

/** What the merged chat wants: an active one's wishes before the other's, else the later word. */
function wishes(moving: ChatRow, there: ChatRow): Partial<ChatRow> {
  const isActive = (row: ChatRow) => (row.state === "active" ? 1 : 0);
  const order = isActive(moving) - isActive(there) || moving.changedAt - there.changedAt;
  const { state, reason, subscription, changedAt, afterAlert, ...kept } = order > 0 ? moving : there;
  const bothActive = moving.state === "active" && there.state === "active";
  return {
    state,
    reason,
    subscription,
    changedAt,
    afterAlert: bothActive ? Math.min(moving.afterAlert, there.afterAlert) : afterAlert,
    digestDueAt: kept.digestDueAt,
    digestSinceAt: kept.digestSinceAt,
    digestSinceAlert: kept.digestSinceAlert,
  };
}
