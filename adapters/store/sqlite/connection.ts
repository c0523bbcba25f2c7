import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { ConfigError, StoreError, messageOf, type TallywireError } from "../../../src/errors.ts";
import { Checkpointer } from "./checkpointer.ts";
import { isOfWork, lockedStill, openError, storeError } from "./faults.ts";
import { drizzleOver } from "./lazy-statements.ts";
import { migrate } from "./migrate.ts";

/** Drizzle over one connection. Its queries are synchronous: a transaction cannot hold an await. */
export type Database = BetterSQLite3Database;

/** How long a call waits for another process's write lock before it fails as `store-busy`. Ours are held for milliseconds. */
export const busyTimeoutMs = 5_000;

/** How long SQLite itself waits for it, which holds the thread: the rest is waited for between the tries (`patience.ts`). */
const heldThreadMs = 10;
/** A lock that was met is not asked for again for so long: of many calls that wait for it only one in that time holds the thread. */
const lockedMs = 30;

/** "TLYW": marks a file as ours, so that another program's database is never migrated. */
const applicationId = 0x544c_5957;

/** No file: all is gone when it is closed. */
const memory = ":memory:";

/** An empty database in memory as it is once it is migrated, kept by the first one for those after it: migrating takes longer than most tests. */
let emptyDatabase: Buffer | null = null;

/** One connection with its transactions. Everything that runs in it throws TallywireErrors only. */
export class Connection {
  readonly db: Database;
  readonly #sqlite: Sqlite.Database;
  /** Made once: to make one for each call costs more than a short call does. */
  readonly #transaction: Sqlite.Transaction<(work: () => void) => void>;
  readonly #checkpointer: Checkpointer | null;
  readonly #waitMs: number;
  /** On `performance`'s clock. */
  #lockedUntil = -Infinity;

  /** `checkpointer` null: there is no file. `waitMs`: see `busyTimeoutMs`. */
  constructor(sqlite: Sqlite.Database, checkpointer: Checkpointer | null, waitMs: number) {
    this.#sqlite = sqlite;
    this.#waitMs = waitMs;
    this.#checkpointer = checkpointer;
    this.#transaction = sqlite.transaction((work: () => void) => work());
    this.db = drizzleOver(sqlite);
  }

  /** Runs `work` on one snapshot. */
  read<T>(work: () => T): T {
    return this.#run("deferred", work);
  }

  /** As `read`, for `work` that runs one statement only: that sees one snapshot by itself, and to begin and end a transaction takes a third as long as it does. */
  readOne<T>(work: () => T): T {
    this.#refuseClosed();
    try {
      return work();
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Runs `work` under the write lock, taken at its beginning: what it reads stays true until it ends. */
  write<T>(work: () => T): T {
    const result = this.#run("immediate", work);
    this.#checkpointer?.written();
    return result;
  }

  /** Part of a `write` that is undone by itself when it throws, and the rest goes on. Null: it threw, and `onFault` was told. */
  attempt<T>(work: () => T, onFault: (fault: TallywireError) => void): T | null {
    const results: T[] = [];
    try {
      // Inside a transaction it is a savepoint.
      this.#transaction(() => {
        results.push(work());
      });
    } catch (error) {
      const fault = storeError(error);
      // The disk, or SQLite has ended the transaction as a whole: nothing else can be written either.
      if (!this.#sqlite.inTransaction || !isOfWork(fault)) throw fault;
      onFault(fault);
      return null;
    }
    const [result] = results as [T];
    return result;
  }

  /**
   * As `write`, but references are not looked after: for deletions that take all that refers to what they delete themselves. For each deleted
   * row SQLite would read through every table that refers to it without an index.
   */
  writeUnchecked<T>(work: () => T): T {
    this.#sqlite.pragma("foreign_keys = OFF");
    try {
      return this.#run("immediate", work);
    } finally {
      this.#sqlite.pragma("foreign_keys = ON");
    }
  }

  /**
   * As `write`, for what is done anew when a power cut takes it, and refers only to rows that it has just read: its commit waits for no
   * flush (the next `write` flushes it too, as the log has an order), and references are not looked after.
   */
  writeLightly<T>(work: () => T): T {
    this.#sqlite.pragma("synchronous = NORMAL");
    try {
      const result = this.writeUnchecked(work);
      this.#checkpointer?.written();
      return result;
    } finally {
      this.#sqlite.pragma("synchronous = FULL");
    }
  }

  /**
   * As `write`, for what is done anew when a power cut takes it: its commit waits for no flush, and the next `write` flushes it too. A kill takes nothing.
   * Unlike `writeLightly` it looks after references; to turn that off and on has every statement compiled anew.
   */
  writeUnflushed<T>(work: () => T): T {
    this.#sqlite.pragma("synchronous = NORMAL");
    try {
      return this.write(work);
    } finally {
      this.#sqlite.pragma("synchronous = FULL");
    }
  }

  close(): void {
    this.#checkpointer?.close();
    this.#sqlite.close();
  }

  #run<T>(kind: "deferred" | "immediate", work: () => T): T {
    this.#refuseClosed();
    if (kind === "immediate" && performance.now() < this.#lockedUntil) throw lockedStill();
    const results: T[] = [];
    try {
      this.#transaction[kind](() => {
        results.push(work());
      });
    } catch (error) {
      const fault = storeError(error);
      if (kind === "immediate" && fault.code === "store-busy")
        this.#lockedUntil = performance.now() + Math.min(lockedMs, this.#waitMs);
      throw fault;
    }
    const [result] = results as [T];
    return result;
  }

  #refuseClosed(): void {
    if (!this.#sqlite.open)
      throw new StoreError("The store is closed.", { code: "store-closed", permanent: true });
  }
}

