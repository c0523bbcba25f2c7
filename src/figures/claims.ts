/** The claims of a report: each number that asserts a figure, with all that the words tell of it. */

import type { Weapon } from "../model/figure.ts";
import { groupTold, returnedGroup } from "./claim-group.ts";
import { claimPlaces, isOfOthers } from "./claim-places.ts";
import { isOwnedByWords, lastSides, sidesOf } from "./claim-sides.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
import type { Deed } from "./deeds/acts.ts";
import { deedFor } from "./deeds/deeds.ts";
import { partyOfClause } from "./deeds/elliptic-clause.ts";
import { isElimination, isOwnDead } from "./deeds/own-dead.ts";
import { isKnownOf } from "./deeds/inherited-deed.ts";
import { parentOf } from "./deeds/parent-claim.ts";
import type { NumberHit } from "./numbers/numbers.ts";
import { fateOfAll } from "./parts/all-of.ts";
import type { Compared } from "./parts/compared.ts";
import { comparedWith, isLong } from "./parts/compared.ts";
import { withIncrements } from "./parts/increments.ts";
import { sumOfMost } from "./parts/most-of-all.ts";
import { sharedGroup } from "./parts/shared-group.ts";
import { isToldAgain } from "./parts/told-again.ts";
import { withHandovers } from "./places/homecoming-places.ts";
import { isOfAnotherDay } from "./places/unnamed-places.ts";
import { fitting, placesOf } from "./places/whereabouts.ts";
import { timeOfSum } from "./scope/fate-of-sum.ts";
import { timingOf } from "./scope/scope.ts";
import type { Timing } from "./scope/stretches.ts";
import { windowOf } from "./scope/stretches.ts";
import type { SideQuestion } from "./sides/actors.ts";
import { attackerIn } from "./sides/attacker-told.ts";
import { hostageMeasure } from "./sides/hostages.ts";
import { sideOf } from "./sides/sides.ts";
import { tellsOfExchange } from "./text/document.ts";
import type { Counted } from "./things/counted.ts";
import { isFlying, isReturn } from "./things/measure-kinds.ts";
import { isOtherCount } from "./things/told-span.ts";
import { weaponOf } from "./things/weapon.ts";
import { isDelivery } from "./uncounted/deliveries.ts";
import { isNotStruck } from "./uncounted/not-struck.ts";
import { isOneTold, isWeaklyTold } from "./uncounted/one.ts";
import { isOfRun } from "./uncounted/runs.ts";
import { isAgent, isCondition, isDoer, isNoCount, isTheTwo, isWhereabouts } from "./uncounted/uncounted.ts";
import { speakerOf } from "./voices/teller.ts";
import { anyOf, hasAny, hitsOfAny } from "./text/sentence-hits.ts";
import { partyNames } from "./text/party-names.ts";

const ourOrInReturn = anyOf("our", "inReturn");

/** No report tells so many: what goes on beyond is noise, and would only cost time. */
const mostClaims = 1000;

/** Every figure that the settings of a report assert, in order of the text. */
export function readClaims(scene: Scene, settings: readonly Setting[]): Claim[] {
  const claims: Claim[] = [];
  for (const setting of settings) {
    if (claims.length > mostClaims) break;
    for (let index = 0; index < setting.numbers.length; index++) {
      const claim = claimOf(scene, setting, index, claims);
      if (claim === null) continue;
      claims.push(claim);
      const fate = fateOfAll(claim);
      if (fate !== null) claims.push(fate);
    }
  }
  return withHandovers(settings, withIncrements(claims));
}

/** A number that asserts something: what it counts, and what was done. */
interface Told {
  readonly number: NumberHit;
  readonly counted: Counted;
  readonly deed: Deed;
}

