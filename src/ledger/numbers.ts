import type { Development } from "../model/development.ts";
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
  const values = figures
    .filter(isAsked)
    .map((figure) => ("best" in figure ? figure.best : pointOf(figure)))
    .filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

/** The standing number that a figure would be a claim about. Null: there is none. */
export function standingOf(development: Development, figure: Figure): number | null {
  const same = development.figures.filter(
    (known) => known.measure === figure.measure && known.side === figure.side && known.scope === figure.scope,
  );
  return (
    (same.find((known) => known.group === figure.group) ?? same.find((known) => known.group === null))
      ?.best ?? null
  );
}
