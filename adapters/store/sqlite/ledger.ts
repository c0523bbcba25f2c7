import type { Alert } from "../../../src/model/alert.ts";
import type { Development, DevelopmentId, Operation, OperationId } from "../../../src/model/development.ts";
import type { Report } from "../../../src/model/report.ts";
import type {
  Commit,
  CommitResult,
  DevelopmentQuery,
  JournalEntry,
  KeptReport,
  LedgerStore,
  LedgerView,
  NearQuery,
} from "../../../src/ports/ledger-store.ts";
import { Committer } from "./commit.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, desc, eq, gt, sql } from "./drizzle.ts";
import { unpackInverse } from "./journal.ts";
import type { LedgerDocuments } from "./ledger-documents.ts";
import { NearReader } from "./near.ts";
import { alerts, changes, developments, operations, reports } from "./schema/index.ts";

/** The ledger in SQLite. */
export class SqliteLedger implements LedgerStore {
  readonly #connection: Connection;
  readonly #documents: LedgerDocuments;
  readonly #near: NearReader;
  readonly #committer: Committer;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection, documents: LedgerDocuments) {
    this.#connection = connection;
    this.#documents = documents;
    this.#near = new NearReader(connection.db, this.#documents);
    this.#committer = new Committer(connection.db, this.#documents);
    this.#statements = prepare(connection.db);
  }

  async near(query: NearQuery, bands: readonly number[]): Promise<LedgerView> {
    return this.#connection.read(() => this.#near.near(query, bands));
  }

  async commit(commit: Commit): Promise<CommitResult> {
    return this.#connection.write(() => this.#committer.commit(commit));
  }

  async keep(reports: readonly KeptReport[]): Promise<readonly string[]> {
    return this.#connection.write(() => this.#committer.keep(reports));
  }

  async development(id: DevelopmentId): Promise<Development | null> {
    return this.#connection.read(() => this.#documents.development(id));
  }

  async stored(ids: readonly DevelopmentId[]): Promise<readonly Development[]> {
    return this.#connection.read(() => ids.flatMap((id) => this.#documents.stored(id) ?? []));
  }

  async operation(id: OperationId): Promise<Operation | null> {
    return this.#connection.read(() => this.#documents.operation(id));
  }

  async report(id: string): Promise<Report | null> {
    return this.#connection.read(() => this.#statements.report.get({ id })?.report ?? null);
  }

  async reports(query: Parameters<LedgerStore["reports"]>[0]): Promise<readonly Report[]> {
    const { after = { seenAt: Number.MIN_SAFE_INTEGER, id: "" }, limit } = query;
    return this.#connection.read(() =>
      this.#statements.reports.all({ seenAt: after.seenAt, id: after.id, limit }).map(({ report }) => report),
    );
  }

  async developments(query: DevelopmentQuery): Promise<readonly Development[]> {
    const parameters = {
      toldOnly: query.toldOnly === true ? 1 : 0,
      anyConflict: query.conflicts === undefined ? 1 : 0,
      conflicts: JSON.stringify(query.conflicts ?? []),
      limit: query.limit,
    };
    return this.#connection.read(() => {
      // Kind by kind, each along its own index: a rare kind is found without walking the common ones.
      const found =
        query.kinds === undefined
          ? this.#statements.listed.all(parameters)
          : query.kinds.flatMap((kind) => this.#statements.listedOfKind.all({ ...parameters, kind }));
      const newest = found.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt).slice(0, query.limit);
      return this.#documents.developments(newest);
    });
  }

  async operations(limit: number): Promise<readonly Operation[]> {
    return this.#connection.read(() =>
      this.#statements.operations.all({ limit }).flatMap(({ id }) => this.#documents.operation(id) ?? []),
    );
  }

  async alerts(query: Parameters<LedgerStore["alerts"]>[0]): Promise<readonly Alert[]> {
    const { after = 0, development, limit } = query;
    return this.#connection.read(() => {
      const rows =
        development === undefined
          ? this.#statements.alerts.all({ after, limit })
          : this.#statements.alertsOf.all({
              after,
              limit,
              id: this.#documents.development(development)?.id ?? development,
            });
      return rows.map(({ seq, body }) => ({ ...body, seq }));
    });
  }

  async journal(query: Parameters<LedgerStore["journal"]>[0]): Promise<readonly JournalEntry[]> {
    const { after = 0, reviewsOnly = false, limit } = query;
    return this.#connection.read(() =>
      this.#statements[reviewsOnly ? "reviews" : "journal"]
        .all({ after, limit })
        .map(({ before, ...entry }) => ({ ...entry, ...unpackInverse(before) })),
    );
  }

  async dueHolds(at: number, limit: number): Promise<readonly Development[]> {
    return this.#connection.read(() =>
      this.#documents.developments(this.#statements.dueHolds.all({ at, limit })),
    );
  }

  async nextHoldAt(): Promise<number | null> {
    return this.#connection.read(() => this.#statements.nextHold.get()?.holdUntil ?? null);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const found = { id: developments.id, version: developments.version, lastSeenAt: developments.lastSeenAt };
  const wanted = sql`${developments.mergedInto} IS NULL
    AND (${parameter("toldOnly")} = 0 OR ${developments.isTold} = 1)
    AND (${parameter("anyConflict")} = 1 OR ${developments.conflict} IN (SELECT value FROM json_each(${parameter("conflicts")})))`;
  const list = (where: ReturnType<typeof sql>) =>
    db
      .select(found)
      .from(developments)
      .where(where)
      .orderBy(desc(developments.lastSeenAt))
      .limit(parameter("limit"))
      .prepare();
  const held = sql`${developments.holdUntil} IS NOT NULL AND ${developments.mergedInto} IS NULL`;
  return {
    ...prepareAlerts(db),
    ...prepareJournal(db),
    report: db
      .select({ report: reports.report })
      .from(reports)
      .where(eq(reports.id, parameter("id")))
      .prepare(),
    reports: db
      .select({ report: reports.report })
      .from(reports)
      .where(
        sql`(${reports.seenAt}, rowid) > (${parameter("seenAt")},
          coalesce((SELECT last.rowid FROM ${reports} last WHERE last.id = ${parameter("id")}), 0))`,
      )
      // Those of one page were seen in one instant: their rows keep the order in which they were taken in.
      .orderBy(asc(reports.seenAt), sql`rowid`)
      .limit(parameter("limit"))
      .prepare(),
    listed: list(wanted),
    listedOfKind: list(sql`${wanted} AND ${developments.kind} = ${parameter("kind")}`),
    operations: db
      .select({ id: operations.id })
      .from(operations)
      .orderBy(desc(operations.lastSeenAt))
      .limit(parameter("limit"))
      .prepare(),
    dueHolds: db
      .select({ id: developments.id, version: developments.version })
      .from(developments)
      .where(sql`${held} AND ${developments.holdUntil} <= ${parameter("at")}`)
      .orderBy(asc(developments.holdUntil))
      .limit(parameter("limit"))
      .prepare(),
    nextHold: db
      .select({ holdUntil: developments.holdUntil })
      .from(developments)
      .where(held)
      .orderBy(asc(developments.holdUntil))
      .limit(1)
      .prepare(),
  };
}

