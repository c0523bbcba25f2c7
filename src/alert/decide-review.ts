import type { Alert, AlertChange } from "../model/alert.ts";
import type { Development, Operation } from "../model/development.ts";
import type { ReviewAction } from "../model/review.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import { isHeld, standingPart } from "../ledger/ruling.ts";
import { alertOf, withTold } from "./alert-of.ts";
import { askedOf } from "./approval.ts";
import type { Decision, Telling } from "./decide.ts";
import { changesOf, tellFirst } from "./decide.ts";
import { movesOf } from "./material.ts";
import { isRinging, type TellingPolicy } from "./policy.ts";

export interface ReviewTellingRequest {
  /** The states before the review, merged ones too. */
  readonly before: readonly Development[];
  readonly change: LedgerChange;
  /** Every operation that the change's developments belong to, as it is after the review. */
  readonly operations: readonly Operation[];
  readonly now: number;
  readonly policy: TellingPolicy;
}

/** Reviews that put right what was told; the others tell what there is to tell as a report would. */
const fixes: ReadonlySet<ReviewAction["kind"]> = new Set([
  "correct",
  "confirm",
  "withdraw",
  "retract",
  "split",
  "undo",
]);

/**
 * What is told of a review: a correction to the chats that were told what was wrong, first news of what it set free, and of a development that
 * was merged away a pointer in the place of its message. Pure.
 */
export function reviewTelling(request: ReviewTellingRequest): Decision {
  const alerts: Alert[] = [];
  const developments = request.change.developments.map((after) => {
    const told = tellOne(after, request);
    if (told.alert !== null) alerts.push(told.alert);
    return told.development;
  });
  return { alerts, change: { ...request.change, developments } };
}

function tellOne(after: Development, request: ReviewTellingRequest): Telling {
  if (after.mergedInto !== null) return pointTo(after.mergedInto, after, request);
  if (isHeld(after)) return { development: after, alert: null };
  if (after.told === null) return tellFirst(after, request);
  return putRight(after, request);
}

/** The message of a merged one says where its news are told from now on. Nothing, where none was sent. */
function pointTo(id: string, after: Development, request: ReviewTellingRequest): Telling {
  const kept = request.change.developments.find((development) => development.id === id);
  const before = request.before.find((development) => development.id === after.id);
  if (after.told === null || kept === undefined || before?.mergedInto === id)
    return { development: after, alert: null };
  const { operations, now, policy } = request;
  const alert: Alert = {
    ...alertOf(
      { ...kept, told: after.told },
      { type: "correction", isLoud: false, changes: [], reports: [], operations, now, policy },
    ),
    development: after.id,
    mergedInto: id,
  };
  // Should the merge be undone, its own message goes on from what it told itself.
  const { revision, at } = alert;
  return { development: { ...after, told: { ...after.told, revision, at }, holdUntil: null }, alert };
}

function putRight(after: Development, request: ReviewTellingRequest): Telling {
  const { change, operations, now, policy } = request;
  const before = request.before.find((development) => development.id === after.id) ?? null;
  const shown = standingPart(after);
  if (after.told === null) return { development: after, alert: null };
  const moves = movesOf(
    { before: before === null ? null : standingPart(before), after: shown, told: after.told },
    policy,
  );
  const { cause } = change;
  const isFix = cause.kind === "review" && cause.action !== undefined && fixes.has(cause.action.kind);
  // What waits for an approval, or was refused, is told by no other decision than one on the numbers themselves.
  if (!isFix && askedOf(shown, moves.material, policy) !== "") return { development: after, alert: null };
  const isGone = shown.stages.length === 0 && shown.figures.every(({ leading }) => leading === null);
  const withdrawn: readonly AlertChange[] = isGone ? [{ kind: "withdrawn", by: "" }] : [];
  const moved = [...withdrawn, ...changesOf(moves)];
  const isSplit = moved.length > 0 && cause.kind === "review" && cause.action?.kind === "split";
  const changes: readonly AlertChange[] = isSplit ? [{ kind: "split" }, ...moved] : moved;
  // Its message is a pointer, and has to tell it again.
  const isBack = before !== null && before.mergedInto !== null;
  if (changes.length === 0 && !isBack) return { development: after, alert: null };
  const corrected = changes.some((each) => each.kind !== "figure" || each.from !== null);
  const isLoud = isGone || moves.material.length > 0 || (isFix && changes.some((each) => rings(each, after)));
  const alert = alertOf(after, {
    type: moves.isCorrection || (isFix && (corrected || isBack)) ? "correction" : "update",
    isLoud,
    changes,
    reports: [],
    operations,
    now,
    policy,
  });
  return { development: withTold(after, alert), alert };
}

/** Whether a number that was told as news is another one now, by however little. */
function rings(change: AlertChange, development: Development): boolean {
  if (change.kind !== "figure" || change.from === null) return false;
  return isRinging(development, change.from, []);
}
