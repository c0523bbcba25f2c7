import type { Alert } from "../model/alert.ts";
import type { Development, DevelopmentId, Operation, OperationId } from "../model/development.ts";
import type { EventKind } from "../model/event.ts";
import type { Reading } from "../model/reading.ts";
import type { ReviewAction } from "../model/review.ts";
import type { Report } from "../model/report.ts";

/** Where single chats' ledgers begin to count: so far that none of their ids and versions is ever one of the ledger that everybody sees. */
export const ownLedgersFrom = 1_000_000_000;

/** Which developments a reading may be about. The store returns a superset; the ledger decides. */
export interface NearQuery {
  readonly kinds: readonly EventKind[];
  /** Calendar days, both included; a development without a date is near if it was seen since `seenSince`. */
  readonly fromDate: string;
  readonly toDate: string;
  /** Epoch milliseconds. */
  readonly seenSince: number;
  /** Only of these conflicts; null in the list: the unknown one. Null for the list: any. */
  readonly conflicts: readonly (string | null)[] | null;
  /** The report whose own earlier developments belong to the view, however old they are. */
  readonly reportId: string;
}

/** The part of the ledger that a decision is made on. */
export interface LedgerView {
  /** The ledger's version: a commit that names an older one is refused. */
  readonly version: number;
  readonly developments: readonly Development[];
  /** Operations of those developments and every operation seen since the query's `seenSince`. */
  readonly operations: readonly Operation[];
  /** What the report said before, if it was seen before. */
  readonly previous: { readonly report: Report; readonly reading: Reading } | null;
  /**
   * Near copies, by the signature bands given: other reports with a band in common that were seen in the two weeks up to the query's
   * `toDate`, newest first, at most 200.
   */
  readonly copies: readonly StoredSignature[];
  /** The next unused numbers for `d…` and `o…`. */
  readonly nextDevelopment: number;
  readonly nextOperation: number;
}

/** A report's MinHash signature, to tell copies of one text. */
export interface StoredSignature {
  readonly reportId: string;
  /** Which independent origin that report was counted as. */
  readonly origin: string;
  /** 128 unsigned 32-bit numbers. */
  readonly signature: Uint32Array;
  readonly seenAt: number;
}

/** Why the ledger changes. */
export type ChangeCause =
  | { readonly kind: "report"; readonly reportId: string }
  | { readonly kind: "hold" }
  /** `action`: what was decided; absent in entries of before it was kept. */
  | {
      readonly kind: "review";
      readonly by: string;
      readonly note: string;
      readonly action?: ReviewAction;
    }
  | { readonly kind: "rebuild" };

/** A change to the ledger: whole new states. The store journals it with the states before it, its inverse. */
export interface LedgerChange {
  readonly cause: ChangeCause;
  readonly at: number;
  readonly developments: readonly Development[];
  readonly operations: readonly Operation[];
}

/** A change as the journal keeps it, with its inverse. */
export interface JournalEntry {
  /** 1, 2 … in the order of the changes. */
  readonly seq: number;
  /** The ledger's version that the change made. */
  readonly version: number;
  readonly cause: ChangeCause;
  readonly at: number;
  /** The states before it. One that the change made is in `made` only: undoing the change ends it. */
  readonly before: {
    readonly developments: readonly Development[];
    readonly operations: readonly Operation[];
  };
  /** Ids of the developments and operations that were not there before it. */
  readonly made: readonly string[];
}

/** Marks of an item of a source, written in the transaction that stores its report. */
export interface ItemMark {
  readonly sourceId: string;
  /** Every identity that the item goes by (id, link, content). */
  readonly keys: readonly string[];
  /** Hash of title and text: a changed one is a revision. */
  readonly contentHash: string;
}

/** A report as it is stored. */
export interface KeptReport {
  readonly report: Report;
  readonly reading: Reading;
  readonly signature: StoredSignature | null;
  /** LSH bands of that signature, by which `near` finds the report again: unsigned 32-bit numbers; [] for none. */
  readonly bands: readonly number[];
  readonly mark: ItemMark | null;
}

/** Everything that one decision writes, in one transaction. */
export interface Commit {
  /** `LedgerView.version` that it was decided on. */
  readonly version: number;
  /** Null for changes that come from no report (a hold that is due, a review). */
  readonly report: KeptReport | null;
  /** Null: the report changes nothing in the ledger. */
  readonly change: LedgerChange | null;
  /** One fan-out row is written for each. */
  readonly alerts: readonly Alert[];
}

export type CommitResult =
  | { readonly kind: "committed"; readonly version: number; readonly alerts: readonly Alert[] }
  /** Someone else changed the ledger since: read it again and decide again. */
  | { readonly kind: "stale" };

/** What to list of the ledger. */
export interface DevelopmentQuery {
  readonly kinds?: readonly EventKind[];
  readonly conflicts?: readonly string[];
  readonly toldOnly?: boolean;
  /** Newest first by when they were last seen. */
  readonly limit: number;
}

/** The ledger and the reports behind it. Merged developments are followed to the one they went into. */
export interface LedgerStore {
  /** `bands`: LSH bands of the report's signature ([]: none). */
  near(query: NearQuery, bands: readonly number[]): Promise<LedgerView>;
  commit(commit: Commit): Promise<CommitResult>;
  /**
   * Stores reports that say nothing and so change nothing, all in one transaction. One whose id is stored already is left as it is, for
   * what it said then has to be undone by a commit; returns the ids of those.
   */
  keep(reports: readonly KeptReport[]): Promise<readonly string[]>;
  development(id: DevelopmentId): Promise<Development | null>;
  /** Developments as they are stored, merged ones too, in the order of `ids`; those that there are. */
  stored(ids: readonly DevelopmentId[]): Promise<readonly Development[]>;
  /** Ids of every development, merged ones too, in the order of their making. */
  developmentIds(): Promise<readonly DevelopmentId[]>;
  operation(id: OperationId): Promise<Operation | null>;
  report(id: string): Promise<Report | null>;
  /** Every stored report in its newest revision, by when it was seen, then in the order in which they came. `after`: only those behind this one. */
  reports(query: {
    readonly after?: Pick<Report, "seenAt" | "id">;
    readonly limit: number;
  }): Promise<readonly Report[]>;
  developments(query: DevelopmentQuery): Promise<readonly Development[]>;
  operations(limit: number): Promise<readonly Operation[]>;
  /** Alerts, newest first. `after`: only those with a greater seq. */
  alerts(query: {
    readonly after?: number;
    readonly development?: DevelopmentId;
    readonly limit: number;
  }): Promise<readonly Alert[]>;
  /** The journal, oldest first. `after`: only entries with a greater seq; `reviewsOnly`: what people decided. */
  journal(query: {
    readonly after?: number;
    readonly reviewsOnly?: boolean;
    readonly limit: number;
  }): Promise<readonly JournalEntry[]>;
  /** Developments whose held alert is due at `at`, in the order of their due times. */
  dueHolds(at: number, limit: number): Promise<readonly Development[]>;
  /** When the next held alert is due; null: none is held. */
  nextHoldAt(): Promise<number | null>;
}
