import type { Claim, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { hasOwnAct } from "./own-act.ts";
import { anyOf, findAny, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const includingOrOfThem = anyOf("including", "ofThem");
const includingOrOfThemOrAmong = anyOf("including", "ofThem", "among");

const amongReach = 4;

/** "Among the 1,718 are two women": the figure told before, by its number. Null: none is named so. */
export function wholeNamed(setting: Setting, number: NumberHit, earlier: readonly Claim[]): Claim | null {
  const named = lastOf(
    setting.numbers,
    (other) => other.to <= number.start && number.start - other.to <= amongReach,
  );
  if (named === undefined || !setting.sentence.hits.of.among.some((hit) => hit.to === named.start))
    return null;
  return (
    lastOf(earlier, (claim) => claim.number.low === named.low && claim.number.high === named.high) ?? null
  );
}

/** The figure that this number is a part of: told by "including", "of them". Null: it stands by itself. */
export function parentOf(setting: Setting, index: number, earlier: readonly Claim[]): Claim | null {
  const number = setting.numbers[index];
  if (number === undefined) return null;
  if (!hasAny(setting.sentence, includingOrOfThemOrAmong) && earlier.at(-1)?.isWithin !== true) return null;
  const noun = Math.max(number.to, setting.counted[index]?.to ?? number.to);
  const before = Math.max(setting.sentence.from, number.start - 4);
  const cue =
    findAny(setting.sentence, includingOrOfThem, before, number.start) ??
    hitsOfAny(setting.sentence, includingOrOfThem).find(
      (hit) => hit.from === number.to || hit.from === noun,
    ) ??
    null;
  const isParted =
    cue !== null && setting.numbers.some((other) => other.from >= cue.to && other.to <= number.start);
  const among = wholeNamed(setting, number, earlier);
  if (among !== null) return among;
  const isAnew = setting.sentence.hits.of.another.some((hit) => hit.to === number.start);
  const previous = earlier.at(-1);
  const isListed =
    !isAnew &&
    !hasOwnAct(setting, index) &&
    previous?.isWithin === true &&
    previous.setting === setting &&
    previous.index === index - 1 &&
    number.start - Math.max(previous.counted.to, previous.number.to) <= 2;
  if ((cue === null || isParted) && !isListed) return null;
  const reach = number.start === setting.sentence.from ? nearestWhole : 1;
  const isNear = (claim: Claim): boolean =>
    claim.setting === setting || setting.sentence.index - claim.setting.sentence.index <= reach;
  const last = earlier.at(-1);
  if (last === undefined || !isNear(last)) return null;
  return last.setting === setting ? last : wholeOfSide(setting, last, earlier);
}

/** "Thirteen of them" at the head of a sentence: one without a figure may stand between ("the Red Cross confirmed the number"). */
const nearestWhole = 2;

/** "Hamas freed 24 hostages and Israel 39 prisoners. Thirteen of them were Israelis": of the numbers of one sentence the last, or that of the party that the part names. */
function wholeOfSide({ sentence }: Setting, last: Claim, earlier: readonly Claim[]): Claim {
  const { party } = sentence.hits.of;
  return (
    lastOf(
      earlier,
      (claim) =>
        claim.setting === last.setting && claim.sides.some((side) => party.some((hit) => hit.id === side)),
    ) ?? last
  );
}
