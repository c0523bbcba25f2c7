/** Whose sites were struck. */

import type { Party } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import { countryOfPlaces } from "../places/country.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive } from "./actors.ts";
import { saysOwnDeed } from "./own-deed.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

/** Whose sites were struck: the foe of who struck them; an army's own kind of sites are the foe's of who tells of it. */
export function struckSide(question: SideQuestion): Party | null {
  const { scene, setting, number } = question;
  const actor = deedIsActive(question) ? actorOf(question) : null;
  const isArmys = setting.sentence.hits.of.armySite.some(
    (hit) => hit.from >= number.to && hit.from - number.to <= siteReach,
  );
  const country = countryOfPlaces(question.places);
  // "The army says it struck nine targets in Kashmir": nobody strikes at home.
  const isSaid = deedIsActive(question) && (scene.document.language.freeOrder || saysOwnDeed(question));
  const own = actor ?? (isSaid ? (setting.voice?.speaker.side ?? null) : null);
  // What Ukraine strikes within its borders is held by another, and its own by right.
  if (!isArmys && country !== null)
    return country === own && country !== "UA" ? opponentOf(scene.profile, own) : null;
  const isUnnamed = hitsOfAny(setting.sentence, partyNames).length === 0;
  const { lastLauncher } = question;
  // "Hits were recorded at 22 locations": those of the launched weapons told before.
  if (!isArmys && isUnnamed && lastLauncher !== null && lastLauncher !== "both")
    return opponentOf(scene.profile, lastLauncher);
  // "Поражены живая сила и техника в 142 районах, сообщило Минобороны": words of who struck.
  const isClaim =
    scene.document.language.freeOrder &&
    hitsOfAny(setting.sentence, strikersWords).some((hit) => hit.from === question.deed.act?.from);
  const striker =
    actor ?? (isArmys || isClaim ? (voiceSide(scene, question.by) ?? scene.profile.teller) : null);
  return opponentOf(scene.profile, striker);
}

const strikersWords = anyOf("eliminate", "destroy");
const siteReach = 3;
