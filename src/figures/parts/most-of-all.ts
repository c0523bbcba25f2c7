import type { Claim, Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isHarm } from "../things/measure-kinds.ts";
import { lastOf } from "../text/last-of.ts";

const sentencesBack = 2;

/** "589 children have died since the invasion. Most of all suffered in Donetsk region - 598, Kharkiv - 459": the sum, told before, of which places are told here. Null: there is none. */
export function sumOfMost(
  { sentence, dates }: Setting,
  number: NumberHit,
  { measure }: Deed,
  earlier: readonly Claim[],
): Claim | null {
  if (!sentence.hits.has.mostOfAll || !isHarm(measure) || dates.length > 0) return null;
  if (!sentence.hits.of.mostOfAll.some((cue) => cue.to <= number.start)) return null;
  const sum = lastOf(earlier, (claim) => claim.setting.sentence !== sentence);
  if (sum === undefined || sum.scope !== "overall" || !isHarm(sum.measure)) return null;
  const { index, paragraph } = sum.setting.sentence;
  return paragraph === sentence.paragraph && sentence.index - index <= sentencesBack ? sum : null;
}
