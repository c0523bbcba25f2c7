/** The deed of a part: that of its whole, where it has none of its own. */

import type { ActConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { hasOwnAct, isOfNextRow } from "./own-act.ts";
import { parentOf, wholeNamed } from "./parent-claim.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";

/** "47 missiles, 45 cruise missiles among them": a part with a noun of its own has the act of its whole. */
export function partDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const parent = parentOf(setting, index, earlier);
  const counted = setting.counted[index];
  const number = setting.numbers[index];
  const act = parent?.deed.act ?? null;
  if (parent === null || counted === undefined) return null;
  const isNamed = number !== undefined && wholeNamed(setting, number, earlier) !== null;
  if (isNamed && (counted.thing === null || isPeople(counted.thing)) && isPeople(parent.deed.thing))
    return parent.deed;
  if (act === null || parent.setting !== setting) return null;
  if (counted.thing === null && isPeople(parent.deed.thing) && isIncluded(setting, index)) return parent.deed;
  const isPeoplePart = counted.thing !== null && isPeople(counted.thing) && isPeople(parent.deed.thing);
  // "18 hostages, including five foreigners, and 500 prisoners": another people than the hostages.
  if (counted.thing === "captive" && parent.deed.thing === "hostage") return null;
  // "Received 17 bodies, including those of five women": of the dead, too.
  if (counted.thing !== null && isPeople(counted.thing) && parent.deed.thing === "body")
    return { ...parent.deed, measure: parent.measure };
  if (isPeoplePart && (!hasOwnAct(setting, index) || isOfNextRow(scene, setting, index)))
    return { ...parent.deed, thing: parent.deed.thing };
  if (counted.thing === null || !weaponThings.has(counted.thing) || hasOwnAct(setting, index)) return null;
  const measure = measureOf(counted.thing, act.id as ActConcept, scene.isExchange);
  return measure === null ? null : { ...parent.deed, measure, thing: counted.thing };
}

/** "Including 18 in a school": a part by place, with no act of its own. */
function isIncluded(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    !hasOwnAct(setting, index) &&
    setting.sentence.hits.of.including.some((hit) => hit.to === number.start)
  );
}
