import type { Development, FigureKey, LedgerFigure, Operation } from "../model/development.ts";
import type { RefusalCode, ReviewAction } from "../model/review.ts";
import type { Ruling } from "../model/ruling.ts";
import type { Speaker } from "../model/speaker.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import { pointOf } from "./counts.ts";
import { refresh } from "./operation.ts";
import type { ReviewRequest, Reviewed } from "./review-state.ts";
import { retract, rulingOf, standingOne, withRuling } from "./review-state.ts";
import { isConfirmed, isHeld, isSameKey } from "./ruling.ts";
import { standFigure } from "./standing.ts";
import { restoreBefore, undoEntry } from "./undo.ts";
import { emptied, partOf, uniteDevelopments } from "./unite.ts";

export type { ReviewRequest } from "./review-state.ts";

/**
 * What a review changes: whole new states, with the cause that the journal keeps. What it decides stays on the development as a ruling, so
 * that later reports meet it. Returns a code where it changes nothing. Pure.
 */
export function reviewChange(request: ReviewRequest): LedgerChange | RefusalCode {
  const { review, now } = request;
  if (review.action.kind === "undo" && request.entries[0]?.cause.kind === "rebuild")
    return restoreBefore(request);
  const reviewed = act(review.action, request);
  if (typeof reviewed === "string") return reviewed;
  const developments = reviewed.filter((state) => {
    const before = request.developments.find(({ id }) => id === state.id);
    return before === undefined || JSON.stringify(before) !== JSON.stringify(state);
  });
  const operations = operationsAfter(request, developments);
  if (developments.length + operations.length === 0) return "nothing-to-change";
  const { by, note, action } = review;
  return { cause: { kind: "review", by, note, action }, at: now, developments, operations };
}

function act(action: ReviewAction, request: ReviewRequest): Reviewed {
  switch (action.kind) {
    case "undo":
      return undoEntry(request, (redone) => act(redone, request));
    case "retract":
      return retract(action.reportId, request);
    case "merge":
      return merge(action, request);
    default:
      break;
  }
  const development = standingOne(action.development, request);
  if (development === null) return "no-development";
  switch (action.kind) {
    case "confirm":
      return action.figure === null
        ? confirm(development, request)
        : confirmFigure(development, action.figure, request);
    case "correct":
      return pin(development, { ...action, speaker: null }, request);
    case "withdraw":
      return withdraw(development, action, request);
    case "hold":
      if (isHeld(development)) return "nothing-to-change";
      return [
        {
          ...withRuling(development, rulingOf(request, { kind: "hold", figure: null })),
          holdUntil: null,
        },
      ];
    case "release":
      return release(development);
    case "refuse":
      if (development.approval?.state !== "waiting") return "nothing-to-change";
      return [{ ...development, holdUntil: null, approval: { ...development.approval, state: "dropped" } }];
    case "split":
      return split(development, action.reports, request);
  }
}

function figureOf(development: Development, key: FigureKey): LedgerFigure | null {
  return development.figures.find((figure) => isSameKey(figure, key)) ?? null;
}

function confirm(development: Development, request: ReviewRequest): Reviewed {
  if (isConfirmed(development)) return "nothing-to-change";
  return [withRuling(development, rulingOf(request, { kind: "confirm", figure: null }))];
}

function confirmFigure(development: Development, key: FigureKey, request: ReviewRequest): Reviewed {
  const leading = figureOf(development, key)?.leading ?? null;
  if (leading === null) return "no-figure";
  const { low, high, approx, by } = leading;
  return pin(development, { figure: key, span: { low, high, approx }, speaker: by }, request);
}

interface Pinned extends Pick<Extract<ReviewAction, { kind: "correct" }>, "figure" | "span"> {
  readonly speaker: Speaker | null;
}

function pin(
  development: Development,
  { figure: key, span, speaker }: Pinned,
  request: ReviewRequest,
): Reviewed {
  const figure = figureOf(development, key);
  if (figure === null || pointOf(span) === null) return "no-figure";
  const { measure, side, group, weapon, scope } = key;
  const ruling = rulingOf(request, {
    kind: "correct",
    figure: { measure, side, group, weapon, scope },
    span,
    was: figure.best,
    speaker,
  });
  return [withRuling(development, ruling)];
}

function withdraw(
  development: Development,
  { figure, reportId }: Extract<ReviewAction, { kind: "withdraw" }>,
  request: ReviewRequest,
): Reviewed {
  if (figure !== null && figureOf(development, figure) === null) return "no-figure";
  if (reportId !== null && !development.reports.includes(reportId)) return "no-report";
  const about = heardOn(development, figure).filter(
    (heard) => reportId === null || heard.reportId === reportId,
  );
  if (about.every(({ isWithdrawn }) => isWithdrawn === true)) return "nothing-to-change";
  return [withRuling(development, rulingOf(request, { kind: "withdraw", figure, reportId }))];
}

