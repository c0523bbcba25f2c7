import type { Chat, ChatAddress } from "../../../src/model/chat.ts";
import type { Subscription } from "../../../src/model/subscription.ts";
import type { ChatStore } from "../../../src/ports/chat-store.ts";
import { CatchUps } from "./catch-ups.ts";
import type { Connection, Database } from "./connection.ts";
import { ChatMover } from "./chat-move.ts";
import { chatColumns, chatOf, keyOf } from "./chat-rows.ts";
import { and, asc, bound, eq, gt, max, sql } from "./drizzle.ts";
import {
  alerts,
  catchUpParts,
  catchUps,
  chats,
  deliveries,
  notices,
  questions,
  shownMessages,
} from "./schema/index.ts";
import { OwnRows } from "./own-rows.ts";
import { StaleMessages } from "./stale-messages.ts";
import { WaitingDeliveries } from "./waiting.ts";

/** The chats in SQLite. */
export class SqliteChats implements ChatStore {
  readonly #connection: Connection;
  readonly #waiting: WaitingDeliveries;
  readonly #mover: ChatMover;
  readonly #stale: StaleMessages;
  readonly #own: OwnRows;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#waiting = new WaitingDeliveries(connection.db);
    this.#own = new OwnRows(connection.db);
    this.#stale = new StaleMessages(connection.db, this.#waiting);
    this.#mover = new ChatMover(connection.db, this.#own, new CatchUps(connection.db, this.#waiting));
    this.#statements = prepare(connection.db);
  }

  async find(address: ChatAddress): Promise<Chat | null> {
    return this.#connection.readOne(() => this.#find(address));
  }

  async ofChannel(platform: string, channel: string): Promise<readonly Chat[]> {
    return this.#connection.readOne(() => this.#statements.ofChannel.all({ platform, channel }).map(chatOf));
  }

  async subscribe(address: ChatAddress, subscription: Subscription, now: number): Promise<Chat> {
    return this.#connection.write(() => {
      const before = this.#find(address);
      // Only who joins is cut off from what was told before; changing one's wishes loses nothing.
      const lastAlert = this.#statements.lastAlert.get()?.seq ?? 0;
      const wantsDigest = subscription.pace === "instant" ? 0 : 1;
      const wishes = { subscription, now, lastAlert, wantsDigest };
      if (before === null) this.#statements.add.run({ ...keyOf(address), ...wishes });
      else if (before.state === "active") {
        this.#statements.change.run({ id: before.id, ...wishes });
        this.#waiting.lookAgain(before.id, now);
      } else {
        this.#statements.join.run({ id: before.id, ...wishes });
        this.#stale.queue(before.id, now);
      }
      const after = this.#find(address);
      if (after === null) throw new Error("a chat that was just written is not there");
      return after;
    });
  }

  async unsubscribe(address: ChatAddress, now: number): Promise<boolean> {
    return this.#connection.write(() => {
      const chat = this.#find(address);
      if (chat === null || chat.state !== "active") return false;
      this.#statements.leave.run({ id: chat.id, state: "unsubscribed", reason: null, now });
      this.#waiting.dropNews(chat.id, "unsubscribed", now);
      return true;
    });
  }

  async markGone(chatId: number, reason: string, now: number): Promise<void> {
    this.#connection.write(() => {
      this.#statements.leave.run({ id: chatId, state: "gone", reason, now });
      this.#waiting.drop(chatId, "the chat is gone", now);
    });
  }

  async move(from: ChatAddress, to: ChatAddress, now: number): Promise<void> {
    this.#connection.write(() => this.#mover.move(keyOf(from), keyOf(to), now));
  }

  async forget(address: ChatAddress): Promise<boolean> {
    const hasOwn = this.#connection.read(() => {
      const chat = this.#find(address);
      return chat !== null && this.#own.has(chat.id);
    });
    return this.#connection[hasOwn ? "writeUnchecked" : "write"](() => {
      const { platform, channel } = address;
      this.#statements.forgetQuestions.run({ platform, channel });
      const chat = this.#find(address);
      if (chat === null) return false;
      if (hasOwn) this.#own.forget(chat.id);
      for (const forget of this.#statements.forgetChat) forget.run({ id: chat.id });
      return true;
    });
  }

  async count(): Promise<number> {
    return this.#connection.readOne(() => this.#statements.count.get()?.count ?? 0);
  }

  async list(query: Parameters<ChatStore["list"]>[0]): Promise<readonly Chat[]> {
    const { state, afterId = 0, limit } = query;
    return this.#connection.read(() => {
      const rows =
        state === undefined
          ? this.#statements.list.all({ afterId, limit })
          : this.#statements.listOfState.all({ state, afterId, limit });
      return rows.map(chatOf);
    });
  }

  #find(address: ChatAddress): Chat | null {
    const row = this.#statements.find.get(keyOf(address));
    return row === undefined ? null : chatOf(row);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofChannel = and(eq(chats.platform, parameter("platform")), eq(chats.channel, parameter("channel")));
  const ofAddress = and(ofChannel, eq(chats.thread, parameter("thread")));
  const list = (where: ReturnType<typeof and>) =>
    db
      .select(chatColumns)
      .from(chats)
      .where(where)
      .orderBy(asc(chats.id))
      .limit(parameter("limit"))
      .prepare();
  return {
    find: db.select(chatColumns).from(chats).where(ofAddress).prepare(),
    ofChannel: db.select(chatColumns).from(chats).where(ofChannel).orderBy(asc(chats.id)).prepare(),
    lastAlert: db
      .select({ seq: max(alerts.seq) })
      .from(alerts)
      .prepare(),
    count: db
      .select({ count: sql<number>`count(*)` })
      .from(chats)
      .where(eq(chats.state, "active"))
      .prepare(),
    list: list(gt(chats.id, parameter("afterId"))),
    listOfState: list(and(eq(chats.state, parameter("state")), gt(chats.id, parameter("afterId")))),
    ...prepareWrites(db),
    ...prepareForgetting(db),
  };
}

