import type { Claim, Development, LedgerFigure } from "../model/development.ts";
import { handedOver, pointOf } from "./counts.ts";
import { leadWith } from "./standing.ts";
import { originsAmong } from "./origin.ts";

/**
 * A development whose numbers stand together: where two accounts each give one number for both sides of an exchange ("100 each", "205
 * each"), both sides' numbers come from one of them, that of more origins, then the later. Side by side from both they would tell an
 * exchange that nobody tells.
 */
export function settle(development: Development): Development {
  if (development.kind !== "exchange") return development;
  const counted = development.figures.filter(
    ({ measure, side, group, weapon, scope, leading }) =>
      handedOver(measure) !== null &&
      side !== null &&
      side !== "both" &&
      group === null &&
      weapon === null &&
      scope !== "running" &&
      leading !== null,
  );
  const pairs = [...Map.groupBy(counted, ({ measure, scope }) => `${measure} ${scope}`).values()];
  return pairs.reduce((settled, pair) => settlePair(settled, pair), development);
}

function settlePair(development: Development, pair: readonly LedgerFigure[]): Development {
  const [one, two, ...more] = pair;
  if (one === undefined || two === undefined || more.length > 0) return development;
  const [left, right] = [one.leading, two.leading];
  if (left === null || right === null || pointOf(left) === pointOf(right)) return development;
  if (left.review !== undefined || right.review !== undefined) return development;
  const accounts = [accountOf(left, one, two), accountOf(right, one, two)];
  const [first, second] = accounts;
  if (first === undefined || second === undefined || first === null || second === null) return development;
  const account =
    first.origins > second.origins || (first.origins === second.origins && first.seenAt > second.seenAt)
      ? first
      : second;
  return {
    ...development,
    figures: development.figures.map((figure) => {
      const claim = figure === one ? account.one : figure === two ? account.two : null;
      return claim === null ? figure : leadWith(figure, claim, development);
    }),
  };
}

/** One word for both sides, how many origins give it, and when it was first heard. */
interface Account {
  readonly one: Claim;
  readonly two: Claim;
  readonly origins: number;
  readonly seenAt: number;
}

/** Null: the report of the claim gives no equal number for the other side. */
function accountOf(claim: Claim, one: LedgerFigure, two: LedgerFigure): Account | null {
  const value = pointOf(claim);
  const same = ({ claims }: LedgerFigure) =>
    claims.filter((other) => pointOf(other) === value && other.isWithdrawn !== true);
  const told = ({ claims }: LedgerFigure) =>
    claims.find((other) => pointOf(other) === value && other.reportId === claim.reportId);
  const [own, other] = [told(one), told(two)];
  if (own === undefined || other === undefined) return null;
  const both = same(one).filter((each) => same(two).some(({ reportId }) => reportId === each.reportId));
  return {
    one: own,
    two: other,
    origins: originsAmong(both),
    seenAt: claim.seenAt,
  };
}
