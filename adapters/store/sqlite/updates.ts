import type { UpdateStore } from "../../../src/ports/update-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, eq, sql } from "./drizzle.ts";
import { platformUpdates } from "./schema/index.ts";

/** Handled updates that are remembered, by id: far more than a platform repeats. */
const keptIds = 10_000;

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
    this.#connection.write(() => {
      for (const { id, body } of updates) this.#statements.save.run({ platform, id, body, now });
      const last = this.#statements.last.get({ platform })?.id ?? 0;
      this.#statements.forget.run({ platform, upTo: last - keptIds });
    });
  }

  async pendingUpdates(platform: string, limit: number): ReturnType<UpdateStore["pendingUpdates"]> {
    return this.#connection.read(() => this.#statements.pending.all({ platform, limit }));
  }

  async markHandled(platform: string, ids: readonly number[]): Promise<void> {
    // What a power cut takes is handled once more.
    this.#connection.writeUnflushed(() => {
      for (const id of ids) this.#statements.handle.run({ platform, id });
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
      .onConflictDoNothing()
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
      .select({ id: platformUpdates.id, body: platformUpdates.body })
      .from(platformUpdates)
      .where(and(ofPlatform, sql`${platformUpdates.isHandled} = 0`))
      .orderBy(asc(platformUpdates.id))
      .limit(parameter("limit"))
      .prepare(),
    handle: db
      .update(platformUpdates)
      .set({ isHandled: true, body: "" })
      .where(and(ofPlatform, eq(platformUpdates.id, parameter("id"))))
      .prepare(),
  };
}
