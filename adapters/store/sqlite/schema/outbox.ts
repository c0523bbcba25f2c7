import type { Chat } from "../../../../src/model/chat.ts";
import type { DeliveryState } from "../../../../src/model/delivery.ts";
import type { Message } from "../../../../src/model/message.ts";
import type { Subscription } from "../../../../src/model/subscription.ts";
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from "../drizzle.ts";
import { alerts, developments } from "./ledger.ts";

/** The order of the queue: news that notifies, notices that do, other notices, news that does not. Within a lane the oldest is first. */
export type Lane = 0 | 1 | 2 | 3;
export const lanes = { loudNews: 0, loudNotice: 1, notice: 2, news: 3 } as const satisfies Record<
  string,
  Lane
>;

/** Chats that were ever subscribed, or that a notice went to. */
export const chats = sqliteTable(
  "chats",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    platform: text().notNull(),
    channel: text().notNull(),
    /** "": none, so that the address is unique also without one. */
    thread: text().notNull(),
    state: text().$type<Chat["state"]>().notNull(),
    reason: text(),
    subscription: text({ mode: "json" }).$type<Subscription>().notNull(),
    createdAt: integer("created_at").notNull(),
    /** When somebody there last said what they want. */
    changedAt: integer("changed_at").notNull(),
    /** The last alert that was told before it subscribed: it gets later ones only. */
    afterAlert: integer("after_alert").notNull(),
    /** When its next digest is due; 0: that is still to be found; null: it wants none. */
    digestDueAt: integer("digest_due_at"),
    /** From when on the next digest tells, and the last alert before that; null: it never wanted one. */
    digestSinceAt: integer("digest_since_at"),
    digestSinceAlert: integer("digest_since_alert"),
  },
  (t) => [
    index("chats_digest")
      .on(t.digestDueAt)
      .where(sql`digest_due_at IS NOT NULL AND state = 'active'`),
    uniqueIndex("chats_address").on(t.platform, t.channel, t.thread),
    index("chats_state").on(t.state),
    // Admins ask how many there are of each.
    index("chats_platform_state").on(t.platform, t.state),
    check("chats_state_known", sql`state IN ('active', 'unsubscribed', 'gone')`),
    check("chats_reason_of_gone", sql`(state = 'gone') = (reason IS NOT NULL)`),
  ],
);

/** One row an alert: how far it has been spread over the chats. */
export const fanouts = sqliteTable(
  "fanouts",
  {
    alertSeq: integer("alert_seq")
      .primaryKey()
      .references(() => alerts.seq),
    /** The last chat that was looked at. */
    cursor: integer().notNull(),
    isDone: integer("is_done", { mode: "boolean" }).notNull(),
  },
  (t) => [
    index("fanouts_open")
      .on(t.alertSeq)
      .where(sql`is_done = 0`),
  ],
);

/** What is to be said beside alerts: to one chat, or to all that are active then. */
export const notices = sqliteTable(
  "notices",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Null: to every active chat. */
    chatId: integer("chat_id").references(() => chats.id),
    key: text().notNull(),
    message: text({ mode: "json" }).$type<Message>().notNull(),
    /** The same in other languages, by tag; null: it is as it is for everybody. */
    translations: text({ mode: "json" }).$type<Readonly<Record<string, Message>>>(),
    isLoud: integer("is_loud", { mode: "boolean" }).notNull(),
    /** Only while the chat is subscribed. */
    forSubscribers: integer("for_subscribers", { mode: "boolean" }).notNull(),
    dueAt: integer("due_at").notNull(),
    createdAt: integer("created_at").notNull(),
    /** To all: the last chat that was looked at. */
    cursor: integer().notNull(),
    isDone: integer("is_done", { mode: "boolean" }).notNull(),
  },
  (t) => [
    uniqueIndex("notices_key")
      .on(t.chatId, t.key)
      .where(sql`chat_id IS NOT NULL`),
    uniqueIndex("notices_key_to_all")
      .on(t.key)
      .where(sql`chat_id IS NULL`),
    index("notices_open")
      .on(t.id)
      .where(sql`is_done = 0`),
  ],
);

