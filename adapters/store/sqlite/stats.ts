import type { ChatCount, EndedDeliveries, StatsStore } from "../../../src/ports/stats-store.ts";
import type { Connection, Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { chats, deliveries } from "./schema/index.ts";

/** Counts in SQLite. */
export class SqliteStats implements StatsStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async chats(): Promise<readonly ChatCount[]> {
    return this.#connection.read(() => this.#statements.chats.all());
  }

  async endedSince(at: number, limit: number): Promise<readonly EndedDeliveries[]> {
    return this.#connection.read(() => {
      return this.#statements.platforms.all().map(({ platform }) => ({
        platform,
        sent: this.#statements.sent.get({ platform, at, limit })?.count ?? 0,
        failed: this.#statements.failed.get({ platform, at, limit })?.count ?? 0,
      }));
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  // The state is written out, so that each state's own index is used.
  const ended = (state: "sent" | "failed") =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(SELECT 1 FROM ${deliveries} WHERE state = ${sql.raw(`'${state}'`)}
          AND platform = ${parameter("platform")} AND settled_at >= ${parameter("at")} LIMIT ${parameter("limit")})`,
      )
      .prepare();
  return {
    chats: db
      .select({ platform: chats.platform, state: chats.state, count: sql<number>`count(*)` })
      .from(chats)
      .groupBy(chats.platform, chats.state)
      .prepare(),
    // One look into the index a platform, where DISTINCT would go through all chats.
    platforms: db
      .select({ platform: sql<string>`platform` })
      .from(
        sql`(WITH RECURSIVE known(platform) AS (
          SELECT min(platform) FROM ${chats}
          UNION ALL SELECT (SELECT min(c.platform) FROM ${chats} c WHERE c.platform > known.platform)
            FROM known WHERE known.platform IS NOT NULL)
          SELECT platform FROM known WHERE platform IS NOT NULL)`,
      )
      .prepare(),
    sent: ended("sent"),
    failed: ended("failed"),
  };
}
