import type { Database } from "./connection.ts";
import { and, eq, isNull, sql } from "./drizzle.ts";
import {
  alerts,
  changes,
  copyBands,
  deliveries,
  developments,
  fanouts,
  items,
  operations,
  reportDevelopments,
  reportRevisions,
  reports,
  shownMessages,
  sources,
} from "./schema/index.ts";

/** What a chat has of its own: its sources, and the ledger of what they reported. Call it inside a write transaction. */
export class OwnRows {
  readonly #db: Database;
  readonly #forget: ReturnType<typeof prepareForgetting>;

  constructor(db: Database) {
    this.#db = db;
    this.#forget = prepareForgetting(db);
  }

  /** Deletes all of it. */
  forget(chatId: number): void {
    for (const statement of this.#forget) statement.run({ owner: chatId });
  }

  /** Gives all of it to another chat; of two sources with one address that one's own stays. */
  move(from: number, to: number): void {
    const owner = { owner: to };
    for (const table of [reports, developments, operations, changes, alerts])
      this.#db.update(table).set(owner).where(eq(table.owner, from)).run();
    this.#db
      .update(sources)
      .set({ removedAt: sql`${sources.addedAt}` })
      .where(
        and(
          eq(sources.owner, from),
          isNull(sources.removedAt),
          sql`EXISTS (SELECT 1 FROM ${sources} kept WHERE kept.owner = ${to} AND kept.url = ${sources}.url AND kept.removed_at IS NULL)`,
        ),
      )
      .run();
    this.#db
      .update(sources)
      .set({ ...owner, source: sql`json_set(${sources.source}, '$.ownerChat', ${to})` })
      .where(eq(sources.owner, from))
      .run();
  }
}

/** Each of these refers to those after it. */
function prepareForgetting(db: Database) {
  const owner = sql.placeholder("owner");
  const ownReports = sql`(SELECT id FROM ${reports} WHERE owner = ${owner})`;
  const ownDevelopments = sql`(SELECT id FROM ${developments} WHERE owner = ${owner})`;
  const ownAlerts = sql`(SELECT seq FROM ${alerts} WHERE owner = ${owner})`;
  return [
    db
      .delete(deliveries)
      .where(sql`${deliveries.alertSeq} IN ${ownAlerts}`)
      .prepare(),
    db
      .delete(fanouts)
      .where(sql`${fanouts.alertSeq} IN ${ownAlerts}`)
      .prepare(),
    db
      .delete(shownMessages)
      .where(sql`${shownMessages.developmentId} IN ${ownDevelopments}`)
      .prepare(),
    db.delete(alerts).where(eq(alerts.owner, owner)).prepare(),
    db
      .delete(reportDevelopments)
      .where(sql`${reportDevelopments.developmentId} IN ${ownDevelopments}`)
      .prepare(),
    db.delete(changes).where(eq(changes.owner, owner)).prepare(),
    db.delete(operations).where(eq(operations.owner, owner)).prepare(),
    db.delete(developments).where(eq(developments.owner, owner)).prepare(),
    db
      .delete(items)
      .where(sql`${items.sourceId} IN (SELECT id FROM ${sources} WHERE owner = ${owner})`)
      .prepare(),
    db
      .delete(copyBands)
      .where(sql`(day, report_id) IN (SELECT seen_at / 86400000, id FROM ${reports} WHERE owner = ${owner})`)
      .prepare(),
    db
      .delete(reportRevisions)
      .where(sql`${reportRevisions.reportId} IN ${ownReports}`)
      .prepare(),
    db.delete(reports).where(eq(reports.owner, owner)).prepare(),
    db.delete(sources).where(eq(sources.owner, owner)).prepare(),
  ];
}
