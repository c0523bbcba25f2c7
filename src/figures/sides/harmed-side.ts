/** Whose people were harmed where no words beside them say it. */

import type { PlaceCode } from "../../model/place.ts";
import type { Party, Side } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { voiceSide } from "../claim.ts";
import type { Profile } from "../profile.ts";
import { campOf, opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive } from "./actors.ts";
import { attackerIn, attackerOfReport } from "./attacker-told.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { ownStriker } from "./own-side.ts";
import { lastOf } from "../text/last-of.ts";

/** Whose people they are, where no words say it: the country of the place, unless it is the doer's own camp, else the foe of who did it. */
export function harmedOf(question: SideQuestion, own: Party | null): Side | null {
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
  if (
    own !== null &&
    actor !== null &&
    isActive &&
    setting.places.length === 0 &&
    !areFoes(scene.profile, actor, own)
  )
    return opponentOf(scene.profile, actor) ?? own;
  // "The U.S. military killed five in two boats", in the area of its Southern Command: in a land without a war its army kills none of its own.
  if (own !== null && isActive && own === actor && !isLandOfWar(question, own))
    return opponentOf(scene.profile, actor);
  const struck = own !== null && own === actor && isActive ? landStruck(question, actor) : null;
  if (struck !== null) return struck;
  if (own !== null) return own;
  // "Thailand has taken 400,000 residents out": whom a party brings to safety are its own.
  if (actor !== null && isCare.has(question.deed.measure) && scene.profile.foes.includes(actor)) return actor;
  const foe = opponentOf(scene.profile, actor);
  if (foe !== null) return isFighters(question) ? foe : campOf(foe);
  const attacker = attackerOfReport(question);
  if (scene.document.language.home !== null && scene.profile.teller !== null) return scene.profile.teller;
  // "The U.S. military blew up a boat": who did it is none of the dead.
  const doer = attacker ?? ownStriker(question) ?? (isActive ? actor : null);
  const elsewhere = scene.profile.places.filter((code) => code !== doer);
  // "40,000 have died in the war, the US army says": who tells of a war is no party to it.
  const isOfWar = setting.sentence.hits.has.wholeWar;
  const where = (isOfWar ? elsewhere.find((code) => isFoesLand(question, code)) : undefined) ?? elsewhere[0];
  if (where !== undefined) return countryOf(where);
  return (
    scene.profile.teller ??
    foeOfOthers(question, doer) ??
    othersThan(doer, voiceSide(scene, question.by)) ??
    opponentOf(scene.profile, doer) ??
    (scene.profile.parties.length === 1 ? othersThan(doer, scene.profile.parties[0] ?? null) : null)
  );
}

const landWords = anyOf("settlement", "regionWord");

/** "Israel struck Iran, and Iranian missiles hit two Israeli towns, killing ten": the foe of who did it, whose towns are named before the harm. Null: none are. */
function landStruck({ scene, setting, deed }: SideQuestion, actor: Party): Party | null {
  const { act } = deed;
  const { sentence } = setting;
  const land = lastOf(
    sentence.hits.of.party,
    (hit) =>
      act !== null &&
      hit.to <= act.from &&
      hit.id !== actor &&
      scene.profile.foes.includes(hit.id) &&
      hitsOfAny(sentence, landWords).some((noun) => noun.from === hit.to),
  );
  return land?.id ?? null;
}

function isLandOfWar({ scene }: SideQuestion, land: Party): boolean {
  return scene.profile.wars.some(({ places }) => places.some((code) => countryOf(code) === land));
}

/** Of an armed group's land are all who are not told to fight for it. */
function isFighters({ scene, deed, counted }: SideQuestion): boolean {
  return scene.document.language.freeOrder || deed.thing === "militants" || counted.group === "military";
}

const isCare: ReadonlySet<string> = new Set(["evacuated", "rescued"]);

function isFoesLand({ scene }: SideQuestion, place: PlaceCode): boolean {
  const country = countryOf(place);
  return country !== null && scene.profile.foes.includes(country);
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

/** Whether any war is fought between the two; a party told before of another war is not whom this one harms. */
function areFoes({ wars }: Profile, one: Party, two: Party): boolean {
  return (
    one === two ||
    wars.some(
      (row) =>
        row.parties.includes(one) && row.parties.some((party) => party === two || campOf(party) === two),
    )
  );
}
