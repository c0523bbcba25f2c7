import { hash } from "node:crypto";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, bound, eq, sql } from "./drizzle.ts";
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
    return this.#connection.readOne(() => this.#statements.last.get({ platform })?.id ?? null);
  }

  async saveUpdates(...[platform, updates, now]: Parameters<UpdateStore["saveUpdates"]>): Promise<void> {
    const [first] = updates;
    if (first === undefined) return;
    this.#connection.write(() => {
      for (const { id, body } of updates) {
        const isNew = this.#statements.save.run({ platform, id, body, now }).changes > 0;
        if (isNew) continue;
        const digest = digestOf(body);
        this.#statements.saveAgain.run({ platform, id, body, digest, now, old: now - repeatedMs });
      }
      // Behind these, not behind the highest: they may be the first ones of a new count.
      this.#statements.forget.run({ platform, upTo: first.id - keptIds });
    });
  }

  async pendingUpdates(platform: string, limit: number): ReturnType<UpdateStore["pendingUpdates"]> {
    const rows = this.#connection.readOne(() => this.#statements.pending.all({ platform, limit }));
    return rows.map(({ mayBeAnswered, ...row }) => (mayBeAnswered ? { ...row, mayBeAnswered } : row));
  }

  async noteAnswering(platform: string, ids: readonly number[]): Promise<void> {
    // A kill leaves it written; a power cut need not.
    this.#connection.writeUnflushed(() =>
      this.#statements.answering.run({ platform, ids: JSON.stringify(ids) }),
    );
  }

  async markHandled(platform: string, ids: readonly number[]): Promise<void> {
    // What a power cut takes is handled once more.
    this.#connection.writeUnflushed(() => {
      const waiting = this.#statements.bodies.all({ platform, ids: JSON.stringify(ids) });
      for (const { id, body } of waiting)
        this.#statements.handle.run({ platform, id, digest: digestOf(body) });
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
    ...prepareSaves(db),
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
    ...prepareMarks(db),
  };
}

/** What comes in: `save` of an id that is there already does nothing. */
function prepareSaves(db: Database) {
  const parameter = sql.placeholder;
  return {
    save: db
      .insert(platformUpdates)
      .values({
        platform: parameter("platform"),
        id: parameter("id"),
        body: parameter("body"),
        receivedAt: parameter("now"),
        isHandled: false,
      })
      .onConflictDoNothing()
      .prepare(),
    // An id that stands for another update now.
    saveAgain: db
      .update(platformUpdates)
      .set({
        body: bound("body", platformUpdates.body),
        receivedAt: bound("now", platformUpdates.receivedAt),
        isHandled: false,
        mayBeAnswered: false,
      })
      .where(
        and(
          eq(platformUpdates.platform, parameter("platform")),
          eq(platformUpdates.id, parameter("id")),
          // Handled by a version that kept no digest: by its time.
          sql`${platformUpdates.isHandled} = 1 AND ${platformUpdates.body} <> ${parameter("digest")}
            AND (${platformUpdates.body} <> '' OR ${platformUpdates.receivedAt} < ${parameter("old")})`,
        ),
      )
      .prepare(),
  };
}

/** What becomes of those that wait. */
function prepareMarks(db: Database) {
  const parameter = sql.placeholder;
  const { id, body, isHandled } = platformUpdates;
  const waiting = sql`${platformUpdates.platform} = ${parameter("platform")} AND ${isHandled} = 0`;
  const ofIds = sql`${waiting} AND ${id} IN (SELECT value FROM json_each(${parameter("ids")}))`;
  return {
    answering: db.update(platformUpdates).set({ mayBeAnswered: true }).where(ofIds).prepare(),
    bodies: db.select({ id, body }).from(platformUpdates).where(ofIds).prepare(),
    handle: db
      .update(platformUpdates)
      .set({ isHandled: true, body: bound("digest", body) })
      .where(and(waiting, eq(id, parameter("id"))))
      .prepare(),
  };
}
