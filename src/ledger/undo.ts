import type { Development } from "../model/development.ts";
import type { RefusalCode, ReviewAction } from "../model/review.ts";
import type { JournalEntry, LedgerChange } from "../ports/ledger-store.ts";
import { invert } from "./invert.ts";
import type { ReviewRequest, Reviewed } from "./review-state.ts";
import { retract, ruled } from "./review-state.ts";
import { partOf } from "./unite.ts";

type ReviewCause = Extract<JournalEntry["cause"], { kind: "review" }>;

/**
 * The states that take an entry of the journal back while what came after it stays: of a report all that it says, of a review what it
 * decided. `redo`: does an action anew, where an undo is undone.
 */
export function undoEntry(request: ReviewRequest, redo: (action: ReviewAction) => Reviewed): Reviewed {
  const [entry] = request.entries;
  if (entry === undefined) return "no-entry";
  switch (entry.cause.kind) {
    case "report":
      return retract(entry.cause.reportId, request);
    case "review":
      return undoReview(entry.cause, request, redo);
    case "hold":
    case "rebuild":
      return "cannot-undo";
  }
}

/** The whole ledger as a rebuild found it, where nothing has changed it since. */
export function restoreBefore(request: ReviewRequest): LedgerChange | RefusalCode {
  const [entry] = request.entries;
  if (entry === undefined) return "no-entry";
  if (entry.version !== request.version) return "cannot-undo";
  const touched = new Set([
    ...entry.made,
    ...[...entry.before.developments, ...entry.before.operations].map(({ id }) => id),
  ]);
  const now = {
    developments: request.developments.filter(({ id }) => touched.has(id)),
    operations: request.operations.filter(({ id }) => touched.has(id)),
  };
  const { by, note, action } = request.review;
  return invert({ cause: { kind: "review", by, note, action }, at: request.now, ...now }, entry.before, now);
}

function undoReview(
  { action, by }: ReviewCause,
  request: ReviewRequest,
  redo: (action: ReviewAction) => Reviewed,
): Reviewed {
  const [entry, undone] = request.entries;
  if (entry === undefined || action === undefined) return "cannot-undo";
  switch (action.kind) {
    case "merge":
      return unmerge(entry, request);
    case "split": {
      const [made] = entry.made;
      if (made === undefined) return "cannot-undo";
      return redo({ kind: "merge", development: action.development, other: made });
    }
    case "release":
    case "refuse":
      return holdAgain(entry, request);
    case "undo":
      if (undone?.cause.kind === "review" && undone.cause.action !== undefined)
        return redo(undone.cause.action);
      return undone?.cause.kind === "report" ? withoutRulings(entry, by, request) : "cannot-undo";
    default:
      return withoutRulings(entry, by, request);
  }
}

/** Every development that the entry's review ruled on, without that ruling. */
function withoutRulings(entry: JournalEntry, by: string, request: ReviewRequest): Reviewed {
  const freed = request.developments.flatMap((development): readonly Development[] => {
    const { rulings = [] } = development;
    const kept = rulings.filter((ruling) => ruling.at !== entry.at || ruling.by !== by);
    return kept.length < rulings.length ? [ruled(development, kept)] : [];
  });
  return freed.length === 0 ? "nothing-to-change" : freed;
}

function holdAgain(entry: JournalEntry, request: ReviewRequest): Reviewed {
  const held = entry.before.developments.flatMap((before): readonly Development[] => {
    const now = request.developments.find(({ id }) => id === before.id);
    if (now === undefined) return [];
    const holds = (before.rulings ?? []).filter(({ kind }) => kind === "hold");
    const rulings = [...(now.rulings ?? []), ...holds];
    const state = { ...now, ...(rulings.length === 0 ? {} : { rulings }) };
    if (now.told !== null || before.approval === undefined) return [state];
    return [{ ...state, approval: before.approval, holdUntil: before.holdUntil }];
  });
  return held.length === 0 ? "nothing-to-change" : held;
}

/** What the reports of the merged one say goes back to it; what came since stays where it is. */
function unmerge(entry: JournalEntry, request: ReviewRequest): Reviewed {
  const stored = (id: string) => request.developments.find((development) => development.id === id);
  const gone = entry.before.developments.find(({ id }) => {
    const now = stored(id);
    return now !== undefined && now.mergedInto !== null;
  });
  const goneNow = gone === undefined ? undefined : stored(gone.id);
  const kept = goneNow === undefined ? undefined : stored(goneNow.mergedInto ?? "");
  const keptBefore = entry.before.developments.find(({ id }) => id === kept?.id);
  if (gone === undefined || goneNow === undefined || kept === undefined || keptBefore === undefined)
    return "cannot-undo";
  const own = new Set(gone.reports.filter((id) => !keptBefore.reports.includes(id)));
  const rulings = (kept.rulings ?? []).filter(
    (ruling) => !(gone.rulings ?? []).some(({ at, by }) => at === ruling.at && by === ruling.by),
  );
  const rest = partOf(ruled(kept, rulings), (id) => !own.has(id));
  return [
    {
      ...rest,
      faces: (kept.faces ?? []).filter(
        ({ id }) => id !== gone.id && !(gone.faces ?? []).some((face) => face.id === id),
      ),
      places: kept.places.filter(
        (place) => keptBefore.places.includes(place) || !gone.places.includes(place),
      ),
      date: keptBefore.date ?? kept.date,
      operation: keptBefore.operation ?? (kept.operation === gone.operation ? null : kept.operation),
    },
    { ...gone, told: goneNow.told, holdUntil: null, mergedInto: null },
  ];
}
