import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isDash } from "../text/tokens.ts";

const inOrWeapons = anyOf("in", "drone", "missile", "bomb");
const inWords = anyOf("in");

const adjective = /(?:их|ых|ими|ыми)$/u;

/**
 * What a number without a noun counts more of: strikes "and 3 on depots", "та 4 – по складах"; in Ukrainian and Russian also drones
 * "а також 5 ударних". Null: it does not go on so.
 */
export function moreOfSame(
  scene: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): Deed | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || previous?.setting !== setting) return null;
  if (!scene.document.language.freeOrder) return strikesOn(setting, index, previous);
  const { tokens } = scene.document;
  const hasDash = isDash(tokens[number.to]?.norm);
  const next = hasDash ? number.to + 1 : number.to;
  if (counted === undefined || counted.thing !== null) return null;
  if (previous.measure === "attacks" && previous.deed.thing === "strike")
    return hitsOfAny(setting.sentence, hasDash ? inOrWeapons : inWords).some((hit) => hit.from === next)
      ? previous.deed
      : null;
  if (!weaponThings.has(previous.deed.thing) || !adjective.test(tokens[number.to]?.norm ?? "")) return null;
  const after = tokens[number.to + 1];
  const isBare = after === undefined || after.kind === "break" || after.norm === "." || after.norm === ",";
  return isBare ? previous.deed : null;
}

/** "14 strikes on troops and 3 on depots": more strikes, on something else than a day. */
function strikesOn(setting: Setting, index: number, previous: Claim): Deed | null {
  const { sentence, numbers, counted, dates } = setting;
  const number = numbers[index];
  if (number === undefined || counted[index]?.thing !== null || previous.index !== index - 1) return null;
  if (previous.measure !== "attacks" || previous.deed.thing !== "strike") return null;
  const on = sentence.hits.of.in.find((hit) => hit.from === number.to && hit.to - hit.from === 1);
  if (on === undefined || dates.some((date) => date.from === on.to)) return null;
  return sentence.hits.of.and.some((and) => and.to === number.start) ? previous.deed : null;
}
