import { hash } from "node:crypto";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, eq, sql } from "./drizzle.ts";
import { platformUpdates } from "./schema/index.ts";

/** Handled updates that are remembered, by id: far more than a platform repeats. */
const keptIds = 10_000;

/** For twice as long as Telegram keeps an update: https://core.telegram.org/bots/api#getting-updates, read 2026-11-26. */
const repeatedMs = 2 * 24 * 3_600_000;

/** What is kept of a handled update's body: enough to know it again. */
const digestOf = (body: string): string => hash("sha1", body, "base64url");

/** The platform updates in SQLite. */
export class SqliteUpdates implements UpdateStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async lastUpdateId(platform: string): Promise<number | null> {
    return this.#connection.read(() => this.#statements.last.get({ platform })?.id ?? null);
  }

  async saveUpdates(...[platform, updates, now]: Parameters<UpdateStore["saveUpdates"]>): Promise<void> {
    const [first] = updates;
    if (first === undefined) return;
    this.#connection.write(() => {
      for (const { id, body } of updates)
        this.#statements.save.run({ platform, id, body, digest: digestOf(body), now, old: now - repeatedMs });
      // Behind these, not behind the highest: they may be the first ones of a new count.
      this.#statements.forget.run({ platform, upTo: first.id - keptIds });
    });
  }

  async pendingUpdates(platform: string, limit: number): ReturnType<UpdateStore["pendingUpdates"]> {
    const rows = this.#connection.read(() => this.#statements.pending.all({ platform, limit }));
    return rows.map(({ mayBeAnswered, ...row }) => (mayBeAnswered ? { ...row, mayBeAnswered } : row));
  }

  async noteAnswering(platform: string, ids: readonly number[]): Promise<void> {
    // A kill leaves it written; a power cut need not.
    this.#connection.writeUnflushed(() => {
      for (const id of ids) this.#statements.answering.run({ platform, id });
    });
  }

  async markHandled(platform: string, ids: readonly number[]): Promise<void> {
    // What a power cut takes is handled once more.
    this.#connection.writeUnflushed(() => {
      for (const id of ids) {
        const body = this.#statements.body.get({ platform, id })?.body ?? "";
        this.#statements.handle.run({ platform, id, digest: digestOf(body) });
      }
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofPlatform = eq(platformUpdates.platform, parameter("platform"));
  return {
    last: db
      .select({ id: sql<number | null>`max(${platformUpdates.id})` })
      .from(platformUpdates)
      .where(ofPlatform)
      .prepare(),
    save: db
      .insert(platformUpdates)
      .values({
        platform: parameter("platform"),
        id: parameter("id"),
        body: parameter("body"),
        receivedAt: parameter("now"),
        isHandled: false,
      })
      .onConflictDoUpdate({
        target: [platformUpdates.platform, platformUpdates.id],
        set: {
          body: sql`excluded.body`,
          receivedAt: sql`excluded.received_at`,
          isHandled: false,
          mayBeAnswered: false,
        },
        // Handled by a version that kept no digest: by its time.
        setWhere: sql`${platformUpdates.isHandled} = 1 AND ${platformUpdates.body} <> ${parameter("digest")}
          AND (${platformUpdates.body} <> '' OR ${platformUpdates.receivedAt} < ${parameter("old")})`,
      })
      .prepare(),
    forget: db
      .delete(platformUpdates)
      .where(
        and(
          ofPlatform,
          sql`${platformUpdates.id} <= ${parameter("upTo")}`,
          sql`${platformUpdates.isHandled} = 1`,
        ),
      )
      .prepare(),
    pending: db
      .select({
        id: platformUpdates.id,
        body: platformUpdates.body,
        mayBeAnswered: platformUpdates.mayBeAnswered,
      })
      .from(platformUpdates)
      .where(and(ofPlatform, sql`${platformUpdates.isHandled} = 0`))
      .orderBy(asc(platformUpdates.id))
      .limit(parameter("limit"))
      .prepare(),
    body: db
      .select({ body: platformUpdates.body })
      .from(platformUpdates)
      .where(and(ofPlatform, eq(platformUpdates.id, parameter("id"))))
      .prepare(),
    ...prepareMarks(db),
  };
}

/** What becomes of one that waits. */
function prepareMarks(db: Database) {
  const parameter = sql.placeholder;
  const waiting = and(
    eq(platformUpdates.platform, parameter("platform")),
    eq(platformUpdates.id, parameter("id")),
    sql`${platformUpdates.isHandled} = 0`,
  );
  return {
    answering: db.update(platformUpdates).set({ mayBeAnswered: true }).where(waiting).prepare(),
    handle: db
      .update(platformUpdates)
      .set({ isHandled: true, body: sql`${parameter("digest")}` })
      .where(waiting)
      .prepare(),
  };
}
