import type { Alert } from "../../../src/model/alert.ts";
import { StoreError } from "../../../src/errors.ts";
import type { Database } from "./connection.ts";
import { DocumentCache } from "./document-cache.ts";
import { and, asc, desc, eq, gt, sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { alerts } from "./schema/index.ts";

/** Characters of JSON. A burst claims one alert a hundred thousand times; few are on their way at once. */
const cacheSize = 4_000_000;

/** Reads alerts for the outbox, through a cache: they never change. Call it inside a transaction. */
export class Alerts {
  readonly #cache = new DocumentCache<Alert>(cacheSize);
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** The alert told as number `seq`. Throws StoreError when there is none: rows refer to alerts that are kept. */
  bySeq(seq: number): Alert {
    const cached = this.#cache.get(String(seq), 0);
    if (cached !== null) return cached;
    const row = this.#statements.body.get({ seq });
    if (row === undefined) throw new StoreError(`There is no alert ${seq}.`, { code: "store-corrupt" });
    const value: Alert = withOwner({ ...JSON.parse(row.body), seq }, row.owner);
    this.#cache.set(String(seq), 0, { value, size: row.body.length });
    return value;
  }

  /** The development's alerts after a seq and after a revision, oldest first. */
  later(development: string, after: { readonly seq: number; readonly revision: number }): Alert[] {
    return this.#statements.later.all({ development, ...after }).map(({ seq }) => this.bySeq(seq));
  }

  /** The newest alert on the development; null: nothing was told. */
  newest(development: string): Alert | null {
    const row = this.#statements.newest.get({ development });
    return row === undefined ? null : this.bySeq(row.seq);
  }
}

/** An alert with whose it is. */
export function withOwner(alert: Alert, owner: number): Alert {
  return owner === everybody ? alert : { ...alert, ownerChat: owner };
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofDevelopment = eq(alerts.developmentId, parameter("development"));
  return {
    body: db
      .select({ body: sql<string>`${alerts.body}`, owner: alerts.owner })
      .from(alerts)
      .where(eq(alerts.seq, parameter("seq")))
      .prepare(),
    later: db
      .select({ seq: alerts.seq })
      .from(alerts)
      .where(
        and(
          ofDevelopment,
          gt(alerts.revision, parameter("revision")),
          sql`${alerts.seq} > ${parameter("seq")}`,
        ),
      )
      .orderBy(asc(alerts.revision))
      .prepare(),
    newest: db
      .select({ seq: alerts.seq })
      .from(alerts)
      .where(ofDevelopment)
      .orderBy(desc(alerts.revision))
      .limit(1)
      .prepare(),
  };
}
