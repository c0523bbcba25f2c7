import type { Scene, Setting } from "../claim.ts";

const ownActReach = 2;

/** "Погибли 34, в том числе двое детей, ранены 117": the act after the comma is told of the number after it. */
export function isOfNextRow(scene: Scene, setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  const next = setting.numbers[index + 1];
  if (number === undefined || next === undefined) return false;
  const to = Math.max(number.to, setting.counted[index]?.to ?? number.to);
  return (
    scene.document.tokens[to]?.norm === "," &&
    setting.sentence.hits.of.act.some((hit) => hit.from === to + 1 && hit.to === next.start)
  );
}

/** Whether an act's word stands right by the number or its noun. */
export function hasOwnAct(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined) return false;
  const to = Math.max(number.to, counted.to);
  return setting.sentence.hits.of.act.some(
    (hit) =>
      (hit.from >= number.to && hit.from - to <= ownActReach && !isAfterComma(setting, to, hit.to)) ||
      // "З них знищено: 57": the mark of a row may stand between.
      (hit.to <= number.start && number.start - hit.to <= (counted.isLabel ? 1 : 0)),
  );
}

/** Whether another number's clause begins between: "58 women, and wounded 1,645". */
function isAfterComma(setting: Setting, from: number, to: number): boolean {
  return (
    setting.sentence.hits.of.and.some((hit) => hit.from >= from && hit.to < to) &&
    setting.numbers.some((number) => number.start >= to && number.start - to <= ownActReach)
  );
}
