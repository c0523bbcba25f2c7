/** The deed of a part: that of its whole, where it has none of its own. */

import type { ActConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { hasOwnAct, isOfNextRow } from "./own-act.ts";
import { parentOf, wholeNamed } from "./parent-claim.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const includingOrOfThem = anyOf("including", "ofThem");

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

const cueReach = 3;

/** "В городе живут 12 тысяч, в том числе 55 детей": of a number that nothing is told to have been done to. */
export function isPartOfUntold(setting: Setting, index: number, last: Claim | undefined): boolean {
  const [number, before, whole] = [
    setting.numbers[index],
    itemAt(setting.numbers, index - 1),
    itemAt(setting.counted, index - 1),
  ];
  if (number === undefined || before === undefined || whole === undefined || whole.thing === null)
    return false;
  const cue = hitsOfAny(setting.sentence, includingOrOfThem).find((hit) => hit.to === number.start);
  const isNext = cue !== undefined && cue.from - Math.max(whole.to, before.to) < cueReach;
  const isTold = last?.setting === setting && last.index === index - 1;
  const end = Math.max(number.to, setting.counted[index]?.to ?? number.to);
  const hasAct = setting.sentence.hits.of.act.some((act) => act.from === end);
  return isNext && isPeople(whole.thing) && !isTold && !hasAct;
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