/**
 * One alert or one notice to one chat. The alert and the development decide each other, so (chat, development, alert) is unique on
 * (alert, chat).
 */
export const deliveries = sqliteTable(
  "deliveries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chatId: integer("chat_id")
      .notNull()
      .references(() => chats.id),
    /** Of an alert, as are its seq and revision; null: of a notice. */
    developmentId: text("development_id"),
    alertSeq: integer("alert_seq").references(() => alerts.seq),
    revision: integer(),
    noticeId: integer("notice_id").references(() => notices.id),
    platform: text().notNull(),
    lane: integer().$type<Lane>().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    /** Waiting, and its due time was seen to have come: it stands in the queue. */
    isReady: integer("is_ready", { mode: "boolean" }).notNull(),
    dueAt: integer("due_at").notNull(),
    attempts: integer().notNull(),
    mayRepeat: integer("may_repeat", { mode: "boolean" }).notNull(),
    /** Of the claim that it is under; null: under none. */
    fence: integer(),
    leaseUntil: integer("lease_until"),
    /** When its last call was about to be made; null: none was yet under this claim, or ever. */
    calledAt: integer("called_at"),
    /** What the first of its calls was to show of whose outcome nothing is known; null: there is none, or it is an edit. */
    calledRevision: integer("called_revision"),
    /** The delivery that was sent in its stead; null: none. */
    supersededBy: integer("superseded_by"),
    messageId: text("message_id"),
    why: text(),
    createdAt: integer("created_at").notNull(),
    settledAt: integer("settled_at"),
  },
  (t) => [
    // Of notices too, which are as many nulls: what waits for a chat is found by it.
    uniqueIndex("deliveries_alert_chat").on(t.chatId, t.developmentId, t.alertSeq),
    uniqueIndex("deliveries_notice_chat")
      .on(t.noticeId, t.chatId)
      .where(sql`notice_id IS NOT NULL`),
    index("deliveries_ready")
      .on(t.platform, t.lane, t.id)
      .where(sql`is_ready = 1`),
    index("deliveries_due")
      .on(t.platform, t.dueAt)
      .where(sql`is_ready = 0 AND state IN ('queued', 'unknown')`),
    uniqueIndex("deliveries_under_way")
      .on(t.chatId)
      .where(sql`state = 'sending'`),
    index("deliveries_unknown")
      .on(t.platform, t.chatId)
      .where(sql`state = 'unknown'`),
    index("deliveries_sent")
      .on(t.platform, t.settledAt)
      .where(sql`state = 'sent'`),
    index("deliveries_failed")
      .on(t.platform, t.settledAt)
      .where(sql`state = 'failed'`),
    index("deliveries_superseded_by")
      .on(t.supersededBy)
      .where(sql`superseded_by IS NOT NULL`),
    // One CASE with the state of a new row first: as seven constraints it cost a third of a fan-out's time.
    check(
      "deliveries_state_whole",
      sql`CASE state
        WHEN 'queued' THEN fence IS NULL AND settled_at IS NULL
        WHEN 'sending' THEN fence IS NOT NULL AND is_ready = 0 AND settled_at IS NULL
        WHEN 'unknown' THEN fence IS NULL AND may_repeat = 1 AND settled_at IS NULL
        WHEN 'sent' THEN fence IS NULL AND is_ready = 0 AND message_id IS NOT NULL AND settled_at IS NOT NULL
        WHEN 'failed' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        WHEN 'superseded' THEN fence IS NULL AND is_ready = 0 AND settled_at IS NOT NULL
        ELSE 0 END`,
    ),
    check(
      "deliveries_whole",
      sql`(fence IS NULL) = (lease_until IS NULL) AND (notice_id IS NULL) = (alert_seq IS NOT NULL)`,
    ),
  ],
);

