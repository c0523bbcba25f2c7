import type { Alert } from "../../../src/model/alert.ts";
import type { DigestStep, DigestStore, DueDigest } from "../../../src/ports/digest-store.ts";
import { Alerts } from "./alerts.ts";
import { chatColumns, chatOf } from "./chat-rows.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, bound, eq, gt, sql } from "./drizzle.ts";
import { Notices } from "./notices.ts";
import { everybody } from "./ledger-documents.ts";
import { alerts, chats, developments } from "./schema/index.ts";

/** The due times of digests in SQLite: columns of the chats. */
export class SqliteDigests implements DigestStore {
  readonly #connection: Connection;
  readonly #alerts: Alerts;
  readonly #notices: Notices;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#alerts = new Alerts(connection.db);
    this.#notices = new Notices(connection.db);
    this.#statements = prepare(connection.db);
  }

  async due(now: number, limit: number): Promise<readonly DueDigest[]> {
    return this.#connection.read(() =>
      this.#statements.due.all({ now, limit }).map(({ dueAt, sinceAt, sinceAlert, ...row }) => ({
        chat: chatOf(row),
        dueAt: dueAt === 0 ? null : dueAt,
        sinceAt: sinceAt ?? now,
        sinceAlert: sinceAlert ?? 0,
      })),
    );
  }

  async nextDueAt(): Promise<number | null> {
    return this.#connection.read(() => this.#statements.next.get()?.dueAt ?? null);
  }

  async step(steps: readonly DigestStep[], now: number): Promise<number> {
    return this.#connection.write(() => {
      let queued = 0;
      for (const step of steps) if (this.#step(step, now)) queued += 1;
      return queued;
    });
  }

  async alertsAfter(seq: number, limit: number): Promise<readonly Alert[]> {
    return this.#connection.read(() =>
      this.#statements.after.all({ seq, limit }).map((row) => this.#alerts.bySeq(row.seq)),
    );
  }

  async toldLately(chatId: number, since: number): Promise<readonly Alert[]> {
    return this.#connection.read(() => {
      const toldOf = (owner: number) => this.#statements.toldOf.all({ owner, since });
      const own = toldOf(chatId);
      if (own.length === 0) return [];
      return [...own, ...toldOf(everybody)].flatMap(({ id }) => this.#alerts.newest(id) ?? []);
    });
  }

  /** Whether a digest was queued. */
  #step({ due, nextAt, made }: DigestStep, now: number): boolean {
    const id = due.chat.id;
    const moved = this.#statements.move.run({ id, was: due.dueAt ?? 0, dueAt: nextAt });
    if (moved.changes === 0 || made === null) return false;
    const { key, message, isLoud } = made.notice;
    const notice = { key, message, isLoud, to: { chatId: id }, dueAt: now, forSubscribers: true };
    if (!this.#notices.add(notice, now)) return false;
    this.#statements.tellFrom.run({ id, sinceAt: made.untilAt, sinceAlert: made.untilAlert });
    return true;
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofId = eq(chats.id, parameter("id"));
  // As the partial index has it.
  const wanted = sql`${chats.digestDueAt} IS NOT NULL AND ${chats.state} = 'active'`;
  // Asked without the index by its name, SQLite would read all active chats and sort them.
  const first = (dueBy: ReturnType<typeof sql>, limit: ReturnType<typeof sql>) =>
    sql`${chats.id} IN (SELECT id FROM chats INDEXED BY chats_digest WHERE digest_due_at IS NOT NULL
      AND state = 'active' AND ${dueBy} ORDER BY digest_due_at LIMIT ${limit})`;
  return {
    due: db
      .select({
        ...chatColumns,
        dueAt: sql<number>`${chats.digestDueAt}`,
        sinceAt: chats.digestSinceAt,
        sinceAlert: chats.digestSinceAlert,
      })
      .from(chats)
      .where(first(sql`digest_due_at <= ${parameter("now")}`, sql`${parameter("limit")}`))
      .orderBy(asc(chats.digestDueAt))
      .prepare(),
    next: db
      .select({ dueAt: chats.digestDueAt })
      .from(chats)
      .where(first(sql`true`, sql`1`))
      .prepare(),
    move: db
      .update(chats)
      .set({ digestDueAt: bound("dueAt", chats.digestDueAt) })
      .where(and(ofId, wanted, eq(chats.digestDueAt, parameter("was"))))
      .prepare(),
    tellFrom: db
      .update(chats)
      .set({
        digestSinceAt: bound("sinceAt", chats.digestSinceAt),
        // Never back: what was told once is not told again.
        digestSinceAlert: sql`max(coalesce(${chats.digestSinceAlert}, 0), ${parameter("sinceAlert")})`,
      })
      .where(ofId)
      .prepare(),
    toldOf: db
      .select({ id: developments.id })
      .from(developments)
      .where(
        sql`${developments.owner} = ${parameter("owner")} AND ${developments.lastSeenAt} >= ${parameter("since")}
          AND ${developments.isTold} = 1 AND ${developments.mergedInto} IS NULL`,
      )
      .prepare(),
    after: db
      .select({ seq: alerts.seq })
      .from(alerts)
      .where(gt(alerts.seq, parameter("seq")))
      .orderBy(asc(alerts.seq))
      .limit(parameter("limit"))
      .prepare(),
  };
}
