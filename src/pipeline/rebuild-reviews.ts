import type { ReviewAction } from "../model/review.ts";
import type { JournalEntry } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { supportedBy } from "./supported.ts";

/** What somebody decided and nobody took back, as the journal has it. */
export interface Decision {
  /** The journal's entry. */
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly note: string;
  readonly action: ReviewAction;
  /** The developments that it names, by the reports behind them when it was made. */
  readonly named: ReadonlyMap<string, NamedDevelopment>;
}

interface NamedDevelopment {
  readonly kind: string;
  readonly reports: readonly string[];
}

type Ledger = Pick<Store, "ledger">;

/** Entries of the journal read in one go. */
const pageSize = 100;

/** Reports that are asked for the development they support. */
const maxVotes = 50;

/** Everything that people decided, oldest first, without what they took back. An undone report is a report that is retracted. */
export async function standingDecisions(store: Ledger): Promise<readonly Decision[]> {
  const found: Decision[] = [];
  let after = 0;
  for (let page = await pageOf(store, after); page.length > 0; page = await pageOf(store, after)) {
    for (const entry of page) found.push(...(await decisionOf(store, entry)));
    after = page.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER;
  }
  const undone = new Set<number>();
  for (const { seq, action } of found.toReversed())
    if (!undone.has(seq) && action.kind === "undo") undone.add(action.seq);
  const standing = found.filter(({ seq, action }) => !undone.has(seq) && action.kind !== "undo");
  const retractions = await Promise.all(
    found
      .filter(({ seq, action }) => !undone.has(seq) && action.kind === "undo")
      .map((decision) => retractionOf(store, decision)),
  );
  return [...standing, ...retractions.flat()].toSorted((a, b) => a.seq - b.seq);
}

function pageOf(store: Ledger, after: number): Promise<readonly JournalEntry[]> {
  return store.ledger.journal({ after, reviewsOnly: true, limit: pageSize });
}

async function decisionOf(store: Ledger, entry: JournalEntry): Promise<readonly Decision[]> {
  const { cause, seq, at, before } = entry;
  if (cause.kind !== "review" || cause.action === undefined) return [];
  const { by, note, action } = cause;
  const named = new Map<string, NamedDevelopment>();
  for (const id of namedBy(action)) {
    const state =
      before.developments.find((development) => development.id === id) ??
      (await store.ledger.development(id));
    if (state !== null) named.set(id, { kind: state.kind, reports: state.reports });
  }
  return [{ seq, at, by, note, action, named }];
}

/** An undo of what a report said, as the retraction that it is. [] for any other undo: what it undid is left out. */
async function retractionOf(store: Ledger, decision: Decision): Promise<readonly Decision[]> {
  if (decision.action.kind !== "undo") return [];
  const [entry] = await store.ledger.journal({ after: decision.action.seq - 1, limit: 1 });
  if (entry?.cause.kind !== "report") return [];
  return [{ ...decision, action: { kind: "retract", reportId: entry.cause.reportId } }];
}

function namedBy(action: ReviewAction): readonly string[] {
  if (action.kind === "undo" || action.kind === "retract") return [];
  return action.kind === "merge" ? [action.development, action.other] : [action.development];
}

/** A decision's action with the ids that its developments have in another ledger. Null: one of them is not there. */
export async function translate(decision: Decision, fresh: Ledger): Promise<ReviewAction | null> {
  const { action } = decision;
  if (action.kind === "undo" || action.kind === "retract") return action;
  const development = await idIn(fresh, decision.named.get(action.development));
  if (development === null) return null;
  if (action.kind !== "merge") return { ...action, development };
  const other = await idIn(fresh, decision.named.get(action.other));
  return other === null ? null : { ...action, development, other };
}

/** The development that most of the reports support. */
async function idIn(fresh: Ledger, named: NamedDevelopment | undefined): Promise<string | null> {
  const votes = new Map<string, number>();
  for (const reportId of named?.reports.slice(0, maxVotes) ?? []) {
    const { developments } = await supportedBy(fresh, reportId);
    for (const { id, kind } of developments)
      if (kind === named?.kind) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
