import type { Development, Operation, Subject } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { handedOver } from "./counts.ts";
import { foldFigures } from "./fold.ts";
import { addClaim, isLeg, operationFor, plannedOf, refresh } from "./operation.ts";
import { claimOf } from "./claim.ts";
import type { Draft } from "./draft.ts";
import { wholesOf } from "./split.ts";
import { reportDay } from "./topic.ts";

const handedSubjects: readonly Subject[] = ["captives", "bodies", "children"];

/** Puts legs under what was agreed, and totals that reports state beside the totals that the legs make. */
export function attachOperations(draft: Draft): void {
  for (const development of draft.developments.values()) {
    if (isTouched(development, draft) && development.subject === "deal") planFrom(development, draft);
  }
  for (const development of draft.developments.values()) {
    if (isTouched(development, draft) && isLeg(development)) place(development, draft);
  }
  addWholes(draft);
  const developments = [...draft.developments.values()];
  const touched = new Set(
    developments.flatMap((leg) => (isTouched(leg, draft) ? (leg.operation ?? []) : [])),
  );
  for (const operation of draft.operations.values()) {
    // The legs of all others may be out of sight: a sum without them would be wrong.
    if (!touched.has(operation.id)) continue;
    const fresh = refresh(operation, developments);
    if (!isSameState(fresh, operation)) draft.operations.set(operation.id, fresh);
  }
}

function isTouched(development: Development, draft: Draft): boolean {
  return draft.before.get(development.id) !== development;
}

/** One operation for each thing that the deal hands over. */
function planFrom(deal: Development, draft: Draft): void {
  for (const subject of handedSubjects) {
    const planned = plannedOf(deal, subject);
    if (planned.length === 0) continue;
    const known = [...draft.operations.values()].find(
      (operation) => operation.agreement === deal.id && operation.subject === subject,
    );
    const operation = known ?? openOperation({ deal, subject, draft });
    draft.operations.set(operation.id, {
      ...operation,
      planned,
      lastSeenAt: Math.max(operation.lastSeenAt, deal.lastSeenAt),
    });
  }
}

function openOperation(of: {
  readonly deal: Development;
  readonly subject: Subject;
  readonly draft: Draft;
}): Operation {
  const { deal, subject, draft } = of;
  const id = `o${draft.nextOperation}`;
  draft.nextOperation += 1;
  return {
    id,
    kind: "exchange",
    subject,
    agreement: deal.subject === "deal" ? deal.id : null,
    conflict: deal.conflict,
    developments: [],
    planned: [],
    claimed: [],
    running: [],
    firstDate: deal.date,
    lastSeenAt: deal.lastSeenAt,
  };
}

function place(leg: Development, draft: Draft): void {
  const operation =
    operationFor(leg, [...draft.operations.values()], [...draft.developments.values()]) ??
    planFromLeg(leg, draft);
  if (operation !== null && leg.operation !== operation.id)
    draft.developments.set(leg.id, { ...leg, operation: operation.id });
}

/** An agreement that nobody reported while we followed: the report of a leg says what was agreed. */
function planFromLeg(leg: Development, draft: Draft): Operation | null {
  const { request } = draft;
  const planned = foldFigures(
    request.reading.figures.filter(
      (figure) => figure.scope === "planned" && handedOver(figure.measure) === leg.subject,
    ),
  );
  // A promise beside a leg is of the whole only where that leg is a smaller part of it.
  const whole = planned.find((figure) => isPartOf(leg, figure));
  if (whole === undefined) return null;
  const sides = planned.filter((figure) => isPartOf(leg, figure) || figure.low === whole.low);
  const operation = openOperation({ deal: leg, subject: leg.subject, draft });
  const figures = sides.reduce(
    (known, figure) => addClaim(known, figure, claimOf(figure, request), { conflict: leg.conflict }),
    operation.planned,
  );
  draft.operations.set(operation.id, { ...operation, planned: figures });
  return { ...operation, planned: figures };
}

function isPartOf(leg: Development, whole: Figure): boolean {
  const counted = leg.figures.find(
    (figure) =>
      figure.measure === whole.measure &&
      figure.side === whole.side &&
      figure.scope === "event" &&
      figure.group === null,
  );
  return counted?.best != null && whole.low !== null && counted.best < whole.low;
}

/** Totals stated for the whole: shown beside the sum of the legs, they change nothing. */
function addWholes(draft: Draft): void {
  const { request } = draft;
  for (const whole of wholesOf(request.report, request.reading)) {
    const operation = currentOperation(whole.subject, whole.conflict, draft);
    if (operation === null) continue;
    const claimed = foldFigures(whole.figures).reduce(
      (known, figure) =>
        addClaim(known, { ...figure, scope: "running" }, claimOf(figure, request), operation),
      operation.claimed,
    );
    draft.operations.set(operation.id, { ...operation, claimed });
  }
}

function currentOperation(subject: Subject, conflict: string | null, draft: Draft): Operation | null {
  const day = reportDay(draft.request.report);
  const fits = [...draft.operations.values()].filter(
    (operation) =>
      operation.subject === subject &&
      operation.conflict === conflict &&
      operation.developments.length + operation.planned.length > 0 &&
      (operation.firstDate ?? "") <= day,
  );
  return fits.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)[0] ?? null;
}

function isSameState(a: Operation, b: Operation): boolean {
  return (
    JSON.stringify([a.developments, a.running, a.lastSeenAt]) ===
    JSON.stringify([b.developments, b.running, b.lastSeenAt])
  );
}
