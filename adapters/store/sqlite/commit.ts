import type { Alert } from "../../../src/model/alert.ts";
import type { Operation } from "../../../src/model/development.ts";
import type { Commit, CommitResult, KeptReport, LedgerChange } from "../../../src/ports/ledger-store.ts";
import { withOwner } from "./alerts.ts";
import type { Database } from "./connection.ts";
import { DevelopmentWriter, type Writing } from "./developments.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { numberOf } from "./found.ts";
import { packInverse } from "./journal.ts";
import type { LedgerDocuments, Written } from "./ledger-documents.ts";
import { firstState, stateRow } from "./ledger-state.ts";
import { ReportWriter } from "./reports.ts";
import { alerts, changes, fanouts, ledgerState, operations } from "./schema/index.ts";

/** Writes what was decided. Call it inside one write transaction: all of it happens or nothing. */
export class Committer {
  readonly #documents: LedgerDocuments;
  readonly #reports: ReportWriter;
  readonly #developments: DevelopmentWriter;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, documents: LedgerDocuments) {
    this.#documents = documents;
    this.#reports = new ReportWriter(db);
    this.#developments = new DevelopmentWriter(db);
    this.#statements = prepare(db);
  }

  /** `written`: the developments as they then are, for `LedgerDocuments.keep` once the transaction has been committed. */
  commit(
    commit: Commit,
    owner: number,
  ): { readonly result: CommitResult; readonly written: readonly Written[] } {
    if (!this.#moveOn(commit, owner)) return { result: { kind: "stale" }, written: [] };
    const version = commit.version + 1;
    if (commit.report !== null) this.#reports.write(commit.report, owner);
    const written = commit.change === null ? [] : this.#writeChange(commit.change, { version, owner });
    const told = commit.alerts.map((alert) => this.#writeAlert(alert, owner));
    return { result: { kind: "committed", version, alerts: told }, written };
  }

  /** To the version after the one that the commit names. False: it is not the ledger's. */
  #moveOn({ version, change }: Commit, owner: number): boolean {
    const next = {
      id: stateRow(owner),
      version,
      nextDevelopment: numberAfter(change?.developments ?? []),
      nextOperation: numberAfter(change?.operations ?? []),
    };
    if (this.#statements.moveOn.run(next).changes === 1) return true;
    const first = firstState(owner);
    if (version !== first.version) return false;
    const begun = this.#statements.begin.run({
      id: next.id,
      version: version + 1,
      nextDevelopment: Math.max(first.nextDevelopment, next.nextDevelopment),
      nextOperation: Math.max(first.nextOperation, next.nextOperation),
    });
    return begun.changes === 1;
  }

  /** The version stays: no view shows a report that says nothing but to its own next revision, which a commit writes. */
  keep(reports: readonly KeptReport[], owner: number): readonly string[] {
    return reports.flatMap((kept) => (this.#reports.writeNew(kept, owner) ? [] : [kept.report.id]));
  }

  #writeChange(change: LedgerChange, of: Writing): readonly Written[] {
    const { developments, operations: changed } = change;
    const before = developments.map(({ id }) => this.#documents.developmentBefore(id, of.owner));
    const beforeOperations = changed.map(({ id }) => this.#documents.operationBefore(id, of.owner));
    const written = developments.map((each, i) =>
      this.#developments.write(each, before[i]?.value ?? null, of),
    );
    for (const operation of changed) this.#writeOperation(operation, of);
    const inverse = {
      developments: before.flatMap((each) => each?.packed ?? []),
      operations: beforeOperations.flatMap((each) => each?.packed ?? []),
      made: [
        ...developments.filter((_, i) => before[i] === null).map(({ id }) => id),
        ...changed.filter((_, i) => beforeOperations[i] === null).map(({ id }) => id),
      ],
    };
    this.#statements.journal.run({
      ...of,
      at: change.at,
      cause: change.cause,
      before: packInverse(inverse),
    });
    return written;
  }

  #writeOperation(operation: Operation, of: Writing): void {
    const { id, lastSeenAt } = operation;
    this.#statements.operation.run({ id, ...of, lastSeenAt, body: operation });
  }

  #writeAlert(given: Alert, owner: number): Alert {
    // Whose it is stands in its column, so that it goes along when a chat is moved.
    const { ownerChat: _, ...alert } = given;
    const { development: developmentId, revision } = alert;
    const { lastInsertRowid } = this.#statements.alert.run({
      developmentId,
      revision,
      owner,
      body: { ...alert, seq: null },
    });
    const seq = Number(lastInsertRowid);
    this.#statements.fanout.run({ alertSeq: seq });
    return withOwner({ ...alert, seq }, owner);
  }
}

/** 0 where nothing is written. */
function numberAfter(written: readonly { readonly id: string }[]): number {
  return written.reduce((next, { id }) => Math.max(next, numberOf(id) + 1), 0);
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    moveOn: db
      .update(ledgerState)
      .set({
        version: sql`${ledgerState.version} + 1`,
        nextDevelopment: sql`max(${ledgerState.nextDevelopment}, ${parameter("nextDevelopment")})`,
        nextOperation: sql`max(${ledgerState.nextOperation}, ${parameter("nextOperation")})`,
      })
      .where(and(eq(ledgerState.id, parameter("id")), eq(ledgerState.version, parameter("version"))))
      .prepare(),
    // Nothing was written before.
    begin: db
      .insert(ledgerState)
      .values({
        id: parameter("id"),
        version: parameter("version"),
        nextDevelopment: parameter("nextDevelopment"),
        nextOperation: parameter("nextOperation"),
      })
      .onConflictDoNothing({ target: ledgerState.id })
      .prepare(),
    operation: db
      .insert(operations)
      .values({
        id: parameter("id"),
        version: parameter("version"),
        owner: parameter("owner"),
        lastSeenAt: parameter("lastSeenAt"),
        body: parameter("body"),
      })
      .onConflictDoUpdate({
        target: operations.id,
        set: {
          version: excluded(operations.version),
          lastSeenAt: excluded(operations.lastSeenAt),
          body: excluded(operations.body),
        },
      })
      .prepare(),
    ...prepareRecords(db),
  };
}

/** What goes with a change: journal and alerts. */
function prepareRecords(db: Database) {
  const parameter = sql.placeholder;
  return {
    journal: db
      .insert(changes)
      .values({
        version: parameter("version"),
        owner: parameter("owner"),
        at: parameter("at"),
        cause: parameter("cause"),
        before: parameter("before"),
      })
      .prepare(),
    alert: db
      .insert(alerts)
      .values({
        developmentId: parameter("developmentId"),
        revision: parameter("revision"),
        owner: parameter("owner"),
        body: parameter("body"),
      })
      .prepare(),
    fanout: db
      .insert(fanouts)
      .values({ alertSeq: parameter("alertSeq"), cursor: 0, isDone: false })
      .prepare(),
  };
}
