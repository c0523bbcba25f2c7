import type { Alert } from "../model/alert.ts";
import type { Development, Operation } from "../model/development.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { ItemMark, LedgerChange, LedgerView, StoredSignature } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { LedgerError } from "../errors.ts";
import { supportedBy } from "./supported.ts";
import type { TellingPolicy } from "../alert/policy.ts";
import { decide, release } from "../alert/decide.ts";
import { nearQueries } from "../ledger/near.ts";
import { textOriginOf } from "../ledger/origin.ts";
import { reconcile } from "../ledger/reconcile.ts";
import { bandsOf, isCopy, signText, similarityOf } from "../ledger/signature.ts";

/** What reads a report. The same report always gives the same reading. */
export type ReadReport = (report: Report) => Reading;

export interface IngestRequest {
  readonly store: Pick<Store, "ledger">;
  readonly read: ReadReport;
  readonly report: Report;
  /** The source's item that it came as; null: none (a replay). */
  readonly mark: ItemMark | null;
  readonly now: number;
  readonly policy: TellingPolicy;
}

/** Another process may change the ledger between reading and writing; so often is it tried anew. */
const maxAttempts = 20;

/** Signatures this unlike are no copies: a cut or half rewritten copy still shares more. */
const likeness = 0.2;

/**
 * Takes one report in: reads it, finds what it is about, changes the ledger, decides what is told, and writes all of it
 * in one transaction. Returns the alerts as committed. Throws LedgerError `ledger-busy` when others keep changing the ledger.
 */
export async function ingestReport(given: IngestRequest): Promise<readonly Alert[]> {
  const sourced = withSource(given);
  const { report, reading } = standAlone({ report: sourced.report, reading: sourced.read(sourced.report) });
  const request = { ...sourced, report };
  const words = `${report.title}\n${report.text}`;
  // Only what makes claims can have its claims counted twice.
  const signature = isEmpty(reading) ? null : signText(words);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const committed = await tryIngest(request, { reading, words, signature });
    if (committed !== null) return committed;
  }
  throw new LedgerError(`Report ${request.report.id} met a changed ledger ${maxAttempts} times.`, {
    code: "ledger-busy",
  });
}

/**
 * What was read, as it would come out of the store. A reader's strings are parts of the feed's text: each claim that is kept would keep all of it in
 * memory, and V8 writes out JSON half as fast where one such string is in it.
 */
function standAlone(told: Told): Told {
  return isEmpty(told.reading) ? told : JSON.parse(JSON.stringify(told));
}

interface Told {
  readonly report: Report;
  readonly reading: Reading;
}

/** The report with the followed source that its item came through, so that its claims can name it. */
export function withSource<Given extends Pick<IngestRequest, "report" | "mark">>(request: Given): Given {
  const { report, mark } = request;
  return mark === null ? request : { ...request, report: { ...report, sourceId: mark.sourceId } };
}

/** Whether a report that reads so changes nothing, unless it said something before. */
export function isEmpty(reading: Reading): boolean {
  return reading.figures.length === 0 && reading.events.length === 0;
}

interface Prepared {
  readonly reading: Reading;
  readonly words: string;
  readonly signature: Uint32Array | null;
}

async function tryIngest(request: IngestRequest, prepared: Prepared): Promise<readonly Alert[] | null> {
  const { store, report, mark, now, policy } = request;
  const { reading, signature } = prepared;
  const bands = signature === null ? [] : bandsOf(signature);
  const view = await viewOf(store, { report, reading, bands });
  if (view === null) return null;
  const copied = await copiedBy(store, { report, ...prepared, copies: view.copies });
  const textOrigin = textOriginOf(report, copied);
  const change = reconcile({ report, reading, view, textOrigin });
  // A replay keeps no report that says nothing and never did.
  if (change === null && mark === null && isEmpty(reading) && view.previous === null) return [];
  const decision =
    change === null
      ? null
      : decide({
          before: view.developments,
          change,
          operations: operationsAfter(view, change),
          report,
          now,
          policy,
        });
  const stored: StoredSignature | null =
    signature === null ? null : { reportId: report.id, origin: textOrigin, signature, seenAt: report.seenAt };
  const result = await store.ledger.commit({
    version: view.version,
    report: { report, reading, signature: stored, bands, mark },
    change: decision?.change ?? null,
    alerts: decision?.alerts ?? [],
  });
  return result.kind === "stale" ? null : result.alerts;
}

