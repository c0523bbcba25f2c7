import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import type { Hit } from "../text/entries.ts";
import type { Document } from "../text/document.ts";
import type { Counted } from "../things/counted.ts";

const people = anyOf("injure", "release", "captive");
const states = anyOf("conditionOf", "carriesAway");
const stateReach = 4;

/** "Four of the wounded are in a critical condition", "five of them in intensive care", "61 of the injured were flown out": in what state or where some of those are who were counted before. */
export function isOfWounded(
  { language }: Document,
  setting: Setting,
  number: NumberHit,
  counted: Counted,
): boolean {
  if (language.freeOrder) return false;
  if (isSheltered(setting, number, counted)) return true;
  if (counted.thing !== null) return false;
  const { hits } = setting.sentence;
  if (!hasAny(setting.sentence, states)) return false;
  const them = hits.of.ofThem.find((hit) => hit.from === number.to);
  if (them !== undefined)
    return hits.of.conditionOf.some((hit) => hit.from >= them.to && hit.from - them.to <= stateReach);
  const of = setting.sentence.hits.of.outOf.find((hit) => hit.from === number.to);
  const those = hitsOfAny(setting.sentence, people).find(
    (hit) => of !== undefined && hit.from >= of.to && hit.from - of.to <= 1,
  );
  if (of === undefined || those === undefined) return false;
  return hitsOfAny(setting.sentence, states).some((hit) =>
    hit.id === "conditionOf"
      ? hit.from >= of.to
      : those.id === "injure" && isTaken(setting, number, those, hit),
  );
}

const takenReach = 2;

/** "Took 61 of the wounded to Yerevan", "61 of the wounded were flown". */
function isTaken({ sentence }: Setting, number: NumberHit, those: Hit, verb: Hit): boolean {
  if (verb.to <= number.start) return number.start - verb.to <= takenReach;
  return verb.from >= those.to && verb.from - those.to <= takenReach && verb.to <= sentence.to;
}

/** "Had taken in 12,000 people and treated 230 wounded": those who are told beside the wounded were only sheltered. */
function isSheltered({ sentence, numbers }: Setting, number: NumberHit, counted: Counted): boolean {
  const { takesIn, injure } = sentence.hits.of;
  if (takesIn.length < 2 || !takesIn.some((hit) => hit.to === number.start)) return false;
  const next = numbers[numbers.indexOf(number) + 1];
  return (
    next !== undefined &&
    takesIn.some((hit) => hit.from >= Math.max(counted.to, number.to) && hit.to === next.start) &&
    injure.some((hit) => hit.from === next.to)
  );
}