/**
 * Opens a database file (its folder is made) or `:memory:`, and brings its schema up to date.
 * `waitMs`: for how long opening waits for another process's lock. Throws ConfigError or StoreError with a hint; the file is closed again then.
 */
export function connect(path: string, waitMs: number): Connection {
  const sqlite = openFile(path);
  try {
    sqlite.pragma(`busy_timeout = ${waitMs}`);
    refuseForeign(sqlite, path);
    sqlite.pragma("journal_mode = WAL");
    // FULL: otherwise a power cut forgets what was sent (it costs 0.05 ms of a commit's p99).
    sqlite.pragma("synchronous = FULL");
    // Negative: KiB. The default of 2 MB thrashes once the ledger has some years in it.
    sqlite.pragma("cache_size = -16384");
    migrate(sqlite, path);
    // Only once: setting it is a write, and opening must not wait for another process's.
    if (idOf(sqlite) !== applicationId) sqlite.pragma(`application_id = ${applicationId}`);
    if (path === memory) emptyDatabase ??= sqlite.serialize();
    sqlite.pragma("foreign_keys = ON");
    // Until here nothing else goes on in the process.
    sqlite.pragma(`busy_timeout = ${Math.min(waitMs, heldThreadMs)}`);
    return new Connection(sqlite, path === memory ? null : new Checkpointer(sqlite, path), waitMs);
  } catch (error) {
    sqlite.close();
    throw openError(path, error);
  }
}

function openFile(path: string): Sqlite.Database {
  if (path === memory) return new Sqlite(emptyDatabase ?? path);
  const folder = dirname(resolve(path));
  try {
    makeFolder(folder);
  } catch (error) {
    throw new ConfigError(`Cannot make the folder ${folder}: ${messageOf(error)}`, {
      code: "store-unwritable",
      permanent: true,
      hint: "Give this user the right to write there, or set DATABASE_URL to another path.",
      cause: error,
    });
  }
  try {
    return new Sqlite(path);
  } catch (error) {
    throw openError(path, error);
  }
}

/** Makes a folder and those above it. Step by step: `recursive` tries for ever where the system answers ENOENT for a folder that is there, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** Throws ConfigError when the file is another program's database. */
function refuseForeign(sqlite: Sqlite.Database, path: string): void {
  const id = idOf(sqlite);
  if (id === applicationId) return;
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (id === 0 && (tables.length === 0 || tables.includes("__drizzle_migrations"))) return;
  throw new ConfigError(`The database ${path} belongs to another program.`, {
    code: "foreign-database",
    permanent: true,
    hint: "Set DATABASE_URL to another path.",
  });
}

function idOf(sqlite: Sqlite.Database): unknown {
  return sqlite.pragma("application_id", { simple: true });
}