/** What is claimed of one number, or (null) all that a development holds. */
function heardOn(
  { figures, stages, denials = [] }: Development,
  key: FigureKey | null,
): readonly { readonly reportId: string; readonly isWithdrawn?: boolean }[] {
  const claims = figures
    .filter((figure) => key === null || isSameKey(figure, key))
    .flatMap((figure) => figure.claims);
  return key === null ? [...claims, ...stages, ...denials] : claims;
}

function release(development: Development): Reviewed {
  const { approval, rulings = [] } = development;
  const isWaiting = approval?.state === "waiting" || approval?.state === "dropped";
  if (!isWaiting && !isHeld(development) && development.holdUntil === null) return "nothing-to-change";
  const free = { ...development, rulings: rulings.filter(({ kind }) => kind !== "hold"), holdUntil: null };
  return [approval === undefined ? free : { ...free, approval: { ...approval, state: "granted" } }];
}

function merge(
  { development, other }: Extract<ReviewAction, { kind: "merge" }>,
  request: ReviewRequest,
): Reviewed {
  const [one, two] = [standingOne(development, request), standingOne(other, request)];
  if (one === null || two === null) return "no-development";
  if (one.id === two.id) return "same-development";
  if (one.kind !== two.kind || one.conflict !== two.conflict) return "other-kind";
  const [kept, gone] = isFirst(one, two) ? [one, two] : [two, one];
  return [uniteDevelopments(kept, gone), emptied(gone, kept.id)];
}

/** Whether the chats were told of it first; of two that nobody was told of, the older. */
function isFirst(one: Development, two: Development): boolean {
  if ((one.told === null) !== (two.told === null)) return one.told !== null;
  return (one.firstSeenAt - two.firstSeenAt || Number(one.id.slice(1)) - Number(two.id.slice(1))) <= 0;
}

function split(development: Development, reports: readonly string[], request: ReviewRequest): Reviewed {
  const moved = new Set(development.reports.filter((id) => reports.includes(id)));
  if (moved.size === 0) return "no-report";
  if (moved.size === development.reports.length) return "nothing-to-change";
  const { rulings: _, faces: __, approval: ___, ...plain } = development;
  const fresh: Development = {
    ...partOf(plain, (id) => moved.has(id)),
    id: `d${request.nextDevelopment}`,
    told: null,
    holdUntil: null,
  };
  return [partOf(development, (id) => !moved.has(id)), fresh];
}

/** Operations whose legs changed, with their sums computed anew; a retracted report's totals count no more. */
function operationsAfter(request: ReviewRequest, changed: readonly Development[]): readonly Operation[] {
  const after = [
    ...request.developments.filter(({ id }) => !changed.some((state) => state.id === id)),
    ...changed,
  ];
  return request.operations.flatMap((operation) => {
    const fresh = refresh(withRulings(operation, rulingsAfter(operation, request)), after);
    return JSON.stringify(fresh) === JSON.stringify(operation) ? [] : [fresh];
  });
}

/** The rulings on an operation: only a report's retraction makes one. */
function rulingsAfter(operation: Operation, request: ReviewRequest): readonly Ruling[] | null {
  const { rulings = [] } = operation;
  const { action } = request.review;
  const reportId = retractedBy(action, request);
  if (reportId !== null) {
    const isOf = ({ claims }: LedgerFigure) => claims.some((claim) => claim.reportId === reportId);
    if (![...operation.claimed, ...operation.planned].some(isOf)) return null;
    return [...rulings, rulingOf(request, { kind: "withdraw", figure: null, reportId })];
  }
  const entry = request.entries[0];
  if (action.kind !== "undo" || entry?.cause.kind !== "review") return null;
  const { by } = entry.cause;
  const kept = rulings.filter((ruling) => ruling.at !== entry.at || ruling.by !== by);
  return kept.length < rulings.length ? kept : null;
}

/** The report that an action takes back. Null: it takes back something else. */
function retractedBy(action: ReviewAction, { entries: [entry] }: ReviewRequest): string | null {
  if (action.kind === "retract") return action.reportId;
  return action.kind === "undo" && entry?.cause.kind === "report" ? entry.cause.reportId : null;
}

function withRulings(operation: Operation, rulings: readonly Ruling[] | null): Operation {
  if (rulings === null) return operation;
  const stand = (figures: readonly LedgerFigure[]) =>
    figures.map((figure) => standFigure(figure, figure.claims, { conflict: operation.conflict, rulings }));
  return { ...operation, rulings, claimed: stand(operation.claimed), planned: stand(operation.planned) };
}
