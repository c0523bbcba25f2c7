import type { Development } from "../../../src/model/development.ts";
import type { Database } from "./connection.ts";
import { type Days, daysOf, lengthOf } from "./days.ts";
import { bound, eq, excluded, sql } from "./drizzle.ts";
import type { Written } from "./ledger-documents.ts";
import { longDays } from "./near-windows.ts";
import { packText } from "./packed-text.ts";
import { developments, reportDevelopments } from "./schema/index.ts";

/** Whose ledger is written, and as which version of it. */
export interface Writing {
  readonly version: number;
  readonly owner: number;
}

/** Writes a development with its columns and the reports that it rests on. Call it inside a write transaction. */
export class DevelopmentWriter {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** `before`: as it is stored; null: it is not. */
  write(development: Development, before: Development | null, of: Writing): Written {
    const days = daysOfAll(development);
    const text = JSON.stringify(development);
    const isMoved = before === null || !isSearchedAs(development, before);
    const row = {
      id: development.id,
      ...of,
      kind: development.kind,
      subject: development.subject,
      conflict: development.conflict,
      firstDay: days?.first ?? null,
      lastDay: days?.last ?? null,
      isLong: days !== null && lengthOf(days) > longDays,
      lastSeenAt: development.lastSeenAt,
      isTold: development.told !== null,
      holdUntil: development.holdUntil,
      mergedInto: development.mergedInto,
      body: packText(text),
    };
    if (isMoved) this.#statements.save.run(row);
    else this.#statements.renew.run(row);
    const linked = new Set(before?.reports);
    const links = new Set(development.reports);
    for (const reportId of links.difference(linked)) {
      this.#statements.link.run({ reportId, developmentId: development.id });
    }
    for (const reportId of linked.difference(links)) {
      this.#statements.unlink.run({ reportId, developmentId: development.id });
    }
    return { value: development, size: text.length, row: { ...row, isMoved } };
  }
}

/** Whether all is as before by which a development is searched, but for when it was seen. */
function isSearchedAs(development: Development, before: Development): boolean {
  return (
    development.kind === before.kind &&
    development.subject === before.subject &&
    development.conflict === before.conflict &&
    development.date === before.date &&
    development.faces === before.faces &&
    development.mergedInto === before.mergedInto
  );
}

/** From the first to the last day that it is known by; null: by none. */
function daysOfAll({ date, faces = [] }: Development): Days | null {
  const days = [date, ...faces.map((face) => face.date)].flatMap((each) =>
    each === null ? [] : daysOf(each),
  );
  const [first] = days;
  if (first === undefined) return null;
  return days.reduce((all, each) => ({
    first: each.first < all.first ? each.first : all.first,
    last: each.last > all.last ? each.last : all.last,
  }));
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    save: db
      .insert(developments)
      .values({
        id: parameter("id"),
        version: parameter("version"),
        owner: parameter("owner"),
        kind: parameter("kind"),
        subject: parameter("subject"),
        conflict: parameter("conflict"),
        firstDay: parameter("firstDay"),
        lastDay: parameter("lastDay"),
        isLong: parameter("isLong"),
        lastSeenAt: parameter("lastSeenAt"),
        isTold: parameter("isTold"),
        holdUntil: parameter("holdUntil"),
        mergedInto: parameter("mergedInto"),
        // Packed already: the length of its JSON is needed, too.
        body: sql`${parameter("body")}`,
      })
      .onConflictDoUpdate({
        target: developments.id,
        set: {
          version: excluded(developments.version),
          kind: excluded(developments.kind),
          subject: excluded(developments.subject),
          conflict: excluded(developments.conflict),
          firstDay: excluded(developments.firstDay),
          lastDay: excluded(developments.lastDay),
          isLong: excluded(developments.isLong),
          lastSeenAt: excluded(developments.lastSeenAt),
          isTold: excluded(developments.isTold),
          holdUntil: excluded(developments.holdUntil),
          mergedInto: excluded(developments.mergedInto),
          body: excluded(developments.body),
        },
      })
      .prepare(),
    // Most reports change nothing else: the indexes of all other columns are left alone.
    renew: db
      .update(developments)
      .set({
        version: bound("version", developments.version),
        lastSeenAt: bound("lastSeenAt", developments.lastSeenAt),
        isTold: bound("isTold", developments.isTold),
        holdUntil: bound("holdUntil", developments.holdUntil),
        body: sql`${parameter("body")}`,
      })
      .where(eq(developments.id, parameter("id")))
      .prepare(),
    ...prepareLinks(db),
  };
}

function prepareLinks(db: Database) {
  const parameter = sql.placeholder;
  return {
    link: db
      .insert(reportDevelopments)
      .values({ reportId: parameter("reportId"), developmentId: parameter("developmentId") })
      .onConflictDoNothing()
      .prepare(),
    unlink: db
      .delete(reportDevelopments)
      .where(
        sql`${eq(reportDevelopments.reportId, parameter("reportId"))} AND ${eq(reportDevelopments.developmentId, parameter("developmentId"))}`,
      )
      .prepare(),
  };
}
