import type { HousekeepingStore } from "../../../src/ports/housekeeping-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, eq, gt, sql } from "./drizzle.ts";
import {
  catchUpParts,
  catchUps,
  changes,
  deliveries,
  developments,
  notices,
  reportRevisions,
  reports,
  shownMessages,
} from "./schema/index.ts";

/** Deletes old rows in SQLite. Ids rise with time, so that the old ones are the first: no table is read through for them. */
export class SqliteHousekeeping implements HousekeepingStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async prune(before: number, limit: number): Promise<number> {
    return this.#connection.write(() => {
      const ended = this.#pruneDeliveries(before, limit);
      if (ended > 0) return ended;
      const params = { before, limit };
      return (
        this.#pruneNotices(before, limit) +
        this.#pruneCatchUps(before, limit) +
        this.#statements.revisions.run(params).changes +
        this.#statements.journal.run(params).changes
      );
    });
  }

  /** With each goes the message that it could edit, if nothing was heard of the development since. */
  #pruneDeliveries(before: number, limit: number): number {
    const old = firstOf((after) => this.#statements.deliveries.all({ after, limit }), {
      before,
      limit,
      isOver: ({ settledAt }) => settledAt !== null && settledAt < before,
    });
    for (const { id, chatId, developmentId } of old) {
      this.#statements.delivery.run({ id });
      if (developmentId !== null) this.#statements.shown.run({ chatId, developmentId, before });
    }
    return old.length;
  }

  #pruneNotices(before: number, limit: number): number {
    const old = firstOf((after) => this.#statements.notices.all({ after, limit }), {
      before,
      limit,
      isOver: ({ createdAt, isDone, isAlarm, isWaiting }) =>
        createdAt < before && isDone && isAlarm === 0 && isWaiting === 0,
    });
    for (const { id } of old) this.#statements.notice.run({ id });
    return old.length;
  }

  /** Those in which nothing can be edited any more. */
  #pruneCatchUps(before: number, limit: number): number {
    const old = firstOf((after) => this.#statements.catchUps.all({ after, limit }), {
      before,
      limit,
      isOver: ({ createdAt, isShown, isWaiting }) => createdAt < before && isShown === 0 && isWaiting === 0,
    });
    for (const { id } of old) {
      this.#statements.catchUpParts.run({ id });
      this.#statements.catchUp.run({ id });
    }
    return old.length;
  }
}

/**
 * The first rows that are over. What is not over stands in nobody's way: it is passed by, a page of `limit` rows at a time, up to where
 * all rows are too young.
 */
function firstOf<Row extends { readonly id: number; readonly createdAt: number }>(
  pageAfter: (id: number) => readonly Row[],
  of: { readonly before: number; readonly limit: number; readonly isOver: (row: Row) => boolean },
): readonly Row[] {
  for (let after = 0; ;) {
    const page = pageAfter(after);
    const over = page.filter(of.isOver);
    const last = page.at(-1);
    if (over.length > 0 || last === undefined || page.length < of.limit) return over;
    if (page.every(({ createdAt }) => createdAt >= of.before)) return [];
    after = last.id;
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const before = parameter("before");
  const limit = parameter("limit");
  return {
    ...prepareNotices(db),
    ...prepareCatchUps(db),
    deliveries: db
      .select({
        id: deliveries.id,
        chatId: deliveries.chatId,
        developmentId: deliveries.developmentId,
        createdAt: deliveries.createdAt,
        settledAt: deliveries.settledAt,
      })
      .from(deliveries)
      .where(gt(deliveries.id, parameter("after")))
      .orderBy(asc(deliveries.id))
      .limit(limit)
      .prepare(),
    delivery: db
      .delete(deliveries)
      .where(eq(deliveries.id, parameter("id")))
      .prepare(),
    shown: db
      .delete(shownMessages)
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.developmentId, parameter("developmentId")),
          sql`EXISTS (SELECT 1 FROM ${developments} WHERE id = ${parameter("developmentId")} AND last_seen_at < ${before})`,
        ),
      )
      .prepare(),
    revisions: db
      .delete(reportRevisions)
      .where(
        sql`(${reportRevisions.reportId}, ${reportRevisions.revision}) IN (
          SELECT old.report_id, old.revision FROM ${reportRevisions} old JOIN ${reports} report ON report.id = old.report_id
          WHERE report.seen_at < ${before} LIMIT ${limit})`,
      )
      .prepare(),
    journal: db
      .delete(changes)
      .where(
        sql`${changes.seq} IN (SELECT seq FROM ${changes} WHERE at < ${before} AND cause ->> '$.kind' <> 'review'
          ORDER BY seq LIMIT ${limit})`,
      )
      .prepare(),
  };
}

function prepareCatchUps(db: Database) {
  const parameter = sql.placeholder;
  return {
    catchUps: db
      .select({
        id: catchUps.id,
        createdAt: catchUps.untilAt,
        isShown: sql<number>`EXISTS (SELECT 1 FROM ${shownMessages} s
          WHERE s.chat_id = catch_ups.chat_id AND s.message_id = catch_ups.message_id)`,
        isWaiting: sql<number>`EXISTS (SELECT 1 FROM ${deliveries} d
          WHERE d.id = catch_ups.delivery_id AND d.state IN ('queued', 'sending', 'unknown'))`,
      })
      .from(catchUps)
      .where(gt(catchUps.id, parameter("after")))
      .orderBy(asc(catchUps.id))
      .limit(parameter("limit"))
      .prepare(),
    catchUpParts: db
      .delete(catchUpParts)
      .where(eq(catchUpParts.catchUpId, parameter("id")))
      .prepare(),
    catchUp: db
      .delete(catchUps)
      .where(eq(catchUps.id, parameter("id")))
      .prepare(),
  };
}

function prepareNotices(db: Database) {
  const parameter = sql.placeholder;
  return {
    notices: db
      .select({
        id: notices.id,
        createdAt: notices.createdAt,
        isDone: notices.isDone,
        // By its key an alarm is known to be told, for as long as it lasts: a source may be gone for years.
        isAlarm: sql<number>`${notices.key} LIKE 'alarm:%'`,
        isWaiting: sql<number>`EXISTS (SELECT 1 FROM ${deliveries} WHERE notice_id = notices.id)`,
      })
      .from(notices)
      .where(gt(notices.id, parameter("after")))
      .orderBy(asc(notices.id))
      .limit(parameter("limit"))
      .prepare(),
    notice: db
      .delete(notices)
      .where(eq(notices.id, parameter("id")))
      .prepare(),
  };
}
