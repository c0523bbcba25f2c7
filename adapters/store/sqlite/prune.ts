import type { HousekeepingStore } from "../../../src/ports/housekeeping-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, eq, sql } from "./drizzle.ts";
import {
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
        this.#statements.notices.run(params).changes +
        this.#statements.revisions.run(params).changes +
        this.#statements.journal.run(params).changes
      );
    });
  }

  /** With each goes the message that it could edit, if nothing was heard of the development since. */
  #pruneDeliveries(before: number, limit: number): number {
    const old = this.#statements.first
      .all({ limit })
      .filter(({ settledAt }) => settledAt !== null && settledAt < before);
    for (const { id, chatId, developmentId } of old) {
      this.#statements.delivery.run({ id });
      if (developmentId !== null) this.#statements.shown.run({ chatId, developmentId, before });
    }
    return old.length;
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const before = parameter("before");
  const limit = parameter("limit");
  return {
    first: db
      .select({
        id: deliveries.id,
        chatId: deliveries.chatId,
        developmentId: deliveries.developmentId,
        settledAt: deliveries.settledAt,
      })
      .from(deliveries)
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
    notices: db
      .delete(notices)
      .where(
        sql`${notices.id} IN (SELECT first.id FROM (SELECT id, created_at, is_done FROM ${notices} ORDER BY id LIMIT ${limit}) first
          WHERE first.created_at < ${before} AND first.is_done = 1
          AND NOT EXISTS (SELECT 1 FROM ${deliveries} WHERE notice_id = first.id))`,
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
