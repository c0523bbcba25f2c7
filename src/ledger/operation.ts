import type {
  Claim,
  Development,
  LedgerFigure,
  Operation,
  RunningTotal,
  Subject,
} from "../model/development.ts";
import { handedOver, pointOf } from "./counts.ts";
import { daysBetween } from "./days.ts";
import type { Setting } from "./nearness.ts";
import { standFigure } from "./standing.ts";
import { originsAmong } from "./origin.ts";

/** Longest time between an agreement and a leg done under it, days. */
export const operationDays = 75;

/** Whether a development can be a leg: a handover done, with its number or told by two origins. One outlet's bare word may be about any other day. */
export function isLeg({ kind, stage, reports, figures, stages }: Development): boolean {
  if (kind !== "exchange" || stage !== "done" || reports.length === 0) return false;
  const isCounted = figures.some(({ measure, best }) => handedOver(measure) !== null && best !== null);
  return isCounted || originsAmong(stages) > 1;
}

/** The planned figures of a deal that are of one subject, so that prisoners and bodies never meet in one sum. */
export function plannedOf(deal: Development, subject: Subject): readonly LedgerFigure[] {
  return deal.figures.filter(
    (figure) => figure.scope === "planned" && handedOver(figure.measure) === subject,
  );
}

/**
 * The operation that a leg belongs to: the newest of its conflict and subject that was agreed before it and was not complete
 * without it. Null: none.
 */
export function operationFor(
  leg: Development,
  operations: readonly Operation[],
  developments: readonly Development[],
): Operation | null {
  if (leg.operation !== null) return operations.find((operation) => operation.id === leg.operation) ?? null;
  const fits = operations.filter((operation) => {
    if (operation.conflict !== leg.conflict || operation.subject !== leg.subject) return false;
    const { firstDate } = operation;
    if (firstDate !== null && leg.date !== null) {
      const days = daysBetween(firstDate, leg.date);
      if (days < 0 || days > operationDays) return false;
    }
    return !isComplete(
      operation,
      developments.filter((other) => other.id !== leg.id),
    );
  });
  return fits.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? 1 : -1))[0] ?? null;
}

/** Whether the legs known so far reach all that was planned. An operation without a plan is never complete. */
function isComplete(operation: Operation, developments: readonly Development[]): boolean {
  if (operation.planned.length === 0) return false;
  const running = runningOf(operation, developments);
  return operation.planned.every((plan) => {
    const total = running.find((sum) => sum.measure === plan.measure && sum.side === plan.side);
    return plan.best !== null && total?.best != null && total.best >= plan.best;
  });
}

/** The sum of the legs' standing numbers, per measure and side; a leg without a number for a side leaves that bound open. */
export function runningOf(
  operation: Pick<Operation, "developments">,
  developments: readonly Development[],
): readonly RunningTotal[] {
  const legs = operation.developments.flatMap((id) =>
    developments.filter((development) => development.id === id && isLeg(development)),
  );
  const figures = legs.flatMap((leg) =>
    leg.figures.filter(
      (figure) =>
        figure.scope === "event" &&
        figure.group === null &&
        figure.weapon === null &&
        figure.best !== null &&
        figure.side !== "both" &&
        figure.side !== null,
    ),
  );
  const counted = figures.filter((figure) => handedOver(figure.measure) !== null);
  const byKey = Map.groupBy(counted, (figure) => `${figure.measure} ${figure.side}`);
  return [...byKey.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        measure: first.measure,
        side: first.side,
        best: sum(group.map((figure) => figure.best)),
        low: sum(group.map((figure) => figure.low)),
        high: sum(group.map((figure) => figure.high)),
      },
    ];
  });
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}

/** The operation with its legs in the order of their days and its totals computed anew. */
export function refresh(operation: Operation, developments: readonly Development[]): Operation {
  const legs = developments
    .filter((development) => development.operation === operation.id && isLeg(development))
    .toSorted((a, b) => (a.date ?? "").localeCompare(b.date ?? "") || a.firstSeenAt - b.firstSeenAt);
  const known = new Set(developments.map((development) => development.id));
  const unseen = operation.developments.filter((id) => !known.has(id));
  const ids = [...unseen, ...legs.map((leg) => leg.id)];
  const lastSeenAt = Math.max(operation.lastSeenAt, ...legs.map((leg) => leg.lastSeenAt));
  return {
    ...operation,
    developments: ids,
    running: runningOf({ developments: ids }, developments),
    lastSeenAt,
  };
}

/** A list of figures with one more claim about one of them. */
export function addClaim(
  figures: readonly LedgerFigure[],
  key: Omit<LedgerFigure, "claims" | "leading" | "rivals" | "low" | "best" | "high">,
  claim: Claim,
  setting: Setting,
): readonly LedgerFigure[] {
  const index = figures.findIndex(
    (figure) =>
      figure.measure === key.measure &&
      figure.side === key.side &&
      figure.scope === key.scope &&
      figure.group === key.group &&
      pointOf(figure.leading ?? { low: null, high: null }) === pointOf(claim),
  );
  const claims = [...(index < 0 ? [] : (figures[index]?.claims ?? [])), claim];
  const figure = standFigure(key, claims, setting);
  return index < 0 ? [...figures, figure] : figures.with(index, figure);
}
