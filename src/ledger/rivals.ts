import type { Claim, FigureKey } from "../model/development.ts";
import type { Party } from "../model/side.ts";
import { partyName } from "../reference/parties.ts";
import { agree, handedOver, pointOf } from "./counts.ts";
import type { Setting } from "./nearness.ts";
import { inOrder, isFirstHand, isPublishedBefore, voiceOf } from "./nearness.ts";
import { campOf, isOpponent, isSameCamp } from "./sides.ts";

/** A second number this far from the standing one waits for an authority or a second origin (policy, rule 13). */
export const outlierShare = 0.25;

/** The newest word of each opposing side, where it cannot be true together with the leading one. */
export function rivalsOf(
  key: FigureKey,
  claims: readonly Claim[],
  leading: Claim,
  setting: Setting,
): readonly Claim[] {
  const newest = new Map<Party, Claim>();
  const replaced = putRight(claims, leading);
  const own = voiceOf(leading);
  for (const claim of inOrder(claims)) {
    const voice = voiceOf(claim);
    if (voice === null || isSameCamp(voice, own)) continue;
    if (replaced.has(pointOf(claim)) && !isOpponent(setting.conflict, voice, key.side)) continue;
    const isSideToIt =
      isOpponent(setting.conflict, voice, key.side) ||
      isSameCamp(voice, key.side === "both" ? null : key.side);
    if (!isSideToIt || !isOwnCount(key, claim, leading)) continue;
    const known = newest.get(campOf(voice));
    if (known === undefined || !isPublishedBefore(claim, known)) newest.set(campOf(voice), claim);
  }
  return [...newest.values()].filter((claim) => differs(claim, leading));
}

/** The numbers that a reviewer's took the place of: the side's own and other outlets'; the other side's stays beside it. */
function putRight(claims: readonly Claim[], leading: Claim): ReadonlySet<number | null> {
  if (leading.review === undefined) return new Set();
  return new Set(claims.filter(({ seenAt }) => seenAt <= leading.seenAt).map(pointOf));
}

/**
 * Whether a side's number can be its own count of the thing: of a handover within a factor of two; of people it killed only by a named
 * body or of fighters, for attackers give no toll of civilians and "Russia" may be no more than the subject of the sentence.
 */
function isOwnCount(key: FigureKey, claim: Claim, leading: Claim): boolean {
  if (key.measure === "killed" || key.measure === "injured") {
    const [said, counted] = [pointOf(claim) ?? 0, pointOf(leading) ?? 0];
    // An attacker's number close to the toll is the toll told on, or put into the wrong mouth.
    if (Math.abs(said - counted) < outlierShare * counted) return false;
    return (
      claim.group !== null || isFirstHand(claim) || claim.by?.name !== partyName(claim.by?.side ?? "", "en")
    );
  }
  const [value, standing] = [pointOf(claim) ?? 0, pointOf(leading) ?? 0];
  return handedOver(key.measure) === null || (value * 2 >= standing && value <= standing * 2);
}

/** Whether it cannot be true together with the leading number; "up to 60" differs from 14, though 14 is up to 60. */
function differs(claim: Claim, leading: Claim): boolean {
  const [value, standing] = [pointOf(claim) ?? 0, pointOf(leading) ?? 0];
  return !agree(claim, leading) || (claim.low === null && value >= (1 + outlierShare) * standing);
}
