import { ownLedgersFrom } from "../../../src/ports/ledger-store.ts";
import { everybody } from "./ledger-documents.ts";

/** The row that counts for an owner. All own ledgers share one: what they write never changes a number of the other. */
export function stateRow(owner: number): number {
  return owner === everybody ? 1 : 2;
}

/** What counts before anything was written. */
export function firstState(owner: number) {
  return owner === everybody
    ? { version: 0, nextDevelopment: 1, nextOperation: 1 }
    : { version: ownLedgersFrom, nextDevelopment: ownLedgersFrom, nextOperation: ownLedgersFrom };
}
