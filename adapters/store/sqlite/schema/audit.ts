import type { AuditOutcome } from "../../../../src/ports/audit-store.ts";
import { check, index, integer, sql, sqliteTable, text } from "../drizzle.ts";

/** What admins did, and what they are asked to look at. */
export const audit = sqliteTable(
  "audit",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    by: text().notNull(),
    act: text().notNull(),
    subject: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
    outcome: text().$type<AuditOutcome>(),
    endedBy: text("ended_by"),
    endedAt: integer("ended_at"),
  },
  (t) => [
    index("audit_act").on(t.act, t.seq),
    check(
      "audit_end_whole",
      sql`(outcome IS NULL) = (ended_by IS NULL) AND (outcome IS NULL) = (ended_at IS NULL)`,
    ),
    check("audit_outcome_known", sql`outcome IN ('done', 'refused', 'failed', 'cancelled')`),
  ],
);
