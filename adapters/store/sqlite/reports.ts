import type { ItemMark, KeptReport } from "../../../src/ports/ledger-store.ts";
import type { Database } from "./connection.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { dayNumber, ownBands } from "./near.ts";
import { copyBands, items, reportRevisions, reports } from "./schema/index.ts";

/** Writes a report with its reading, signature and item marks. Call it inside a write transaction. */
export class ReportWriter {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** False: its id is stored already, and nothing was written. */
  writeNew(written: KeptReport, owner: number): boolean {
    if (this.#statements.stored.get({ id: written.report.id }) !== undefined) return false;
    this.write(written, owner);
    return true;
  }

  write(written: KeptReport, owner: number): void {
    const { report, reading, signature } = written;
    const before = this.#statements.stored.get({ id: report.id });
    const isRevised = before !== undefined && JSON.stringify(before.report) !== JSON.stringify(report);
    if (isRevised) this.#statements.keep.run({ reportId: report.id, ...before });
    this.#statements.save.run({
      id: report.id,
      revision: (before?.revision ?? 1) + (isRevised ? 1 : 0),
      seenAt: report.seenAt,
      owner,
      origin: signature?.origin ?? null,
      signature: signature === null ? null : bytesOf(signature.signature),
      report,
      reading,
    });
    if (before !== undefined)
      this.#statements.forgetBands.run({ day: dayNumber(before.report.seenAt), reportId: report.id });
    const day = dayNumber(report.seenAt);
    const bands = [...new Set(ownBands(written.bands, owner))];
    if (bands.length > 0) {
      const { id: reportId, seenAt } = report;
      this.#statements.saveBands.run({ day, bands: JSON.stringify(bands), seenAt, reportId });
    }
    if (written.mark !== null) this.#mark(written.mark, report.id);
  }

  #mark(mark: ItemMark, reportId: string): void {
    const { sourceId, contentHash } = mark;
    for (const key of mark.keys) this.#statements.mark.run({ sourceId, key, reportId, contentHash });
  }
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
    save: db
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
      .onConflictDoUpdate({
        target: reports.id,
        set: {
          revision: excluded(reports.revision),
          seenAt: excluded(reports.seenAt),
          origin: excluded(reports.origin),
          signature: excluded(reports.signature),
          report: excluded(reports.report),
          reading: excluded(reports.reading),
        },
      })
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