/** What a number tells of whom; null: it counts nothing that somebody suffered or did, or tells it again. */
function toldBy(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Told | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined || counted.isNoise) return null;
  if (number.isWeak && counted.thing === null && !isOneTold(scene, setting, index, earlier.at(-1)))
    return null;
  if ((number.low ?? 1) === 0 || number.high === 0 || isNoCount(scene, setting, number, counted)) return null;
  const deed = deedFor(scene, setting, index, earlier);
  if (deed === null || isNotSuffered(scene, setting, { number, counted, deed })) return null;
  if (number.isWeak && isWeaklyTold(setting, index, deed)) return null;
  return isToldAgain(scene, setting, { number, deed }, earlier) ? null : { number, counted, deed };
}

function claimOf(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Claim | null {
  const told = toldBy(scene, setting, index, earlier);
  if (told === null) return null;
  const { number, counted, deed } = told;
  const by = speakerOf(scene, setting, number, deed);
  const compared = comparedWith(scene.document, setting, index, earlier);
  const previous = earlier.at(-1);
  // "Moscow put the number at 50": all but the number is as in the claim before.
  const other = previous?.deed === deed && isOtherCount(setting.sentence, number) ? previous : null;
  const sum = sumOfMost(setting, number, deed, earlier);
  // "The 23 that Moscow had promised": of the same people, at a time of its own.
  const isKnown = previous?.deed === deed && isKnownOf(scene.document, setting, index, previous);
  const known = isKnown ? previous : other;
  const timed = other ?? clauseBefore(scene, setting, index, { deed, previous }) ?? sum;
  const { scope, date } = timed ?? whenOf(scene, setting, { number, deed, compared, earlier });
  const isElsewhere = isOfAnotherDay(setting, date) || isOfOthers(scene, setting);
  const carried = isElsewhere ? [] : setting.carriedPlaces;
  const here = isElsewhere ? { ...setting, carriedPlaces: carried } : setting;
  const places = fitting(placesOf(here, index, { deed, scope, date }), setting, { number, deed, scope });
  const parent = parentOf(setting, index, earlier);
  if (parent !== null && isState(setting, deed, counted, parent)) return null;
  const lasts = lastSides(setting, index, earlier);
  const question = asSuffered({ ...lasts, scene, setting, number, counted, deed, places, carried, by });
  const single = sideOf(question);
  const isKill = isElimination(setting, number, deed, scope);
  const isDead = isOwnDead(question, single);
  const own = parent === null || counted.thing !== null ? null : parent;
  return {
    setting,
    index,
    number,
    counted,
    deed,
    measure:
      isKill || isDead || (timed !== null && previous?.measure === "killed")
        ? "killed"
        : (other?.measure ?? hostageMeasure(question, earlier)),
    group:
      (isDead && counted.thing !== "militants" ? "military" : null) ??
      returnedGroup(question, single) ??
      own?.group ??
      known?.group ??
      groupTold(question, previous, isKill) ??
      sharedGroup(scene, setting, index, earlier) ??
      (counted.thing === null ? (sum?.group ?? null) : null),
    weapon: weaponTold(scene, setting, index, told) ?? own?.weapon ?? null,
    scope,
    date,
    places: claimPlaces(question, single, scope),
    by,
    sides: (compared?.claim ?? known)?.sides ?? sidesOf(question, single, { index, parent, previous }),
    isWithin: parent !== null,
    isOwned: isOwnedByWords(question) || (lasts.lastHarmed !== null && single === lasts.lastHarmed),
  };
}

/** Bodies that nobody hands over are dead. */
function asSuffered(question: SideQuestion): SideQuestion {
  return isUnclaimedBodies(question)
    ? { ...question, deed: { ...question.deed, measure: "killed" } }
    : question;
}

function weaponTold(
  { document }: Scene,
  { sentence, numbers }: Setting,
  index: number,
  { number, counted, deed }: Told,
): Weapon | null {
  const until = numbers[index + 1]?.start ?? Infinity;
  return weaponOf(sentence, number, counted, { document, measure: deed.measure, thing: deed.thing, until });
}

/** The claim of the clause before, whose verb and time a clause without its own goes on with; null: it has its own. */
function clauseBefore(
  scene: Scene,
  setting: Setting,
  index: number,
  { deed, previous }: { readonly deed: Deed; readonly previous: Claim | undefined },
): Claim | null {
  const isElided = previous?.deed === deed && partyOfClause(scene, setting, index) !== undefined;
  return isElided ? previous : null;
}

interface Dated {
  readonly number: NumberHit;
  readonly deed: Deed;
  readonly compared: Compared | null;
  readonly earlier: readonly Claim[];
}

/** Scope and date; what a number is compared with is of the time that stands by it. */
function whenOf(scene: Scene, setting: Setting, { number, deed, compared, earlier }: Dated): Timing {
  if (compared === null) return timeOfSum(setting, deed, earlier) ?? timingOf(scene, setting, number, deed);
  const { time } = compared;
  if (time.kind === "window") return windowOf(time);
  return { scope: isLong(time) ? "overall" : "event", date: time.value };
}

/** Whether what is counted is not what the deed was done to: where it was, who did it, what was handed over, a state, two who are known. */
function isNotSuffered(scene: Scene, setting: Setting, told: Told): boolean {
  const { number, deed } = told;
  return (
    isWhereabouts(scene, setting, number, deed) ||
    isAgent(setting, number, deed) ||
    isDoer(scene, setting, told) ||
    isDelivery(scene, setting, told) ||
    isCondition(scene, setting, number, deed) ||
    isTheTwo(scene, number, deed) ||
    isWholeOfPart(scene, setting, told) ||
    isNotStruck(scene.document, setting, number, deed) ||
    (isReturn(deed.measure) && isOfRun(scene.document, setting, number))
  );
}

/** "Мали 3100 танків, з яких втратили 2200": what a clause tells of a part was not done to the whole; what flew is another matter. */
function isWholeOfPart(
  { document }: Scene,
  { sentence, numbers }: Setting,
  { number, counted, deed }: Told,
): boolean {
  const { act, measure } = deed;
  if (!document.language.freeOrder || act === null || isFlying(measure)) return false;
  const end = Math.max(counted.to, number.to);
  return sentence.hits.of.ofThem.some(
    (cue) =>
      cue.from >= end &&
      act.from >= cue.to &&
      // "Троє підірвалися на міні, один з них загинув": the part may stand before the words for the whole, its act right after them.
      (cue.from - end <= 1
        ? numbers.some((part) => part.from >= cue.to)
        : act.from - cue.to <= 1 && numbers.some((part) => part.to === cue.from && part.from >= end)),
  );
}

/** "42 з них госпіталізовані", "п'ятеро з них померли в полоні": in what state some of the hurt or of the remains are. */
function isState(setting: Setting, deed: Deed, counted: Counted, parent: Claim): boolean {
  if (!setting.sentence.hits.has.ofThem || counted.thing !== null) return false;
  return (
    (deed.measure === "injured" && parent.measure === "injured" && parent.setting === setting) ||
    (deed.measure === "killed" && parent.measure === "bodies.returned")
  );
}

/** "A hospital received 30 bodies": nobody hands them over. */
function isUnclaimedBodies(question: SideQuestion): boolean {
  const { scene, setting, deed } = question;
  if (deed.measure !== "bodies.returned") return false;
  // In news of an exchange, too, those that came to a hospital.
  const { hospital, findsBodies } = setting.sentence.hits.has;
  if (scene.isExchange && (scene.document.language.freeOrder || !hospital || !findsBodies)) return false;
  const attacker = attackerIn(scene.document, setting.sentence);
  return (
    !hasAny(setting.sentence, ourOrInReturn) &&
    !hitsOfAny(setting.sentence, partyNames).some((hit) => hit.id !== attacker) &&
    !setting.sentence.hits.has.captivity &&
    !tellsOfExchange(setting.sentence)
  );
}
