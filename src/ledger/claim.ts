import type { Attribution, Claim, StageClaim } from "../model/development.ts";
import type { ReadEvent } from "../model/reading.ts";
import type { Speaker } from "../model/speaker.ts";
import type { ReconcileRequest } from "./draft.ts";
import type { Assertion } from "./fold.ts";
import { originOf } from "./origin.ts";

/** A figure of the report as a claim. */
export function claimOf(assertion: Assertion, request: ReconcileRequest): Claim {
  const { report, reading } = request;
  return {
    low: assertion.low,
    high: assertion.high,
    approx: assertion.approx,
    group: assertion.toldGroup,
    weapon: assertion.toldWeapon,
    was: assertion.was ?? null,
    isSum: assertion.isSum,
    ...(assertion.isTitled === true || report.title.includes(assertion.evidence) ? { isHeadline: true } : {}),
    ...(assertion.isElimination === true ? { isElimination: true } : {}),
    by: assertion.by,
    publishedAt: report.publishedAt,
    evidence: assertion.evidence,
    lang: reading.lang,
    ...attributionOf(assertion.by, request),
  };
}

/** An event of the report as a claim that a stage was reached. */
export function stageClaimOf(event: ReadEvent, request: ReconcileRequest): StageClaim {
  const { kind, stage, date, by, evidence, isDenial, parties, attacker, isDeadly } = event;
  const voice = by === null ? request.report.source.side : by.side;
  return {
    kind,
    stage,
    date,
    by,
    evidence,
    isDenial,
    parties,
    voice,
    ...(attacker == null ? {} : { attacker }),
    ...(isDeadly === true ? { isDeadly } : {}),
    ...(request.report.title.includes(evidence) ? { isHeadline: true } : {}),
    ...attributionOf(by, request),
  };
}

function attributionOf(by: Speaker | null, { report, textOrigin }: ReconcileRequest): Attribution {
  const { id, sourceId, source, isStateControlled, url, seenAt } = report;
  return {
    reportId: id,
    sourceId: sourceId ?? null,
    outlet: source,
    isStateControlled,
    url,
    seenAt,
    origin: originOf(by, textOrigin),
  };
}
