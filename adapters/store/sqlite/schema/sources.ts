import type { PollState, Source } from "../../../../src/model/source.ts";
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from "../drizzle.ts";

/** Every source that was ever there: a removed one keeps its row, so that seeding leaves it out. */
export const sources = sqliteTable(
  "sources",
  {
    id: text().primaryKey(),
    url: text().notNull(),
    /** The id of the chat whose own source it is; 0: everybody's. */
    owner: integer().notNull().default(0),
    isUrgent: integer("is_urgent", { mode: "boolean" }).notNull(),
    halt: text().$type<Exclude<PollState["halt"], null>>(),
    dueAt: integer("due_at").notNull(),
    addedAt: integer("added_at").notNull(),
    removedAt: integer("removed_at"),
    source: text({ mode: "json" }).$type<Source>().notNull(),
    state: text({ mode: "json" }).$type<PollState>().notNull(),
  },
  (t) => [
    uniqueIndex("sources_url")
      .on(t.owner, t.url)
      .where(sql`removed_at IS NULL`),
    index("sources_due")
      .on(sql`is_urgent DESC`, t.dueAt)
      .where(sql`removed_at IS NULL AND halt IS NULL`),
    check(
      "sources_halt_known",
      sql`halt IS NULL OR halt IN ('paused', 'disabled', 'gone', 'waiting', 'refused')`,
    ),
  ],
);

/** What single chats asked to follow and is being read for the first time. */
export const trials = sqliteTable(
  "trials",
  {
    /** The source's. */
    id: text().primaryKey(),
    owner: integer().notNull(),
    source: text({ mode: "json" }).$type<Source>().notNull(),
    asker: text().notNull(),
    askedAt: integer("asked_at").notNull(),
    begun: integer().notNull(),
  },
  (t) => [index("trials_owner").on(t.owner)],
);

/** Updates of a platform that were taken in. */
export const platformUpdates = sqliteTable(
  "platform_updates",
  {
    platform: text().notNull(),
    id: integer().notNull(),
    /** Once it is handled a digest, by which it is known again ("" in old files): what people wrote is not kept. */
    body: text().notNull(),
    receivedAt: integer("received_at").notNull(),
    isHandled: integer("is_handled", { mode: "boolean" }).notNull(),
    /** An answer to it was begun. */
    mayBeAnswered: integer("may_be_answered", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.id] }),
    index("platform_updates_pending")
      .on(t.platform, t.id)
      .where(sql`is_handled = 0`),
  ],
);
