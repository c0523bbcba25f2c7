import type { Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { FirstMessages } from "./first-messages.ts";
import { alerts, chats, deliveries, lanes, shownMessages } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** Of more messages than these the older ones stay as they are: each costs an edit of those that a platform allows a chat. */
const mostEdits = 100;

/** Messages of a chat that has come back, which show less than was told since. Call it inside a write transaction. */
export class StaleMessages {
  readonly #waiting: WaitingDeliveries;
  readonly #firsts: FirstMessages;
  readonly #statements: { readonly stale: ReturnType<typeof prepareStale> } & ReturnType<typeof prepareQueue>;

  constructor(db: Database, waiting: WaitingDeliveries) {
    this.#waiting = waiting;
    this.#firsts = new FirstMessages(db, waiting);
    this.#statements = { stale: prepareStale(db), ...prepareQueue(db) };
  }

  /** Queues what brings each up to date. Told before the chat came back, it is claimed as an edit alone. */
  queue(chatId: number, now: number): void {
    for (const stale of this.#statements.stale.all({ chatId, limit: mostEdits })) {
      const { id, state, ...alert } = stale;
      if (id === null) this.#statements.add.run({ ...alert, chatId, now });
      else if (state === "superseded" || state === "failed") {
        this.#statements.again.run({ id, now });
        this.#waiting.addTotal(state, -1);
      }
    }
    this.#firsts.goOnIn(chatId, now);
  }
}

/** The newest alert that each message does not show, with the delivery of it that there was, if any. */
function prepareStale(db: Database) {
  const parameter = sql.placeholder;
  return db
    .select({
      developmentId: shownMessages.developmentId,
      platform: chats.platform,
      alertSeq: alerts.seq,
      revision: alerts.revision,
      id: deliveries.id,
      state: deliveries.state,
    })
    .from(shownMessages)
    .innerJoin(chats, sql`${chats.id} = ${shownMessages.chatId}`)
    .innerJoin(
      alerts,
      sql`${alerts.developmentId} = ${shownMessages.developmentId} AND ${alerts.revision} > ${shownMessages.revision}
          AND ${alerts.revision} = (SELECT max(newest.revision) FROM ${alerts} newest
            WHERE newest.development_id = ${shownMessages.developmentId})`,
    )
    .leftJoin(
      deliveries,
      sql`${deliveries.chatId} = ${shownMessages.chatId} AND ${deliveries.developmentId} = ${shownMessages.developmentId}
          AND ${deliveries.alertSeq} = ${alerts.seq}`,
    )
    .where(sql`${shownMessages.chatId} = ${parameter("chatId")} AND ${shownMessages.messageId} IS NOT NULL`)
    .orderBy(sql`${alerts.seq} DESC`)
    .limit(parameter("limit"))
    .prepare();
}

function prepareQueue(db: Database) {
  const parameter = sql.placeholder;
  return {
    add: db
      .insert(deliveries)
      .values({
        chatId: parameter("chatId"),
        developmentId: parameter("developmentId"),
        alertSeq: parameter("alertSeq"),
        revision: parameter("revision"),
        platform: parameter("platform"),
        lane: lanes.news,
        state: "queued",
        isReady: true,
        dueAt: parameter("now"),
        attempts: 0,
        mayRepeat: false,
        createdAt: parameter("now"),
      })
      .prepare(),
    again: db
      .update(deliveries)
      .set({
        state: "queued",
        isReady: true,
        lane: lanes.news,
        dueAt: sql`${parameter("now")}`,
        supersededBy: null,
        settledAt: null,
        why: null,
      })
      .where(sql`${deliveries.id} = ${parameter("id")}`)
      .prepare(),
  };
}
