import type { Database } from "./connection.ts";
import { and, eq, sql } from "./drizzle.ts";
import { deliveries, deliveryTotals } from "./schema/index.ts";

/** Ends waiting deliveries and keeps the totals. Call it inside a write transaction. */
export class WaitingDeliveries {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Drops everything that waits for a chat that is gone. What is under way ends by its own settling. */
  drop(chatId: number, why: string, now: number): void {
    this.addTotal("superseded", this.#statements.drop.run({ chatId, why, now }).changes);
  }

  /** Likewise the news that waits for a chat that has left. What else waits may be for it all the same. */
  dropNews(chatId: number, why: string, now: number): void {
    this.addTotal("superseded", this.#statements.dropNews.run({ chatId, why, now }).changes);
  }

  /**
   * News and notices that were held back (quiet hours, a mute) are due: whether they are still to wait is found when they are claimed. What a
   * platform asked to put off was tried, which its `why` says, and stays put off.
   */
  lookAgain(chatId: number, now: number): void {
    this.#statements.lookAgain.run({ chatId, now });
  }

  /** Adds to how many deliveries ended that way. */
  addTotal(name: (typeof deliveryTotals.$inferSelect)["name"], count: number): void {
    if (count !== 0) this.#statements.total.run({ name, count });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const dropWhere = (which: ReturnType<typeof sql>) =>
    db
      .update(deliveries)
      .set({
        state: "superseded",
        isReady: false,
        why: sql`${parameter("why")}`,
        settledAt: sql`${parameter("now")}`,
      })
      .where(
        and(
          eq(deliveries.chatId, parameter("chatId")),
          // What was told already ends as that when it is claimed.
          sql`${deliveries.state} IN ('queued', 'unknown') AND ${deliveries.messageId} IS NULL`,
          which,
        ),
      )
      .prepare();
  return {
    drop: dropWhere(sql`true`),
    dropNews: dropWhere(sql`${deliveries.noticeId} IS NULL`),
    lookAgain: db
      .update(deliveries)
      .set({ dueAt: sql`${parameter("now")}` })
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.state} = 'queued'
          AND ${deliveries.isReady} = 0 AND ${deliveries.why} IS NULL`,
      )
      .prepare(),
    total: db
      .insert(deliveryTotals)
      .values({ name: parameter("name"), count: parameter("count") })
      .onConflictDoUpdate({
        target: deliveryTotals.name,
        set: { count: sql`${deliveryTotals.count} + excluded.count` },
      })
      .prepare(),
  };
}
