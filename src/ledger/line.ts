import type { Claim, Development, LedgerFigure, Operation, RunningTotal } from "../model/development.ts";
import { firstDay } from "./first-day.ts";
import { placeName } from "../reference/places.ts";

/** A development as one line of the replay contract's ledger: an object ready to be written as JSON. */
export function developmentLine(development: Development): Record<string, unknown> {
  const { id, kind, stage, date, conflict, places, operation, reports, figures } = development;
  return {
    development: id,
    kind,
    stage,
    date: date ?? firstDay(development),
    conflict,
    places: places.map(placeName),
    operation,
    reports,
    figures: figures.map(figureLine),
  };
}

/** An operation as one line of the replay contract's ledger. */
export function operationLine(operation: Operation): Record<string, unknown> {
  const { id, kind, conflict, developments, planned, running, claimed } = operation;
  return {
    operation: id,
    kind,
    conflict,
    developments,
    planned: planned.map(figureLine),
    running: running.map(totalLine),
    claimed: claimed.map(figureLine),
  };
}

function figureLine(figure: LedgerFigure): Record<string, unknown> {
  const { measure, side, group, weapon, scope, low, best, high, claims } = figure;
  return { measure, side, group, weapon, scope, low, best, high, claims: claims.map(claimLine) };
}

function claimLine(claim: Claim): Record<string, unknown> {
  const { low, high, approx, by, reportId, evidence } = claim;
  return { low, high, approx, by, report: reportId, evidence };
}

function totalLine({ measure, side, low, best, high }: RunningTotal): Record<string, unknown> {
  return { measure, side, group: null, weapon: null, scope: "running", low, best, high };
}
