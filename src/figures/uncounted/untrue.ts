import type { Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { isIncident } from "../things/measure.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const partyOrSpeaker = anyOf("party", "speaker");

const toldReach = 3;

/** "Reports of 30 dead are not true": a number that is told to be denied, and that nobody is named for. */
export function isUntrue(setting: Setting, number: NumberHit): boolean {
  const told = setting.sentence.hits.of.allegation.find(
    (hit) => hit.to <= number.start && number.start - hit.to <= toldReach,
  );
  if (isOfDeniedReports(setting, number)) return true;
  if (told === undefined || !setting.sentence.hits.of.denial.some((hit) => hit.from >= number.to))
    return false;
  return !hitsOfAny(setting.sentence, partyOrSpeaker).some((hit) => hit.to <= told.to);
}

const rumourReach = 12;

/** "Denied reports that the number of dead had reached 30"; "denied it killed 30" is another's word. */
function isOfDeniedReports({ sentence }: Setting, number: NumberHit): boolean {
  const denials = sentence.hits.of.denial;
  if (denials.length === 0) return false;
  return sentence.hits.of.allegation.some(
    (reports) =>
      reports.to <= number.start &&
      number.start - reports.to <= rumourReach &&
      denials.some((denial) => denial.to === reports.from) &&
      !sentence.hits.of.pronoun.some((hit) => hit.from === reports.from) &&
      !sentence.hits.of.says.some((hit) => hit.from >= reports.to && hit.to <= number.start),
  );
}

const meansReach = 8;

/** Arms that attack and come back: with them an attack is made, and none of them is lost. */
const driven: ReadonlySet<string> = new Set([
  "tank",
  "vehicle",
  "aircraft",
  "helicopter",
  "ship",
  "equipment",
]);

/** "Enough missiles for two or three more strikes": how many could be made, none of which was; «атакували за допомогою 12 бронемашин»: what it was done with. */
export function isOfMeans({ sentence }: Setting, number: NumberHit, counted: Counted): boolean {
  if (driven.has(counted.thing ?? "") && sentence.hits.of.withTool.some((hit) => hit.to === number.start))
    return true;
  // "80% от численности в 4000 бойцов": how many there were.
  if (sentence.hits.of.strengthOf.some((hit) => hit.to === number.start || hit.to === number.start - 1))
    return true;
  return (
    isIncident(counted.thing) &&
    sentence.hits.of.enough.some((hit) => hit.to <= number.start && number.start - hit.to <= meansReach)
  );
}
