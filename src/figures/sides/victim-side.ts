import type { ThingConcept } from "../../languages/concepts.ts";
import type { Party, Side } from "../../model/side.ts";
import { conflictRows } from "../../reference/conflicts.ts";
import { countryOf } from "../../reference/places.ts";
import type { SideQuestion } from "./actors.ts";
import { aimOf } from "./aim.ts";
import { hasConcept } from "../text/document.ts";
import { actorOf, deedIsActive, isVoice } from "./actors.ts";
import { countryOfPlaces } from "../places/country.ts";
import { voiceSide } from "../claim.ts";
import { attackerIn, attackerOfReport } from "./attacker-told.ts";
import { seatAbroad } from "./seat.ts";
import { isHarm } from "../things/measure-kinds.ts";
import { campOf, opponentOf } from "../profile.ts";
import { isPeople } from "../things/people.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";

/** Whose sites were struck: the foe of who struck them; an army's own kind of sites are the foe's of who tells of it. */
function struckSide(question: SideQuestion): Party | null {
  const { scene, setting, number } = question;
  const actor = deedIsActive(question) ? actorOf(question) : null;
  const isArmys = hitsOf(setting.sentence, "armySite").some(
    (hit) => hit.from >= number.to && hit.from - number.to <= siteReach,
  );
  const country = countryOfPlaces(question.places);
  // "The army says it struck nine targets in Kashmir": nobody strikes at home.
  const isSaid = deedIsActive(question) && (scene.document.language.freeOrder || saysOwnDeed(question));
  const own = actor ?? (isSaid ? (setting.voice?.speaker.side ?? null) : null);
  // What Ukraine strikes within its borders is held by another, and its own by right.
  if (!isArmys && country !== null)
    return country === own && country !== "UA" ? opponentOf(scene.profile, own) : null;
  const isUnnamed = hitsOfFamilies(setting.sentence, ["party", "metonym"]).length === 0;
  const { lastLauncher } = question;
  // "Hits were recorded at 22 locations": those of the launched weapons told before.
  if (!isArmys && isUnnamed && lastLauncher !== null && lastLauncher !== "both")
    return opponentOf(scene.profile, lastLauncher);
  const striker = actor ?? (isArmys ? (voiceSide(scene, question.by) ?? scene.profile.teller) : null);
  return opponentOf(scene.profile, striker);
}

const siteReach = 3;
const peopleReach = 5;
/** "Число украинских граждан, прибывших в Польшу с марта 2022 года, составило". */
const flightReach = 14;

