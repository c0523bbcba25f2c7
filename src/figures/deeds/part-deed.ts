/** The deed of a part: that of its whole, where it has none of its own. */

import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { hasOwnAct, isOfNextRow } from "./own-act.ts";
import { parentOf, wholeNamed } from "./parent-claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Hit } from "../text/entries.ts";
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
  if (isOpeningPart(scene, setting, index, parent)) return parent.deed;
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

/** "Seventeen were freed. Thirteen of them were women and children", "Among them were three children": people of those told of in the sentence before, of whom nothing else is told. English. */
function isOpeningPart({ document }: Scene, setting: Setting, index: number, parent: Claim): boolean {
  const { sentence, numbers, counted } = setting;
  const [number, own] = [numbers[index], counted[index]];
  if (document.language.plurals === null || number === undefined || own === undefined) return false;
  if (parent.setting === setting || !isPeople(parent.deed.thing)) return false;
  if (own.thing !== null && !isPeople(own.thing)) return false;
  const { ofThem, including, act } = sentence.hits.of;
  const cue =
    number.start === sentence.from
      ? ofThem.find((hit) => hit.from === number.to)
      : including.find((hit) => hit.from === sentence.from);
  if (cue === undefined || (index > 0 && cue.to < (numbers[index - 1]?.from ?? 0))) return false;
  const to = Math.max(cue.to, number.to, own.to);
  // "Three of them were named" may be of others, whom the sentence between tells of.
  const isSaid = sentence.hits.of.thing.some(
    (hit) => hit.from >= to && hit.from - to <= ownReach && isPeople(hit.id as ThingConcept),
  );
  if (sentence.index - parent.setting.sentence.index > 1 && !isSaid) return false;
  // "Five of them died", "three of them in serious condition" tell something of their own.
  return (
    !act.some((hit) => hit.from >= Math.min(cue.to, number.to) && hit.from - to <= ownReach) &&
    !sentence.hits.has.conditionOf &&
    isCopula(document, cue, number)
  );
}

const ownReach = 4;

/** "Thirteen of them were", "among them are": nothing but "to be" after the cue. */
function isCopula({ tokens, language }: Scene["document"], cue: Hit, number: NumberHit): boolean {
  const isBe = (at: number): boolean => language.plurals?.passive.has(tokens[at]?.norm ?? "") === true;
  return cue.from < number.from ? cue.to === number.start || isBe(cue.to) : isBe(cue.to);
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
