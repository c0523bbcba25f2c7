/** Exchanges that were called off: whom they were of is no figure. */

import type { Claim } from "../claim.ts";
import type { Document } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";
import { isHomecoming } from "../things/measure-kinds.ts";

const offReach = 20;
const actReach = 3;

/** "An exchange of 150 for 150, planned for Friday, was cancelled", "called off the release of 50": in English. */
export function isOfCalledOff({ language, tokens }: Document, claim: Claim): boolean {
  const { setting, number, deed, measure } = claim;
  const { cancelled, clause } = setting.sentence.hits.of;
  if (cancelled.length === 0 || language.freeOrder || !isHomecoming(measure)) return false;
  const { act } = deed;
  return cancelled.some((off) => {
    if (off.to <= number.start)
      return act !== null && act.from >= off.to && act.from - off.to <= actReach && act.to <= number.start;
    // "Was cancelled", "fell through".
    const isOff =
      off.to - off.from > 1 ||
      language.plurals?.passive.has(itemAt(tokens, off.from - 1)?.norm ?? "") === true;
    return (
      isOff &&
      off.from - number.to <= offReach &&
      !clause.some((cue) => cue.from >= number.to && cue.to <= off.from) &&
      !setting.numbers.some(
        (other) => other.from >= number.to && other.to <= off.from && other.low !== number.low,
      )
    );
  });
}
