/** Numbers that are no counts of their own: shares, and wholes that are known already. */

import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import type { Counted } from "../things/counted.ts";

const outOfOrIn = anyOf("outOf", "in");

/** "Nine out of ten homes", "one in five people": a share, not a count. */
export function isShareOf({ document }: Scene, setting: Setting, number: NumberHit): boolean {
  if (setting.numbers.length < 2 || !hasAny(setting.sentence, outOfOrIn)) return false;
  const at = setting.numbers.indexOf(number);
  const { definite } = document.language.plurals ?? {};
  // "Five of the eight died": of those who are known.
  const isKnown = (one: NumberHit | undefined): boolean =>
    definite !== undefined && itemAt(document.tokens, (one?.start ?? 0) - 1)?.norm === definite;
  if (isKnown(number) || isKnown(setting.numbers[at + 1])) return false;
  return isShareAt(setting, at) || isShareAt(setting, at - 1);
}

/** Whether the number at `index` is a share of the next one. */
function isShareAt({ sentence, numbers }: Setting, index: number): boolean {
  const [part, whole] = [itemAt(numbers, index), numbers[index + 1]];
  if (part === undefined || whole === undefined || !wholes.has(whole.low ?? 0)) return false;
  if ((part.low ?? 0) >= (whole.low ?? 0)) return false;
  return hitsOfAny(sentence, outOfOrIn).some(
    (hit) =>
      (hit.id === "outOf" ? hit.to - hit.from > 1 : hit.to - hit.from === 1) &&
      hit.from === part.to &&
      hit.to === whole.start,
  );
}

/** "Eight of the 33 are dead", "16 of the 33 hostages have come home": the whole is known, and the part is told of. English. */
export function isKnownWhole(
  { document }: Scene,
  { sentence, numbers }: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  if (document.language.plurals === null || counted.thing !== null) return false;
  const part = numbers[numbers.indexOf(number) - 1];
  if (part === undefined || part.low === null || part.low >= (number.low ?? 0)) return false;
  return (
    sentence.hits.of.outOf.some((of) => of.from === part.to && of.to === number.start) &&
    itemAt(document.tokens, number.start - 1)?.norm === document.language.plurals.definite
  );
}

const wholes: ReadonlySet<number> = new Set([3, 4, 5, 6, 7, 8, 10, 20, 100, 1000]);
