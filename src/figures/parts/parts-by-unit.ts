import type { Claim } from "../claim.ts";

/**
 * "189 came home: 87 defenders of the army, 43 national guards, 33 border guards": those who came home told by their
 * unit, branch or rank, after a total, are no figures. Beside civilians that are counted they are the soldiers, who are.
 */
export function withoutPartsByUnit(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => !isPartByUnit(claim, claims));
}

function isPartByUnit(claim: Claim, claims: readonly Claim[]): boolean {
  if (claim.measure !== "prisoners.released" || claim.scope !== "event") return false;
  const { sentence, counted } = claim.setting;
  const isOfUnit = sentence.hits.of.branchMember.some(
    (hit) => hit.from >= claim.number.to && hit.from <= claim.counted.from,
  );
  if (!isOfUnit || counted.some(({ group }) => group === "civilians")) return false;
  return claims.some(
    (other) =>
      other.measure === claim.measure &&
      other.scope === claim.scope &&
      other.date === claim.date &&
      other.sides[0] === claim.sides[0] &&
      other.setting.sentence.index <= sentence.index &&
      (other.number.low ?? 0) > (claim.number.low ?? 0),
  );
}
