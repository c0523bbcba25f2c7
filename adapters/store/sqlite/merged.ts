import type { Alert } from "../../../src/model/alert.ts";
import type { DevelopmentId } from "../../../src/model/development.ts";
import type { Alerts } from "./alerts.ts";
import { carriesNone } from "./catch-ups.ts";
import type { Database } from "./connection.ts";
import { and, eq, sql } from "./drizzle.ts";
import { chats, deliveries, lanes, shownMessages } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** Where a chat's story goes on when its development turned out to be one with another. */
export interface Merge {
  readonly chatId: number;
  readonly from: DevelopmentId;
  readonly into: DevelopmentId;
}

/** Lets a chat follow developments that were merged. Call it inside a write transaction. */
export class MergedStories {
  readonly #alerts: Alerts;
  readonly #waiting: WaitingDeliveries;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, alerts: Alerts, waiting: WaitingDeliveries) {
    this.#alerts = alerts;
    this.#waiting = waiting;
    this.#statements = prepare(db);
  }

  /**
   * A chat that has no message on the other development is told of that one instead, in the message that it has on this one, if
   * any. Who muted the one has muted the other. False: it has both messages (the one becomes a pointer to the other), or there is nothing to tell of the other.
   */
  follow(merge: Merge, now: number): boolean {
    const { chatId, from, into } = merge;
    const newest = this.#alerts.newest(into);
    const other = this.#statements.shown.get({ chatId, developmentId: into });
    if (newest === null || (other !== undefined && other.messageId !== null)) return false;
    const own = this.#statements.shown.get({ chatId, developmentId: from });
    if (own !== undefined && own.messageId !== null) this.#moveMessage(merge, newest);
    this.#statements.carryMute.run({ chatId, from, into });
    const ended = this.#statements.drop.run({ chatId, developmentId: from, now }).changes;
    this.#waiting.addTotal("superseded", ended);
    this.#queue(chatId, newest, now);
    return true;
  }

  /** What it shows is older than the other's newest state, and the chat is known to have been told of both. */
  #moveMessage({ chatId, from, into }: Merge, newest: Alert): void {
    this.#statements.moveMessage.run({ chatId, from, into, revision: newest.revision - 1 });
    this.#statements.forget.run({ chatId, from });
  }

  #queue(chatId: number, newest: Alert, now: number): void {
    const row = { chatId, developmentId: newest.development, alertSeq: newest.seq, now };
    const ended = this.#statements.endedState.get(row);
    if (ended !== undefined) {
      this.#statements.revive.run(row);
      if (ended.state === "sent" || ended.state === "failed" || ended.state === "superseded")
        this.#waiting.addTotal(ended.state, -1);
      return;
    }
    this.#statements.queue.run({ ...row, revision: newest.revision });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofAlert = and(
    eq(deliveries.chatId, parameter("chatId")),
    eq(deliveries.developmentId, parameter("developmentId")),
    eq(deliveries.alertSeq, parameter("alertSeq")),
    sql`${deliveries.settledAt} IS NOT NULL`,
  );
  return {
    ...prepareMessages(db),
    drop: db
      .update(deliveries)
      .set({
        state: "superseded",
        isReady: false,
        why: "told with another development",
        settledAt: sql`${parameter("now")}`,
      })
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.developmentId} = ${parameter("developmentId")}
          AND ${deliveries.state} IN ('queued', 'unknown') AND ${deliveries.messageId} IS NULL AND ${carriesNone}`,
      )
      .prepare(),
    // The first stays muted as well, should the merge be undone.
    carryMute: db
      .update(chats)
      .set({
        subscription: sql`json_insert(${chats.subscription}, '$.mutedDevelopments[#]', ${parameter("into")})`,
      })
      .where(
        sql`${chats.id} = ${parameter("chatId")}
          AND EXISTS (SELECT 1 FROM json_each(${chats.subscription}, '$.mutedDevelopments') WHERE value = ${parameter("from")})
          AND NOT EXISTS (SELECT 1 FROM json_each(${chats.subscription}, '$.mutedDevelopments') WHERE value = ${parameter("into")})`,
      )
      .prepare(),
    endedState: db.select({ state: deliveries.state }).from(deliveries).where(ofAlert).prepare(),
    revive: db
      .update(deliveries)
      .set({
        state: "queued",
        isReady: true,
        mayRepeat: false,
        supersededBy: null,
        messageId: null,
        settledAt: null,
      })
      .where(ofAlert)
      .prepare(),
    queue: db
      .insert(deliveries)
      .select(
        sql`SELECT NULL, id, ${parameter("developmentId")}, ${parameter("alertSeq")}, ${parameter("revision")}, NULL, platform,
          ${sql.raw(String(lanes.news))}, 'queued', 1, ${parameter("now")}, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          ${parameter("now")}, NULL FROM chats WHERE id = ${parameter("chatId")}`,
      )
      .onConflictDoNothing()
      .prepare(),
  };
}

function prepareMessages(db: Database) {
  const parameter = sql.placeholder;
  const ofFrom = and(
    eq(shownMessages.chatId, parameter("chatId")),
    eq(shownMessages.developmentId, parameter("from")),
  );
  return {
    shown: db
      .select({ messageId: shownMessages.messageId })
      .from(shownMessages)
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.developmentId, parameter("developmentId")),
        ),
      )
      .prepare(),
    moveMessage: db
      .insert(shownMessages)
      .select(
        sql`SELECT chat_id, ${parameter("into")}, message_id, first_message_id, ${parameter("revision")},
          iif(first_message_id = message_id, NULL, ${parameter("revision")})
          FROM ${shownMessages} WHERE ${ofFrom}`,
      )
      .onConflictDoUpdate({
        target: [shownMessages.chatId, shownMessages.developmentId],
        set: {
          messageId: sql`excluded.message_id`,
          firstMessageId: sql`excluded.first_message_id`,
          revision: sql`excluded.revision`,
          firstRevision: sql`excluded.first_revision`,
        },
      })
      .prepare(),
    // That it was told stays known: should the merge be undone, its correction is for this chat too.
    forget: db
      .update(shownMessages)
      .set({ messageId: null, firstMessageId: null, firstRevision: null })
      .where(ofFrom)
      .prepare(),
  };
}
