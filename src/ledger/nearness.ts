import type { Claim, FigureKey } from "../model/development.ts";
import type { Ruling } from "../model/ruling.ts";
import type { Party } from "../model/side.ts";
import { isSalvo } from "./counts.ts";
import { isOpponent, isSameCamp } from "./sides.ts";

/** What must be known of a development to weigh claims about it. */
export interface Setting {
  readonly conflict: string | null;
  /** Who launched it. Absent or null: not known. */
  readonly attacker?: Party | null;
  /** What people decided of it. Absent: nothing. */
  readonly rulings?: readonly Ruling[];
}

/** The party that a claim speaks for: its speaker's, else its outlet's own. Null: nobody's. */
export function voiceOf(claim: Pick<Claim, "by" | "outlet">): Party | null {
  return claim.by === null ? claim.outlet.side : claim.by.side;
}

/** Whether a side itself published it, not an outlet that relays it. */
export function isFirstHand(claim: Pick<Claim, "by" | "outlet">): boolean {
  const { side } = claim.outlet;
  return side !== null && (claim.by === null || isSameCamp(claim.by.side, side));
}

/**
 * How near a claim's speaker is to the fact (policy, rule 11): 2 for the receiving side of an exchange, the authorities of
 * the place, the air defence of the country attacked, and a reviewer; 0 for the other side; 1 for everybody else.
 */
export function nearnessOf(claim: Claim, key: FigureKey, setting: Setting): 0 | 1 | 2 {
  if (claim.review !== undefined) return 2;
  const voice = voiceOf(claim);
  if (voice === null || key.side === null || key.side === "both") return 1;
  const isOther = isOpponent(setting.conflict, voice, key.side);
  if (isSalvo(key.measure)) return isOther ? 2 : isSameCamp(voice, key.side) ? 0 : 1;
  if (isSameCamp(voice, key.side)) return 2;
  return isOther && !isStruck(voice, setting) ? 0 : 1;
}

/** Whether the other party attacked: who holds ground that is another's by recognised borders speaks of it as those who were hit. */
export function isStruck(voice: Party | null, { attacker = null, conflict }: Setting): boolean {
  return isOpponent(conflict, voice, attacker);
}

/** By when they were seen; those of one report as it tells them. Mostly they come so, and are not sorted anew with each claim. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  const isSorted = claims.every((claim, index) => bySeen(claims[index - 1] ?? claim, claim) <= 0);
  return isSorted ? claims : claims.toSorted(bySeen);
}

function bySeen(a: Claim, b: Claim): number {
  return a.reportId === b.reportId ? 0 : a.seenAt - b.seenAt || (a.reportId < b.reportId ? -1 : 1);
}

/** False where one of them tells no time of its publication. */
export function isPublishedBefore(claim: Claim, other: Claim): boolean {
  return claim.publishedAt !== null && other.publishedAt !== null && claim.publishedAt < other.publishedAt;
}
