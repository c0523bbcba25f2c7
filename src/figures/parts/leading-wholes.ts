import type { Claim } from "../claim.ts";
import { itemAt } from "../text/item-at.ts";
import { isPeople } from "../things/people.ts";

/**
 * "Of the 193 captives held there 50 died": a whole that stands first, of which nothing is told but what became of its part, is no figure; whose
 * they are it tells of its part, so it is a claim until then.
 */
export function withoutLeadingWholes(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.deed.act === null || !isLeadingWhole(claim));
}

function isLeadingWhole({ setting, index, number, counted, deed }: Claim): boolean {
  const { sentence, numbers } = setting;
  const part = itemAt(numbers, index + 1);
  if (part === undefined || !isPeople(counted.thing) || (part.low ?? 0) >= (number.low ?? 0)) return false;
  const of = sentence.hits.of.outOf.find((hit) => hit.to === number.start);
  // "The bodies of the 12 men": the whole stands at the head of its sentence.
  if (of === undefined || of.from !== sentence.from) return false;
  const isOfPart = (deed.act?.from ?? 0) >= part.start;
  return (
    isOfPart &&
    !sentence.hits.of.act.some(
      (act) => act.from >= counted.to && act.to <= part.start && act.id !== "hold" && act.id !== "otherAct",
    )
  );
}
