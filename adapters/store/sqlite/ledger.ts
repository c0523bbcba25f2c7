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
import { Alerts } from "./alerts.ts";
import { Committer } from "./commit.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, desc, eq, gt, sql } from "./drizzle.ts";
import { byNumber } from "./found.ts";
import { unpackInverse } from "./journal.ts";
import { everybody, type LedgerDocuments } from "./ledger-documents.ts";
import { NearReader } from "./near.ts";
import { alerts, changes, developments, operations, reports } from "./schema/index.ts";

/** What every owner's ledger works with: made once, for statements are costly to prepare. */
export class LedgerParts {
  readonly connection: Connection;
  readonly documents: LedgerDocuments;
  readonly alerts: Alerts;
  readonly near: NearReader;
  readonly committer: Committer;
  readonly statements: ReturnType<typeof prepare>;

  constructor(connection: Connection, documents: LedgerDocuments) {
    this.connection = connection;
    this.documents = documents;
    this.alerts = new Alerts(connection.db);
    this.near = new NearReader(connection.db, documents);
    this.committer = new Committer(connection.db, documents);
    this.statements = prepare(connection.db);
  }
}

/** One owner's ledger in SQLite: the one that everybody sees, or what one chat has of its own. */
export class SqliteLedger implements LedgerStore {
  readonly #parts: LedgerParts;
  readonly #owner: number;

  constructor(parts: LedgerParts, owner: number = everybody) {
    this.#parts = parts;
    this.#owner = owner;
  }

