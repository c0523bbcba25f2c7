import type { Store, StoreEngine } from "../../../src/ports/store.ts";
import { SqliteArchive } from "./archive.ts";
import { SqliteAudit } from "./audit.ts";
import { SqliteChats } from "./chats.ts";
import { busyTimeoutMs, connect } from "./connection.ts";
import { SqliteDigests } from "./digests.ts";
import { SqliteFiles } from "./files.ts";
import { LedgerDocuments } from "./ledger-documents.ts";
import { LedgerParts, SqliteLedger } from "./ledger.ts";
import { prepareHasOwn, prepareOwners } from "./ledger-state.ts";
import { SqliteOutbox } from "./outbox.ts";
import { patient } from "./patience.ts";
import { SqliteHousekeeping } from "./prune.ts";
import { SqliteQuestions } from "./questions.ts";
import { SqliteSources } from "./sources.ts";
import { SqliteStats } from "./stats.ts";
import { SqliteTrials } from "./trials.ts";
import { SqliteUpdates } from "./updates.ts";

/** The embedded default: one process, one file (or `:memory:`, which is gone when it is closed). */
export const sqliteEngine: StoreEngine = {
  scheme: "",
  open: (url) => openSqlite(url),
};

/**
 * Opens a database file. `waitMs`: how long a call waits for another process's lock before it fails as `store-busy`.
 * Throws ConfigError when the path or the file is not one that this program can use, StoreError when it is busy.
 */
export async function openSqlite(path: string, waitMs: number = busyTimeoutMs): Promise<Store> {
  const connection = connect(path, waitMs);
  const documents = new LedgerDocuments(connection.db);
  const parts = new LedgerParts(connection, documents);
  const owners = prepareOwners(connection.db);
  const hasOwn = prepareHasOwn(connection.db);
  // Nobody else has what is in memory.
  const waiting = path === ":memory:" ? 0 : waitMs;
  const patiently = <Part extends object>(part: Part): Part => (waiting > 0 ? patient(part, waiting) : part);
  return {
    ledger: patiently(new SqliteLedger(parts)),
    ownLedger: (chatId) => patiently(new SqliteLedger(parts, chatId)),
    hasOwnLedger: async (chatId) => connection.readOne(() => hasOwn.get({ chatId }) !== undefined),
    ownLedgers: async () => connection.read(() => owners.all().map(({ owner }) => owner)),
    archive: patiently(new SqliteArchive(connection, documents)),
    outbox: patiently(new SqliteOutbox(connection)),
    chats: patiently(new SqliteChats(connection)),
    digests: patiently(new SqliteDigests(connection)),
    housekeeping: patiently(new SqliteHousekeeping(connection)),
    sources: patiently(new SqliteSources(connection)),
    trials: patiently(new SqliteTrials(connection)),
    updates: patiently(new SqliteUpdates(connection)),
    files: patiently(new SqliteFiles(connection)),
    questions: patiently(new SqliteQuestions(connection)),
    audit: patiently(new SqliteAudit(connection)),
    stats: patiently(new SqliteStats(connection)),
    async close() {
      connection.close();
    },
  };
}
