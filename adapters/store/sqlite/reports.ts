import { StoreError } from "../../../src/errors.ts";
import type { ItemMark, KeptReport } from "../../../src/ports/ledger-store.ts";
import type { Database } from "./connection.ts";
import { and, bound, eq, excluded, sql } from "./drizzle.ts";
import { dayNumber, ownBands } from "./near.ts";
import { copyBands, items, reportRevisions, reports } from "./schema/index.ts";

type ReportRow = typeof reports.$inferSelect;

/** Writes a report with its reading, signature and item marks. Call it inside a write transaction. */
export class ReportWriter {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** False: its id is stored already, and nothing was written. */
  writeNew(written: KeptReport, owner: number): boolean {
    if (this.#statements.add.run(rowOf(written, owner)).changes === 0) return false;
    this.#index(written, owner);
    return true;
  }

  write(written: KeptReport, owner: number): void {
    // Most are new: nothing is looked up for them.
    if (this.writeNew(written, owner)) return;
    this.#revise(rowOf(written, owner));
    this.#index(written, owner);
  }

  /** Puts it in the place of what is stored under its id. */
  #revise(row: ReportRow): void {
    const { id, report } = row;
    const before = this.#statements.stored.get({ id });
    if (before === undefined)
      throw new StoreError(`Report ${id} is neither new nor stored.`, { code: "store-corrupt" });
    const isRevised = JSON.stringify(before.report) !== JSON.stringify(report);
    if (isRevised) this.#statements.keep.run({ reportId: id, ...before });
    this.#statements.replace.run({ ...row, revision: before.revision + (isRevised ? 1 : 0) });
    this.#statements.forgetBands.run({ day: dayNumber(before.report.seenAt), reportId: id });
  }

  /** By what it is found again: as a copy, and as a source's item. */
  #index({ report, bands: given, mark }: KeptReport, owner: number): void {
    const { id: reportId, seenAt } = report;
    const bands = [...new Set(ownBands(given, owner))];
    if (bands.length > 0)
      this.#statements.saveBands.run({
        day: dayNumber(seenAt),
        bands: JSON.stringify(bands),
        seenAt,
        reportId,
      });
    if (mark !== null) this.#mark(mark, reportId);
  }

  #mark(mark: ItemMark, reportId: string): void {
    const { sourceId, contentHash } = mark;
    for (const key of mark.keys) this.#statements.mark.run({ sourceId, key, reportId, contentHash });
  }
}

/** As a new one's. */
function rowOf({ report, reading, signature }: KeptReport, owner: number): ReportRow {
  return {
    id: report.id,
    revision: 1,
    seenAt: report.seenAt,
    owner,
    origin: signature?.origin ?? null,
    signature: signature === null ? null : bytesOf(signature.signature),
    report,
    reading,
  };
}

function bytesOf(signature: Uint32Array): Buffer {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    stored: db
      .select({ revision: reports.revision, report: reports.report, reading: reports.reading })
      .from(reports)
      .where(eq(reports.id, parameter("id")))
      .prepare(),
    keep: db
      .insert(reportRevisions)
      .values({
        reportId: parameter("reportId"),
        revision: parameter("revision"),
        report: parameter("report"),
        reading: parameter("reading"),
      })
      .prepare(),
    add: db
      .insert(reports)
      .values({
        id: parameter("id"),
        revision: parameter("revision"),
        seenAt: parameter("seenAt"),
        owner: parameter("owner"),
        origin: parameter("origin"),
        signature: parameter("signature"),
        report: parameter("report"),
        reading: parameter("reading"),
      })
      .onConflictDoNothing({ target: reports.id })
      .prepare(),
    replace: db
      .update(reports)
      .set({
        revision: bound("revision", reports.revision),
        seenAt: bound("seenAt", reports.seenAt),
        origin: bound("origin", reports.origin),
        signature: bound("signature", reports.signature),
        report: bound("report", reports.report),
        reading: bound("reading", reports.reading),
      })
      .where(eq(reports.id, parameter("id")))
      .prepare(),
    ...prepareMarks(db),
  };
}

function prepareMarks(db: Database) {
  const parameter = sql.placeholder;
  return {
    forgetBands: db
      .delete(copyBands)
      // Along the day: an index by report would cost every report one more page.
      .where(and(eq(copyBands.day, parameter("day")), eq(copyBands.reportId, parameter("reportId"))))
      .prepare(),
    // All of a report's in one go: a run for each costs more than the rows.
    saveBands: db
      .insert(copyBands)
      .select(
        sql`SELECT ${parameter("day")}, value, ${parameter("seenAt")}, ${parameter("reportId")} FROM json_each(${parameter("bands")})`,
      )
      .prepare(),
    mark: db
      .insert(items)
      .values({
        sourceId: parameter("sourceId"),
        key: parameter("key"),
        reportId: parameter("reportId"),
        contentHash: parameter("contentHash"),
      })
      .onConflictDoUpdate({
        target: [items.sourceId, items.key],
        set: { reportId: excluded(items.reportId), contentHash: excluded(items.contentHash) },
      })
      .prepare(),
  };
}
