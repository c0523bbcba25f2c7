import { ConfigError, StoreError, TallywireError } from "../../../src/errors.ts";

interface Fault {
  /** Beginning of SQLite's result code, e.g. `SQLITE_IOERR` for all of its kin. */
  readonly sqlite: string;
  readonly code: string;
  readonly permanent: boolean;
  readonly text: string;
  readonly hint: string;
}

const busy: Fault = {
  sqlite: "SQLITE_BUSY",
  code: "store-busy",
  permanent: false,
  text: "The database is locked by another process.",
  hint: "Wait for the other process (a backup, a second Tallywire, a database shell) or end it.",
};

/** SQLite's result codes (https://sqlite.org/rescode.html, read 2026-11-25) and what they mean to us. */
const faults: readonly Fault[] = [
  busy,
  {
    sqlite: "SQLITE_FULL",
    code: "disk-full",
    permanent: false,
    text: "The disk is full: nothing was written.",
    hint: "Free some space on the disk that holds the database; nothing is lost, the work is done again.",
  },
  {
    sqlite: "SQLITE_NOTADB",
    code: "not-a-database",
    permanent: true,
    text: "The file is not an SQLite database.",
    hint: "Set DATABASE_URL to another path, or move that file away.",
  },
  {
    sqlite: "SQLITE_CORRUPT",
    code: "store-corrupt",
    permanent: true,
    text: "The database file is damaged.",
    hint: "Restore a backup, or save what can be read with the `.recover` command of the sqlite3 shell.",
  },
  {
    sqlite: "SQLITE_READONLY",
    code: "store-unwritable",
    permanent: true,
    text: "The database cannot be written.",
    hint: "Give this user the right to write the file and its folder.",
  },
  {
    sqlite: "SQLITE_CANTOPEN",
    code: "store-unwritable",
    permanent: true,
    text: "The database cannot be opened.",
    hint: "Give this user the right to read and write the file and its folder, or set DATABASE_URL to another path.",
  },
  {
    sqlite: "SQLITE_IOERR",
    code: "store-io",
    permanent: false,
    text: "The disk that holds the database failed to read or write.",
    hint: "Look at the system's log for faults of that disk.",
  },
  {
    sqlite: "SQLITE_CONSTRAINT",
    code: "store-constraint",
    permanent: true,
    text: "The store refused a state that must not be.",
    hint: "This is a defect of Tallywire: please report it with the log line.",
  },
];

/** The store's error for anything that was thrown inside it. Our own errors stay as they are. */
export function storeError(error: unknown): TallywireError {
  if (error instanceof TallywireError) return error;
  const sqlite = sqliteFault(error);
  const fault = faults.find((known) => sqlite !== null && sqlite.code.startsWith(known.sqlite));
  if (fault !== undefined && sqlite !== null) {
    return new StoreError(`${fault.text} (${sqlite.code}: ${sqlite.message})`, {
      code: fault.code,
      permanent: fault.permanent,
      hint: fault.hint,
      cause: error,
    });
  }
  const text = error instanceof Error ? error.message : String(error);
  return new StoreError(`The store failed: ${text}`, { code: "store-failed", cause: error });
}

/** As `storeError`, of another process's lock that was met a moment ago. */
export function lockedStill(): StoreError {
  const { text, code, permanent, hint } = busy;
  return new StoreError(text, { code, permanent, hint });
}

/** Whether other work may succeed all the same: what was to be written is at fault, or a defect of ours, not the disk or the file. */
export function isOfWork({ code }: TallywireError): boolean {
  return code === "store-constraint" || code === "store-failed";
}

/** As `storeError`, for opening: what a setting can mend is a ConfigError that names the path. */
export function openError(path: string, error: unknown): TallywireError {
  const fault = storeError(error);
  if (fault instanceof ConfigError || !fault.permanent) return fault;
  return new ConfigError(`Cannot use the database ${path}: ${fault.message}`, {
    code: fault.code,
    permanent: true,
    hint: fault.hint,
    cause: error,
  });
}

/** SQLite's code and words, also where drizzle has put an error of its own around them. */
function sqliteFault(error: unknown): { readonly code: string; readonly message: string } | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code.startsWith("SQLITE_")) {
      return { code: at.code, message: at.message };
    }
  }
  return null;
}
