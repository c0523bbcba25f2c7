import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document } from "../text/document.ts";
import type { Counted } from "../things/counted.ts";

/** "Four of the wounded are in a critical condition": in what state some of those are who were counted before. */
export function isOfWounded(
  { language }: Document,
  setting: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  if (language.freeOrder || counted.thing !== null) return false;
  const of = setting.sentence.hits.of.outOf.find((hit) => hit.from === number.to);
  return (
    of !== undefined &&
    setting.sentence.hits.of.injure.some((hit) => hit.from >= of.to && hit.from - of.to <= 1) &&
    setting.sentence.hits.of.conditionOf.some((hit) => hit.from >= of.to)
  );
}
