import type { Development, Operation } from "../model/development.ts";
import type { LedgerView } from "../ports/ledger-store.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

/** One report to take into the ledger as it is. */
export interface ReconcileRequest {
  readonly report: Report;
  readonly reading: Reading;
  readonly view: LedgerView;
  /** The origin of the report's own voice (origin.ts): its outlet's, or that of the text it copies. */
  readonly textOrigin: string;
}

/** The state of the ledger while one report is taken in. */
export interface Draft {
  readonly request: ReconcileRequest;
  /** Ids of the developments that an earlier revision of the report supported. */
  readonly own: ReadonlySet<string>;
  /** Every development in view, as it is now; what the report touched is another object than in `before`. */
  readonly developments: Map<string, Development>;
  readonly before: ReadonlyMap<string, Development>;
  readonly operations: Map<string, Operation>;
  nextDevelopment: number;
  nextOperation: number;
}
