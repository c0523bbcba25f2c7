import type { Alert } from "../model/alert.ts";
import type { Report } from "../model/report.ts";
import type { Store } from "../ports/store.ts";
import type { TellingPolicy } from "../alert/policy.ts";
import { defaultPolicy } from "../alert/policy.ts";
import type { ReadReport } from "./ingest.ts";
import { ingestReport, releaseHolds } from "./ingest.ts";

export interface ReplayRequest {
  /** Sorted by `seenAt`; those of one instant are taken in an order of their content. */
  readonly reports: AsyncIterable<Report>;
  /** An empty store. */
  readonly store: Pick<Store, "ledger">;
  readonly read: ReadReport;
  readonly policy?: TellingPolicy;
}

/**
 * Takes a stream of reports in as they were seen and yields the alerts in the order in which they would have gone out. The
 * clock is `seenAt`: no wall clock, no network, no randomness. A held alert goes out at its due time, before any later report; the
 * end of the input releases the rest.
 */
export async function* replay({
  reports,
  store,
  read,
  policy = defaultPolicy,
}: ReplayRequest): AsyncGenerator<Alert> {
  for await (const batch of instants(reports)) {
    const now = batch[0]?.seenAt ?? 0;
    yield* dueBefore({ store, policy }, now);
    for (const report of batch) yield* await ingestReport({ store, read, report, mark: null, now, policy });
  }
  yield* dueBefore({ store, policy }, Number.MAX_SAFE_INTEGER);
}

/** Held alerts that are due at or before `until`, each at its own time. */
async function* dueBefore(
  { store, policy }: Required<Pick<ReplayRequest, "store" | "policy">>,
  until: number,
): AsyncGenerator<Alert> {
  for (
    let at = await store.ledger.nextHoldAt();
    at !== null && at <= until;
    at = await store.ledger.nextHoldAt()
  ) {
    yield* await releaseHolds({ store, now: at, policy });
  }
}

/** Reports of one instant together, in an order of their content: what a source sends first must not matter. */
async function* instants(reports: AsyncIterable<Report>): AsyncGenerator<readonly Report[]> {
  let batch: Report[] = [];
  for await (const report of reports) {
    if (batch.length > 0 && batch[0]?.seenAt !== report.seenAt) {
      yield batch.toSorted(byContent);
      batch = [];
    }
    batch.push(report);
  }
  if (batch.length > 0) yield batch.toSorted(byContent);
}

function byContent(a: Report, b: Report): number {
  return compare(a.publishedAt ?? 0, b.publishedAt ?? 0) || compare(contentOf(a), contentOf(b));
}

function contentOf(report: Report): string {
  return [report.id, report.source.name, report.title, report.text].join("\n");
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
