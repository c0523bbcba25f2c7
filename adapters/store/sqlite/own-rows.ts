import type { Database } from "./connection.ts";
import { and, eq, isNull, sql } from "./drizzle.ts";
import {
  alerts,
  changes,
  copyBands,
  developments,
  fanouts,
  items,
  operations,
  reportDevelopments,
  reportRevisions,
  reports,
  sources,
  trials,
} from "./schema/index.ts";

/** What a chat has of its own: its sources, and the ledger of what they reported. Call it inside a write transaction. */
export class OwnRows {
  readonly #db: Database;
  readonly #forget: ReturnType<typeof prepareForgetting>;

  constructor(db: Database) {
    this.#db = db;
    this.#forget = prepareForgetting(db);
  }

  /** Whether there is any. */
  has(chatId: number): boolean {
    const ofChat = (table: typeof sources | typeof reports | typeof trials) =>
      this.#db.select({ owner: table.owner }).from(table).where(eq(table.owner, chatId)).limit(1).get();
    return [sources, reports, trials].some((table) => ofChat(table) !== undefined);
  }

  /** Deletes all of it. Needs `Connection.writeUnchecked`. */
  forget(chatId: number): void {
    for (const statement of this.#forget) statement.run({ owner: chatId });
  }

  /** Gives all of it to another chat; of two sources with one address that one's own stays. */
  move(from: number, to: number): void {
    const owner = { owner: to };
    for (const table of [reports, developments, operations])
      this.#db.update(table).set(owner).where(eq(table.owner, from)).run();
    for (const table of [changes, alerts])
      this.#db
        .update(table)
        .set(owner)
        .where(and(eq(table.owner, from), sql`owner <> 0`))
        .run();
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
      .update(trials)
      .set({ ...owner, source: sql`json_set(${trials.source}, '$.ownerChat', ${to})` })
      .where(eq(trials.owner, from))
      .run();
    this.#db
      .update(sources)
      .set({ ...owner, source: sql`json_set(${sources.source}, '$.ownerChat', ${to})` })
      .where(eq(sources.owner, from))
      .run();
  }
}

/** In no order: references are not looked after meanwhile (`Connection.writeUnchecked`). What was sent of it goes with the chat. */
function prepareForgetting(db: Database) {
  const owner = sql.placeholder("owner");
  // As the partial indexes have it.
  const own = (column: typeof alerts.owner | typeof changes.owner) =>
    and(eq(column, owner), sql`${column} <> 0`);
  const ownReports = sql`(SELECT id FROM ${reports} WHERE owner = ${owner})`;
  return [
    db
      .delete(fanouts)
      .where(sql`${fanouts.alertSeq} IN (SELECT seq FROM ${alerts} WHERE owner = ${owner} AND owner <> 0)`)
      .prepare(),
    db.delete(alerts).where(own(alerts.owner)).prepare(),
    db.delete(changes).where(own(changes.owner)).prepare(),
    db.delete(operations).where(eq(operations.owner, owner)).prepare(),
    db.delete(developments).where(eq(developments.owner, owner)).prepare(),
    db
      .delete(items)
      .where(sql`${items.sourceId} IN (SELECT id FROM ${sources} WHERE owner = ${owner})`)
      .prepare(),
    db
      .delete(reportDevelopments)
      .where(sql`${reportDevelopments.reportId} IN ${ownReports}`)
      .prepare(),
    db
      .delete(reportRevisions)
      .where(sql`${reportRevisions.reportId} IN ${ownReports}`)
      .prepare(),
    // Day by day, as they lie.
    db
      .delete(copyBands)
      .where(
        sql`${copyBands.day} IN (SELECT seen_at / 86400000 FROM ${reports} WHERE owner = ${owner})
          AND ${copyBands.reportId} IN ${ownReports}`,
      )
      .prepare(),
    db.delete(reports).where(eq(reports.owner, owner)).prepare(),
    db.delete(sources).where(eq(sources.owner, owner)).prepare(),
    db.delete(trials).where(eq(trials.owner, owner)).prepare(),
  ];
}
