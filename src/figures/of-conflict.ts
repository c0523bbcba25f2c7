import { conflictsBy } from "../reference/conflicts.ts";
import { dayOf } from "./profile.ts";
import type { Claim, Scene } from "./claim.ts";
import { isOfJailOnly, isWarExchange } from "./sides/captives.ts";
import type { Document, Sentence } from "./text/document.ts";
import { isFeared } from "./uncounted/feared.ts";
import { anyOf, hasAny, hitsOfAny } from "./text/sentence-hits.ts";
import { measuresLike } from "./things/measure-kinds.ts";

const airAttackOrMilitants = anyOf("airAttack", "militants");
const armedOrClash = anyOf("airStrike", "bombards", "shelling", "attack", "strike", "assault", "clash");
const warOrWarTime = anyOf("war", "warTime");

const ofWeapons = measuresLike(/^(?:drones|missiles|weapons|bombs|rockets|shells)\./u);
const ofCaptives = measuresLike(/^(?:prisoners|hostages)\./u);

/** Whether a claim belongs to the conflict: captives of nobody in it, those freed from jails, and what arms could do are left out. */
export function isOfConflict(scene: Scene, claim: Claim): boolean {
  const { measure } = claim;
  // "45,000 households without power in Berlin": a land that is at war with nobody.
  if (measure === "customers.without_power" && scene.profile.foes.length === 0) return false;
  if (ofWeapons.has(measure)) return !isCapability(claim) && !isToBeUsed(claim);
  if (
    harms.has(measure) &&
    (isOfDisaster(claim.setting.sentence) || isUnderDisaster(scene, claim) || isAfterDisaster(scene, claim))
  )
    return false;
  if ((harms.has(measure) || measure === "casualties") && isOfPeace(scene, claim)) return false;
  // "Adopted a package of sanctions, hitting 41 tankers": no arms did.
  if (
    bySanctions.has(measure) &&
    claim.setting.sentence.hits.has.sanctions &&
    !isOfArms(claim.setting.sentence)
  )
    return false;
  // "A court found three men guilty of the murder of 298 people": of a crime of long ago.
  if (harms.has(measure) && isAfterVerdict(claim.setting.sentence, claim.number.start)) return false;
  // "Five million people could be displaced": expected, and told as such.
  const isExpected = measure === "displaced" && claim.scope === "planned";
  if (harms.has(measure) && !isExpected && isHypothetical(scene, claim)) return false;
  if (measure === "captured") return !isOfJailOnly(claim.setting.sentence);
  if (!ofCaptives.has(measure)) return true;
  // "На щиті додому повернулися п'ятеро захисників": the dead, whom their town buries.
  if (scene.document.language.freeOrder && claim.setting.sentence.hits.has.farewell) return false;
  if (!isWarExchange(scene.document, scene.profile) || isOfJailOnly(claim.setting.sentence)) return false;
  return claim.sides.some((side) => side === null || side === "both" || scene.profile.foes.includes(side));
}

/** Whether a word of a trial stands before a token: what follows is what the trial is about. */
export function isAfterVerdict(sentence: Sentence, at: number): boolean {
  return sentence.hits.of.verdict.some((hit) => hit.to <= at);
}

const leads = 2;

/** "У Франції троє поранених", in a digest in Ukrainian or Russian: harm to people of lands that fight no war of the report, where neither its sentence nor the opening tells of arms. */
function isOfPeace({ document, profile }: Scene, { sides, setting: { sentence } }: Claim): boolean {
  if (!document.language.freeOrder) return false;
  const isElsewhere = sides.every(
    (side) =>
      side !== null &&
      side !== "both" &&
      !profile.foes.includes(side) &&
      !conflictsBy(dayOf(document)).some(({ parties }) => parties.includes(side)),
  );
  const isArmed = (one: Sentence): boolean => isOfArms(one) || hasAny(one, airAttackOrMilitants);
  return isElsewhere && !isArmed(sentence) && !document.sentences.slice(0, leads).some(isArmed);
}

const bySanctions: ReadonlySet<string> = new Set(["equipment.lost", "sites.hit"]);

const harms: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "missing",
  "displaced",
  "rescued",
  "evacuated",
]);

