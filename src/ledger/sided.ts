import type { Development } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { handedOver, isHarm, isSalvo, pointOf } from "./counts.ts";
import { countryOfScene } from "./scene.ts";
import type { Topic } from "./topic.ts";

/**
 * A figure whose side its report does not give, with the side that it can only have: people and property at a place hit are its country's,
 * drones and missiles are the attacker's, and people who come home are of the one side that was told with their number. Otherwise as it is.
 */
export function sidedFigure(figure: Figure, development: Development, topic: Topic): Figure {
  if (figure.side !== null) return figure;
  const side = sideOf(figure, development, topic);
  return side === null ? figure : { ...figure, side };
}

function sideOf(figure: Figure, development: Development, topic: Topic): Figure["side"] {
  if (isSalvo(figure.measure)) return development.attacker ?? topic.attacker;
  if (isHarm(figure.measure))
    return development.kind === "strike" ? countryOfScene([...development.places, ...topic.places]) : null;
  if (handedOver(figure.measure) === null) return null;
  const fits = development.figures.filter(
    (known) =>
      known.measure === figure.measure &&
      known.scope === figure.scope &&
      known.side !== null &&
      known.claims.some((claim) => pointOf(claim) === pointOf(figure)),
  );
  return fits.length === 1 ? (fits[0]?.side ?? null) : null;
}
