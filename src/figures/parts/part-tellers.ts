/** Who tells the parts of a total that are told without a speaker, a paragraph below it. */

import type { Claim } from "../claim.ts";

const partsReach = 2;
/** So many numbers after a total may be its parts: reading stays linear. */
const mostParts = 12;
/** So much of a total its parts make up at least: what they leave out is told without a number. */
const leastShare = 0.5;

/**
 * "34 drones were downed, the ministry said. // 20 were over Kursk, 11 over Bryansk": parts that come up to the total are told by who told it, where nobody else is named.
 */
export function withTotalsTellers(claims: readonly Claim[]): readonly Claim[] {
  const tellers = new Map<Claim, Claim>();
  claims.forEach((total, at) => {
    if (total.by === null || total.number.low === null || total.number.low !== total.number.high) return;
    const parts = partsAfter(claims, at);
    const sum = parts.reduce((all, { number }) => all + (number.low ?? 0), 0);
    if (parts.length > 1 && sum <= total.number.low && sum >= total.number.low * leastShare)
      for (const part of parts) tellers.set(part, total);
  });
  if (tellers.size === 0) return claims;
  return claims.map((claim) => ({ ...claim, by: tellers.get(claim)?.by ?? claim.by }));
}

/** The claims of nobody that follow one of the same measure, side and day in the next sentences. */
function partsAfter(claims: readonly Claim[], at: number): readonly Claim[] {
  const total = claims[at];
  if (total === undefined) return [];
  const later = claims.slice(at + 1, at + 1 + mostParts);
  const end = later.findIndex((part) => part.by !== null || !isLike(part, total));
  return end === -1 ? later : later.slice(0, end);
}

function isLike(part: Claim, total: Claim): boolean {
  const ahead = part.setting.sentence.index - total.setting.sentence.index;
  return (
    part.measure === total.measure &&
    part.scope === total.scope &&
    part.date === total.date &&
    part.sides.join() === total.sides.join() &&
    ahead > 0 &&
    ahead <= partsReach
  );
}
