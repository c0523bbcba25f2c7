/** Whose people or buildings were harmed. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { Party, Side } from "../../model/side.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import { voiceSide } from "../claim.ts";
import { countryOfPlaces } from "../places/country.ts";
import { hasArmedGroup, opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, isHolder, isVoice } from "./actors.ts";
import { saysOwnDeed } from "./own-deed.ts";
import { aimOf } from "./aim.ts";
import { isTollOfBoth } from "./both-foes.ts";
import { fledFrom, landLeft } from "./fled-from.ts";
import { harmedOf } from "./harmed-side.ts";
import { invadersOf, isBesideTroops, isOfUnnamedGroups, sideOfMilitants } from "./militants-side.ts";
import { ownSide } from "./own-side.ts";
import { struckSide } from "./struck-side.ts";
import { isHarm } from "../things/measure-kinds.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const militaryOrMilitants = anyOf("military", "militants");

const peopleReach = 5;
/** "Число украинских граждан, прибывших в Польшу с марта 2022 года, составило". */
const flightReach = 14;

/** "Потери среди украинских военных в 15 тысяч", "of Russian troops 300": people named with their party before the number. */
function namedPeople(question: SideQuestion): Party | null {
  const { scene, setting, number, counted } = question;
  if (!scene.document.language.freeOrder || counted.isLabel) return null;
  const named = lastOf(
    setting.sentence.hits.of.party,
    (hit) =>
      hit.to < number.start &&
      number.start - hit.to <= (question.deed.measure === "displaced" ? flightReach : peopleReach) &&
      setting.sentence.hits.of.thing.some(
        (thing) => thing.from === hit.to && isPeople(thing.id as ThingConcept),
      ) &&
      !setting.numbers.some((other) => other.from >= hit.to && other.to <= number.start),
  );
  return named !== undefined && scene.profile.foes.includes(named.id) && !deedIsActive(question)
    ? named.id
    : null;
}

/** "A missile had fallen within its borders": the land of the party that the sentence began with. */
function ownSoil({ setting, scene }: SideQuestion): Party | null {
  if (!setting.sentence.hits.has.homeSoil) return null;
  const owner = hitsOfAny(setting.sentence, partyNames)[0];
  return owner?.id ?? voiceSide(scene, setting.speaker);
}

