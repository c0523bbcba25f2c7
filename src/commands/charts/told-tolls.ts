import type { Alert } from "../../model/alert.ts";
import type { Claim, LedgerFigure } from "../../model/development.ts";
import { isSameKey } from "../../ledger/ruling.ts";

/**
 * The claims of a number that stand, and before them those that were told once and gave way to a revision of the same report: a report that
 * moves from 12 to 13 keeps its last number only. `told`: the development's alerts, newest first. Sorted by when they were made.
 */
export function claimsAsTold(figure: LedgerFigure, told: readonly Alert[]): readonly Claim[] {
  const standing = figure.claims.filter(({ isWithdrawn }) => isWithdrawn !== true);
  const found: Claim[] = [];
  const toldAt = new Map<Claim, number>();
  for (const { at, figures } of told.toReversed()) {
    const shown = figures.find((each) => isSameKey(each, figure) && !each.isRival);
    if (shown === undefined || shown.isReviewed === true) continue;
    const isOfIt = (claim: Claim): boolean =>
      claim.by?.name === shown.by?.name && claim.low === shown.low && claim.high === shown.high;
    const known = figure.claims.find(isOfIt);
    if (known !== undefined) {
      if (!toldAt.has(known)) toldAt.set(known, at);
      continue;
    }
    const speakers = standing.find(({ by }) => by?.name === shown.by?.name);
    const { low, high, approx } = shown;
    if (speakers !== undefined && !found.some(isOfIt))
      found.push({ ...speakers, low, high, approx, seenAt: at });
  }
  const dated = standing.map((claim) => ({ ...claim, seenAt: sinceAt(claim, toldAt, found) }));
  return [...found, ...dated].toSorted((a, b) => a.seenAt - b.seenAt);
}

/** A revised claim has the time of its report: it was made when it was first told, after what it took the place of. */
function sinceAt(claim: Claim, toldAt: ReadonlyMap<Claim, number>, found: readonly Claim[]): number {
  const before = found.filter(({ reportId }) => reportId === claim.reportId).map(({ seenAt }) => seenAt);
  const first = toldAt.get(claim);
  return first !== undefined && before.some((at) => at >= claim.seenAt && at <= first) ? first : claim.seenAt;
}
