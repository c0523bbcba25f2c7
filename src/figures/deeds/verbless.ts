import type { Claim, Scene, Setting } from "../claim.ts";
import { hitsOf, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";
import { measureOf } from "../things/measure.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";

const labelReach = 4;

/**
 * Weapons told by no verb at all, in Ukrainian and Russian: "Краснояружский район: 30 снарядов", "Сновська – дві КАБ", "Всего – 78 беспилотников". They
 * were launched, unless a total goes on with what was done to them before. Null: a verb is told, or nothing says what they were aimed at.
 */
export function verblessDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const { sentence, numbers } = setting;
  const [number, counted] = [numbers[index], setting.counted[index]];
  if (!scene.document.language.freeOrder || number === undefined || counted?.thing == null) return null;
  const { thing } = counted;
  if (!weaponThings.has(thing) || thing === "aerial" || hitsOfFamily(sentence, "act").length > 0) return null;
  const isTotal = hitsOf(sentence, "together").some((cue) => cue.from - sentence.from <= 1);
  if (!isTotal && !isOfLabel(scene, setting, number.start)) return null;
  const same = isTotal ? earlier.filter((claim) => claim.deed.thing === thing) : [];
  const last = same.find((claim) => claim.deed.act?.id === "launch") ?? same.at(-1);
  const measure = last?.measure ?? measureOf(thing, "launch", false);
  return measure === null ? null : { act: last?.deed.act ?? null, measure, thing, cost: 0 };
}

/** "Сновська – дві КАБ", "Грайворонский округ: 23 снаряда": a row whose label is a place. */
function isOfLabel({ document }: Scene, { sentence }: Setting, at: number): boolean {
  const mark = document.tokens[at - 1]?.norm;
  if (mark !== ":" && mark !== "–" && mark !== "-") return false;
  return hitsOfFamilies(sentence, ["place", "placeAdjective"]).some(
    (hit) => hit.from - sentence.from <= 1 && at - hit.to <= labelReach,
  );
}