/** Every call of the last minutes, whatever became of it or of its delivery, and answers to people: who sends next goes on with limits by them. */
export const recentCalls = sqliteTable(
  "recent_calls",
  {
    id: integer().primaryKey(),
    platform: text().notNull(),
    /** As platforms count chats: all topics of one are one. It need not be a chat of ours. */
    channel: text().notNull().default(""),
    at: integer().notNull(),
  },
  (t) => [index("recent_calls_at").on(t.platform, t.at)],
);

/** What a platform asked to be left alone, for longer than a moment. */
export const rests = sqliteTable(
  "rests",
  {
    platform: text().notNull(),
    /** Of the chat; "": all chats. */
    channel: text().notNull(),
    /** Only edits are to wait. */
    isOfEdits: integer("is_of_edits", { mode: "boolean" }).notNull().default(false),
    untilAt: integer("until_at").notNull(),
    /** For how long it was told: no rest is longer, whatever becomes of the clock. */
    toldMs: integer("told_ms").notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.channel, t.isOfEdits] })],
);

/** The message that tells a development in a chat. */
export const shownMessages = sqliteTable(
  "shown_messages",
  {
    chatId: integer("chat_id")
      .notNull()
      .references(() => chats.id),
    developmentId: text("development_id")
      .notNull()
      .references(() => developments.id),
    /** Both null: it is gone, and the chat was told up to `revision` all the same. */
    messageId: text("message_id"),
    firstMessageId: text("first_message_id"),
    revision: integer().notNull(),
    /** Up to where the first message tells; null: it is the message that tells all of it. */
    firstRevision: integer("first_revision"),
  },
  (t) => [
    primaryKey({ columns: [t.chatId, t.developmentId] }),
    check("shown_messages_whole", sql`(message_id IS NULL) = (first_message_id IS NULL)`),
  ],
);

/**
 * Messages that tell several developments at once. Each is written down with all that it is to tell before its call, and stays while it can be
 * edited.
 */
export const catchUps = sqliteTable(
  "catch_ups",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chatId: integer("chat_id")
      .notNull()
      .references(() => chats.id),
    /** The delivery that carries it: those of its other developments are superseded by that one. */
    deliveryId: integer("delivery_id").notNull(),
    position: integer().notNull(),
    sinceAt: integer("since_at").notNull(),
    untilAt: integer("until_at").notNull(),
    /** Developments that are told in messages after it. */
    left: integer().notNull(),
    /** The seq of the newest alert that the first one of its row stood for: up to it those after it need no sound. 0: a version before did not write it. */
    toldSeq: integer("told_seq").notNull().default(0),
    /** Null: it is not known to be sent. */
    messageId: text("message_id"),
  },
  (t) => [index("catch_ups_chat").on(t.chatId, t.messageId), index("catch_ups_delivery").on(t.deliveryId)],
);

/** What a catch-up tells. */
export const catchUpParts = sqliteTable(
  "catch_up_parts",
  {
    catchUpId: integer("catch_up_id")
      .notNull()
      .references(() => catchUps.id),
    developmentId: text("development_id")
      .notNull()
      .references(() => developments.id),
    /** 0, 1 … in the order in which they are shown; null: an unanswered call told it, and it is not wanted any more. */
    place: integer(),
  },
  (t) => [primaryKey({ columns: [t.catchUpId, t.developmentId] })],
);

/** How many deliveries ended how, so that nobody counts millions of rows. */
export const deliveryTotals = sqliteTable("delivery_totals", {
  name: text().$type<"sent" | "failed" | "superseded" | "possibleRepeats">().primaryKey(),
  count: integer().notNull(),
});

/** The one sender of each platform. The row stays when it is released: a fence never goes back. */
export const senderLeases = sqliteTable("sender_leases", {
  platform: text().primaryKey(),
  /** "": nobody. */
  holder: text().notNull(),
  fence: integer().notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** When it was last taken or renewed, by the machine's clock then; 0: a version before did not write it down. */
  renewedAt: integer("renewed_at").notNull().default(0),
});
