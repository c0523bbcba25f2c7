import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { isExact, pointOf } from "./counts.ts";

/** Numbers from this one on that nobody rounded stand for one thing only; smaller ones recur every day. */
const rareNumber = 20;

/**
 * Whether figures and a development share what two things of two days or places hardly share: a large number that nobody rounded, or two
 * measures with equal numbers of which one is no handful.
 */
export function isNoCoincidence(
  figures: readonly Figure[],
  development: Pick<Development, "figures">,
): boolean {
  const shared = figures.filter((figure) => isClaimed(figure, development));
  const values = shared.map((figure) => pointOf(figure) ?? 0);
  if (shared.some((figure, index) => isExact(figure) && isRare(values[index] ?? 0))) return true;
  return new Set(shared.map(({ measure }) => measure)).size > 1 && Math.max(...values) >= handful;
}

/** From this number on two towns of one day seldom have the same. */
export const tellingNumber = 3;

/** Below it any two numbers may be equal. */
const handful = 5;

function isRare(value: number): boolean {
  return value >= rareNumber && value % 10 !== 0;
}

/** Whether the development was claimed that number. A side that is not told may be any. */
function isClaimed(figure: Figure, { figures }: Pick<Development, "figures">): boolean {
  const value = pointOf(figure);
  return (
    value !== null &&
    figures.some(
      (known) =>
        known.measure === figure.measure &&
        known.group === figure.group &&
        (figure.side === null || known.side === figure.side) &&
        known.claims.some((claim) => pointOf(claim) === value && claim.isRecap !== true),
    )
  );
}
