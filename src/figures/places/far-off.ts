import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

/** From so many kilometres or miles on a town is no neighbour that a place may be told by. */
const farDistance = 100;
const directionReach = 3;

/** "An air base 730km southeast of Moscow", «за 600 км від Києва»: a town that only tells how far away it was. */
export function isFarOff({ tokens }: Document, { hits }: Sentence, { from }: Hit): boolean {
  if (!hits.has.distance) return false;
  const unit = lastOf(hits.of.distance, (hit) => hit.to <= from && from - hit.to <= directionReach);
  return (
    unit !== undefined && Number(itemAt(tokens, unit.from - 1)?.norm.replaceAll(/\D/gu, "")) >= farDistance
  );
}
