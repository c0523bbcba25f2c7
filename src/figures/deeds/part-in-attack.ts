/** Weapons that took part in an attack. */

import type { Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { measureOf } from "../things/measure.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const attacks = anyOf("strike", "assault", "airStrike");
const fates = anyOf("down", "suppress", "stop", "exercise");

const attackReach = 6;

/** "В атаке на Киев участвовали восемь ракет, 20 дронов", "some 40 drones took part in the attack": they were launched. Null: it is not told so. */
export function partInAttackDeed({ sentence, numbers, counted }: Setting, index: number): Deed | null {
  if (!sentence.hits.has.takesPart || hasAny(sentence, fates)) return null;
  const [number, thing] = [numbers[index], counted[index]?.thing ?? null];
  if (number === undefined || thing === null || !weaponThings.has(thing)) return null;
  const [verb] = sentence.hits.of.takesPart;
  if (verb === undefined) return null;
  const isOfAttack = hitsOfAny(sentence, attacks).some(
    (noun) =>
      (noun.to <= verb.from && verb.from - noun.to <= attackReach) ||
      (noun.from >= verb.to && noun.from - verb.to <= attackReach),
  );
  const measure = isOfAttack ? measureOf(thing, "launch", false) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}
