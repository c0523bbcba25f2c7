import type { Party, Side } from "../model/side.ts";
import type { Group, Scope } from "../model/figure.ts";
import type { Measure } from "../measures.ts";
import type { SideQuestion } from "./sides/actors.ts";
import type { PlaceCode } from "../model/place.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { countryOf, placeByCode } from "../reference/places.ts";
import { countryOfPlaces } from "./places/country.ts";
import type { Deed } from "./deeds/acts.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
import { weaponThings } from "./deeds/bare-deeds.ts";
import { deedFor } from "./deeds/deeds.ts";
import { fateOfAll } from "./parts/all-of.ts";
import { hasConcept, tellsOfExchange } from "./text/document.ts";
import { sharedSides } from "./parts/each.ts";
import { attackerIn } from "./sides/attacker-told.ts";
import { parentOf } from "./deeds/parent-claim.ts";
import { partyOfRow } from "./sides/party-row.ts";
import { isPeople } from "./things/people.ts";
import { opponentOf } from "./profile.ts";
import { timingOf } from "./scope/scope.ts";
import { harmedBefore } from "./sides/harmed-before.ts";
import { hostageMeasure, isPartOfPrisoners } from "./sides/hostages.ts";
import { isRow } from "./parts/shares.ts";
import { hasOwner, sideOf } from "./sides/sides.ts";
import { speakerOf } from "./voices/teller.ts";
import { isElimination, isOwnDead } from "./deeds/own-dead.ts";
import { sharedGroup } from "./parts/shared-group.ts";
import { aimOf } from "./sides/aim.ts";
import { isToldAgain } from "./parts/told-again.ts";
import type { Counted } from "./things/things.ts";
import { weaponOf } from "./things/weapon.ts";
import { isDelivery } from "./uncounted/deliveries.ts";
import { fitting, isOfAnotherDay, placesOf } from "./places/whereabouts.ts";
import {
  isNoCount,
  isPartWithAct,
  isTheTwo,
  isCondition,
  isVictim,
  isWhereabouts,
  isAgent,
  isDoer,
} from "./uncounted/uncounted.ts";
import { hitsOf } from "./text/sentence-hits.ts";

/** Measures that name their people themselves, or count them as a side claims. */
const ungrouped: ReadonlySet<Measure> = new Set(["casualties", "children.returned"]);

const losses: ReadonlySet<Measure> = new Set(["casualties", "equipment.lost", "captured"]);

/** So many claims back the launcher or the freed side is taken over from: no text means one further off, and reading stays linear. */
const lookBack = 40;

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
  return claims;
}

function claimOf(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Claim | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined || counted.isNoise) return null;
  if (number.isWeak && counted.thing === null && !isOneTold(scene, setting, index, earlier.at(-1)))
    return null;
  if ((number.low ?? 1) === 0 || number.high === 0) return null;
  if (isNoCount(scene, setting, number, counted)) return null;
  const deed = deedFor(scene, setting, index, earlier);
  if (deed === null || isWhereabouts(setting, number, deed) || isAgent(setting, number, deed)) return null;
  if (isDoer(scene, setting, { number, counted, deed })) return null;
  if (isDelivery(scene, setting, { number, counted, deed })) return null;
  if (isCondition(scene, setting, number, deed) || isTheTwo(scene, number, deed)) return null;
  if (isToldAgain(scene, number, deed, earlier)) return null;
  if (number.isWeak && isWeaklyTold(deed) && !isListedIncident(setting, index)) return null;
  const by = speakerOf(scene, setting, number, deed);
  const timing = timingOf(scene, setting, number, deed);
  const isElsewhere = isOfAnotherDay(setting, timing.date) || isOfOthers(scene, setting);
  const here = isElsewhere ? { ...setting, carriedPlaces: [] } : setting;
  const places = fitting(placesOf(here, index, { deed, ...timing }), setting, deed, timing.scope);
  const parent = parentOf(setting, index, earlier);
  const isKill = isElimination(setting, number, deed, timing.scope);
  if (parent !== null && isState(setting, deed, counted, parent)) return null;
  const own = parent === null || counted.thing !== null ? null : parent;
  const previous = earlier.at(-1);
  const until = setting.numbers[index + 1]?.start ?? Infinity;
  const lasts = lastSides(setting, index, earlier);
  const carried = here.carriedPlaces;
  const asked = { scene, setting, number, counted, deed, places, carried, by, ...lasts };
  const question = isUnclaimedBodies(asked)
    ? { ...asked, deed: { ...deed, measure: "killed" as const } }
    : asked;
  const single = sideOf(question);
  const target = nationwideTarget(question, single);
  const isDead = isOwnDead(question, single);
  return {
    setting,
    index,
    number,
    counted,
    deed,
    measure: isKill || isDead ? "killed" : hostageMeasure(question, earlier),
    group:
      (isDead ? "military" : null) ??
      woundedGroup(question) ??
      foreignGroup(question, single) ??
      own?.group ??
      groupTold(question, previous, isKill) ??
      sharedGroup(scene, setting, index, earlier),
    weapon: weaponOf(setting.sentence, number, counted, { ...deed, until }) ?? own?.weapon ?? null,
    ...timing,
    places:
      target === null ? (regionOfSum(question, single, timing.scope) ?? ofAim(question, single)) : [target],
    by,
    sides: sidesOf(question, single, { index, parent, previous }),
    isWithin: parent !== null,
    isOwned: hasOwner(question) || (lasts.lastHarmed !== null && single === lasts.lastHarmed),
  };
}

