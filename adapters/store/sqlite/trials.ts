import type { OpenTrial, TrialStore } from "../../../src/ports/trial-store.ts";
import type { Connection, Database } from "./connection.ts";
import { asc, eq, sql } from "./drizzle.ts";
import { trials } from "./schema/index.ts";

/** Sources that are being read for chats, in SQLite. */
export class SqliteTrials implements TrialStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async begin({ source, ...trial }: OpenTrial): Promise<boolean> {
    const { id, ownerChat: owner } = source;
    if (owner === undefined) throw new Error("an own source names no chat");
    return this.#connection.write(
      () => this.#statements.begin.run({ id, owner, source, ...trial }).changes > 0,
    );
  }

  async beginAgain(id: string): Promise<boolean> {
    return this.#connection.write(() => this.#statements.again.run({ id }).changes > 0);
  }

  async list(chatId?: number): Promise<readonly OpenTrial[]> {
    return this.#connection.read(() =>
      chatId === undefined ? this.#statements.all.all() : this.#statements.ofChat.all({ owner: chatId }),
    );
  }

  async end(id: string): Promise<boolean> {
    return this.#connection.write(() => this.#statements.end.run({ id }).changes > 0);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const { source, asker, askedAt, begun } = trials;
  const columns = { source, asker, askedAt, begun };
  const ofId = eq(trials.id, parameter("id"));
  return {
    begin: db
      .insert(trials)
      .values({
        id: parameter("id"),
        owner: parameter("owner"),
        source: parameter("source"),
        asker: parameter("asker"),
        askedAt: parameter("askedAt"),
        begun: parameter("begun"),
      })
      .onConflictDoNothing()
      .prepare(),
    again: db
      .update(trials)
      .set({ begun: sql`${begun} + 1` })
      .where(ofId)
      .prepare(),
    all: db.select(columns).from(trials).orderBy(asc(askedAt), asc(trials.id)).prepare(),
    ofChat: db
      .select(columns)
      .from(trials)
      .where(eq(trials.owner, parameter("owner")))
      .orderBy(asc(askedAt), asc(trials.id))
      .prepare(),
    end: db.delete(trials).where(ofId).prepare(),
  };
}