/** "Потери среди украинских военных в 15 тысяч", "of Russian troops 300": people named with their party before the number. */
function namedPeople(question: SideQuestion): Party | null {
  const { scene, setting, number, counted } = question;
  if (!scene.document.language.freeOrder || counted.isLabel) return null;
  const named = hitsOfFamily(setting.sentence, "party").findLast(
    (hit) =>
      hit.to < number.start &&
      number.start - hit.to <= (question.deed.measure === "displaced" ? flightReach : peopleReach) &&
      hitsOfFamily(setting.sentence, "thing").some(
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
  if (!hasConcept(setting.sentence, "homeSoil")) return null;
  const owner = hitsOfFamilies(setting.sentence, ["party", "metonym"])[0];
  return owner?.id ?? voiceSide(scene, setting.speaker);
}

/** People and buildings: the country of the place, else the foe of who attacked, else the country that the report is about. */
export function victimSide(question: SideQuestion): Side | null {
  const { scene, setting } = question;
  const aim = aimOf(question) ?? ownSoil(question);
  if (aim !== null && question.deed.measure !== "displaced") return aim;
  const isFoes = question.deed.measure !== "displaced" && isBetweenFoes(question);
  // "Armenia-Azerbaijan: 100 killed": the countries named are no place of it.
  const isHeadline = setting.sentence.isTitle && !scene.document.language.freeOrder;
  const isNowhere = question.places.every((code) => isHeadline && scene.profile.foes.includes(code));
  if (isNowhere && setting.voice === null && isFoes) return "both";
  if (question.places.length === 0 && question.counted.group === null && isOfBoth(question)) return "both";
  const militant =
    question.deed.thing === "militants"
      ? scene.profile.parties.find((party) => party.startsWith("x-"))
      : undefined;
  // "An Islamic State cell killed six fighters": they fought against it.
  const isTheirs =
    militant !== undefined &&
    deedIsActive(question) &&
    actorOf(question) === militant &&
    // "Repelled a rebel attack, killing 200 fighters".
    !hasConcept(setting.sentence, "stop");
  if (isTheirs && !scene.document.language.freeOrder) return opponentOf(scene.profile, militant);
  if (militant !== undefined) return militant;
  const spoken = question.by?.side ?? null;
  if (spoken !== null && deedIsActive(question) && saysOwnDeed(question))
    return opponentOf(scene.profile, spoken);
  const isOfSpeaker =
    setting.voice !== null &&
    hitsOf(setting.sentence, "compatriots").some(
      (hit) => hit.from >= question.number.to && hit.to <= question.counted.to,
    );
  // "Cuba says 32 citizens were killed".
  if (spoken !== null && isOfSpeaker) return spoken;
  const isHere = setting.voice !== null || setting.places.length === 0;
  if (spoken !== null && isHere && question.counted.group === "military" && !deedIsActive(question))
    return spoken;
  const struck = question.deed.measure === "sites.hit" ? struckSide(question) : null;
  if (struck !== null) return struck;
  if (isHarm(question.deed.measure) && deedIsActive(question) && question.lastLoser !== null)
    return question.lastLoser;
  const isOfPeople = isHarm(question.deed.measure) || question.deed.measure === "displaced";
  const named = isOfPeople ? namedPeople(question) : null;
  if (named !== null) return named;
  const fled = question.deed.measure === "displaced" ? fledFrom(question) : null;
  if (fled !== null) return fled;
  const own = ownSide(question);
  // "Pakistan's army says it killed 25 militants": they fought the state that they are told of by.
  if (question.deed.thing === "militants" && own !== null && own === (actorOf(question) ?? spoken))
    return null;
  const risen = isHarm(question.deed.measure) ? risenAgainst(question) : null;
  if (risen !== null) return risen;
  return harmedOf(question, own);
}

/** Whose people they are, where no words say it: the country of the place, unless it is the doer's own camp, else the foe of who did it. */
function harmedOf(question: SideQuestion, own: Party | null): Side | null {
  const { scene, setting } = question;
  const isActive = deedIsActive(question) && !scene.document.language.freeOrder;
  const actor = actorOf(question);
  // "1,200 were killed in the Hamas attack", of a report of Gaza: where they were killed is not said.
  const group = isActive
    ? actor
    : setting.places.length === 0
      ? attackerIn(scene.document, setting.sentence)
      : null;
  if (own !== null && isOwnCamp(group, own)) return opponentOf(scene.profile, group) ?? own;
  if (own !== null) return own;
  if (actor !== null && opponentOf(scene.profile, actor) !== null) return opponentOf(scene.profile, actor);
  const attacker = attackerOfReport(question);
  if (scene.document.language.home !== null && scene.profile.teller !== null) return scene.profile.teller;
  // "The U.S. military blew up a boat": who did it is none of the dead.
  const doer = attacker ?? ownStriker(question) ?? (isActive ? actor : null);
  const where = scene.profile.places.find((code) => code !== doer);
  if (where !== undefined) return countryOf(where);
  return (
    scene.profile.teller ??
    foeOfOthers(question, doer) ??
    othersThan(doer, voiceSide(scene, question.by)) ??
    opponentOf(scene.profile, doer) ??
    (scene.profile.parties.length === 1 ? othersThan(doer, scene.profile.parties[0] ?? null) : null)
  );
}

/** "12 million Ukrainians have left for Europe", "settled in Edinburgh": who fled is of the land of the war, not of where they are now. */
function fledFrom({ scene, setting, places }: SideQuestion): Party | null {
  const { foes, places: named } = scene.profile;
  const country = countryOfPlaces(places);
  if (scene.document.language.freeOrder || foes.length === 0) return null;
  if (country !== null && conflictRows().some((row) => row.parties.includes(country))) return null;
  const invaded = hitsOfFamily(setting.sentence, "party").find(
    (hit) =>
      foes.includes(hit.id) &&
      hitsOfAny(setting.sentence, ["assails", "sinceWar"]).some((act) => act.to === hit.from),
  );
  // "Since the Russian invasion": from the land of who was invaded.
  const invader = hitsOfFamily(setting.sentence, "party").find((hit) =>
    hitsOf(setting.sentence, "sinceWar").some((war) => war.from < hit.from && hit.to < war.to),
  );
  if (invaded === undefined && invader !== undefined && places.length === 0)
    return opponentOf(scene.profile, invader.id);
  const home = named.map((code) => countryOf(code)).find((party) => party !== null && foes.includes(party));
  return invaded?.id ?? (places.length > 0 || invaded !== undefined ? (home ?? null) : null);
}

/** "Colombian rebels kill nine soldiers": rebels of a state fight that state. */
function risenAgainst(question: SideQuestion): Party | null {
  const actor = actorOf(question);
  const isOfRebels = hitsOf(question.setting.sentence, "militants").some((rebels) =>
    hitsOfFamily(question.setting.sentence, "party").some(
      (party) => party.id === actor && party.to === rebels.from,
    ),
  );
  return isOfRebels && actor !== null && isState(actor) ? actor : null;
}

function isState(party: Party): boolean {
  return !party.startsWith("x-") && party !== "PS";
}

/** "40,000 civilians have died in the war in Ukraine, a U.S. general said": who speaks is no party to the war, the one that is named is. */
function foeOfOthers({ scene, by }: SideQuestion, doer: Party | null): Party | null {
  const { foes, parties } = scene.profile;
  const voice = voiceSide(scene, by);
  if (voice === null || foes.includes(voice)) return null;
  const named = parties.filter((party) => foes.includes(party) && party !== doer);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The party, unless it is who attacked: nobody tells of their own dead so. */
function othersThan(attacker: Party | null, party: Party | null): Party | null {
  return party === attacker ? null : party;
}

/** "A Hamas gunman killed one near Hebron": an armed group's victims are not its own camp's. */
function isOwnCamp(actor: Party | null, own: Party): boolean {
  return actor !== null && (actor.startsWith("x-") || actor === "PS") && campOf(actor) === own;
}

const army = /army|military|Command|Air Force|Navy/u;
const strikeReach = 1;

/** "The US military says five were killed in a strike on a boat": an army that tells of a strike on somebody, and of no soldiers, made it. Null: no such strike. */
function ownStriker({ scene, setting, counted }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || counted.group === "military" || setting.places.length > 0)
    return null;
  const { voice } = setting;
  if (voice === null || voice.speaker.side === null || !army.test(voice.speaker.name)) return null;
  // "Five died in a Hezbollah strike on a kibbutz, the army said".
  if (attackerIn(scene.document, setting.sentence) !== null) return null;
  const isOn = hitsOfAny(setting.sentence, ["strike", "airStrike"]).some((hit) =>
    hitsOf(setting.sentence, "in").some(
      (cue) => cue.from >= hit.from && cue.from - hit.to <= strikeReach && cue.to > hit.to - 1,
    ),
  );
  return isOn ? voice.speaker.side : null;
}

/** The party that place or speaker tells of: the country stated, else the speaker's own, else the country told before. */
function ownSide(question: SideQuestion): Party | null {
  const { scene, setting } = question;
  const stated = question.setting.places.length > 0 ? question.places : [];
  const speaker = seatAbroad(setting.voice?.speaker ?? null) ?? setting.voice?.speaker.side ?? null;
  // "A US strike killed four, the Pentagon said": nobody tells of their own dead so.
  const voice =
    speaker === ownStriker(question) ||
    speaker === attackerIn(scene.document, setting.sentence) ||
    (speaker === attackerOfReport(question) && !scene.document.language.freeOrder)
      ? null
      : speaker;
  const around = countryOfPlaces([...question.places, ...question.carried]);
  // "The military says soldiers opened fire, killing one": in the other's town the dead are the other's.
  const isTheirDeed =
    voice !== null &&
    around !== null &&
    around !== voice &&
    deedIsActive(question) &&
    !scene.document.language.freeOrder;
  // "Houthi officials spoke of 82 dead" in Sanaa: people of the land, where no fighters are named.
  const isOfGroup =
    speaker?.startsWith("x-") === true &&
    around !== null &&
    around !== attackerOfReport(question) &&
    question.counted.group !== "military" &&
    !scene.document.language.freeOrder;
  const isFoe = scene.profile.foes.length === 0 || (voice !== null && scene.profile.foes.includes(voice));
  return (
    countryOfPlaces(stated) ??
    (voice !== null && isFoe && !isTheirDeed && !isOfGroup ? voice : null) ??
    around
  );
}

/** "Ten were killed, officials on both sides said", "140,000 have been evacuated in both countries". */
function isOfBoth(question: SideQuestion): boolean {
  const { scene, setting } = question;
  const { foes, parties } = scene.profile;
  return (
    !scene.document.language.freeOrder &&
    foes.length === 2 &&
    foes.every((foe) => parties.includes(foe)) &&
    hitsOf(setting.sentence, "both").some((hit) => hit.to - hit.from > 1)
  );
}

/** "Hamas said it had killed 20": the speaker tells of its own deed. */
function saysOwnDeed(question: SideQuestion): boolean {
  const act = question.deed.act;
  return (
    act !== null &&
    question.setting.voice !== null &&
    hitsOf(question.setting.sentence, "pronoun").some((hit) => hit.to <= act.from && act.from - hit.to <= 2)
  );
}

/** "Azerbaijan-Armenia fighting leaves 99 dead": two foes named side by side. */
function isBetweenFoes(question: SideQuestion): boolean {
  const { scene, setting } = question;
  const parties = hitsOfFamily(setting.sentence, "party").filter((hit) => !isVoice(setting, hit));
  return parties.some((hit, at) => {
    const next = parties[at + 1];
    return (
      next !== undefined &&
      next.id !== hit.id &&
      next.from - hit.to <= 1 &&
      // "On Emirati-backed forces in Yemen": where, not who fights.
      !hitsOf(setting.sentence, "in").some(
        (cue) => cue.to === next.from && !scene.document.language.freeOrder,
      ) &&
      scene.profile.foes.includes(hit.id) &&
      scene.profile.foes.includes(next.id)
    );
  });
}