/** "42 з них госпіталізовані", "п'ятеро з них померли в полоні": in what state some of the hurt or of the remains are. */
function isState(setting: Setting, deed: Deed, counted: Counted, parent: Claim): boolean {
  if (!hasConcept(setting.sentence, "ofThem") || counted.thing !== null) return false;
  return (
    (deed.measure === "injured" && parent.measure === "injured" && parent.setting === setting) ||
    (deed.measure === "killed" && parent.measure === "bodies.returned")
  );
}

/** Whether "one" without a noun counts somebody: a victim, a part with a fate of its own, a row of a list. */
function isOneTold(scene: Scene, setting: Setting, index: number, previous: Claim | undefined): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    (isRow(scene.document, { setting, number, previous }) ||
      isVictim(setting, number) ||
      isPartWithAct(scene, setting, number) ||
      isPartyRow(scene, setting, index, previous) ||
      isOneOver(scene, setting, index, previous))
  );
}

/** The group that the words tell, or that the row before is of; null for measures that name their people themselves. */
function groupTold(question: SideQuestion, previous: Claim | undefined, isKill: boolean): Group | null {
  const { scene, setting, number, counted, deed } = question;
  const index = setting.numbers.indexOf(number);
  if (previous !== undefined && isPartyRow(scene, setting, index, previous)) return previous.group;
  if (isPartOfPrisoners(question, previous)) return counted.group;
  return ungrouped.has(deed.measure) && !isKill ? null : counted.group;
}

/** "Nine South African soldiers died, Malawi lost three and Uruguay one": a row of a list by parties, under the number before it. */
function isPartyRow(
  { document }: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): boolean {
  return (
    !document.language.freeOrder &&
    previous?.setting === setting &&
    isPeople(previous.deed.thing) &&
    partyOfRow(setting, index) !== null
  );
}

/** "Killed two in a Polish village", after news of Kyiv: the places told before are not those of whose land it was. */
function ofAim(question: SideQuestion, side: Side | null): readonly PlaceCode[] {
  const { setting, places, deed } = question;
  if (setting.places.length > 0 || places.length === 0 || !tolls.has(deed.measure)) return places;
  return side !== null && aimOf(question) === side && countryOfPlaces(places) !== side ? [] : places;
}

/** "Один уничтожен над Курской областью и один над Белгородской": one more of what flew, over a place of its own. */
function isOneOver(
  { document }: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): boolean {
  const number = setting.numbers[index];
  if (!document.language.freeOrder || number === undefined || previous?.setting !== setting) return false;
  const dash = document.tokens[number.to]?.norm;
  const to = dash === "–" || dash === "-" ? number.to + 1 : number.to;
  return (
    weaponThings.has(previous.deed.thing) && hitsOf(setting.sentence, "in").some((hit) => hit.from === to)
  );
}

/** "One" of incidents, or of people far from their deed, is no count. */
function isWeaklyTold(deed: Deed): boolean {
  const isIncident = deed.measure === "attacks" || deed.measure === "sites.hit" || deed.measure === "rescued";
  return isIncident || (deed.cost > weakReach && isPeople(deed.thing));
}

/** "One missile strike and 77 air strikes": "one" counts in a list of such. */
function isListedIncident(setting: Setting, index: number): boolean {
  const [own, next] = [setting.counted[index], setting.counted[index + 1]];
  return own?.thing === "strike" && next?.thing === "strike" && setting.numbers[index + 1]?.isWeak === false;
}

const tolls: ReadonlySet<Measure> = new Set(["killed", "injured", "displaced", "missing"]);

const regions: ReadonlySet<string> = new Set(["region"]);
/** A toll of a few days may be of another part of the land; one of the whole war is of the area that is told of. */
const regional: ReadonlySet<string> = new Set(["region", "area"]);

/** "More than 14,000 have been killed", in a report of Gaza: a sum over a longer time is of the region told before. */
function regionOfSum(question: SideQuestion, side: Side | null, scope: Scope): readonly PlaceCode[] | null {
  const { deed, setting, places, scene } = question;
  const carried = setting.carriedPlaces;
  if (
    scope === "event" ||
    scope === "planned" ||
    !tolls.has(deed.measure) ||
    scene.document.language.freeOrder
  )
    return null;
  if (places.length > 0 || setting.places.length > 0 || carried.length === 0) return null;
  const isRegion = carried.every(
    (code) =>
      (scope === "overall" ? regional : regions).has(placeByCode(code)?.kind ?? "") &&
      countryOf(code) === side,
  );
  return isRegion ? carried : null;
}

