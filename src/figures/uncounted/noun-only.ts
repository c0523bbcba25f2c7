/** Numbers that belong to a noun of which nothing is counted: cities known by their rank, strikes that are what something is for. English. */

import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { isIncident } from "../things/measure.ts";

/** "Strikes on Ukraine's two biggest cities": which ones is known by name. */
export function isNamedAnyway(
  { document }: Scene,
  { sentence }: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  return (
    !document.language.freeOrder &&
    counted.thing === "settlement" &&
    sentence.hits.of.superlative.some((most) => most.from === number.to && most.to <= counted.from)
  );
}

/** "Strike", "attack", "assault", "raid"; "shelling" has no plural of its own. */
const singularNoun = /(?:ke|ck|lt|id)$/u;

/** "1,600 strike missiles": after more than one a strike in the singular is what missiles are for. */
export function isAdjective({ document }: Scene, number: NumberHit, counted: Counted): boolean {
  return (
    !document.language.freeOrder &&
    isIncident(counted.thing) &&
    (number.low ?? number.high ?? 0) > 1 &&
    singularNoun.test(document.tokens[counted.to - 1]?.norm ?? "")
  );
}