/** Everything near the report, as of one version of the ledger. Null: it changed between two queries. */
async function viewOf(
  store: IngestRequest["store"],
  of: { readonly report: Report; readonly reading: Reading; readonly bands: readonly number[] },
): Promise<LedgerView | null> {
  let whole: LedgerView | null = null;
  for (const query of nearQueries(of.report, of.reading)) {
    const view = await store.ledger.near(query, whole === null ? of.bands : []);
    if (whole !== null && whole.version !== view.version) return null;
    whole = whole === null ? view : mergeViews(whole, view);
  }
  return whole;
}

function mergeViews(a: LedgerView, b: LedgerView): LedgerView {
  return {
    ...a,
    developments: byId([...a.developments, ...b.developments]),
    operations: byId([...a.operations, ...b.operations]),
  };
}

/** Each state once, in a stable order: the store may list them in any. */
function byId<State extends { readonly id: string }>(states: readonly State[]): readonly State[] {
  return [...new Map(states.map((state) => [state.id, state])).values()];
}

function operationsAfter(view: LedgerView, change: LedgerChange): readonly Operation[] {
  return byId([...view.operations, ...change.operations]);
}

/** The earlier text that a report copies: the likest first. Null: it is its own. */
async function copiedBy(
  store: IngestRequest["store"],
  of: Prepared & { readonly report: Report; readonly copies: readonly StoredSignature[] },
): Promise<StoredSignature | null> {
  const { signature, report } = of;
  if (signature === null) return null;
  const likely = of.copies
    .filter((copy) => copy.reportId !== report.id && similarityOf(signature, copy.signature) >= likeness)
    .toSorted(
      (a, b) =>
        similarityOf(signature, b.signature) - similarityOf(signature, a.signature) || a.seenAt - b.seenAt,
    );
  for (const copy of likely.slice(0, 5)) {
    const earlier = await store.ledger.report(copy.reportId);
    if (earlier !== null && isCopy(of.words, `${earlier.title}\n${earlier.text}`)) return copy;
  }
  return null;
}

/** Held alerts looked at in one go. */
const releaseChunk = 50;

/** Tells what was held and is due at `now`. Returns the alerts as committed. */
export async function releaseHolds({
  store,
  now,
  policy,
}: Pick<IngestRequest, "now" | "policy"> & { readonly store: Pick<Store, "ledger"> }): Promise<
  readonly Alert[]
> {
  const alerts: Alert[] = [];
  for (let attempt = 0; attempt < maxAttempts;) {
    // The version first: what changes after it was read makes the commit stale.
    const { version } = await supportedBy(store, "");
    const due = await store.ledger.dueHolds(now, releaseChunk);
    if (due.length === 0) return alerts;
    const operations = await operationsOf(store, due);
    const released = release(due, operations, { now, policy });
    const result = await store.ledger.commit({
      version,
      report: null,
      change: released.change,
      alerts: released.alerts,
    });
    if (result.kind === "committed") alerts.push(...result.alerts);
    else attempt += 1;
  }
  throw new LedgerError(`Holds met a changed ledger ${maxAttempts} times.`, { code: "ledger-busy" });
}

async function operationsOf(
  store: Pick<Store, "ledger">,
  developments: readonly Development[],
): Promise<readonly Operation[]> {
  const ids = new Set(developments.flatMap(({ operation }) => operation ?? []));
  const operations = await Promise.all([...ids].map((id) => store.ledger.operation(id)));
  return operations.filter((operation) => operation !== null);
}
