import type { Deed } from "../deeds/acts.ts";
import type { Document, Sentence } from "../text/document.ts";
import { isHarm } from "../things/measure-kinds.ts";

const infinitive = /ть|ти(?:ся)?$/u;
const past = /(?:л[аио]?|г)$/u;
const fearReach = 4;

/** "Могут погибнуть сто человек", "загрожують убити заручників": harm in the infinitive by a word of what may be; what "could have" happened is told as news. */
export function isFeared({ tokens }: Document, sentence: Sentence, { act, measure }: Deed): boolean {
  if (act === null || !isHarm(measure) || !infinitive.test(tokens[act.to - 1]?.norm ?? "")) return false;
  return sentence.hits.of.possible.some(
    (hit) =>
      (hit.to <= act.from ? act.from - hit.to <= fearReach : hit.from === act.to) &&
      !past.test(tokens[hit.from]?.norm ?? ""),
  );
}
