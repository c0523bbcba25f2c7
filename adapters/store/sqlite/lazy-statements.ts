import type Sqlite from "better-sqlite3";
import type { Query, QueryWithTypings, SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { core, driver, noCache, noLogger } from "./drizzle.ts";
import { LaidOutQuery } from "./laid-out-query.ts";

/*
 * A store prepares some 240 statements when it is opened, of which most processes and nearly all tests run a few: written out and
 * compiled at once they cost 30 ms and more. Here each is written out and compiled when it first runs.
 */

/** Drizzle over one connection, with statements that are made when they first run: a statement that is wrong says so only then. */
export function drizzleOver(sqlite: Sqlite.Database): BetterSQLite3Database {
  const dialect = new LazyDialect();
  return new driver.BetterSQLite3Database("sync", dialect, new LazySession(sqlite, dialect), undefined);
}

/** Written out when it is first read. */
class LazyQuery implements Query {
  readonly #write: () => Query;
  #written: Query | null = null;

  constructor(write: () => Query) {
    this.#write = write;
  }

  get sql(): string {
    return (this.#written ??= this.#write()).sql;
  }

  get params(): unknown[] {
    return (this.#written ??= this.#write()).params;
  }
}

class LazyDialect extends core.SQLiteSyncDialect {
  override sqlToQuery(sql: SQL, invokeSource?: "indexes"): QueryWithTypings {
    return new LazyQuery(() => super.sqlToQuery(sql, invokeSource));
  }
}

/** Compiled when it first runs: what Drizzle's prepared queries ask of a statement. */
class LazyStatement implements Pick<Sqlite.Statement, "run" | "all" | "get" | "raw"> {
  readonly #sqlite: Sqlite.Database;
  readonly #query: Query;
  #compiled: Sqlite.Statement | null = null;
  #inArrays: Sqlite.Statement | null = null;

  constructor(sqlite: Sqlite.Database, query: Query) {
    this.#sqlite = sqlite;
    this.#query = query;
  }

  run(...params: unknown[]): Sqlite.RunResult {
    return this.#statement().run(...params);
  }

  all(...params: unknown[]): unknown[] {
    return this.#statement().all(...params);
  }

  get(...params: unknown[]): unknown {
    return this.#statement().get(...params);
  }

  raw(): Sqlite.Statement {
    // It stays so: to say it again at each run takes as long as to bind a parameter.
    return (this.#inArrays ??= this.#statement().raw());
  }

  #statement(): Sqlite.Statement {
    return (this.#compiled ??= this.#sqlite.prepare(compiledOnce(this.#query.sql)));
  }
}

/**
 * With a sign before each parameter. SQLite compiles a statement anew with each value of a parameter that its plan might depend on: one that
 * a column of an index is compared to, or of a LIMIT (https://sqlite.org/c3ref/prepare.html, on sqlite3_prepare_v2). That takes 10 to
 * 60 µs, many times what a short statement then does. An expression, if only a sign that changes nothing, is no such parameter. What a plan
 * is to know, such as the condition of a partial index, is written into the statement as a constant.
 */
function compiledOnce(source: string): string {
  return source.replaceAll(/'[^']*'|"[^"]*"|\?/gu, (found) => (found === "?" ? "+?" : found));
}

type Session = InstanceType<typeof driver.BetterSQLiteSession<Record<string, never>, Record<string, never>>>;

class LazySession extends driver.BetterSQLiteSession<Record<string, never>, Record<string, never>> {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database, dialect: LazyDialect) {
    super(sqlite, dialect, undefined);
    this.#sqlite = sqlite;
  }

  override prepareQuery: Session["prepareQuery"] = (query, ...how) => {
    const [fields, method, inArrays, toResult, touched, cached] = how;
    const statement = new LazyStatement(this.#sqlite, query);
    return new LaidOutQuery(
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has what is called of it
      statement as unknown as Sqlite.Statement,
      query,
      noLogger,
      noCache,
      touched,
      cached,
      fields,
      method,
      inArrays,
      toResult,
    );
  };
}