interface Around {
  readonly index: number;
  readonly parent: Claim | null;
  readonly previous: Claim | undefined;
}

/** The sides of a claim's figures: those of the whole for its part, both or each where it says so, else the one. */
function sidesOf(question: SideQuestion, single: Side | null, around: Around): readonly (Side | null)[] {
  const { scene, setting, deed } = question;
  const { index, parent, previous } = around;
  if (isPartOfPrisoners(question, previous)) return previous?.sides ?? [single];
  if (hasOwner(question)) return [single];
  // "Cuba says 32 citizens are among the dead": those of who speaks.
  const isOfTeller =
    single !== null && single === question.by?.side && hasConcept(setting.sentence, "compatriots");
  if (isOfTeller) return [single];
  if (parent !== null && isPeople(parent.deed.thing) && isPeople(deed.thing)) return parent.sides;
  return sharedSides(scene, setting, index, deed) ?? [single];
}

/** "A US strike kills five", after news of Nazareth: who attacks here has no war with whose place was told before. */
function isOfOthers({ document }: Scene, { sentence, places, carriedPlaces }: Setting): boolean {
  if (places.length > 0 || document.language.freeOrder) return false;
  const attacker = attackerIn(document, sentence);
  const country = countryOfPlaces(carriedPlaces);
  if (attacker === null || country === null || country === attacker) return false;
  return !conflictRows().some((row) => row.parties.includes(attacker) && row.parties.includes(country));
}

type LastSides = Pick<
  SideQuestion,
  "lastLauncher" | "lastLoser" | "lastReturned" | "lastHarmed" | "isSameSentence"
>;

/** The sides that the numbers before were of: what a sentence leaves out it takes over from them. */
function lastSides(setting: Setting, index: number, earlier: readonly Claim[]): LastSides {
  const recent = earlier.slice(-lookBack);
  const previous = earlier.at(-1);
  const isSameSentence = previous?.setting === setting;
  const sideOfLast = (isKind: (claim: Claim) => boolean): Side | null =>
    recent.findLast(isKind)?.sides[0] ?? null;
  return {
    lastLauncher: sideOfLast((claim) => weaponThings.has(claim.deed.thing) || claim.measure === "attacks"),
    lastLoser: isSameSentence && losses.has(previous.measure) ? (previous.sides[0] ?? null) : null,
    lastReturned: sideOfLast((claim) => /\.(?:released|returned)$/.test(claim.measure)),
    lastHarmed: harmedBefore(setting, index, recent),
    isSameSentence,
  };
}

/** "Across the country": what is launched at no place that is named goes at the whole of the foe's. */
function nationwideTarget({ scene, setting, deed, places }: SideQuestion, side: Side | null): Party | null {
  const isWide =
    places.length === 0 &&
    /^(?:drones|missiles|weapons)\.launched/.test(deed.measure) &&
    hasConcept(setting.sentence, "nationwide");
  return isWide && side !== null && side !== "both" ? opponentOf(scene.profile, side) : null;
}

/** "Another 22 wounded soldiers" who came home. */
function woundedGroup(question: SideQuestion): Group | null {
  const { setting, number, counted, deed } = question;
  if (!/^(?:prisoners|hostages)\.released$/.test(deed.measure)) return null;
  const isHurt = hitsOf(setting.sentence, "injure").some(
    (hit) => hit.from >= number.to && hit.to <= Math.max(counted.to, number.to + 1),
  );
  return isHurt ? "wounded" : null;
}

/** Captives of a state outside the conflict are foreigners. */
function foreignGroup(question: SideQuestion, side: Side | null): Group | null {
  const { foes } = question.scene.profile;
  const isOutside =
    side !== null &&
    side !== "both" &&
    foes.length > 0 &&
    (!foes.includes(side) || question.counted.group === "foreigners");
  return isOutside && question.deed.measure.endsWith("s.released") && hasOwner(question)
    ? "foreigners"
    : null;
}

/** How far from its act "one" is still a count. */
const weakReach = 14;

/** "A hospital received 30 bodies": nobody hands them over. */
function isUnclaimedBodies(question: SideQuestion): boolean {
  const { scene, setting, deed } = question;
  const attacker = attackerIn(scene.document, setting.sentence);
  return (
    deed.measure === "bodies.returned" &&
    !scene.isExchange &&
    !setting.sentence.hits.some(
      (hit) =>
        ((hit.family === "party" || hit.family === "metonym") && hit.id !== attacker) ||
        hit.id === "our" ||
        hit.id === "inReturn",
    ) &&
    !hasConcept(setting.sentence, "captivity") &&
    !tellsOfExchange(setting.sentence)
  );
}
