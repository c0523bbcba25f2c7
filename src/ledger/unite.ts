import type { Claim, Development, Face, LedgerFigure } from "../model/development.ts";
import { isSameKey, ruledStages } from "./ruling.ts";
import { settle } from "./settle.ts";
import { newestStage } from "./stage.ts";
import { standFigure } from "./standing.ts";
import { union } from "./topic.ts";

/** Two developments as one, under the id, day and subject of `kept`. What subscribers were told of `kept` stays what they were told. */
export function uniteDevelopments(kept: Development, other: Development): Development {
  const rulings = [...(kept.rulings ?? []), ...(other.rulings ?? [])].toSorted((a, b) => a.at - b.at);
  const setting = { conflict: kept.conflict, rulings };
  const stages = ruledStages(
    [...kept.stages, ...other.stages].toSorted((a, b) => a.seenAt - b.seenAt),
    rulings,
  );
  const united: Development = {
    ...kept,
    attacker: kept.attacker ?? other.attacker,
    date: kept.date ?? other.date,
    places: union(kept.places, other.places),
    parties: union(kept.parties, other.parties),
    operation: kept.operation ?? other.operation,
    stages,
    stage: stages.length === 0 ? kept.stage : newestStage(kept.kind, stages),
    reports: union(kept.reports, other.reports),
    figures: other.figures.reduce<readonly LedgerFigure[]>(
      (figures, figure) => withFigure(figures, figure, setting),
      kept.figures.map((figure) => standFigure(figure, figure.claims, setting)),
    ),
    firstSeenAt: Math.min(kept.firstSeenAt, other.firstSeenAt),
    lastSeenAt: Math.max(kept.lastSeenAt, other.lastSeenAt),
    faces: [...(kept.faces ?? []), faceOf(other), ...(other.faces ?? [])],
  };
  const denials = [...(kept.denials ?? []), ...(other.denials ?? [])].toSorted((a, b) => a.seenAt - b.seenAt);
  return settle({
    ...united,
    ...(denials.length === 0 ? {} : { denials: ruledStages(denials, rulings) }),
    ...(rulings.length === 0 ? {} : { rulings }),
  });
}

function faceOf({ id, subject, date, places, attacker }: Development): Face {
  return { id, subject, date, places, attacker };
}

function withFigure(
  figures: readonly LedgerFigure[],
  added: LedgerFigure,
  setting: Parameters<typeof standFigure>[2],
): readonly LedgerFigure[] {
  const index = figures.findIndex((figure) => isSameKey(figure, added));
  const known = figures[index]?.claims ?? [];
  const fresh = added.claims.filter((claim) => !known.some((other) => isSameClaim(other, claim)));
  const figure = standFigure(added, [...known, ...fresh], setting);
  return index < 0 ? [...figures, figure] : figures.with(index, figure);
}

/** Whether they are one word of one report. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return a.reportId === b.reportId && a.low === b.low && a.high === b.high && a.by?.name === b.by?.name;
}

/** What is left of a development whose claims went elsewhere: its id, what was told of it, and where it went (null: nowhere). */
export function emptied(development: Development, mergedInto: Development["mergedInto"]): Development {
  const { denials: _, ...rest } = development;
  return {
    ...rest,
    reports: [],
    figures: [],
    stages: [],
    operation: null,
    holdUntil: null,
    mergedInto,
  };
}

/** The part of a development that the reports say for which `isKept` holds. What was told and decided stays. */
export function partOf(development: Development, isKept: (reportId: string) => boolean): Development {
  const stages = development.stages.filter(({ reportId }) => isKept(reportId));
  const figures = development.figures.flatMap((figure): readonly LedgerFigure[] => {
    const claims = figure.claims.filter(({ reportId, review }) => review !== undefined || isKept(reportId));
    if (claims.every(({ review }) => review !== undefined)) return [];
    return [standFigure(figure, claims, development)];
  });
  const reports = development.reports.filter(isKept);
  const seen = [...stages, ...figures.flatMap(({ claims }) => claims)].map(({ seenAt }) => seenAt);
  const denials = development.denials?.filter(({ reportId }) => isKept(reportId));
  return settle({
    ...development,
    ...(denials === undefined ? {} : { denials }),
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    figures,
    reports,
    firstSeenAt: seen.length === 0 ? development.firstSeenAt : Math.min(...seen),
    lastSeenAt: seen.length === 0 ? development.lastSeenAt : Math.max(...seen),
  });
}
