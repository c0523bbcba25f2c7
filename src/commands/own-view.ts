import type { Development } from "../model/development.ts";
import type { LedgerStore } from "../ports/ledger-store.ts";
import type { OwnLimits } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import { passedOn } from "./passed-on.ts";

/** What chats may follow by themselves. */
export interface OwnSourceRules {
  /** `approval`: the bot's admins look at each first. */
  readonly mode: "off" | "approval" | "on";
  readonly limits: OwnLimits;
  /** Exact origins that such sources may stand on though they are private; for tests. Absent: none. */
  readonly allowOrigins?: readonly string[];
}

/** What a chat has of its own, for what is asked there. */
export interface OwnView {
  /** The store's id of the chat. */
  readonly chatId: number;
  readonly ledger: LedgerStore;
}

/**
 * The store as one chat sees it: everybody's ledger, and where that knows no development or report of an id, or in lists of what was told, the
 * chat's own. No other chat's. Decisions on the ledger take the plain store.
 */
export function storeSeenBy(store: Store, { ledger: own }: OwnView): Store {
  const { ledger } = store;
  const developments: LedgerStore["developments"] = async (query) => {
    const found = [...(await ledger.developments(query)), ...(await own.developments(query))];
    return newest(found).slice(0, query.limit);
  };
  const alerts: LedgerStore["alerts"] = async (query) => {
    const found = [...(await ledger.alerts(query)), ...(await own.alerts(query))];
    return found.toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0)).slice(0, query.limit);
  };
  return {
    ...store,
    ledger: {
      ...passedOn(ledger),
      developments,
      alerts,
      development: async (id) => (await ledger.development(id)) ?? own.development(id),
      operation: async (id) => (await ledger.operation(id)) ?? own.operation(id),
      report: async (id) => (await ledger.report(id)) ?? own.report(id),
    },
  };
}

function newest(developments: readonly Development[]): readonly Development[] {
  return developments.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt);
}