/** People and buildings: the country of the place, else the foe of who attacked, else the country that the report is about. */
export function victimSide(question: SideQuestion): Side | null {
  const { scene, setting } = question;
  const left = landLeft(question);
  if (left !== null) return left;
  const aim = aimOf(question) ?? ownSoil(question);
  if (aim !== null && question.deed.measure !== "displaced") return aim;
  const isFoes = question.deed.measure !== "displaced" && isBetweenFoes(question);
  // "Armenia-Azerbaijan: 100 killed": the countries named are no place of it.
  const isHeadline = setting.sentence.isTitle && !scene.document.language.freeOrder;
  const isNowhere = question.places.every((code) => isHeadline && scene.profile.foes.includes(code));
  if (isNowhere && setting.voice === null && isFoes) return "both";
  if (question.places.length === 0 && question.counted.group === null && isOfBoth(question)) return "both";
  if (isHarm(question.deed.measure) && isTollOfBoth(question)) return "both";
  const captor = captorOf(question);
  if (captor !== null) return opponentOf(scene.profile, captor);
  const ofMilitants = sideOfMilitants(question);
  if (ofMilitants !== undefined) return ofMilitants;
  const those = ownerOfThose(question);
  if (those !== null) return those;
  const spoken = question.by?.side ?? null;
  // "The army said it had flown out 36 people": whom it saved is no foe.
  const isHarmful = !/^(?:rescued|evacuated|displaced)$/u.test(question.deed.measure);
  if (spoken !== null && isHarmful && deedIsActive(question) && saysOwnDeed(question))
    return opponentOf(scene.profile, spoken);
  const isOfSpeaker =
    setting.voice !== null &&
    setting.sentence.hits.of.compatriots.some(
      (hit) => hit.from >= question.number.to && hit.to <= question.counted.to,
    );
  // "Cuba says 32 citizens were killed".
  if (spoken !== null && isOfSpeaker) return spoken;
  if (isEliminatedBy(question, spoken ?? scene.profile.teller))
    return opponentOf(scene.profile, spoken ?? scene.profile.teller);
  const invaders = isEliminated(question) ? invadersOf(question) : undefined;
  if (invaders !== undefined) return invaders;
  const isHere = setting.voice !== null || setting.places.length === 0;
  const isParty = spoken !== null && (scene.profile.foes.length === 0 || scene.profile.foes.includes(spoken));
  if (isParty && isHere && question.counted.group === "military" && !deedIsActive(question)) return spoken;
  const struck = question.deed.measure === "sites.hit" ? struckSide(question) : null;
  if (struck !== null) return struck;
  if (isHarm(question.deed.measure) && deedIsActive(question) && question.lastLoser !== null)
    return question.lastLoser;
  const isOfPeople = isHarm(question.deed.measure) || question.deed.measure === "displaced";
  const named = isOfPeople ? namedPeople(question) : null;
  if (named !== null) return named;
  const fled = question.deed.measure === "displaced" ? fledFrom(question) : null;
  if (fled !== null) return fled;
  const isOfOthers =
    isOtherSidesWord(question) || (question.isSubjectArmy && isOfNoArmy(question)) || isOnFoesSoil(question);
  if (isOfPeople && question.subject !== null && !isOfOthers && isUnnamed(question)) return question.subject;
  if (isOfPeople && isOfManyLands(question)) return null;
  const own = ownSide(question);
  // "Pakistan's army says it killed 25 militants": they fought the state that they are told of by.
  if (question.deed.thing === "militants" && own !== null && own === (actorOf(question) ?? spoken))
    return null;
  // "58 government troops and 138 militants": beside those of the state, they are not its own.
  if (question.deed.thing === "militants" && (isBesideTroops(question) || isOfUnnamedGroups(question, own)))
    return null;
  const risen = isHarm(question.deed.measure) ? risenAgainst(question) : null;
  if (risen !== null) return risen;
  return harmedOf(question, own);
}

/** "In Belgorod part of a block collapsed. 27 people were injured": at a town or a region of the other party, that was named last. */
function isOnFoesSoil({ scene, places, subject }: SideQuestion): boolean {
  if (scene.document.language.freeOrder) return false;
  const land = countryOfPlaces(places);
  return (
    land !== null &&
    land !== subject &&
    // "Eleven were hurt in Jerusalem": there the two live side by side.
    subject !== null &&
    subject !== "both" &&
    !hasArmedGroup(subject) &&
    scene.profile.foes.includes(land) &&
    places.every((code) => countryOf(code) !== code)
  );
}

/** "Thailand said 13 of its civilians had died in the clashes. Cambodia reported 15 dead": in a fight each side counts its own. */
function isOtherSidesWord({ scene, setting, subject, by }: SideQuestion): boolean {
  const side = by?.side ?? null;
  if (setting.voice === null || side === null || side === subject || !scene.profile.foes.includes(side))
    return false;
  return [setting.sentence, ...scene.document.sentences.slice(0, openings)].some(
    ({ hits }) => hits.has.clash,
  );
}

const openings = 2;

const civil: ReadonlySet<string> = new Set(["civilians", "children", "women"]);

/** Refugees and civilians, of whom a report of soldiers is not. */
function isOfNoArmy({ scene, deed, counted }: SideQuestion): boolean {
  if (scene.document.language.freeOrder) return false;
  return deed.measure === "displaced" || civil.has(counted.group ?? "");
}

/** "Conflict in the Sahel has killed 40,000": a part of the world of no one country. */
function isOfManyLands({ scene, setting }: SideQuestion): boolean {
  const { places, sentence } = setting;
  return (
    !scene.document.language.freeOrder &&
    places.length > 0 &&
    places.every(({ code }) => countryOf(code) === null && placeByCode(code)?.kind === "area") &&
    hitsOfAny(sentence, partyNames).length === 0
  );
}

