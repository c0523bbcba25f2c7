import type { Claim } from "../claim.ts";
import type { Document } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const states = anyOf("conditionOf", "hospitalised");
const stateReach = 4;

/**
 * "61 поранено. У лікарнях залишаються 40, двоє дітей у важкому стані", "95 повернулися; 34 звільнені мають поранення": in Ukrainian and
 * Russian, in what state some are of those who were counted before is no figure. A sentence that names a place of its own tells of others.
 */
export function withoutPartsByState({ language }: Document, claims: readonly Claim[]): readonly Claim[] {
  if (!language.freeOrder) return claims;
  return claims.filter((claim) => !(isOfState(claim) && hasWhole(claim, claims)));
}

function isOfState({ measure, scope, setting, number, counted, deed }: Claim): boolean {
  const { sentence, places } = setting;
  if (scope !== "event" || places.length > 0) return false;
  // "Ще троє госпіталізовані" are more of them.
  if (sentence.hits.of.another.some((hit) => hit.to === number.start)) return false;
  const end = Math.max(number.to, counted.to);
  if (measure === "prisoners.released")
    return sentence.hits.of.injure.some((hit) => hit.from >= end && hit.from - end <= stateReach);
  if (measure !== "injured") return false;
  return hitsOfAny(sentence, states).some(
    (hit) =>
      hit.from === deed.act?.from ||
      (hit.from >= end ? hit.from - end <= stateReach : number.start - hit.to <= stateReach),
  );
}

/** Whether more of the same were counted before. */
function hasWhole(claim: Claim, claims: readonly Claim[]): boolean {
  const value = claim.number.low ?? claim.number.high ?? 0;
  return claims.some(
    (other) =>
      other.measure === claim.measure &&
      other.scope === claim.scope &&
      other.sides[0] === claim.sides[0] &&
      (other.date === claim.date || other.date === null || claim.date === null) &&
      (other.setting.sentence.index < claim.setting.sentence.index ||
        (other.setting === claim.setting && other.index < claim.index)) &&
      (other.number.low ?? 0) > value,
  );
}
