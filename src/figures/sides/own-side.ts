/** The party that the place or the speaker of a number stands for. */

import type { Party } from "../../model/side.ts";
import { placeByCode } from "../../reference/places.ts";
import { countryOfPlaces } from "../places/country.ts";
import { campOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { deedIsActive } from "./actors.ts";
import { attackerIn, attackerOfReport } from "./attacker-told.ts";
import { seatAbroad } from "./seat.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const strikeOrAirStrike = anyOf("strike", "airStrike");

const army = /army|military|Command|Air Force|Navy/u;
const strikeReach = 1;

/** "The US military says five were killed in a strike on a boat": an army that tells of a strike on somebody, and of no soldiers, made it. Null: no such strike. */
export function ownStriker({ scene, setting, counted }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || counted.group === "military" || setting.places.length > 0)
    return null;
  const { voice } = setting;
  if (voice === null || voice.speaker.side === null || !army.test(voice.speaker.name)) return null;
  // "Five died in a Hezbollah strike on a kibbutz, the army said".
  if (attackerIn(scene.document, setting.sentence) !== null) return null;
  const isOn = hitsOfAny(setting.sentence, strikeOrAirStrike).some((hit) =>
    setting.sentence.hits.of.in.some(
      (cue) => cue.from >= hit.from && cue.from - hit.to <= strikeReach && cue.to > hit.to - 1,
    ),
  );
  return isOn ? voice.speaker.side : null;
}

const ofHealth = /Health/u;

/** The party that place or speaker tells of: the country stated, else the speaker's own, else the country told before. */
export function ownSide(question: SideQuestion): Party | null {
  const { scene, setting } = question;
  const stated = question.setting.places.length > 0 ? question.places : [];
  // "Thailand said 15 had been killed, while Cambodia reported one dead": each part has its own.
  const teller = setting.voices.length > 0 ? question.by : (setting.voice?.speaker ?? null);
  const speaker = seatAbroad(teller) ?? teller?.side ?? null;
  // "A US strike killed four, the Pentagon said": nobody tells of their own dead so.
  const voice =
    // A health ministry counts the people of its own land.
    !ofHealth.test(teller?.name ?? "") &&
    (speaker === ownStriker(question) ||
      speaker === attackerIn(scene.document, setting.sentence) ||
      (speaker === attackerOfReport(question) && !scene.document.language.freeOrder))
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
    ((around !== null && around !== attackerOfReport(question)) || question.counted.group === "civilians") &&
    question.counted.group !== "military" &&
    question.deed.thing !== "militants";
  // "Hamas said 274 people were killed": people of the land that the group fights for.
  const camp = speaker === null || !speaker.startsWith("x-") ? null : campOf(speaker);
  if (isOfGroupsLand(question, speaker, camp) && countryOfPlaces(stated) === null) return camp;
  // "The Russian-installed mayor said 13 were killed": they tell of the occupied town's people.
  const isInstalled =
    !scene.document.language.freeOrder && around !== null && setting.sentence.hits.has.installedBy;
  // "Kyiv said five were killed in Zolochivka": a town that no table holds is in the speaker's land.
  const isUnlisted =
    !scene.document.language.freeOrder &&
    stated.length > 0 &&
    stated.every((code) => placeByCode(code) === null);
  const isFoe = scene.profile.foes.length === 0 || (voice !== null && scene.profile.foes.includes(voice));
  if (isUnlisted && speaker !== null && scene.profile.foes.includes(speaker) && !deedIsActive(question))
    if (!isOfGroup && speaker !== attackerIn(scene.document, setting.sentence)) return speaker;
  return (
    countryOfPlaces(stated) ??
    (voice !== null && isFoe && !isTheirDeed && !isOfGroup && !isInstalled ? voice : null) ??
    around
  );
}

/** Whether an armed group tells of people, none of them its fighters, where it fights for a land of its own. */
function isOfGroupsLand(
  { scene, counted, deed, setting }: SideQuestion,
  speaker: Party | null,
  camp: Party | null,
): boolean {
  if (scene.document.language.freeOrder || camp === null || camp === speaker) return false;
  if (counted.group === "military" || deed.thing === "militants") return false;
  return !setting.sentence.hits.has.our;
}
