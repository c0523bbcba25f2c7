/** Whose people came home, where a title gives one number for a handover of two sides. */

import type { Side } from "../../model/side.ts";
import type { Claim } from "../claim.ts";
import { isReturn } from "../things/measure-kinds.ts";

/**
 * "Russia and Ukraine return 1,000 bodies", over "Russia handed over 1,000 bodies to Ukraine. Russia received 31": the title's number is of that side
 * only whose number the text says it is, where the text has another one for the other side.
 */
export function withTextsSides(claims: readonly Claim[]): readonly Claim[] {
  const returns = claims.filter(({ measure }) => isReturn(measure));
  const told = returns.filter(({ setting }) => !setting.sentence.isTitle);
  if (told.length < 2 || told.length === returns.length) return claims;
  return claims.flatMap((claim): readonly Claim[] => {
    if (!claim.setting.sentence.isTitle || !isReturn(claim.measure)) return [claim];
    const sides = claim.sides.filter((side) => !isOthers(claim, side, told));
    return sides.length === claim.sides.length ? [claim] : sides.length === 0 ? [] : [{ ...claim, sides }];
  });
}

/** Whether the text gives a title's number to another side, and to this one another number. */
function isOthers({ measure, number }: Claim, side: Side | null, told: readonly Claim[]): boolean {
  const isSame = (claim: Claim): boolean =>
    claim.number.low === number.low && claim.number.high === number.high;
  const same = told.filter((claim) => claim.measure === measure && isSame(claim));
  if (side === null || same.length === 0 || same.some(({ sides }) => sides.includes(side))) return false;
  return told.some((claim) => claim.sides.includes(side) && !isSame(claim));
}
