import type { Alert, AlertChange, AlertProgress, AlertSource } from "../model/alert.ts";
import type { Development, Operation, Told } from "../model/development.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import type { Report } from "../model/report.ts";
import { pointOf } from "../ledger/counts.ts";
import { movesOf } from "./material.ts";
import { hasAnyWord, isNews } from "./news.ts";
import type { TellingPolicy } from "./policy.ts";
import { countOrigins, isConfirmedByBothSides, shownFigures, speakersOfStage } from "./shown.ts";

export interface DecideRequest {
  /** The states before the change; what the change made is not among them. */
  readonly before: readonly Development[];
  readonly change: LedgerChange;
  /** Every operation that the change's developments belong to. */
  readonly operations: readonly Operation[];
  readonly report: Report;
  readonly now: number;
  readonly policy: TellingPolicy;
}

/** Alerts to tell, and the change with what was told and what is held written into it. */
export interface Decision {
  readonly alerts: readonly Alert[];
  readonly change: LedgerChange;
}

/**
 * What is told of a change. A development not told before is `new` where the policy wants it told; one told before is an
 * `update` or a `correction` when it moved. A backfilled report is never told. Pure.
 */
export function decide(request: DecideRequest): Decision {
  if (request.report.isBackfill) return { alerts: [], change: request.change };
  const alerts: Alert[] = [];
  const developments = request.change.developments.map((after) => {
    const before = request.before.find((development) => development.id === after.id) ?? null;
    const told = tell(before, after, request);
    if (told.alert !== null) alerts.push(told.alert);
    return told.development;
  });
  const newFirst = alerts.toSorted((a, b) => Number(b.type === "new") - Number(a.type === "new"));
  return { alerts: newFirst, change: { ...request.change, developments } };
}

/** Held developments whose time has come: each is told as it stands now. `due`: as the store lists them. */
export function release(
  due: readonly Development[],
  operations: readonly Operation[],
  now: number,
): { readonly alerts: readonly Alert[]; readonly change: LedgerChange } {
  const alerts: Alert[] = [];
  const developments = due.map((development) => {
    if (development.told !== null || development.reports.length === 0)
      return { ...development, holdUntil: null };
    const alert = alertOf(development, {
      type: "new",
      isLoud: true,
      changes: [],
      reports: development.reports,
      operations,
      now,
    });
    alerts.push(alert);
    return withTold(development, alert);
  });
  return { alerts, change: { cause: { kind: "hold" }, at: now, developments, operations: [] } };
}

interface Telling {
  readonly development: Development;
  readonly alert: Alert | null;
}

function tell(before: Development | null, after: Development, request: DecideRequest): Telling {
  const { report, operations, now, policy } = request;
  if (after.told === null) return tellFirst(after, request);
  const moves = movesOf({ before, after, told: after.told }, policy);
  const isLoud = moves.material.length > 0;
  const isConfirmedNow = isConfirmedByBothSides(after) !== after.told.isConfirmedByBothSides;
  if (!isLoud && moves.silent.length === 0 && !isConfirmedNow) return { development: after, alert: null };
  const type = moves.isCorrection ? "correction" : "update";
  const changes = [...moves.material, ...moves.silent.filter((change) => !isAmong(change, moves.material))];
  const alert = alertOf(after, { type, isLoud, changes, reports: [report.id], operations, now });
  return { development: withTold(after, alert), alert };
}

/** Whether a change of a number is told already among what rings. */
function isAmong(change: AlertChange, material: readonly AlertChange[]): boolean {
  return (
    change.kind === "figure" && material.some((other) => other.kind === "figure" && other.to === change.to)
  );
}

function tellFirst(after: Development, request: DecideRequest): Telling {
  const { operations, now, policy } = request;
  if (!isNews(after, now, policy)) return { development: { ...after, holdUntil: null }, alert: null };
  const waits = policy.holdMs > 0 && !hasAnyWord(after) && countOrigins(after) < 2;
  if (after.holdUntil !== null && waits) return { development: after, alert: null };
  if (waits) return { development: { ...after, holdUntil: now + policy.holdMs }, alert: null };
  const alert = alertOf(after, {
    type: "new",
    isLoud: true,
    changes: [],
    reports: after.reports,
    operations,
    now,
  });
  return { development: withTold(after, alert), alert };
}

interface AlertParts {
  readonly type: Alert["type"];
  readonly isLoud: boolean;
  readonly changes: readonly AlertChange[];
  readonly reports: readonly string[];
  readonly operations: readonly Operation[];
  readonly now: number;
}

function alertOf(development: Development, parts: AlertParts): Alert {
  const { id, kind, subject, attacker, stage, date, conflict, places, parties } = development;
  return {
    seq: null,
    at: parts.now,
    type: parts.type,
    isLoud: parts.isLoud,
    development: id,
    revision: (development.told?.revision ?? 0) + 1,
    kind,
    subject,
    attacker,
    stage,
    date,
    conflict,
    places,
    parties,
    reports: parts.reports,
    figures: shownFigures(development),
    progress: progressOf(development, parts.operations),
    changes: parts.changes,
    sources: sourcesOf(development),
    speakers: speakersOfStage(development),
    origins: countOrigins(development),
    isConfirmedByBothSides: isConfirmedByBothSides(development),
  };
}

function withTold(development: Development, alert: Alert): Development {
  const { figures } = alert;
  const told: Told = {
    revision: alert.revision,
    at: alert.at,
    stage: alert.stage,
    figures,
    rungFigures: alert.isLoud ? figures : (development.told?.rungFigures ?? figures),
    isConfirmedByBothSides: alert.isConfirmedByBothSides,
  };
  return { ...development, told, holdUntil: null };
}

/** How far the operation has come with this leg, per measure and side that was agreed or counted. */
function progressOf(development: Development, operations: readonly Operation[]): readonly AlertProgress[] {
  const operation = operations.find((candidate) => candidate.id === development.operation);
  if (operation === undefined) return [];
  return operation.running.flatMap((total) => {
    if (total.best === null) return [];
    const plan = operation.planned.find(
      (figure) => figure.measure === total.measure && figure.side === total.side,
    );
    const claims = operation.claimed.filter(
      (figure) => figure.measure === total.measure && figure.side === total.side,
    );
    const claimed = claims.map((figure) => pointOf(figure)).filter((value) => value !== null);
    return [
      {
        operation: operation.id,
        measure: total.measure,
        side: total.side,
        done: total.best,
        target: plan?.best ?? null,
        claimed: claimed.find((value) => value > (total.best ?? 0)) ?? null,
      },
    ];
  });
}

/** The sources behind it: one an outlet and followed source, those that lead or rival first, then in the order in which they were seen. */
function sourcesOf(development: Development): readonly AlertSource[] {
  const leading = development.figures.flatMap((figure) => [
    ...(figure.leading === null ? [] : [figure.leading]),
    ...figure.rivals,
  ]);
  const all = [...leading, ...development.figures.flatMap((figure) => figure.claims), ...development.stages];
  const seen = new Map<string, AlertSource>();
  for (const claim of all) {
    // One outlet may come through several followed sources: chats choose by these.
    const key = JSON.stringify([claim.outlet.name, claim.sourceId]);
    if (seen.has(key)) continue;
    seen.set(key, {
      label: claim.outlet.name,
      url: claim.url,
      reportId: claim.reportId,
      sourceId: claim.sourceId,
      isStateControlled: claim.isStateControlled,
      side: claim.outlet.side,
    });
  }
  return [...seen.values()];
}