function prepareJournal(db: Database) {
  const parameter = sql.placeholder;
  return {
    journal: db
      .select()
      .from(changes)
      .where(gt(changes.seq, parameter("after")))
      .orderBy(asc(changes.seq))
      .limit(parameter("limit"))
      .prepare(),
    reviews: db
      .select()
      .from(changes)
      .where(and(gt(changes.seq, parameter("after")), sql`${changes.cause} ->> '$.kind' = 'review'`))
      .orderBy(asc(changes.seq))
      .limit(parameter("limit"))
      .prepare(),
  };
}

function prepareAlerts(db: Database) {
  const parameter = sql.placeholder;
  return {
    alerts: db
      .select({ seq: alerts.seq, body: alerts.body })
      .from(alerts)
      .where(gt(alerts.seq, parameter("after")))
      .orderBy(desc(alerts.seq))
      .limit(parameter("limit"))
      .prepare(),
    // Of the development and of all that went into it, at any remove.
    alertsOf: db
      .select({ seq: alerts.seq, body: alerts.body })
      .from(alerts)
      .where(
        sql`${alerts.seq} > ${parameter("after")} AND ${alerts.developmentId} IN (
          WITH RECURSIVE family (id) AS (
            VALUES (${parameter("id")})
            UNION SELECT d.id FROM ${developments} d JOIN family ON d.merged_into = family.id)
          SELECT id FROM family)`,
      )
      .orderBy(desc(alerts.seq))
      .limit(parameter("limit"))
      .prepare(),
  };
}
