import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { hitsOfAny } from "../text/sentence-hits.ts";

const adjective = /(?:их|ых|ими|ыми)$/u;

/**
 * What a number without a noun counts more of, in Ukrainian and Russian: strikes "та 4 – по складах", drones "а також 5 ударних". Null:
 * it does not go on so.
 */
export function moreOfSame(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (!scene.document.language.freeOrder || number === undefined || previous?.setting !== setting)
    return null;
  const { tokens } = scene.document;
  const isDash = tokens[number.to]?.norm === "-" || tokens[number.to]?.norm === "–";
  const next = isDash ? number.to + 1 : number.to;
  if (counted === undefined || counted.thing !== null) return null;
  if (previous.measure === "attacks" && previous.deed.thing === "strike")
    return hitsOfAny(setting.sentence, isDash ? ["in", "drone", "missile", "bomb"] : ["in"]).some(
      (hit) => hit.from === next,
    )
      ? previous.deed
      : null;
  if (!weaponThings.has(previous.deed.thing) || !adjective.test(tokens[number.to]?.norm ?? "")) return null;
  const after = tokens[number.to + 1];
  const isBare = after === undefined || after.kind === "break" || after.norm === "." || after.norm === ",";
  return isBare ? previous.deed : null;
}
