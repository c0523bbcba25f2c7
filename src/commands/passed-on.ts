import type { LedgerStore } from "../ports/ledger-store.ts";

/** A ledger that answers everything as another does: what a view shows differently is laid over it. A class keeps its methods on its prototype, so they cannot be spread. */
export function passedOn(ledger: LedgerStore): LedgerStore {
  return {
    developments: (query) => ledger.developments(query),
    development: (id) => ledger.development(id),
    stored: (ids) => ledger.stored(ids),
    alerts: (query) => ledger.alerts(query),
    operation: (id) => ledger.operation(id),
    report: (id) => ledger.report(id),
    near: (...args) => ledger.near(...args),
    commit: (commit) => ledger.commit(commit),
    keep: (reports) => ledger.keep(reports),
    developmentIds: () => ledger.developmentIds(),
    reports: (query) => ledger.reports(query),
    operations: (limit) => ledger.operations(limit),
    journal: (query) => ledger.journal(query),
    dueHolds: (...args) => ledger.dueHolds(...args),
    nextHoldAt: () => ledger.nextHoldAt(),
  };
}
