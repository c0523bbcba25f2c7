import type { Alert } from "../../../src/model/alert.ts";
import type { ExpandRequest } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import { chatColumns, chatOf } from "./chats.ts";
import type { Database } from "./connection.ts";
import { and, asc, eq, sql } from "./drizzle.ts";
import { chats, deliveries, fanouts, shownMessages } from "./schema/index.ts";

/** Spreads alerts over the chats. Call it inside a write transaction: rows and cursor move together. */
export class Expander {
  readonly #alerts: Alerts;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, alerts: Alerts) {
    this.#alerts = alerts;
    this.#statements = prepare(db);
  }

  /** One chunk of the oldest open fan-out. False: nothing is left to expand. */
  expand(request: ExpandRequest): boolean {
    const fanout = this.#statements.open.get();
    if (fanout === undefined) return false;
    const alert = this.#alerts.bySeq(fanout.alertSeq);
    const rows = this.#statements.chats.all({
      cursor: fanout.cursor,
      alertSeq: fanout.alertSeq,
      development: alert.development,
      revision: alert.revision,
      limit: request.maxChats,
    });
    for (const { shownRevision, mayBeTold, ...row } of rows) {
      // A delivery that was claimed later than this alert was told has shown it already.
      if (shownRevision !== null && shownRevision >= alert.revision) continue;
      const chat = chatOf(row);
      const plan = request.plan(chat, alert, shownRevision !== null || mayBeTold === 1);
      if (plan !== null) this.#enqueue(chat, alert, { ...plan, alertSeq: fanout.alertSeq, now: request.now });
    }
    const last = rows.at(-1)?.id ?? fanout.cursor;
    const isDone = rows.length < request.maxChats;
    this.#statements.advance.run({ alertSeq: fanout.alertSeq, cursor: last, isDone });
    return !isDone || this.#statements.open.get() !== undefined;
  }

  #enqueue(
    chat: { readonly id: number; readonly address: { readonly platform: string } },
    alert: Alert,
    row: { readonly isLoud: boolean; readonly alertSeq: number; readonly now: number },
  ): void {
    this.#statements.enqueue.run({
      chatId: chat.id,
      platform: chat.address.platform,
      development: alert.development,
      revision: alert.revision,
      ...row,
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  // A call under way, or one whose answer never came, may leave a message that a correction must reach.
  const mayBeTold = sql`${parameter("revision")} > 1 AND EXISTS (SELECT 1 FROM ${deliveries}
    WHERE ${deliveries.chatId} = ${chats.id} AND ${deliveries.developmentId} = ${parameter("development")}
    AND ${deliveries.state} IN ('sending', 'unknown'))`;
  return {
    open: db
      .select({ alertSeq: fanouts.alertSeq, cursor: fanouts.cursor })
      .from(fanouts)
      .where(sql`${fanouts.isDone} = 0`)
      .orderBy(asc(fanouts.alertSeq))
      .limit(1)
      .prepare(),
    chats: db
      .select({ ...chatColumns, shownRevision: shownMessages.revision, mayBeTold: sql<0 | 1>`${mayBeTold}` })
      .from(chats)
      .leftJoin(
        shownMessages,
        and(eq(shownMessages.chatId, chats.id), eq(shownMessages.developmentId, parameter("development"))),
      )
      .where(
        and(
          eq(chats.state, "active"),
          sql`${chats.id} > ${parameter("cursor")}`,
          sql`${chats.afterAlert} < ${parameter("alertSeq")}`,
        ),
      )
      .orderBy(asc(chats.id))
      .limit(parameter("limit"))
      .prepare(),
    enqueue: db
      .insert(deliveries)
      .values({
        chatId: parameter("chatId"),
        developmentId: parameter("development"),
        alertSeq: parameter("alertSeq"),
        revision: parameter("revision"),
        platform: parameter("platform"),
        isLoud: parameter("isLoud"),
        state: "queued",
        isReady: true,
        dueAt: parameter("now"),
        attempts: 0,
        mayRepeat: false,
        createdAt: parameter("now"),
      })
      .onConflictDoNothing()
      .prepare(),
    advance: db
      .update(fanouts)
      .set({
        cursor: sql`${parameter("cursor")}`,
        isDone: sql`${sql.param(parameter("isDone"), fanouts.isDone)}`,
      })
      .where(eq(fanouts.alertSeq, parameter("alertSeq")))
      .prepare(),
  };
}
