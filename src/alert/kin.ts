import type { Claim, Development, LedgerFigure } from "../model/development.ts";
import { tellingNumber } from "../ledger/coincidence.ts";
import { handedOver, isSalvo, pointOf } from "../ledger/counts.ts";
import { daysBetween } from "../ledger/days.ts";
import { isFirstHand } from "../ledger/nearness.ts";
import { standingClaims } from "../ledger/numbers.ts";
import { countOrigins } from "./shown.ts";
import { originsAmong, outletsAmong } from "../ledger/origin.ts";

/**
 * Whether a development is most likely another one of its kind, war and day, with its place or what was handed over misread or left out; it
 * then waits for a second origin. It is one that an outlet tells in its own voice with the number, and none that differs, of another on which
 * two outlets rest at least; or a toll whose town nobody names, where another's dead were told.
 */
export function isLikelyMisread(development: Development, others: readonly Development[]): boolean {
  if (isNowhere(development) && others.some((other) => isKin(development, other) && hasDead(other)))
    return true;
  const claims = development.figures.flatMap((figure) => figure.claims);
  if (countOrigins(development) > 1 || [...claims, ...development.stages].some(isSomebodysWord)) return false;
  return others.some(
    (other) => isKin(development, other) && outletsOf(other) > 1 && shareNumber(development, other),
  );
}

/** A side's own publication, and the word of somebody who is named, is of the place that it speaks of. */
function isSomebodysWord(claim: Pick<Claim, "by" | "outlet">): boolean {
  return claim.by !== null || isFirstHand(claim);
}

function hasDead({ figures }: Development): boolean {
  return figures.some(({ measure, best }) => measure === "killed" && best !== null);
}

/** A strike's dead whose town nobody names, by the word of one origin, and nothing of what flew. */
function isNowhere({ kind, subject, figures }: Development): boolean {
  if (kind !== "strike" || subject !== "night") return false;
  if (figures.some(({ measure }) => isSalvo(measure) || measure === "customers.without_power")) return false;
  const toll = figures.flatMap((figure) => (figure.measure === "killed" ? standingClaims(figure) : []));
  return toll.length > 0 && originsAmong(toll) < 2;
}

function isKin(development: Development, other: Development): boolean {
  if (other.id === development.id || other.mergedInto !== null || other.told === null) return false;
  if (other.kind !== development.kind || other.conflict !== development.conflict) return false;
  if (other.date === null || development.date === null) return true;
  return Math.abs(daysBetween(other.date, development.date)) <= 1;
}

function outletsOf({ figures }: Development): number {
  return outletsAmong(figures.flatMap(({ claims }) => claims).filter(isReported));
}

/** A number that an admin set is no outlet's. */
function isReported(claim: Claim): boolean {
  return claim.review === undefined;
}

/** One number of what happened, and none that differs; of people and bodies that come home, whatever they are taken for. */
function shareNumber(development: Development, other: Development): boolean {
  const own = development.figures.filter(
    ({ scope, best }) => scope === "event" && (best ?? 0) >= tellingNumber,
  );
  const pairs = own.flatMap((figure) =>
    other.figures.filter((known) => isSameCount(figure, known)).map((known) => isClaimed(figure, known)),
  );
  return pairs.length > 0 && pairs.every(Boolean);
}

function isSameCount(a: LedgerFigure, b: LedgerFigure): boolean {
  const isHandover = handedOver(a.measure) !== null && handedOver(b.measure) !== null;
  return b.scope === "event" && a.side === b.side && (a.measure === b.measure || isHandover);
}

function isClaimed({ best }: LedgerFigure, { claims }: { readonly claims: readonly Claim[] }): boolean {
  return claims.some((claim) => isReported(claim) && pointOf(claim) === best);
}
