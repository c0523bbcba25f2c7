import type { Alert } from "../../../../src/model/alert.ts";
import type { Development, Operation, Subject } from "../../../../src/model/development.ts";
import type { EventKind } from "../../../../src/model/event.ts";
import type { Reading } from "../../../../src/model/reading.ts";
import type { Report } from "../../../../src/model/report.ts";
import type { ChangeCause } from "../../../../src/ports/ledger-store.ts";
import {
  blob,
  check,
  customType,
  index,
  integer,
  primaryKey,
  sql,
  sqliteTable,
  text,
  uniqueIndex,
} from "../drizzle.ts";
import { packText, unpackText } from "../packed-text.ts";

/** Whose ledger a row is of: the id of the chat that sees it, or 0, the one that everybody sees (docs/decisions/0007-own-sources.md). */
const ownerColumn = () => integer().notNull().default(0);

/** A state's JSON as `packText` makes it; in rows of before `0021_packed` the JSON. Declared as text, a column leaves bytes as they are. */
const packed = customType<{ data: Development; driverData: string | Uint8Array }>({
  dataType: () => "text",
  toDriver: (state) => packText(JSON.stringify(state)),
  fromDriver: (stored) => JSON.parse(unpackText(stored)),
});

/**
 * The version that a commit must name, and the next unused ids: row 1 of the ledger that everybody sees, row 2 of all that single chats have of
 * their own. So nothing in the first depends on what is in the others.
 */
export const ledgerState = sqliteTable(
  "ledger_state",
  {
    id: integer().primaryKey(),
    version: integer().notNull(),
    nextDevelopment: integer("next_development").notNull(),
    nextOperation: integer("next_operation").notNull(),
  },
  () => [check("ledger_state_two_rows", sql`id IN (1, 2)`)],
);

/** The newest revision of each report, with what was read in it. */
export const reports = sqliteTable(
  "reports",
  {
    id: text().primaryKey(),
    revision: integer().notNull(),
    seenAt: integer("seen_at").notNull(),
    owner: ownerColumn(),
    /** The independent origin it was counted as; null: it has no signature. */
    origin: text(),
    /** 128 unsigned 32-bit numbers, little-endian. */
    signature: blob({ mode: "buffer" }),
    report: text({ mode: "json" }).$type<Report>().notNull(),
    reading: text({ mode: "json" }).$type<Reading>().notNull(),
  },
  (t) => [
    index("reports_seen").on(t.owner, t.seenAt, t.id),
    // People ask about a report by its address.
    index("reports_url").on(sql`report ->> '$.url'`),
    check("reports_signature_whole", sql`(${t.signature} IS NULL) = (${t.origin} IS NULL)`),
  ],
);

/** What a report said before it was edited. */
export const reportRevisions = sqliteTable(
  "report_revisions",
  {
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id),
    revision: integer().notNull(),
    report: text({ mode: "json" }).$type<Report>().notNull(),
    reading: text({ mode: "json" }).$type<Reading>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.revision] })],
);

/**
 * LSH bands of the reports' signatures, day by day: a report's bands are random numbers, and only those of one day lie close enough
 * together that eight of them share a few pages.
 */
export const copyBands = sqliteTable(
  "copy_bands",
  {
    /** Days since the epoch of when it was seen, in UTC. */
    day: integer().notNull(),
    band: integer().notNull(),
    seenAt: integer("seen_at").notNull(),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id),
  },
  (t) => [primaryKey({ columns: [t.day, t.band, t.seenAt, t.reportId] })],
);

