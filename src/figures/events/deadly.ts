/** Dead whom a report tells of without a number. */

import type { Claim, Setting } from "../claim.ts";
import { leadingSettings } from "../carry.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const strikeNouns = anyOf("strike", "attack", "shelling", "airStrike", "explosion");
const uncertainOrOld = anyOf("condition", "longAgo", "court");

/**
 * Whether the opening of a report says that its strike killed people ("a deadly strike", "є загиблі"), and the report counts none of them: the ledger
 * knows then that somebody died, and nobody is told a number.
 */
export function tellsUncountedDead(
  document: Document,
  settings: readonly Setting[],
  claims: readonly Claim[],
): boolean {
  if (claims.some(({ measure }) => measure === "killed")) return false;
  return settings.slice(0, leadingSettings).some(
    ({ sentence }) =>
      // "After a deadly attack a week ago" stands in texts: in English only a title tells its own news so.
      (sentence.isTitle || document.language.freeOrder) &&
      sentence.hits.of.deadly.some((hit) => isOfStrike(sentence, hit)) &&
      !hasAny(sentence, uncertainOrOld) &&
      document.tokens[sentence.to - 1]?.norm !== "?",
  );
}

const strikeReach = 3;

/** "Deadly strikes", not "deadly munitions"; several words ("є загиблі") say by themselves that somebody died. */
function isOfStrike(sentence: Sentence, { from, to }: Hit): boolean {
  if (to - from > 1) return true;
  return hitsOfAny(sentence, strikeNouns).some((noun) => noun.from >= to && noun.from - to <= strikeReach);
}