type DigestColumn = typeof chats.digestSinceAt | typeof chats.digestSinceAlert;

function prepareWrites(db: Database) {
  const parameter = sql.placeholder;
  const ofId = eq(chats.id, parameter("id"));
  // When the digest is due is found by whoever makes it.
  const firstLook = sql`iif(${parameter("wantsDigest")}, 0, NULL)`;
  // Who had a digest goes on from the last one; who now wants one begins here.
  const sinceNow = (value: ReturnType<typeof sql.placeholder>, column: DigestColumn) =>
    sql`iif(${chats.digestDueAt} IS NULL, ${value}, ${column})`;
  return {
    add: db
      .insert(chats)
      .values({
        platform: parameter("platform"),
        channel: parameter("channel"),
        thread: parameter("thread"),
        state: "active",
        subscription: parameter("subscription"),
        createdAt: parameter("now"),
        changedAt: parameter("now"),
        afterAlert: parameter("lastAlert"),
        digestDueAt: firstLook,
        digestSinceAt: sql`iif(${parameter("wantsDigest")}, ${parameter("now")}, NULL)`,
        digestSinceAlert: sql`iif(${parameter("wantsDigest")}, ${parameter("lastAlert")}, NULL)`,
      })
      .prepare(),
    change: db
      .update(chats)
      .set({
        subscription: bound("subscription", chats.subscription),
        changedAt: bound("now", chats.changedAt),
        digestDueAt: firstLook,
        digestSinceAt: sinceNow(parameter("now"), chats.digestSinceAt),
        digestSinceAlert: sinceNow(parameter("lastAlert"), chats.digestSinceAlert),
      })
      .where(ofId)
      .prepare(),
    join: db
      .update(chats)
      .set({
        state: "active",
        reason: null,
        subscription: bound("subscription", chats.subscription),
        changedAt: bound("now", chats.changedAt),
        afterAlert: bound("lastAlert", chats.afterAlert),
        digestDueAt: firstLook,
        digestSinceAt: bound("now", chats.digestSinceAt),
        digestSinceAlert: bound("lastAlert", chats.digestSinceAlert),
      })
      .where(ofId)
      .prepare(),
    leave: db
      .update(chats)
      .set({
        state: bound("state", chats.state),
        reason: bound("reason", chats.reason),
        changedAt: bound("now", chats.changedAt),
      })
      .where(ofId)
      .prepare(),
  };
}

function prepareForgetting(db: Database) {
  const id = sql.placeholder("id");
  return {
    forgetQuestions: db
      .delete(questions)
      .where(
        and(
          eq(questions.platform, sql.placeholder("platform")),
          eq(questions.channel, sql.placeholder("channel")),
        ),
      )
      .prepare(),
    /** Each of these refers to those after it. */
    forgetChat: [
      db.delete(deliveries).where(eq(deliveries.chatId, id)).prepare(),
      db.delete(notices).where(eq(notices.chatId, id)).prepare(),
      db.delete(shownMessages).where(eq(shownMessages.chatId, id)).prepare(),
      db
        .delete(catchUpParts)
        .where(sql`${catchUpParts.catchUpId} IN (SELECT id FROM ${catchUps} WHERE chat_id = ${id})`)
        .prepare(),
      db.delete(catchUps).where(eq(catchUps.chatId, id)).prepare(),
      db.delete(chats).where(eq(chats.id, id)).prepare(),
    ],
  };
}
