import type { Deed } from "../deeds/acts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { isFlying, isHarm, isReturn } from "../things/measure-kinds.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";

/** So many claims back the same may have been told: reading stays linear. */
const lookBack = 40;

/** Captives who came home, told by the number alone. English. */
function isBareReturn(
  { tokens, language }: Scene["document"],
  { number, deed }: { readonly number: NumberHit; readonly deed: Deed },
): boolean {
  return (
    isReturn(deed.measure) && language.plurals?.passive.has(itemAt(tokens, number.to)?.norm ?? "") === true
  );
}

/** "The two were killed in the settlement": those of whom the same was told before, with the article. */
export function isToldAgain(
  { document }: Scene,
  { sentence }: Setting,
  { number, deed }: { readonly number: NumberHit; readonly deed: Deed },
  earlier: readonly Claim[],
): boolean {
  // "Здійснили два катери, обидва знищено": the word means all that were told right before.
  if (isFlying(deed.measure) && sentence.hits.of.allOf.some((all) => all.from === number.from)) return true;
  const isDefinite = itemAt(document.tokens, number.start - 1)?.norm === document.language.plurals?.definite;
  return (
    isDefinite &&
    (number.low ?? 0) > 1 &&
    // "The 32 were handed over on the border".
    (isHarm(deed.measure) || isBareReturn(document, { number, deed })) &&
    earlier
      .slice(-lookBack)
      .some(
        (claim) =>
          !claim.setting.sentence.isTitle &&
          claim.measure === deed.measure &&
          claim.number.low === number.low &&
          claim.number.high === number.high,
      )
  );
}
