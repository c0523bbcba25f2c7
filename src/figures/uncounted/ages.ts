import type { ThingConcept } from "../../languages/concepts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isPeople } from "../things/people.ts";
import type { Counted } from "../things/counted.ts";
import type { Token } from "../text/tokens.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const anyoneOrAge = anyOf("anyone", "age");

const longestLife = 110;
/** "Ivanov, 61 (pictured), died". */
const ageEnds: ReadonlySet<string> = new Set([",", ".", ")", "("]);

/** Whether the number is how old somebody is: "Ivanov, 52, was killed". */
export function isAge(scene: Scene, setting: Setting, number: NumberHit, counted: Counted): boolean {
  const { tokens } = scene.document;
  const before = itemAt(tokens, number.from - 1)?.norm;
  if (number.to - number.from !== 1 || (number.low ?? 0) > longestLife) return false;
  const of = itemAt(tokens, number.from - 2);
  // "Раненых больше 40": the label of the number.
  if (!counted.isLabel && isBoundOfAge(setting, number)) return true;
  const isOfAge = before === "of" && of?.kind === "word" && isOnePerson(setting, number.from - 1);
  // "A girl of six and her brother of three".
  const isJoined = setting.sentence.hits.of.and.some((hit) => hit.from === number.to);
  // "Died at the age of 91".
  const isTold = before === "of" && setting.sentence.hits.of.age.some((hit) => hit.to === number.from - 1);
  if (isTold) return true;
  const isSubject = scene.document.language.plurals?.passive.has(tokens[number.to]?.norm ?? "") === true;
  if (isOfAge && (isJoined || isSubject || isAtEnd(tokens[number.to]))) return true;
  if (isDeathAt(setting, number) && isAtEnd(tokens[number.to])) return true;
  // "A father-of-four, 48, was killed".
  if (
    before === "," &&
    tokens[number.to]?.norm === "," &&
    number.start === number.from &&
    counted.thing === null
  )
    return true;
  return (
    before === "," &&
    ageEnds.has(tokens[number.to]?.norm ?? "") &&
    (of?.capital === true || isOnePerson(setting, number.from - 1))
  );
}

/** "Dies of cancer at 96". */
const causeReach = 3;

function hasNumber({ numbers }: Setting, from: number, to: number): boolean {
  return numbers.some((number) => number.from >= from && number.to <= to);
}

/** "Dies at 96". */
function isDeathAt(setting: Setting, number: NumberHit): boolean {
  return setting.sentence.hits.of.in.some(
    (at) =>
      at.to === number.start &&
      // "Put its dead at 41": a word of counting, no death.
      !setting.sentence.hits.of.countWord.some((count) => count.to === at.from) &&
      setting.sentence.hits.of.kill.some(
        (kill) =>
          kill.to <= at.from &&
          at.from - kill.to <= causeReach &&
          !hasNumber(setting, kill.to, at.from) &&
          // "The number of dead at 31".
          !setting.sentence.hits.of.countWord.some(
            (count) => count.to <= kill.from && kill.from - count.to <= 1,
          ) &&
          // "Кількість загиблих зросла до 7".
          !setting.sentence.hits.of.risesTo.some((rise) => rise.from >= kill.to && rise.from <= at.from),
      ),
  );
}

/** "Soldiers under 25", "those over 60", "aged under 18": a bound right after people. */
function isBoundOfAge(setting: Setting, number: NumberHit): boolean {
  const { sentence } = setting;
  // "The wounded and those under 25": the bound may be left out of what was read as the number.
  const bound = sentence.hits.of.atMost.find((hit) => hit.to === number.from);
  const start = number.start < number.from ? number.start : bound?.from;
  return (
    start !== undefined &&
    (sentence.hits.of.thing.some((hit) => hit.to === start && isPeople(hit.id as ThingConcept)) ||
      hitsOfAny(sentence, anyoneOrAge).some((hit) => hit.to === start)) &&
    !sentence.hits.of.thing.some((hit) => hit.from === number.to)
  );
}

function isAtEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" || token.kind === "break";
}

/** "A citizen of 62", "the woman, 22,": somebody's word stands before without a number. */
function isOnePerson(setting: Setting, to: number): boolean {
  return setting.sentence.hits.of.thing.some(
    (hit) =>
      hit.to === to &&
      isPeople(hit.id as ThingConcept) &&
      !setting.numbers.some((other) => other.to <= hit.from && hit.from - other.to <= 2),
  );
}
