import type { Alert, AlertChange, AlertProgress, AlertSource } from "../model/alert.ts";
import type { Development, Operation, Told } from "../model/development.ts";
import { pointOf } from "../ledger/counts.ts";
import { firstDay } from "../ledger/first-day.ts";
import { standingPart } from "../ledger/ruling.ts";
import type { TellingPolicy } from "./policy.ts";
import {
  countOrigins,
  deniersOf,
  isConfirmedByBothSides,
  isUncountedDeadly,
  shownFigures,
  speakersOfStage,
} from "./shown.ts";

/** What an alert is beside the development that it tells. */
export interface AlertParts {
  readonly type: Alert["type"];
  readonly isLoud: boolean;
  readonly changes: readonly AlertChange[];
  readonly reports: readonly string[];
  readonly operations: readonly Operation[];
  readonly now: number;
  readonly policy: Pick<TellingPolicy, "kinds" | "onRequest">;
}

/** The alert that tells a development as it stands. What a review took out of it is not told. */
export function alertOf(whole: Development, parts: AlertParts): Alert {
  const development = standingPart(whole);
  const { id, kind, subject, attacker, stage, date, limit, conflict, places, parties } = development;
  const deniers = deniersOf(development);
  const isForAll = parts.policy.kinds.includes(kind) || !parts.policy.onRequest.includes(kind);
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
    ...(date === null ? { reportedOn: firstDay(development) } : {}),
    ...(limit == null ? {} : { limit }),
    conflict,
    places,
    parties,
    reports: parts.reports,
    figures: shownFigures(development),
    progress: progressOf(development, parts.operations),
    changes: parts.changes,
    sources: sourcesOf(development),
    speakers: speakersOfStage(development),
    ...(deniers.length === 0 ? {} : { denials: deniers }),
    ...(isUncountedDeadly(development) ? { isDeadly: true as const } : {}),
    origins: countOrigins(development),
    isConfirmedByBothSides: isConfirmedByBothSides(development),
    ...(isForAll ? {} : { isOnRequest: true as const }),
  };
}

/** A development with what the alert told of it. */
export function withTold(development: Development, alert: Alert): Development {
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
  const heard = [
    ...leading,
    ...development.figures.flatMap((figure) => figure.claims),
    ...development.stages,
  ];
  // A reviewer's own number came through no source.
  const all = heard.filter((claim) => !("review" in claim));
  const seen = new Map<string, AlertSource>();
  const reports = new Set<string>();
  for (const claim of all) {
    // All claims of a report came the same way.
    if (reports.has(claim.reportId)) continue;
    reports.add(claim.reportId);
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
