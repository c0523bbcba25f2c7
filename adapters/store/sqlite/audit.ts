import type { AuditEntry, AuditStore } from "../../../src/ports/audit-store.ts";
import type { Connection, Database } from "./connection.ts";
import { desc, eq, sql } from "./drizzle.ts";
import { audit } from "./schema/index.ts";

/** The audit log in SQLite. */
export class SqliteAudit implements AuditStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async begin(entry: Parameters<AuditStore["begin"]>[0]): Promise<number> {
    return this.#connection.write(() => Number(this.#statements.begin.run({ ...entry }).lastInsertRowid));
  }

  async end(...[seq, { by, at, outcome, after }]: Parameters<AuditStore["end"]>): Promise<boolean> {
    return this.#connection.write(() => {
      const change = { seq, endedBy: by, endedAt: at, outcome, after: after ?? null };
      return this.#statements.end.run(change).changes > 0;
    });
  }

  async find(seq: number): Promise<AuditEntry | null> {
    return this.#connection.read(() => this.#statements.find.get({ seq }) ?? null);
  }

  async list(query: Parameters<AuditStore["list"]>[0]): Promise<readonly AuditEntry[]> {
    const { acts, openOnly = false, before = Number.MAX_SAFE_INTEGER, limit } = query;
    return this.#connection.read(() => {
      if (acts === undefined) return this.#statements.list.all({ before, openOnly: openOnly ? 1 : 0, limit });
      const of = { acts: JSON.stringify(acts), before, openOnly: openOnly ? 1 : 0, limit };
      return this.#statements.listOf.all(of);
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const isWanted = sql`${audit.seq} < ${parameter("before")}
    AND (${parameter("openOnly")} = 0 OR ${audit.outcome} IS NULL)`;
  return {
    begin: db
      .insert(audit)
      .values({
        at: parameter("at"),
        by: parameter("by"),
        act: parameter("act"),
        subject: parameter("subject"),
        before: parameter("before"),
        after: parameter("after"),
      })
      .prepare(),
    end: db
      .update(audit)
      .set({
        outcome: sql`${parameter("outcome")}`,
        endedBy: sql`${parameter("endedBy")}`,
        endedAt: sql`${parameter("endedAt")}`,
        after: sql`coalesce(${parameter("after")}, ${audit.after})`,
      })
      .where(sql`${audit.seq} = ${parameter("seq")} AND ${audit.outcome} IS NULL`)
      .prepare(),
    find: db
      .select()
      .from(audit)
      .where(eq(audit.seq, parameter("seq")))
      .prepare(),
    list: db
      .select()
      .from(audit)
      .where(isWanted)
      .orderBy(desc(audit.seq))
      .limit(parameter("limit"))
      .prepare(),
    listOf: db
      .select()
      .from(audit)
      .where(sql`${isWanted} AND ${audit.act} IN (SELECT value FROM json_each(${parameter("acts")}))`)
      .orderBy(desc(audit.seq))
      .limit(parameter("limit"))
      .prepare(),
  };
}
