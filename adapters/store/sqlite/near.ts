import type { Development, Operation } from "../../../src/model/development.ts";
import type { LedgerView, NearQuery, StoredSignature } from "../../../src/ports/ledger-store.ts";
import type { Database } from "./connection.ts";
import { daysBefore } from "./days.ts";
import { and, eq, sql } from "./drizzle.ts";
import { byNumber } from "./found.ts";
import { type LedgerDocuments, type Written, everybody } from "./ledger-documents.ts";
import { firstState, stateRow } from "./ledger-state.ts";
import { type NearRow, NearWindows, longDays } from "./near-windows.ts";
import {
  copyBands,
  developments,
  ledgerState,
  operations,
  reportDevelopments,
  reports,
} from "./schema/index.ts";

/** The bounds that the port names. */
const maxCopies = 200;
const copyDays = 14;
/** Rows of a report's bands that are read before the bound of each band is looked for. */
const fewBands = 1_000;

/** The view that a report is decided on. Call it inside one transaction. */
export class NearReader {
  readonly #documents: LedgerDocuments;
  readonly #statements: ReturnType<typeof prepare>;
  /** Of the ledger that everybody sees: the others are moved and forgotten as whole chats are, and seldom asked. */
  readonly #windows = new NearWindows();

  constructor(db: Database, documents: LedgerDocuments) {
    this.#documents = documents;
    this.#statements = prepare(db);
  }

  /** What a commit wrote that was decided on version `before`. Only once its transaction has been committed. */
  committed(
    of: { readonly before: number; readonly version: number; readonly owner: number },
    written: readonly Written[],
  ): void {
    if (of.owner === everybody)
      this.#windows.carryOn(
        of.before,
        of.version,
        written.map(({ row }) => row),
      );
  }

  near(query: NearQuery, bands: readonly number[], owner: number): LedgerView {
    const state = this.#statements.state.get({ id: stateRow(owner) }) ?? firstState(owner);
    const found = this.#developments(query, state.version, owner);
    return {
      version: state.version,
      developments: found,
      operations: this.#operations(query, found, owner),
      previous: this.#statements.previous.get({ id: query.reportId, owner }) ?? null,
      copies: this.#copies(query, bands, owner),
      nextDevelopment: state.nextDevelopment,
      nextOperation: state.nextOperation,
    };
  }

  #developments(query: NearQuery, version: number, owner: number): Development[] {
    const near = this.#documents.developments(this.#window(query, version, owner));
    const own = this.#statements.own
      .all({ reportId: query.reportId })
      .flatMap(({ id }) => this.#documents.development(id, owner) ?? []);
    if (own.length === 0) return near;
    return [...new Map([...near, ...own].map((each) => [each.id, each])).values()].toSorted(byNumber);
  }

  #window(query: NearQuery, version: number, owner: number): readonly NearRow[] {
    if (query.kinds.length === 0) return [];
    if (owner !== everybody) return this.#search(query, owner);
    const known = this.#windows.find(query, version);
    if (known !== null) return known;
    const found = this.#search(query, owner);
    this.#windows.keep(query, version, found);
    return found;
  }

  #search(query: NearQuery, owner: number): readonly NearRow[] {
    const parameters = {
      owner,
      kinds: JSON.stringify(query.kinds),
      from: query.fromDate,
      to: query.toDate,
      windowFrom: daysBefore(query.fromDate, longDays),
      seenSince: query.seenSince,
      anyConflict: query.conflicts === null ? 1 : 0,
      conflicts: JSON.stringify(query.conflicts ?? []),
      unknownConflict: query.conflicts?.includes(null) === true ? 1 : 0,
    };
    const found = [
      ...this.#statements.short.all(parameters),
      ...this.#statements.long.all(parameters),
      ...this.#statements.undated.all(parameters),
    ];
    return found.toSorted(byNumber);
  }

  #operations(query: NearQuery, found: readonly Development[], owner: number): Operation[] {
    const ids = new Set(found.flatMap((each) => each.operation ?? []));
    const { seenSince } = query;
    for (const { id } of this.#statements.recentOperations.all({ owner, seenSince })) ids.add(id);
    return [...ids].flatMap((id) => this.#documents.operation(id, owner) ?? []).toSorted(byNumber);
  }

  #copies({ reportId, toDate }: NearQuery, given: readonly number[], owner: number): StoredSignature[] {
    if (given.length === 0) return [];
    const bands = ownBands(given, owner);
    const lastDay = dayNumber(Date.parse(toDate));
    const wanted = { bands: JSON.stringify(bands), lastDay };
    const first = this.#statements.bands.all(wanted);
    const found = first.length < fewBands ? first : this.#statements.boundedBands.all(wanted);
    const seen = new Map(found.map((row) => [row.reportId, row.seenAt]));
    seen.delete(reportId);
    return [...seen]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, maxCopies)
      .flatMap(([id]) => this.#signature(id, owner) ?? []);
  }

  #signature(id: string, owner: number): StoredSignature | null {
    const row = this.#statements.signature.get({ id, owner });
    if (row === undefined || row.signature === null || row.origin === null) return null;
    // A copy: a Buffer may begin at any byte, numbers of 32 bits may not.
    const signature = new Uint32Array(new Uint8Array(row.signature).buffer);
    return { reportId: id, origin: row.origin, signature, seenAt: row.seenAt };
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofKind = sql`${developments.kind} IN (SELECT value FROM json_each(${parameter("kinds")}))`;
  const ofConflict = sql`(${parameter("anyConflict")} = 1
    OR (${developments.conflict} IS NULL AND ${parameter("unknownConflict")} = 1)
    OR ${developments.conflict} IN (SELECT value FROM json_each(${parameter("conflicts")})))`;
  const standing = sql`${developments.mergedInto} IS NULL AND ${developments.owner} = ${parameter("owner")}`;
  const where = (seenAt: ReturnType<typeof sql<number | null>>, ...conditions: ReturnType<typeof sql>[]) =>
    db
      .select({ id: developments.id, version: developments.version, seenAt })
      .from(developments)
      .where(and(standing, ofKind, ofConflict, ...conditions))
      .prepare();
  return {
    ...prepareLookUps(db),
    short: where(
      sql<null>`NULL`,
      sql`${developments.isLong} = 0`,
      sql`${developments.firstDay} BETWEEN ${parameter("windowFrom")} AND ${parameter("to")}`,
      sql`${developments.lastDay} >= ${parameter("from")}`,
    ),
    // Asked without its name, SQLite would take the index by first days, which gives it all of the past.
    long: db
      .select({ id: sql<string>`id`, version: sql<number>`version`, seenAt: sql<null>`NULL` })
      .from(sql`${developments} INDEXED BY developments_long`)
      .where(
        and(
          standing,
          ofKind,
          ofConflict,
          sql`${developments.isLong} = 1`,
          sql`${developments.lastDay} >= ${parameter("from")}`,
          sql`${developments.firstDay} <= ${parameter("to")}`,
        ),
      )
      .prepare(),
    undated: where(
      sql<number>`${developments.lastSeenAt}`,
      sql`${developments.firstDay} IS NULL`,
      sql`${developments.lastSeenAt} >= ${parameter("seenSince")}`,
    ),
  };
}

