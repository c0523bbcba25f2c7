import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../../src/ports/store.ts";
import { describeArchive } from "./archive.ts";
import { describeAudit } from "./audit.ts";
import { describeCatchUps } from "./catch-ups.ts";
import { describeChats } from "./chats.ts";
import { describeClaims } from "./claims.ts";
import { describeDigests } from "./digests.ts";
import { describeFanout } from "./fanout.ts";
import { describeHistories } from "./histories.ts";
import { describeKept } from "./kept.ts";
import { describeHousekeeping } from "./housekeeping.ts";
import { describeLeases } from "./leases.ts";
import { describeLedger } from "./ledger.ts";
import { describeLedgerLists } from "./ledger-lists.ts";
import { describeMerges } from "./merges.ts";
import { describeMoves } from "./moves.ts";
import { describeNear } from "./near.ts";
import { describeNotices } from "./notices.ts";
import { describeOwnLedgers } from "./own-ledgers.ts";
import { describeOwnSources } from "./own-sources.ts";
import { describeSettling } from "./settling.ts";
import { describeSources } from "./sources.ts";
import type { Scene, TestDatabase } from "./scene.ts";
import { describeUpdates } from "./updates.ts";
import { describeWriters } from "./writers.ts";

/**
 * What every storage engine promises. `createDatabase`: an empty database for each test, which
 * several connections can be opened to.
 */
export function describeStoreContract(name: string, createDatabase: () => Promise<TestDatabase>): void {
  describe(name, () => {
    let database: TestDatabase | undefined;
    let store: Store | undefined;
    const scene: Scene = {
      get store() {
        if (store === undefined) throw new Error("read the store inside a test");
        return store;
      },
      get database() {
        if (database === undefined) throw new Error("read the database inside a test");
        return database;
      },
      createDatabase,
    };

    beforeEach(async () => {
      database = await createDatabase();
      store = await database.open();
    });
    afterEach(async () => {
      await store?.close();
      await database?.remove();
      store = database = undefined;
    });

    for (const part of parts) part(scene);
  });
}

const parts: readonly ((scene: Scene) => void)[] = [
  describeCatchUps,
  describeLedger,
  describeNear,
  describeLedgerLists,
  describeWriters,
  describeFanout,
  describeClaims,
  describeSettling,
  describeNotices,
  describeLeases,
  describeHistories,
  describeChats,
  describeMoves,
  describeMerges,
  describeDigests,
  describeHousekeeping,
  describeSources,
  describeUpdates,
  describeKept,
  describeArchive,
  describeAudit,
  describeOwnLedgers,
  describeOwnSources,
];
