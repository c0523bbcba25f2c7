import type { Side } from "../../model/side.ts";
import type { ThingConcept } from "../../languages/concepts.ts";
import type { Claim, Setting } from "../claim.ts";
import { isHarm, measuresLike } from "../things/measure-kinds.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isPeople } from "../things/people.ts";
import type { Counted } from "../things/counted.ts";
import { isFurther } from "../numbers/further.ts";
import { lastOf } from "../text/last-of.ts";

const ofVictims = measuresLike(/^(?:killed|injured|missing)$/u);

/**
 * Whose people were harmed by what was told right before, where a number only goes on ("and another three", "the four wounded"):
 * those of an earlier number whose words name an owner, or of one victim told without a number. Null: the number stands for itself.
 */
export function harmedBefore(setting: Setting, index: number, earlier: readonly Claim[]): Side | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined) return null;
  // "Killed 62 attackers, including 15 children, and wounded 17": what is only a part stands aside.
  const previous = lastOf(earlier, (claim) => claim.setting !== setting || !claim.isWithin) ?? earlier.at(-1);
  const isNext =
    previous?.setting === setting &&
    setting.numbers
      .slice(previous.index + 1, index)
      .every((_, at) =>
        earlier.some((claim) => claim.setting === setting && claim.index === previous.index + 1 + at),
      );
  const isSequel =
    isNext && (isSequelNoun(setting, number, counted) || isJoinedPeople(number, counted, previous));
  // "Знищено двох бойовиків та п'ятьох поранено": fighters are the foe of who tells of them.
  // "40 вбитих і 25 поранених": the dead and the wounded of one count are of one side.
  const isOwned =
    previous?.isOwned === true ||
    previous?.counted.thing === "militants" ||
    (previous?.measure === "killed" &&
      previous.counted.thing === "person" &&
      setting.sentence.hits.of.kill.some((hit) => hit.from === previous.counted.from));
  if (isSequel) return isOwned ? (previous.sides[0] ?? null) : null;
  if (!isOfSame(setting, number, counted)) return null;
  return victimBefore(setting, number) ?? harmedInSentenceBefore(setting, earlier);
}

/** "And another three", "and seven others": no people of their own are named. */
function isSequelNoun(setting: Setting, number: NumberHit, counted: Counted): boolean {
  return (
    counted.thing === null ||
    // "П'ятьох поранено": the harm is all that is said of them.
    (counted.thing === "person" &&
      setting.sentence.hits.of.injure.some((hit) => hit.from === counted.from)) ||
    setting.sentence.hits.of.another.some(
      (hit) => hit.from >= number.to && hit.to <= counted.to && hit.from === counted.from,
    )
  );
}

const joinedReach = 3;

/** "300 soldiers of Ukraine and 14 civilians": people right after others, joined by "and" or a comma. */
function isJoinedPeople(number: NumberHit, counted: Counted, previous: Claim): boolean {
  return (
    counted.thing !== "militants" &&
    previous.counted.thing !== "militants" &&
    ofVictims.has(previous.measure) &&
    isPeople(counted.thing) &&
    // "Three members of Islamic Jihad and ten civilians": an armed group has no civilians.
    !(previous.sides[0]?.startsWith("x-") === true && counted.thing === "civilians") &&
    number.start - previous.counted.to <= joinedReach + 1
  );
}

/** "Three others", "another two", "ще троє": more of those told of before. */
function isOfSame(setting: Setting, number: NumberHit, counted: Counted): boolean {
  return (counted.thing === null || counted.thing === "person") && isFurther(setting.sentence, number);
}

/** "Killing an Israeli soldier and wounding three others": the last of a party's people named before the number, as the object of a harm. */
function victimBefore({ sentence, numbers }: Setting, number: NumberHit): Side | null {
  const { hits } = sentence;
  const owner = lastOf(
    sentence.hits.of.party,
    (hit) =>
      hit.to < number.start &&
      sentence.hits.of.thing.some((noun) => noun.from === hit.to && isPeople(noun.id as ThingConcept)) &&
      hits.some((act) => harming.has(act.id) && act.to <= hit.from && hit.from - act.to <= objectReach) &&
      !numbers.some((other) => other.from >= hit.to && other.to <= number.start),
  );
  return owner?.id ?? null;
}

const harming: ReadonlySet<string> = new Set(["kill", "injure", "eliminate"]);
/** Words between a verb of harm and whose people they were: "killing an 18-year-old female Israeli soldier". */
const objectReach = 6;
const sentencesBack = 2;

/** "Three Israelis were killed. Three more were injured": of the sentences right before. */
function harmedInSentenceBefore(setting: Setting, earlier: readonly Claim[]): Side | null {
  const last = lastOf(earlier, (claim) => isHarm(claim.measure));
  const back = last === undefined ? Infinity : setting.sentence.index - last.setting.sentence.index;
  return last?.isOwned === true && back > 0 && back <= sentencesBack ? (last.sides[0] ?? null) : null;
}