/** What is found without looking for what is near. */
function prepareLookUps(db: Database) {
  const parameter = sql.placeholder;
  const ownReport = and(eq(reports.id, parameter("id")), eq(reports.owner, parameter("owner")));
  return {
    state: db
      .select()
      .from(ledgerState)
      .where(eq(ledgerState.id, parameter("id")))
      .prepare(),
    own: db
      .select({ id: reportDevelopments.developmentId })
      .from(reportDevelopments)
      .where(eq(reportDevelopments.reportId, parameter("reportId")))
      .prepare(),
    recentOperations: db
      .select({ id: operations.id })
      .from(operations)
      .where(
        sql`${operations.owner} = ${parameter("owner")} AND ${operations.lastSeenAt} >= ${parameter("seenSince")}`,
      )
      .prepare(),
    previous: db
      .select({ report: reports.report, reading: reports.reading })
      .from(reports)
      .where(ownReport)
      .prepare(),
    ...prepareBands(db),
    signature: db
      .select({ origin: reports.origin, signature: reports.signature, seenAt: reports.seenAt })
      .from(reports)
      .where(ownReport)
      .prepare(),
  };
}

/**
 * `bands`: the rows of all bands and days, up to `fewBands`, which is all of them unless a boilerplate text has made a band common.
 * `boundedBands`: the newest of each band and day, no more than the bound and the report itself (and what was seen in the same instant as
 * the last of them); to find that bound takes as long as all else. One statement, walked forwards: a call for each band costs ten times as much. The
 * bands are taken out of their JSON once, and not for each day.
 */
function prepareBands(db: Database) {
  const day = sql`days.value`;
  const since = sql`coalesce((SELECT newer.seen_at FROM ${copyBands} newer WHERE newer.day = ${day} AND newer.band = given.value
    ORDER BY newer.seen_at DESC LIMIT 1 OFFSET ${sql.raw(String(maxCopies))}), 0)`;
  const rows = (bound: ReturnType<typeof sql>) =>
    db.select({ reportId: sql<string>`near.report_id`, seenAt: sql<number>`near.seen_at` }).from(
      sql`(WITH RECURSIVE days (value) AS (
          VALUES (${sql.placeholder("lastDay")}) UNION ALL
          SELECT value - 1 FROM days LIMIT ${sql.raw(String(copyDays))}) SELECT value FROM days) days
        CROSS JOIN (WITH given AS MATERIALIZED (SELECT value FROM json_each(${sql.placeholder("bands")})) SELECT value FROM given) given
        CROSS JOIN ${copyBands} near
        ON near.day = ${day} AND near.band = given.value${bound}`,
    );
  return {
    bands: rows(sql``)
      .limit(fewBands)
      .prepare(),
    boundedBands: rows(sql` AND near.seen_at >= ${since}`).prepare(),
  };
}

/** Bands as they are stored: those of two owners' texts never meet, so that one's copies neither find nor crowd out the other's. */
export function ownBands(bands: readonly number[], owner: number): readonly number[] {
  return owner === everybody ? bands : bands.map((band) => (band ^ Math.imul(owner, 0x9e3779b1)) >>> 0);
}

/** Days since the epoch, by which the bands lie. */
export function dayNumber(at: number): number {
  return Math.floor(at / 86_400_000);
}
