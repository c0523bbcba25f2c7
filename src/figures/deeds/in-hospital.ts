import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";

/** "Загинула людина, ще четверо в лікарні": beside the dead, those who are in hospital are the wounded. Null: it is not told so, or they are some of the wounded told before. */
export function hospitalDeed(
  scene: Scene,
  { sentence, numbers, counted }: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  const number = numbers[index];
  if (!scene.document.language.freeOrder || number === undefined || counted[index]?.thing !== null)
    return null;
  const isThere = sentence.hits.of.conditionOf.some((hit) => hit.from === number.to);
  const isBesideDead = sentence.hits.of.kill.some((hit) => hit.to <= number.start);
  const isOfWounded = previous?.setting.sentence === sentence && previous.measure === "injured";
  return isThere && isBesideDead && !isOfWounded
    ? { act: null, measure: "injured", thing: "person", cost: 0 }
    : null;
}
