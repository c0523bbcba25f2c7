import { createRequire } from "node:module";
import type * as Orm from "drizzle-orm";
import type * as Cache from "drizzle-orm/cache/core";
import type * as Driver from "drizzle-orm/better-sqlite3";
import type * as Migrator from "drizzle-orm/migrator";
import type * as Core from "drizzle-orm/sqlite-core";

/*
 * Drizzle is loaded as CommonJS: as ES modules it takes about 0.5 s and 250 MB to load, because
 * Node reads its 179 KB table of exports once for every one of its inner imports (measured on
 * Node 26.10: 72-100 ms and 65 MB this way). Everything of it that we use is named here.
 */
const load = createRequire(import.meta.url);

export const orm: typeof Orm = load("drizzle-orm");
export const core: typeof Core = load("drizzle-orm/sqlite-core");
export const driver: typeof Driver = load("drizzle-orm/better-sqlite3");
const cache: typeof Cache = load("drizzle-orm/cache/core");
const migrator: typeof Migrator = load("drizzle-orm/migrator");

export const { and, asc, desc, eq, gt, inArray, is, isNotNull, isNull, lte, max, min, or, sql } = orm;
export const { alias, blob, check, customType, index, integer, primaryKey, sqliteTable, text, uniqueIndex } =
  core;
export const noLogger = new orm.NoopLogger();
export const noCache = new cache.NoopCache();
export const { readMigrationFiles } = migrator;

/** A parameter of a prepared statement, encoded as the column's values are (JSON, booleans). Not for nulls in JSON. */
export function bound(name: string, column: Core.SQLiteColumn): Orm.SQL {
  return orm.sql`${orm.sql.param(orm.sql.placeholder(name), column)}`;
}

/** In an upsert: the value that was to be inserted. */
export function excluded(column: Core.SQLiteColumn): Orm.SQL {
  return orm.sql`excluded.${orm.sql.identifier(column.name)}`;
}
