import type { Scene, Setting } from "../claim.ts";
import { isAttackOnly } from "./strike-news.ts";
import type { Hit } from "../text/entries.ts";
import { isPartyName } from "../text/party-names.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const targetNouns = anyOf("settlement", "building", "site", "armySite", "grid");

/** "Russia bombs Kharkiv", "Israel strikes Lebanon": whether a word is a verb of striking, with a party or its army before it and what is struck after it. */
export function isBlow(scene: Scene, setting: Setting, hit: Hit): boolean {
  return isVerbOfBlow(scene, hit) && !isDowning(scene, setting, hit) && isBetweenFoes(setting, hit);
}

/** "Nigeria downs Mozambique": what is shot down flies, and a land does not. */
function isDowning({ document }: Scene, { sentence }: Setting, verb: Hit): boolean {
  return !document.language.freeOrder && sentence.hits.of.down.some((hit) => hit.from === verb.from);
}

/** A word that is a verb of striking where who strikes whom stands around it; in English "strike" is one. */
function isVerbOfBlow({ document }: Scene, hit: Hit): boolean {
  return (
    hit.id === "strikes" ||
    hit.id === "bomb" ||
    hit.id === "shell" ||
    (hit.id === "hit" && hit.family === "act" && !document.language.freeOrder)
  );
}

function isBetweenFoes(setting: Setting, verb: Hit): boolean {
  // "Hits Russia with sanctions".
  if (setting.sentence.hits.has.sanctions) return false;
  const { hits } = setting.sentence;
  // "The Saudi-led coalition strikes separatist forces", "army jets bomb a village".
  const isForce = (hit: Hit): boolean =>
    hit.id === "army" &&
    hits.some((other) => other.to === hit.from && (isPartyName(other) || isForce(other)));
  // "Attacks Russian positions" is said of infantry.
  const isGround = isAttackOnly(setting.sentence, verb);
  const isAim = (hit: Hit): boolean =>
    hit.from === verb.to &&
    (hit.family === "place" || (isPartyName(hit) && (!isGround || hit.id.startsWith("x-"))));
  return (
    hits.some((hit) => (isPartyName(hit) || isForce(hit)) && hit.to === verb.from) &&
    (hits.some(isAim) ||
      hitsOfAny(setting.sentence, targetNouns).some(
        (hit) =>
          hit.from >= verb.to &&
          hit.from - verb.to <= aimReach &&
          !(isGround && isOfTroops(setting, hit, verb)),
      ))
  );
}

const aimReach = 2;

/** Armed groups attack villages on the ground, as armies do positions. */
function isOfTroops({ sentence }: Setting, aim: Hit, verb: Hit): boolean {
  const isByGroup = sentence.hits.of.party.some((hit) => hit.to === verb.from && hit.id.startsWith("x-"));
  return (
    (isByGroup && aim.id === "settlement") || sentence.hits.of.armySite.some((hit) => hit.from === aim.from)
  );
}
