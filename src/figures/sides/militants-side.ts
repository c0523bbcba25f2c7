/** Whose the fighters are whom nobody calls soldiers. */

import type { Party, Side } from "../../model/side.ts";
import { countryOfPlaces } from "../places/country.ts";
import { areFoes, opponentOf, rebelsOf } from "../profile.ts";
import { isOfTroops } from "../things/people.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive } from "./actors.ts";
import { saysOwnDeed } from "./own-deed.ts";

/** "За сутки в Сирии уничтожено 200 боевиков": where a state fights armed groups and none is named, people called fighters are theirs, not its own. */
export function isOfUnnamedGroups({ scene }: SideQuestion, own: Party | null): boolean {
  if (!scene.document.language.freeOrder || own === null || !scene.profile.foes.includes(own)) return false;
  return scene.profile.wars.some(
    ({ parties }) =>
      parties.includes(own) && parties.every((party) => party === own || party.startsWith("x-")),
  );
}

/**
 * Whose the militants are that were harmed: of the party at war that is no state, or, where that party did it, of those who fought it (null:
 * nobody is told). Undefined: others are counted, or no such party is at war.
 */
export function sideOfMilitants(question: SideQuestion): Side | null | undefined {
  const { scene, setting, deed, counted } = question;
  if (deed.thing !== "militants") return undefined;
  const militant = scene.profile.parties.find((party) => party.startsWith("x-"));
  if (scene.document.language.freeOrder) return militant ?? invadersOf(question);
  // "100 terrorists killed in Indian strikes": fighters whom nobody names are of no state.
  if (militant === undefined) return counted.thing === null ? undefined : rebelsOf(scene.profile);
  // "An Islamic State cell killed six fighters": they fought against it.
  const isTheirs =
    deedIsActive(question) &&
    actorOf(question) === militant &&
    // "Repelled a rebel attack, killing 200 fighters".
    !setting.sentence.hits.has.stop;
  const isOwnDeed = question.by?.side === militant && saysOwnDeed(question);
  if (!isTheirs && !isOwnDeed) return militant;
  // "The jihadists killed six fighters, the Syrian Democratic Forces said": another armed group that fights them is named.
  const rival = scene.profile.parties.find(
    (party) => party.startsWith("x-") && party !== militant && areFoes(scene.profile, party, militant),
  );
  if (rival !== undefined) return rival;
  return countryOfPlaces(question.places) ?? opponentOf(scene.profile, militant);
}

/** "Семь боевиков убиты под Тёткино": on Russian soil, where a report tells of its foe, fighters are that foe's. Undefined: elsewhere, or no foe is named. */
export function invadersOf({ scene: { profile }, places }: SideQuestion): Party | undefined {
  const land = countryOfPlaces(places);
  const foe = land === "RU" ? opponentOf(profile, land) : null;
  return foe !== null && profile.parties.includes(foe) ? foe : undefined;
}

const troops: ReadonlySet<string> = new Set(["military", "police"]);

/** "58 government troops and 138 militants": soldiers or police are told of in the sentence, in English. */
export function isBesideTroops({ scene, setting }: SideQuestion): boolean {
  if (scene.document.language.freeOrder) return false;
  const isTroops = setting.counted.some((one) => one.thing !== null && troops.has(one.thing));
  return isTroops || setting.sentence.hits.of.branchMember.some((one) => isOfTroops(setting, one.to));
}
