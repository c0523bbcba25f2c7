import type { Claim } from "../claim.ts";
import { isFurther } from "../numbers/further.ts";

/** How many sentences later the sum may be told. */
const sumReach = 2;

/** "Five more bodies were found; in all, 14 were killed": what a toll grew by is part of the larger one told right after it. */
export function withIncrements(claims: readonly Claim[]): Claim[] {
  return claims.map((claim, index) =>
    isIncrement(claim) && claims.slice(index + 1).some((sum) => isSumOf(sum, claim))
      ? { ...claim, isWithin: true }
      : claim,
  );
}

function isIncrement({ measure, scope, setting, number }: Claim): boolean {
  if (scope !== "event" || (measure !== "killed" && measure !== "injured")) return false;
  return isFurther(setting.sentence, number);
}

function isSumOf(sum: Claim, increment: Claim): boolean {
  return (
    sum.measure === increment.measure &&
    sum.scope === increment.scope &&
    sum.group === null &&
    !isIncrement(sum) &&
    (sum.number.low ?? 0) > (increment.number.low ?? 0) &&
    sum.setting.sentence.index - increment.setting.sentence.index <= sumReach
  );
}
