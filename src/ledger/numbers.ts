import type { Claim, Development, LedgerFigure } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { pointOf } from "./counts.ts";
import type { Topic } from "./topic.ts";

/** Figures as a report tells them, or as the ledger has them. */
export type Numbers = Pick<Topic, "figures"> | Pick<Development, "figures">;

/** The largest number of a measure, of whatever side. Null: there is none. */
export function numberOf(numbers: Numbers, measure: Figure["measure"]): number | null {
  return largestOf(numbers, (figure) => figure.measure === measure && figure.group === null);
}

/** The dead; where nobody counts them all, the largest part that is counted ("three servicemen"). Null: none. */
export function deadOf(numbers: Numbers): number | null {
  return numberOf(numbers, "killed") ?? largestOf(numbers, ({ measure }) => measure === "killed");
}

function largestOf(
  { figures }: Numbers,
  isAsked: (figure: Pick<Figure, "measure" | "group">) => boolean,
): number | null {
  let largest: number | null = null;
  for (const figure of figures) {
    if (!isAsked(figure)) continue;
    const value = "best" in figure ? figure.best : pointOf(figure);
    if (value !== null && (largest === null || value > largest)) largest = value;
  }
  return largest;
}

/** The standing number that a figure would be a claim about. Null: there is none. */
export function standingOf(development: Development, figure: Figure): number | null {
  const isSame = (known: LedgerFigure) =>
    known.measure === figure.measure && known.side === figure.side && known.scope === figure.scope;
  const { figures } = development;
  return (
    (
      figures.find((known) => known.group === figure.group && isSame(known)) ??
      figures.find((known) => known.group === null && isSame(known))
    )?.best ?? null
  );
}

/** The claims that give the standing number of a figure, as they were made. */
export function standingClaims({ best, claims }: LedgerFigure): readonly Claim[] {
  return claims.filter((claim) => pointOf(claim) === best);
}

/** The lowest low or the highest high of several claims. Null: one of them is open, or there is none. */
export function boundOf(spans: readonly Claim[], bound: "low" | "high"): number | null {
  const values = spans.map((span) => span[bound]);
  const known = values.filter((value) => value !== null);
  if (known.length < values.length || known.length === 0) return null;
  return bound === "low" ? Math.min(...known) : Math.max(...known);
}
