import type { FileStore } from "../../../src/ports/file-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { platformFiles } from "./schema/index.ts";

/** Files that are remembered a platform; a forgotten one is uploaded again. */
const keptFiles = 10_000;

/** The platforms' files in SQLite. */
export class SqliteFiles implements FileStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async find(platform: string, key: string): Promise<string | null> {
    return this.#connection.readOne(() => this.#statements.find.get({ platform, key })?.fileId ?? null);
  }

  async save(...[platform, key, fileId, now]: Parameters<FileStore["save"]>): Promise<void> {
    this.#connection.write(() => {
      this.#statements.save.run({ platform, key, fileId, now });
      this.#statements.forget.run({ platform });
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const { platform, key, fileId, savedAt } = platformFiles;
  return {
    find: db
      .select({ fileId })
      .from(platformFiles)
      .where(and(eq(platform, parameter("platform")), eq(key, parameter("key"))))
      .prepare(),
    save: db
      .insert(platformFiles)
      .values({
        platform: parameter("platform"),
        key: parameter("key"),
        fileId: parameter("fileId"),
        savedAt: parameter("now"),
      })
      .onConflictDoUpdate({
        target: [platform, key],
        set: { fileId: excluded(fileId), savedAt: excluded(savedAt) },
      })
      .prepare(),
    forget: db
      .delete(platformFiles)
      .where(
        sql`${platform} = ${parameter("platform")} AND ${savedAt} < (
          SELECT saved_at FROM platform_files WHERE platform = ${parameter("platform")}
          ORDER BY saved_at DESC LIMIT 1 OFFSET ${sql.raw(String(keptFiles - 1))})`,
      )
      .prepare(),
  };
}
