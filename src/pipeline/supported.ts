import type { LedgerView } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";

/** No day lies in it: only what the report itself supports is near. */
const never = "9999-12-31";

/** The ledger's version, its next ids, and the developments that a report supports ("": no report) with their operations. */
export async function supportedBy(store: Pick<Store, "ledger">, reportId: string): Promise<LedgerView> {
  return store.ledger.near(
    {
      kinds: [],
      fromDate: never,
      toDate: never,
      seenSince: Number.MAX_SAFE_INTEGER,
      conflicts: null,
      reportId,
    },
    [],
  );
}
