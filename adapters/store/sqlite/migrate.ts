import { fileURLToPath } from "node:url";
import type { Database as Sqlite } from "better-sqlite3";
import { ConfigError } from "../../../src/errors.ts";
import { readMigrationFiles } from "./drizzle.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Applies the migrations that the database has not seen, all or none. Drizzle's own runner begins
 * without the write lock, so that two processes that open a new file together fail on each other;
 * this one takes it first. Same files, same table of what was applied.
 * Throws ConfigError `newer-database` when a newer version of this program has migrated it.
 */
export function migrate(sqlite: Sqlite, path: string): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  // A migration that rebuilds a table would trip over the rows that refer to it.
  sqlite.pragma("foreign_keys = OFF");
  const apply = sqlite.transaction(() => {
    sqlite.exec(
      "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)",
    );
    const applied = appliedUpTo(sqlite);
    if (applied > newest) throw newerDatabase(path);
    const insert = sqlite.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
    for (const migration of migrations.filter((each) => each.folderMillis > applied)) {
      for (const statement of migration.sql) sqlite.exec(statement);
      insert.run(migration.hash, migration.folderMillis);
    }
  });
  // Nothing to do is the usual case, and it needs no write lock.
  if (!isCurrent(sqlite, newest)) apply.immediate();
}

function isCurrent(sqlite: Sqlite, newest: number): boolean {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  return table !== undefined && appliedUpTo(sqlite) === newest;
}

function appliedUpTo(sqlite: Sqlite): number {
  const at = sqlite.prepare("SELECT max(created_at) FROM __drizzle_migrations").pluck().get();
  return typeof at === "number" ? at : 0;
}

function newerDatabase(path: string): ConfigError {
  return new ConfigError(`The database ${path} was made by a newer version of Tallywire.`, {
    code: "newer-database",
    permanent: true,
    hint: "Update Tallywire, or set DATABASE_URL to another path.",
  });
}