/** "The toll of the earthquake": harm that no one did. */
function isOfDisaster(sentence: Sentence): boolean {
  return sentence.hits.has.disaster && !isOfArms(sentence);
}

/** A title or an opening of a disaster or an accident, and no weapon near it. */
export function tellsOfDisaster({ sentences }: Document): boolean {
  const opening = sentences.slice(0, 3);
  return (
    opening.slice(0, 2).some((sentence) => sentence.hits.has.disaster) &&
    !opening.some((sentence) => isOfArms(sentence) || hasAny(sentence, airAttackOrMilitants))
  );
}

/** Whether a sentence tells of an attack or a clash that is none of cars, planes or nature ("горный удар"). */
function isOfArms(sentence: Sentence): boolean {
  if (!hasAny(sentence, armedOrClash)) return false;
  const { disaster } = sentence.hits.of;
  return hitsOfAny(sentence, armedOrClash).some(
    (hit) => !disaster.some((crash) => crash.from <= hit.from && crash.to >= hit.to),
  );
}

/** "Boat capsizes off Syria", and what the text tells of it: harm that a title lays to a disaster. */
function isUnderDisaster({ document }: Scene, { setting }: Claim): boolean {
  const [title] = document.sentences;
  return (
    title?.isTitle === true &&
    isOfDisaster(title) &&
    // "The first swap since the plane crash": of a war all the same.
    new Set(title.hits.of.party.map((hit) => hit.id)).size < 2 &&
    !hasAny(title, warOrWarTime) &&
    !isOfArms(setting.sentence)
  );
}

/** "Потерпел крушение Boeing. Один человек погиб", a row of a digest: harm in a paragraph that began with a disaster, and tells of no arms. */
function isAfterDisaster({ document }: Scene, { setting: { sentence } }: Claim): boolean {
  if (!document.language.freeOrder || isOfArms(sentence)) return false;
  for (let at = sentence.index - 1; at >= 0; at--) {
    const before = document.sentences[at];
    if (before?.paragraph !== sentence.paragraph || isOfArms(before)) return false;
    if (before.hits.has.disaster) return !hasAny(before, airAttackOrMilitants);
  }
  return false;
}

const futureReach = 4;
const hypotheticalReach = 8;

/** "A strike could trigger a war that kills 34 million": what may be, before the act or between the number and it. */
function isHypothetical({ document }: Scene, { setting, number, deed }: Claim): boolean {
  const { act } = deed;
  const { sentence } = setting;
  if (act === null) return false;
  if (document.language.freeOrder)
    return (
      isFeared(document, sentence, deed) ||
      // "Удар приведет к гибели 1,4 млн человек", "погибнут полтора миллиона": what has not happened.
      sentence.hits.of.hypothetical.some(
        (hit) =>
          (hit.to <= number.start && number.start - hit.to <= futureReach) ||
          (hit.from >= number.to && hit.from - number.to <= futureReach),
      )
    );
  if (!sentence.hits.has.hypothetical) return false;
  const from = Math.min(act.from, number.start);
  return sentence.hits.of.hypothetical.some(
    (hit) =>
      !sentence.hits.of.month.some((month) => month.from === hit.from) &&
      ((hit.to <= from && from - hit.to <= hypotheticalReach) ||
        (hit.from >= number.to && hit.to <= act.from)) &&
      // "It could rise, officials said; 14 were killed".
      !sentence.hits.of.says.some((says) => says.from >= hit.to && says.to <= from),
  );
}

const useReach = 3;

/** "A thousand munitions to be used in court": a use to come. */
function isToBeUsed({ setting, number, deed }: Claim): boolean {
  const { act } = deed;
  return (
    act !== null &&
    act.from >= number.to &&
    setting.sentence.hits.of.planned.some(
      (hit) => hit.from >= number.to && hit.to <= act.from && act.from - hit.to <= useReach,
    )
  );
}

const capabilityReach = 6;

/** "Able to carry up to eight drones", "could fire 500 a day": nothing was launched. */
function isCapability(claim: Claim): boolean {
  const { number, setting } = claim;
  return setting.sentence.hits.of.capable.some(
    (hit) => hit.to <= number.start && number.start - hit.to <= capabilityReach,
  );
}
