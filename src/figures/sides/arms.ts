/** Who fires what is counted, told by a name that only one party to the war has for its weapons ("466 «Гераней»"). */

import type { Party } from "../../model/side.ts";
import type { Hit } from "../text/entries.ts";
import type { SideQuestion } from "./actors.ts";

const armsReach = 3;

/** "Восемь ракет ATACMS", "выпущено 100 ракет и 466 «Гераней»": of a name in the noun or after the same verb. Null: none tells it, or another war is told of. */
export function ownerOfArms(question: SideQuestion): Party | null {
  const { scene, setting } = question;
  if (!setting.sentence.hits.has.arms) return null;
  const arms = setting.sentence.hits.of.arms.find(
    (hit) => isInNoun(question, hit) || isUnderSameVerb(question, hit),
  );
  const { foes } = scene.profile;
  return arms !== undefined && (foes.length === 0 || foes.includes(arms.id)) ? arms.id : null;
}

function isInNoun({ setting, number, counted }: SideQuestion, hit: Hit): boolean {
  const { numbers } = setting;
  const next = numbers[numbers.indexOf(number) + 1]?.start ?? Infinity;
  const end = Math.min(next, Math.max(counted.to, number.to) + armsReach);
  return hit.from >= Math.min(number.start, counted.from) && hit.to <= end;
}

function isUnderSameVerb({ setting, number, deed }: SideQuestion, hit: Hit): boolean {
  const { act } = deed;
  if (act?.id !== "launch" || act.to > number.start || hit.from < number.to) return false;
  return !setting.sentence.hits.of.act.some((other) => other.from >= number.to && other.to <= hit.from);
}
