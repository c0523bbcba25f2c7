import { ownLedgersFrom } from "../../../src/ports/ledger-store.ts";
import type { Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { developments, reports } from "./schema/index.ts";

/** The row that counts for an owner. All own ledgers share one: what they write never changes a number of the other. */
export function stateRow(owner: number): number {
  return owner === everybody ? 1 : 2;
}

/** What counts before anything was written. */
export function firstState(owner: number) {
  return owner === everybody
    ? { version: 0, nextDevelopment: 1, nextOperation: 1 }
    : { version: ownLedgersFrom, nextDevelopment: ownLedgersFrom, nextOperation: ownLedgersFrom };
}

/** The chats that have a ledger of their own, one look into the index each. */
export function prepareOwners(db: Database) {
  return db
    .select({ owner: sql<number>`owner` })
    .from(
      sql`(WITH RECURSIVE known (owner) AS (
        SELECT min(owner) FROM ${reports} WHERE owner > ${sql.raw(String(everybody))}
        UNION ALL SELECT (SELECT min(r.owner) FROM ${reports} r WHERE r.owner > known.owner)
          FROM known WHERE known.owner IS NOT NULL)
        SELECT owner FROM known WHERE owner IS NOT NULL)`,
    )
    .prepare();
}

/** A row where a chat has developments of its own. */
export function prepareHasOwn(db: Database) {
  return db
    .select({ id: developments.id })
    .from(developments)
    .where(sql`${developments.owner} = ${sql.placeholder("chatId")} AND ${developments.mergedInto} IS NULL`)
    .limit(1)
    .prepare();
}
