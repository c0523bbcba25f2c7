import type { Chat } from "../../../src/model/chat.ts";
import type { Notice } from "../../../src/model/delivery.ts";
import { defaultSubscription } from "../../../src/model/subscription.ts";
import type { NewNotice } from "../../../src/ports/outbox-store.ts";
import { type ChatKey, keyOf } from "./chat-rows.ts";
import type { Database } from "./connection.ts";
import { and, asc, bound, eq, max, sql } from "./drizzle.ts";
import { alerts, chats, deliveries, lanes, notices } from "./schema/index.ts";

type ChatState = { readonly id: number; readonly platform: string; readonly state: Chat["state"] };

/** What is said beside alerts. Call it inside a write transaction. */
export class Notices {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** False: it is known already, or there is no chat that can get it. */
  add(notice: NewNotice, now: number): boolean {
    if (notice.to === "all") return this.#insert(notice, null, now) !== null;
    const chat = this.#chatFor(notice, now);
    if (chat === null || chat.state === "gone") return false;
    const id = this.#insert(notice, chat.id, now);
    if (id === null) return false;
    const { dueAt, isLoud } = notice;
    const { id: chatId, platform } = chat;
    this.#statements.enqueue.run({ noticeId: id, chatId, platform, ...queuedAs(isLoud, dueAt, now), now });
    return true;
  }

  /** In the words of a language, where it has them. */
  byId(id: number, language: string): Notice | null {
    const row = this.#statements.byId.get({ id });
    if (row === undefined) return null;
    const { translations, ...notice } = row;
    return { ...notice, message: translations?.[language] ?? notice.message };
  }

  /** Spreads the oldest notice to all over so many more chats. Null: none is open. Else whether the same or another one is left. */
  expand(maxChats: number, now: number): boolean | null {
    const open = this.#statements.open.get();
    if (open === undefined) return null;
    const rows = this.#statements.nextChats.all({ cursor: open.cursor, limit: maxChats });
    const last = rows.at(-1);
    if (last !== undefined) {
      // Of a clock that was ahead: as long as it was to wait then.
      const aheadMs = Math.max(0, open.createdAt - now);
      const queued = queuedAs(open.isLoud, open.dueAt - aheadMs, now);
      this.#statements.spread.run({
        noticeId: open.id,
        cursor: open.cursor,
        last: last.id,
        ...queued,
        isReady: queued.isReady ? 1 : 0,
        now,
      });
    }
    const isDone = rows.length < maxChats;
    this.#statements.advance.run({ id: open.id, cursor: last?.id ?? open.cursor, isDone });
    return !isDone || this.#statements.open.get() !== undefined;
  }

  hasOpen(): boolean {
    return this.#statements.open.get() !== undefined;
  }

  #chatFor(notice: NewNotice, now: number): ChatState | null {
    if (notice.to === "all") return null;
    if ("chatId" in notice.to) return this.#statements.chatById.get({ id: notice.to.chatId }) ?? null;
    const key: ChatKey = keyOf(notice.to.address);
    const known = this.#statements.chatAt.get(key);
    if (known !== undefined) return known;
    // An admin who never subscribed: a chat that is there for its notices only.
    const subscription = defaultSubscription(notice.message.language, "UTC");
    const afterAlert = this.#statements.lastAlert.get()?.seq ?? 0;
    this.#statements.addChat.run({ ...key, subscription, now, afterAlert });
    return this.#statements.chatAt.get(key) ?? null;
  }

  /** Null: its key is known. */
  #insert(notice: NewNotice, chatId: number | null, now: number): number | null {
    const { key, message, translations = null, isLoud, forSubscribers, dueAt } = notice;
    const words = { message, translations };
    const row = { chatId, key, ...words, isLoud, forSubscribers, dueAt, now, isDone: chatId !== null };
    const { changes, lastInsertRowid } = this.#statements.insert.run(row);
    return changes === 0 ? null : Number(lastInsertRowid);
  }
}

