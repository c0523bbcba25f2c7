import { index, integer, primaryKey, sqliteTable, text } from "../drizzle.ts";

/** Files that a platform keeps for us. */
export const platformFiles = sqliteTable(
  "platform_files",
  {
    platform: text().notNull(),
    key: text().notNull(),
    fileId: text("file_id").notNull(),
    savedAt: integer("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.key] }),
    index("platform_files_saved").on(t.platform, t.savedAt),
  ],
);

/** What buttons stand for that carry a key only. */
export const buttons = sqliteTable(
  "buttons",
  {
    platform: text().notNull(),
    key: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.key] })],
);

/** Questions that wait for an answer. */
export const questions = sqliteTable(
  "questions",
  {
    platform: text().notNull(),
    channel: text().notNull(),
    messageId: text("message_id").notNull(),
    userId: text("user_id").notNull(),
    body: text().notNull(),
    openedAt: integer("opened_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.channel, t.messageId] }),
    index("questions_person").on(t.platform, t.channel, t.userId),
    index("questions_expiry").on(t.expiresAt),
  ],
);
