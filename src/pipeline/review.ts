import { reviewTelling } from "../alert/decide-review.ts";
import type { TellingPolicy } from "../alert/policy.ts";
import { LedgerError } from "../errors.ts";
import { reviewChange } from "../ledger/review.ts";
import type { Alert } from "../model/alert.ts";
import type { Development, Operation } from "../model/development.ts";
import type { RefusalCode, Review, ReviewAction } from "../model/review.ts";
import type { JournalEntry, LedgerChange } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { supportedBy } from "./supported.ts";

export interface ReviewLedgerRequest {
  readonly store: Pick<Store, "ledger">;
  readonly now: number;
  readonly policy: TellingPolicy;
  readonly review: Review;
}

export type ReviewResult =
  /** Committed, alerts with their seq. */
  | { readonly kind: "reviewed"; readonly alerts: readonly Alert[]; readonly change: LedgerChange }
  /** Nothing was changed. */
  | { readonly kind: "refused"; readonly code: RefusalCode };

/** As often as for a report is it tried anew when others change the ledger meanwhile. */
const maxAttempts = 20;

/**
 * The one door through which people change the ledger: what they decide, what is told of it and the journal's entry are written in one
 * transaction. Throws LedgerError `ledger-busy` when others keep changing the ledger.
 */
export async function reviewLedger(request: ReviewLedgerRequest): Promise<ReviewResult> {
  const { store, review, now, policy } = request;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    // The version first: what changes after it was read makes the commit stale.
    const state = await supportedBy(store, "");
    const scope = await scopeOf(store, review.action);
    const change = reviewChange({
      review,
      now,
      ...scope,
      nextDevelopment: state.nextDevelopment,
      version: state.version,
    });
    if (typeof change === "string") return { kind: "refused", code: change };
    const operations = [
      ...scope.operations.filter(({ id }) => !change.operations.some((changed) => changed.id === id)),
      ...change.operations,
    ];
    const told = reviewTelling({ before: scope.developments, change, operations, now, policy });
    const result = await store.ledger.commit({
      version: state.version,
      report: null,
      change: told.change,
      alerts: told.alerts,
    });
    if (result.kind === "committed") return { kind: "reviewed", alerts: result.alerts, change: told.change };
  }
  throw new LedgerError(`A review met a changed ledger ${maxAttempts} times.`, { code: "ledger-busy" });
}

interface Scope {
  readonly developments: readonly Development[];
  readonly operations: readonly Operation[];
  readonly entries: readonly JournalEntry[];
}

/** Everything that the action is about: what it names, where that was merged into, and all legs of the operations. */
async function scopeOf(store: Pick<Store, "ledger">, action: ReviewAction): Promise<Scope> {
  const entries = action.kind === "undo" ? await entriesOf(store, action.seq) : [];
  const named = await store.ledger.stored([
    ...namedBy(action),
    ...entries.flatMap((entry) => [
      ...(entry.cause.kind === "review" && entry.cause.action !== undefined
        ? namedBy(entry.cause.action)
        : []),
      ...entry.before.developments.map(({ id }) => id),
      ...entry.made.filter((id) => id.startsWith("d")),
    ]),
  ]);
  const reportIds = [action, ...entries.flatMap(({ cause }) => actionOf(cause))].flatMap((each) =>
    each.kind === "retract" ? [each.reportId] : [],
  );
  const supported = await Promise.all(reportIds.map((id) => supportedBy(store, id)));
  const standing = await followed(store, [
    ...named,
    ...supported.flatMap(({ developments }) => developments),
  ]);
  const operations = await operationsOf(store, standing, [
    ...entries.flatMap(({ before, made }) => [...before.operations.map(({ id }) => id), ...made]),
    ...supported.flatMap((view) => view.operations.map(({ id }) => id)),
  ]);
  const legs = await store.ledger.stored(operations.flatMap(({ developments }) => developments));
  return { developments: byId([...standing, ...legs]), operations, entries };
}

function namedBy(action: ReviewAction): readonly string[] {
  if (action.kind === "undo" || action.kind === "retract") return [];
  return action.kind === "merge" ? [action.development, action.other] : [action.development];
}

function actionOf(cause: JournalEntry["cause"]): readonly ReviewAction[] {
  if (cause.kind === "report") return [{ kind: "retract", reportId: cause.reportId }];
  return cause.kind === "review" && cause.action !== undefined ? [cause.action] : [];
}

/** An entry, then the one that it undid, and so on. */
async function entriesOf(store: Pick<Store, "ledger">, seq: number): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let next: number | null = seq; next !== null;) {
    const [entry]: readonly JournalEntry[] = await store.ledger.journal({ after: next - 1, limit: 1 });
    if (entry === undefined || entry.seq !== next) return entries;
    entries.push(entry);
    const undone: readonly ReviewAction[] = actionOf(entry.cause);
    const [action] = undone;
    // Undone entries are older: the chain ends.
    next = action?.kind === "undo" && action.seq < next ? action.seq : null;
  }
  return entries;
}

/** With what merged ones went into, at any remove. */
async function followed(
  store: Pick<Store, "ledger">,
  developments: readonly Development[],
): Promise<readonly Development[]> {
  let all = byId(developments);
  for (let missing = missingOf(all); missing.length > 0; missing = missingOf(all)) {
    const more = await store.ledger.stored(missing);
    if (more.length === 0) return all;
    all = byId([...all, ...more]);
  }
  return all;
}

function missingOf(developments: readonly Development[]): readonly string[] {
  const known = new Set(developments.map(({ id }) => id));
  return developments.flatMap(({ mergedInto }) =>
    mergedInto === null || known.has(mergedInto) ? [] : [mergedInto],
  );
}

async function operationsOf(
  store: Pick<Store, "ledger">,
  developments: readonly Development[],
  more: readonly string[],
): Promise<readonly Operation[]> {
  const ids = new Set([
    ...developments.flatMap(({ operation }) => operation ?? []),
    ...more.filter((id) => id.startsWith("o")),
  ]);
  const operations = await Promise.all([...ids].map((id) => store.ledger.operation(id)));
  return operations.filter((operation) => operation !== null);
}

function byId<State extends { readonly id: string }>(states: readonly State[]): readonly State[] {
  return [...new Map(states.map((state) => [state.id, state])).values()];
}
