import { everybody } from "./ledger-documents.ts";

/** Where own ledgers begin to count: so far that none of their ids and versions is ever one of the ledger that everybody sees. */
const ownBegin = 1_000_000_000;

/** The row that counts for an owner. All own ledgers share one: what they write never changes a number of the other. */
export function stateRow(owner: number): number {
  return owner === everybody ? 1 : 2;
}

/** What counts before anything was written. */
export function firstState(owner: number) {
  return owner === everybody
    ? { version: 0, nextDevelopment: 1, nextOperation: 1 }
    : { version: ownBegin, nextDevelopment: ownBegin, nextOperation: ownBegin };
}
