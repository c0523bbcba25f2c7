import type { Development, LedgerFigure, Operation } from "../model/development.ts";
import { settle } from "./settle.ts";
import { newestStage } from "./stage.ts";
import { standFigure } from "./standing.ts";

/** A development without what one report said. Its id, what was told and its other claims stay. */
export function withoutReport(development: Development, reportId: string): Development {
  const figures = development.figures.flatMap((figure) => withoutClaim(figure, reportId, development));
  const stages = development.stages.filter((stage) => stage.reportId !== reportId);
  const denials = development.denials?.filter((claim) => claim.reportId !== reportId);
  return settle({
    ...development,
    ...(denials === undefined ? {} : { denials }),
    figures,
    stages,
    stage: stages.length === 0 ? development.stage : newestStage(development.kind, stages),
    reports: development.reports.filter((id) => id !== reportId),
  });
}

/** An operation without what one report states for the whole. The same object when it states nothing. */
export function withoutClaims(operation: Operation, reportId: string): Operation {
  const isOf = (figure: LedgerFigure) => figure.claims.some((claim) => claim.reportId === reportId);
  if (!operation.claimed.some(isOf) && !operation.planned.some(isOf)) return operation;
  const without = (figures: readonly LedgerFigure[]) =>
    figures.flatMap((figure) => withoutClaim(figure, reportId, operation));
  return { ...operation, claimed: without(operation.claimed), planned: without(operation.planned) };
}

function withoutClaim(
  figure: LedgerFigure,
  reportId: string,
  setting: { readonly conflict: string | null },
): readonly LedgerFigure[] {
  const claims = figure.claims.filter((claim) => claim.reportId !== reportId);
  if (claims.length === figure.claims.length) return [figure];
  return claims.length === 0 ? [] : [standFigure(figure, claims, setting)];
}