function queuedAs(isLoud: boolean, dueAt: number, now: number) {
  return { lane: isLoud ? lanes.loudNotice : lanes.notice, isReady: dueAt <= now, dueAt };
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    ...prepareRows(db),
    ...prepareChats(db),
    byId: db
      .select({
        id: notices.id,
        key: notices.key,
        message: notices.message,
        translations: notices.translations,
        isLoud: notices.isLoud,
        forSubscribers: notices.forSubscribers,
        createdAt: notices.createdAt,
      })
      .from(notices)
      .where(eq(notices.id, parameter("id")))
      .prepare(),
    open: db
      .select({
        id: notices.id,
        cursor: notices.cursor,
        isLoud: notices.isLoud,
        dueAt: notices.dueAt,
        createdAt: notices.createdAt,
      })
      .from(notices)
      .where(sql`${notices.isDone} = 0`)
      .orderBy(asc(notices.id))
      .limit(1)
      .prepare(),
    advance: db
      .update(notices)
      .set({ cursor: bound("cursor", notices.cursor), isDone: bound("isDone", notices.isDone) })
      .where(eq(notices.id, parameter("id")))
      .prepare(),
  };
}

function prepareRows(db: Database) {
  const parameter = sql.placeholder;
  return {
    insert: db
      .insert(notices)
      .values({
        chatId: parameter("chatId"),
        key: parameter("key"),
        message: parameter("message"),
        translations: parameter("translations"),
        isLoud: parameter("isLoud"),
        forSubscribers: parameter("forSubscribers"),
        dueAt: parameter("dueAt"),
        createdAt: parameter("now"),
        cursor: 0,
        isDone: parameter("isDone"),
      })
      .onConflictDoNothing()
      .prepare(),
    enqueue: db
      .insert(deliveries)
      .values({
        chatId: parameter("chatId"),
        noticeId: parameter("noticeId"),
        platform: parameter("platform"),
        lane: parameter("lane"),
        state: "queued",
        isReady: parameter("isReady"),
        dueAt: parameter("dueAt"),
        attempts: 0,
        mayRepeat: false,
        createdAt: parameter("now"),
      })
      .prepare(),
    spread: db
      .insert(deliveries)
      .select(
        sql`SELECT NULL, id, NULL, NULL, NULL, ${parameter("noticeId")}, platform, ${parameter("lane")}, 'queued',
          ${parameter("isReady")}, ${parameter("dueAt")}, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ${parameter("now")}, NULL
          FROM ${chats} WHERE state = 'active' AND id > ${parameter("cursor")} AND id <= ${parameter("last")}`,
      )
      .onConflictDoNothing()
      .prepare(),
  };
}

function prepareChats(db: Database) {
  const parameter = sql.placeholder;
  const chatState = { id: chats.id, platform: chats.platform, state: chats.state };
  return {
    nextChats: db
      .select({ id: chats.id })
      .from(chats)
      .where(sql`${chats.state} = 'active' AND ${chats.id} > ${parameter("cursor")}`)
      .orderBy(asc(chats.id))
      .limit(parameter("limit"))
      .prepare(),
    chatById: db
      .select(chatState)
      .from(chats)
      .where(eq(chats.id, parameter("id")))
      .prepare(),
    chatAt: db
      .select(chatState)
      .from(chats)
      .where(
        and(
          eq(chats.platform, parameter("platform")),
          eq(chats.channel, parameter("channel")),
          eq(chats.thread, parameter("thread")),
        ),
      )
      .prepare(),
    lastAlert: db
      .select({ seq: max(alerts.seq) })
      .from(alerts)
      .prepare(),
    addChat: db
      .insert(chats)
      .values({
        platform: parameter("platform"),
        channel: parameter("channel"),
        thread: parameter("thread"),
        state: "unsubscribed",
        subscription: parameter("subscription"),
        createdAt: parameter("now"),
        changedAt: parameter("now"),
        afterAlert: parameter("afterAlert"),
      })
      .prepare(),
  };
}
