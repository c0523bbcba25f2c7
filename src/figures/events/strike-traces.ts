/** Strikes told by an attack of what flies, by what hit and by what they left, and those that are only permitted, in Ukrainian and Russian. */

import type { Scene, Setting } from "../claim.ts";
import { isFramed } from "./strike-news.ts";
import type { Hit } from "../text/entries.ts";
import { partyNames } from "../text/party-names.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const permitReach = 10;

/** "Разрешил Киеву использовать ракеты для ударов", "о необходимости ударов": permitted, threatened or only wanted, and not done, in Ukrainian and Russian. */
export function isPermitted({ sentence }: Setting, hit: Hit): boolean {
  return (
    sentence.hits.has.permits &&
    sentence.hits.of.permits.some((cue) => cue.to <= hit.from && hit.from - cue.to <= permitReach)
  );
}

const traceReach = 2;
const arms = anyOf("drone", "missile", "bomb", "shell");
const traces = anyOf("damage", "blackout");

/**
 * "После удара ATACMS по аэродрому", "после атаки ВСУ повреждена подстанция": a strike that is named as past, with what flew, and an attack with the damage it
 * did, took place, in Ukrainian and Russian.
 */
export function isAttackWithTrace(scene: Scene, setting: Setting, noun: Hit): boolean {
  if (noun.id !== "strike" && noun.id !== "assault") return false;
  const { sentence } = setting;
  if (sentence.hits.has.onGround || !isFramed(scene, setting, noun)) return false;
  const isBeside = (hit: Hit): boolean => hit.from >= noun.to && hit.from - noun.to <= traceReach;
  if (hitsOfAny(sentence, arms).some(isBeside)) return true;
  return hitsOfAny(sentence, partyNames).some(isBeside) && hasAny(sentence, traces);
}

const placeOrPlaceAdjective = anyOf("place", "placeAdjective");
const droneOrMissile = anyOf("drone", "missile");
const raidReach = 2;

/** "Атака «Шахедів» на Київ", "атаковали дроном автобус в Бериславе": an attack of what flies, with its aim, is a strike in Ukrainian and Russian. */
export function isAirRaid({ document }: Scene, setting: Setting, noun: Hit): boolean {
  const isSomewhere = hitsOfAny(setting.sentence, placeOrPlaceAdjective).length > 0;
  if (!document.language.freeOrder || !isSomewhere) return false;
  return hitsOfAny(setting.sentence, droneOrMissile).some(
    (weapon) =>
      weapon.from >= noun.to &&
      weapon.from - noun.to <= raidReach &&
      setting.sentence.hits.of.in.some((cue) => cue.from >= weapon.to && cue.from - weapon.to <= raidReach),
  );
}

const impact = /^(?:влучан|прильот|попадан|прил[её]т)/u;
const flyingWords = anyOf("drone", "missile", "bomb", "rocket", "shell", "ballistic", "cruise");

/** "Влучання балістики у підприємство", "прилет ракеты": the noun of a hit, with what flew right after it. */
export function isImpact({ document }: Scene, setting: Setting, noun: Hit): boolean {
  return (
    document.language.freeOrder &&
    impact.test(document.tokens[noun.from]?.norm ?? "") &&
    hitsOfAny(setting.sentence, flyingWords).some(
      (weapon) => weapon.from >= noun.to && weapon.from - noun.to <= raidReach,
    )
  );
}
