/** Whose the harmed are where English names them by who mourns them, or as those who attacked. */

import type { Party } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import { countryOfPlaces } from "../places/country.ts";
import { opponentOf, rebelsOf } from "../profile.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";
import type { SideQuestion } from "./actors.ts";
import { deedIsActive } from "./actors.ts";
import { attackerIn } from "./attacker-told.ts";
import { saysOwnDeed } from "./own-deed.ts";
import { lastOf } from "../text/last-of.ts";

const mournReach = 4;
const subjectReach = 3;
const nounReach = 3;
const where = anyOf("in", "from", "against", "by");

/** The party whose people these are by the words for them; null: no such words. */
export function ownPeople(question: SideQuestion): Party | null {
  if (question.scene.document.language.freeOrder) return null;
  return mournerOf(question) ?? foeOfAttacked(question) ?? groupOfMembers(question);
}

const sentencesBack = 2;

/** "16 members of the group", "five of the movement's fighters": of the armed group named last, else the one that the report is about. */
function groupOfMembers({ scene, setting, number, counted }: SideQuestion): Party | null {
  const { sentence } = setting;
  if (!sentence.hits.has.theGroup) return null;
  const end = Math.max(number.to, counted.to);
  const isTold = sentence.hits.of.theGroup.some(
    (group) =>
      (group.from > number.to - 1 && group.to <= end) ||
      sentence.hits.of.outOf.some((of) => of.from === end && group.from <= of.to && group.to > of.to),
  );
  if (!isTold) return null;
  const { sentences } = scene.document;
  for (let at = sentence.index; at >= Math.max(0, sentence.index - sentencesBack); at--) {
    const before = (sentences[at]?.hits.of.party ?? []).findLast(
      (hit) => hit.id.startsWith("x-") && hit.to <= number.start,
    );
    if (before !== undefined) return before.id;
  }
  return rebelsOf(scene.profile);
}

/** "Cuba mourns 32 officers", "the army named the six soldiers who were killed": nobody names or buries the foe's dead. */
function mournerOf({ scene, setting, number, counted, by }: SideQuestion): Party | null {
  const { sentence } = setting;
  if (counted.thing === "militants") return null;
  const verb = lastOf(
    sentence.hits.of.mourns,
    (hit) =>
      hit.to <= number.start &&
      number.start - hit.to <= mournReach &&
      // "Struck a funeral for a commander, killing 12".
      !sentence.hits.of.act.some((act) => act.from >= hit.to && act.to <= number.start),
  );
  if (verb === undefined) return null;
  const named = hitsOfAny(sentence, partyNames).filter((hit) => hit.to <= verb.from);
  const near = lastOf(named, (hit) => verb.from - hit.to <= subjectReach);
  // "Officials in Havana on Monday lowered flags to mourn 32": nobody else is named before the verb.
  const only = named.every(({ id }) => id === named[0]?.id) ? named[0] : undefined;
  return (near ?? only)?.id ?? voiceSide(scene, by);
}

/** "Killed four of the intruders": who attacked fights the land that they were harmed in. */
function foeOfAttacked(question: SideQuestion): Party | null {
  const { scene, setting, number, counted, places, by } = question;
  const end = Math.max(number.to, counted.to);
  const isOfAttackers = setting.sentence.hits.of.attackers.some(
    (hit) => hit.to > number.to && hit.from <= end + nounReach && isObject(setting.numbers, number.to, hit),
  );
  if (!isOfAttackers) return null;
  // "The rebels said they had killed 25 of the attackers".
  if (by?.side?.startsWith("x-") === true && deedIsActive(question) && saysOwnDeed(question))
    return opponentOf(scene.profile, by.side);
  const land = countryOfPlaces(places);
  return land === null ? null : opponentOf(scene.profile, land);
}

function isObject(numbers: SideQuestion["setting"]["numbers"], from: number, hit: Hit): boolean {
  return !numbers.some((other) => other.from >= from && other.to <= hit.from);
}

/** "The Turkish army …: 54 of its men": the army, or else the party, named last before, where who speaks is of none. Null: none is, or it attacked, or is only where something was. */
export function antecedentOf({ scene, setting, number }: SideQuestion): Party | null {
  const { document } = scene;
  if (document.language.freeOrder) return null;
  const { sentence } = setting;
  const attacker = attackerIn(document, sentence);
  const named = hitsOfAny(sentence, partyNames).filter(
    (hit) =>
      hit.to <= number.start &&
      hit.id !== attacker &&
      !hitsOfAny(sentence, where).some((cue) => cue.to === hit.from),
  );
  const army = lastOf(named, (hit) => sentence.hits.of.army.some((noun) => noun.from === hit.to));
  return (army ?? named.at(-1))?.id ?? null;
}

/** "Britain said …; Turkey has evacuated 1,763 of its citizens": the party that a clause after a semicolon begins with, whoever spoke before. */
export function subjectSince({ scene, setting, number }: SideQuestion): Party | null {
  const { document } = scene;
  if (document.language.freeOrder) return null;
  let start = -1;
  for (let at = setting.sentence.from; at < number.start; at++)
    if (document.tokens[at]?.norm === ";") start = at + 1;
  if (start < 0) return null;
  return (
    hitsOfAny(setting.sentence, partyNames).find((hit) => hit.from >= start && hit.from - start <= 1)?.id ??
    null
  );
}