/** Whether the sentence names no place and no party but who speaks: it goes on with those of whom the report tells. */
function isUnnamed({ scene, setting }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    setting.places.length === 0 &&
    hitsOfAny(setting.sentence, partyNames).every((hit) => isVoice(setting, hit))
  );
}

/** "The group says three captives were killed": those whom an armed group holds are its foe's. Null: no such group holds them. */
function captorOf({ scene, counted, deed, by }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || deed.measure !== "killed") return null;
  const group = scene.profile.parties.find((party) => party.startsWith("x-")) ?? null;
  return counted.thing === "hostage" || (counted.thing === "captive" && by?.side === group) ? group : null;
}

/** "314 Russian troops had been inside the town; 85 of them were killed": those named last before, with their party. */
function ownerOfThose({ scene, setting, number, deed }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || !isHarm(deed.measure)) return null;
  const { sentence } = setting;
  if (!sentence.hits.of.ofThem.some((hit) => hit.from === number.to)) return null;
  const owner = lastOf(
    sentence.hits.of.party,
    (hit) =>
      hit.to < number.start && hitsOfAny(sentence, militaryOrMilitants).some((noun) => noun.from === hit.to),
  );
  return owner?.id ?? null;
}

/** "В армии сообщили, что ликвидированы десять командиров": a word that is said of foes alone, by a party to the war. */
function isEliminatedBy(question: SideQuestion, teller: Side | null): boolean {
  return (
    teller !== null && question.scene.profile.foes.some((foe) => foe === teller) && isEliminated(question)
  );
}

function isEliminated({ scene, setting, deed }: SideQuestion): boolean {
  const { act } = deed;
  return (
    scene.document.language.freeOrder &&
    act !== null &&
    isHarm(deed.measure) &&
    setting.sentence.hits.of.eliminate.some((hit) => hit.from === act.from)
  );
}

/** "Colombian rebels kill nine soldiers": rebels of a state fight that state. */
function risenAgainst(question: SideQuestion): Party | null {
  const actor = actorOf(question);
  const isOfRebels = question.setting.sentence.hits.of.militants.some((rebels) =>
    question.setting.sentence.hits.of.party.some((party) => party.id === actor && party.to === rebels.from),
  );
  return isOfRebels && actor !== null && isState(actor) ? actor : null;
}

function isState(party: Party): boolean {
  return !party.startsWith("x-") && party !== "PS";
}

/** "Ten were killed, officials on both sides said", "140,000 have been evacuated in both countries". */
function isOfBoth(question: SideQuestion): boolean {
  const { scene, setting } = question;
  const { foes, parties } = scene.profile;
  return (
    !scene.document.language.freeOrder &&
    foes.length === 2 &&
    foes.every((foe) => parties.includes(foe)) &&
    setting.sentence.hits.of.both.some((hit) => hit.to - hit.from > 1)
  );
}

/** "Azerbaijan-Armenia fighting leaves 99 dead": two foes named side by side. */
function isBetweenFoes(question: SideQuestion): boolean {
  const { scene, setting } = question;
  const parties = setting.sentence.hits.of.party.filter((hit) => !isVoice(setting, hit));
  return parties.some((hit, at) => {
    const next = parties[at + 1];
    return (
      next !== undefined &&
      next.id !== hit.id &&
      next.from - hit.to <= 1 &&
      // "In Russian-occupied eastern Ukraine": one place, in the other's hands.
      !isHolder(question, hit) &&
      // "Russia hits Ukraine": who does it to whom.
      !setting.sentence.hits.of.act.some((act) => act.from === hit.to && act.to === next.from) &&
      // "On Emirati-backed forces in Yemen": where, not who fights.
      !setting.sentence.hits.of.in.some(
        (cue) => cue.to === next.from && !scene.document.language.freeOrder,
      ) &&
      scene.profile.foes.includes(hit.id) &&
      scene.profile.foes.includes(next.id)
    );
  });
}