  async near(query: NearQuery, bands: readonly number[]): Promise<LedgerView> {
    const { connection, near } = this.#parts;
    return connection.read(() => near.near(query, bands, this.#owner));
  }

  async commit(commit: Commit): Promise<CommitResult> {
    const { connection, committer, documents, near } = this.#parts;
    const owner = this.#owner;
    const { result, written } = connection.write(() => committer.commit(commit, owner));
    documents.keep(written);
    if (result.kind === "committed")
      near.committed({ before: commit.version, version: result.version, owner }, written);
    return result;
  }

  async keep(kept: readonly KeptReport[]): Promise<readonly string[]> {
    const { connection, committer } = this.#parts;
    return connection.write(() => committer.keep(kept, this.#owner));
  }

  async development(id: DevelopmentId): Promise<Development | null> {
    const { connection, documents } = this.#parts;
    return connection.read(() => documents.development(id, this.#owner));
  }

  async stored(ids: readonly DevelopmentId[]): Promise<readonly Development[]> {
    const { connection, documents } = this.#parts;
    return connection.read(() => ids.flatMap((id) => documents.stored(id, this.#owner) ?? []));
  }

  async developmentIds(): Promise<readonly DevelopmentId[]> {
    const { connection, statements } = this.#parts;
    return connection.read(() =>
      statements.ids
        .all({ owner: this.#owner })
        .toSorted(byNumber)
        .map(({ id }) => id),
    );
  }

  async operation(id: OperationId): Promise<Operation | null> {
    const { connection, documents } = this.#parts;
    return connection.read(() => documents.operation(id, this.#owner));
  }

  async report(id: string): Promise<Report | null> {
    const { connection, statements } = this.#parts;
    return connection.read(() => statements.report.get({ id, owner: this.#owner })?.report ?? null);
  }

  async reports(query: Parameters<LedgerStore["reports"]>[0]): Promise<readonly Report[]> {
    const { after = { seenAt: Number.MIN_SAFE_INTEGER, id: "" }, limit } = query;
    const { connection, statements } = this.#parts;
    const page = { owner: this.#owner, seenAt: after.seenAt, id: after.id, limit };
    return connection.read(() => statements.reports.all(page).map(({ report }) => report));
  }

  async developments(query: DevelopmentQuery): Promise<readonly Development[]> {
    const { connection, documents, statements } = this.#parts;
    const parameters = {
      owner: this.#owner,
      toldOnly: query.toldOnly === true ? 1 : 0,
      anyConflict: query.conflicts === undefined ? 1 : 0,
      conflicts: JSON.stringify(query.conflicts ?? []),
      limit: query.limit,
    };
    return connection.read(() => {
      // Kind by kind, each along its own index: a rare kind is found without walking the common ones.
      const found =
        query.kinds === undefined
          ? statements.listed.all(parameters)
          : query.kinds.flatMap((kind) => statements.listedOfKind.all({ ...parameters, kind }));
      const newest = found.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt).slice(0, query.limit);
      return documents.developments(newest);
    });
  }

  async operations(limit: number): Promise<readonly Operation[]> {
    const { connection, documents, statements } = this.#parts;
    const owner = this.#owner;
    return connection.read(() =>
      statements.operations.all({ owner, limit }).flatMap(({ id }) => documents.operation(id, owner) ?? []),
    );
  }

  async alerts(query: Parameters<LedgerStore["alerts"]>[0]): Promise<readonly Alert[]> {
    const { after = 0, development, limit } = query;
    const { connection, documents, alerts, statements } = this.#parts;
    const owner = this.#owner;
    return connection.read(() => {
      const found =
        development === undefined
          ? statements.alerts.all({ owner, after, limit })
          : statements.alertsOf.all({
              owner,
              after,
              limit,
              id: documents.development(development, owner)?.id ?? development,
            });
      return found.map(({ seq }) => alerts.bySeq(seq));
    });
  }

  async journal(query: Parameters<LedgerStore["journal"]>[0]): Promise<readonly JournalEntry[]> {
    const { after = 0, reviewsOnly = false, limit } = query;
    const { connection, statements } = this.#parts;
    return connection.read(() =>
      statements[reviewsOnly ? "reviews" : "journal"]
        .all({ owner: this.#owner, after, limit })
        .map(({ seq, version, cause, at, before }) => ({
          seq,
          version,
          cause,
          at,
          ...unpackInverse(before),
        })),
    );
  }

  async dueHolds(at: number, limit: number): Promise<readonly Development[]> {
    const { connection, documents, statements } = this.#parts;
    return connection.read(() =>
      documents.developments(statements.dueHolds.all({ owner: this.#owner, at, limit })),
    );
  }

  async nextHoldAt(): Promise<number | null> {
    const { connection, statements } = this.#parts;
    return connection.read(() => statements.nextHold.get({ owner: this.#owner })?.holdUntil ?? null);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const found = { id: developments.id, version: developments.version, lastSeenAt: developments.lastSeenAt };
  const ofOwner = sql`${developments.owner} = ${parameter("owner")}`;
  const wanted = sql`${ofOwner} AND ${developments.mergedInto} IS NULL
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
  // The plus keeps SQLite from reading all of the owner's: what is held is little.
  const held = sql`+${developments.owner} = ${parameter("owner")} AND ${developments.holdUntil} IS NOT NULL AND ${developments.mergedInto} IS NULL`;
  return {
    ...prepareAlerts(db),
    ...prepareJournal(db),
    report: db
      .select({ report: reports.report })
      .from(reports)
      .where(and(eq(reports.id, parameter("id")), eq(reports.owner, parameter("owner"))))
      .prepare(),
    reports: db
      .select({ report: reports.report })
      .from(reports)
      .where(
        sql`${reports.owner} = ${parameter("owner")} AND (${reports.seenAt}, rowid) > (${parameter("seenAt")},
          coalesce((SELECT last.rowid FROM ${reports} last WHERE last.id = ${parameter("id")}), 0))`,
      )
      // Those of one page were seen in one instant: their rows keep the order in which they were taken in.
      .orderBy(asc(reports.seenAt), sql`rowid`)
      .limit(parameter("limit"))
      .prepare(),
    ids: db.select({ id: developments.id }).from(developments).where(ofOwner).prepare(),
    listed: list(wanted),
    listedOfKind: list(sql`${wanted} AND ${developments.kind} = ${parameter("kind")}`),
    operations: db
      .select({ id: operations.id })
      .from(operations)
      .where(eq(operations.owner, parameter("owner")))
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
  const ofOwner = eq(changes.owner, parameter("owner"));
  return {
    journal: db
      .select()
      .from(changes)
      .where(and(gt(changes.seq, parameter("after")), ofOwner))
      .orderBy(asc(changes.seq))
      .limit(parameter("limit"))
      .prepare(),
    reviews: db
      .select()
      .from(changes)
      .where(and(gt(changes.seq, parameter("after")), ofOwner, sql`${changes.cause} ->> '$.kind' = 'review'`))
      .orderBy(asc(changes.seq))
      .limit(parameter("limit"))
      .prepare(),
  };
}

function prepareAlerts(db: Database) {
  const parameter = sql.placeholder;
  return {
    alerts: db
      .select({ seq: alerts.seq })
      .from(alerts)
      .where(and(gt(alerts.seq, parameter("after")), eq(alerts.owner, parameter("owner"))))
      .orderBy(desc(alerts.seq))
      .limit(parameter("limit"))
      .prepare(),
    // Of the development and of all that went into it, at any remove.
    alertsOf: db
      .select({ seq: alerts.seq })
      .from(alerts)
      .where(
        sql`${alerts.seq} > ${parameter("after")} AND ${alerts.owner} = ${parameter("owner")} AND ${alerts.developmentId} IN (
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
