import type { Claim, Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import type { Timing } from "./stretches.ts";
import { measuresLike } from "../things/measure-kinds.ts";
import { lastOf } from "../text/last-of.ts";

const fates = /\.(?:downed|suppressed|stopped|hit)$/u;
const inFlightFates = measuresLike(fates);

/** "Over the war it launched 550 missiles. 31 got through": what became of a sum told right before is of the same time. Null: no such sum. */
export function timeOfSum(setting: Setting, deed: Deed, earlier: readonly Claim[]): Timing | null {
  if (!inFlightFates.has(deed.measure) || setting.dates.length > 0) return null;
  const launched = deed.measure.replace(fates, ".launched");
  const sum = lastOf(earlier, (claim) => claim.setting.sentence.index < setting.sentence.index);
  const before = sum?.setting.sentence;
  if (sum === undefined || before === undefined) return null;
  const isNext =
    setting.sentence.index - before.index === 1 && before.paragraph === setting.sentence.paragraph;
  const whole = isNext
    ? lastOf(earlier, (claim) => claim.setting === sum.setting && claim.measure === launched)
    : undefined;
  return whole === undefined || whole.scope !== "overall" ? null : { scope: whole.scope, date: whole.date };
}
