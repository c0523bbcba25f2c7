import type { Store, StoreEngine } from "../../../src/ports/store.ts";
import { SqliteChats } from "./chats.ts";
import { connect } from "./connection.ts";
import { SqliteLedger } from "./ledger.ts";
import { SqliteOutbox } from "./outbox.ts";
import { SqliteSources } from "./sources.ts";
import { SqliteUpdates } from "./updates.ts";

/** The embedded default: one process, one file (or `:memory:`, which is gone when it is closed). */
export const sqliteEngine: StoreEngine = {
  scheme: "",
  async open(url): Promise<Store> {
    const connection = connect(url);
    return {
      ledger: new SqliteLedger(connection),
      outbox: new SqliteOutbox(connection),
      chats: new SqliteChats(connection),
      sources: new SqliteSources(connection),
      updates: new SqliteUpdates(connection),
      async close() {
        connection.close();
      },
    };
  },
};