/** The item keys that a source was seen to carry. Without rows beside its key (`0021_packed`): each report writes one page less. */
export const items = sqliteTable(
  "items",
  {
    sourceId: text("source_id").notNull(),
    key: text().notNull(),
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id),
    contentHash: text("content_hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.key] })],
);

/** Developments: the document, and beside it the columns that are searched. */
export const developments = sqliteTable(
  "developments",
  {
    id: text().primaryKey(),
    /** The ledger's version that wrote this state. */
    version: integer().notNull(),
    owner: ownerColumn(),
    kind: text().$type<EventKind>().notNull(),
    /** Beside the document, for an index on an expression of it would read through it twice with each change. */
    subject: text().$type<Subject>().notNull().default("event"),
    conflict: text(),
    /** First and last calendar day of the date; null: unknown. */
    firstDay: text("first_day"),
    lastDay: text("last_day"),
    /** Whether it spans more days than the window in which short ones are looked for. */
    isLong: integer("is_long", { mode: "boolean" }).notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    isTold: integer("is_told", { mode: "boolean" }).notNull(),
    holdUntil: integer("hold_until"),
    mergedInto: text("merged_into"),
    body: packed().notNull(),
  },
  (t) => [
    // It holds all that the search reads, as the rows themselves lie far apart, each on pages of its own.
    index("developments_days")
      .on(t.owner, t.kind, t.isLong, t.firstDay, t.lastDay, t.conflict, t.version, t.id, t.mergedInto)
      .where(sql`merged_into IS NULL`),
    index("developments_long")
      .on(t.owner, t.kind, t.lastDay)
      .where(sql`merged_into IS NULL AND is_long = 1`),
    // `first_day` is always null here: as one more equal column it makes SQLite choose this index.
    index("developments_undated")
      .on(t.owner, t.kind, t.firstDay, t.lastSeenAt)
      .where(sql`merged_into IS NULL AND first_day IS NULL`),
    index("developments_seen")
      .on(t.owner, t.lastSeenAt)
      .where(sql`merged_into IS NULL`),
    index("developments_kind_seen")
      .on(t.owner, t.kind, t.lastSeenAt)
      .where(sql`merged_into IS NULL`),
    index("developments_hold")
      .on(t.holdUntil)
      .where(sql`hold_until IS NOT NULL AND merged_into IS NULL`),
    // What was written since the search index was, and what charts and totals go through day by day.
    index("developments_version").on(t.owner, t.version),
    index("developments_subject_day").on(t.owner, t.subject, t.firstDay),
    index("developments_merged")
      .on(t.mergedInto)
      .where(sql`merged_into IS NOT NULL`),
    check("developments_days_whole", sql`(first_day IS NULL) = (last_day IS NULL)`),
    check("developments_days_ordered", sql`first_day IS NULL OR first_day <= last_day`),
    check("developments_not_into_itself", sql`merged_into IS NULL OR merged_into <> id`),
  ],
);

/** Which developments a report supports. Likewise without rows beside its key. */
export const reportDevelopments = sqliteTable(
  "report_developments",
  {
    reportId: text("report_id").notNull(),
    developmentId: text("development_id")
      .notNull()
      .references(() => developments.id),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.developmentId] })],
);

/** Operations, likewise. */
export const operations = sqliteTable(
  "operations",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    owner: ownerColumn(),
    lastSeenAt: integer("last_seen_at").notNull(),
    body: text({ mode: "json" }).$type<Operation>().notNull(),
  },
  (t) => [index("operations_seen").on(t.owner, t.lastSeenAt)],
);

/** The journal: every change with the states before it. */
export const changes = sqliteTable(
  "changes",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    version: integer().notNull(),
    owner: ownerColumn(),
    at: integer().notNull(),
    cause: text({ mode: "json" }).$type<ChangeCause>().notNull(),
    /** JournalEntry's `before` and `made`, as `packInverse` makes them. */
    before: blob({ mode: "buffer" }).notNull(),
  },
  (t) => [
    index("changes_own")
      .on(t.owner)
      .where(sql`owner <> 0`),
    // What people decided is little among what reports changed.
    index("changes_reviews")
      .on(t.seq)
      .where(sql`cause ->> '$.kind' = 'review'`),
  ],
);

/** What was told, in the order of telling. `body` has no seq: it is the key. */
export const alerts = sqliteTable(
  "alerts",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    developmentId: text("development_id")
      .notNull()
      .references(() => developments.id),
    revision: integer().notNull(),
    /** The one chat that is told of it; 0: every one that wants it. */
    owner: ownerColumn(),
    body: text({ mode: "json" }).$type<Alert>().notNull(),
  },
  (t) => [
    uniqueIndex("alerts_development").on(t.developmentId, t.revision),
    index("alerts_own")
      .on(t.owner)
      .where(sql`owner <> 0`),
  ],
);
