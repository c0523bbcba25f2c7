import { isReturn } from "./act-cost.ts";
import type { Question } from "./question.ts";
import type { Hit } from "../text/entries.ts";

const relativeReach = 3;

/** "Americans who had been held by rebels were released", "prisoners held by Russia freed": how it was before they came home. */
export function isHeldBefore({ document, sentence }: Question, hit: Hit): boolean {
  if (document.language.freeOrder || !isReturn(sentence)) return false;
  // "Eighteen soldiers are still held by Thailand, which promised to free them".
  if (sentence.hits.of.still.some((still) => still.to === hit.from || still.from === hit.from)) return false;
  const { by, in: where, clause } = sentence.hits.of;
  return (
    by.some((cue) => cue.from === hit.to) ||
    (hit.id === "abduct" && where.some((cue) => cue.from === hit.to)) ||
    // "Twenty residents held in Ukraine since last year came back".
    (hit.id === "hold" &&
      where.some((cue) => cue.from === hit.to) &&
      sentence.hits.of.release.some((act) => act.from > hit.to)) ||
    clause.some((cue) => cue.to <= hit.from && hit.from - cue.to <= relativeReach)
  );
}
