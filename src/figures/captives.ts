import type { Claim, Scene } from "./claim.ts";
import type { Document, Sentence } from "./document.ts";
import { hasConcept } from "./document.ts";
import type { Profile } from "./profile.ts";

const headSentences = 3;
const ofCaptives = /^(?:prisoners|hostages)\./u;

/**
 * Whether people who came home in this report were captives of a war: it says so ("prisoners of war"), or names
 * two parties of one conflict. Amnesties, swaps of spies and convicts freed are none.
 */
export function isWarExchange(document: Document, profile: Profile): boolean {
  const isOfWar = document.sentences.some((sentence) => hasConcept(sentence, "warCaptive"));
  const isOfJail = document.sentences
    .slice(0, headSentences)
    .some((sentence) => hasConcept(sentence, "jail"));
  if (isOfJail && !isOfWar) return false;
  return isOfWar ? profile.foes.length > 0 : namedFoes(profile) > 1;
}

function namedFoes(profile: Profile): number {
  return profile.parties.filter((party) => profile.foes.includes(party)).length;
}

/** Whether a claim belongs to the conflict: captives of nobody in it, and those freed from jails, are left out. */
export function isOfConflict(scene: Scene, claim: Claim): boolean {
  if (claim.measure === "captured") return !isOfJailOnly(claim.setting.sentence);
  if (claim.measure === "captured" && isOfJailOnly(claim.setting.sentence)) return false;
  if (!ofCaptives.test(claim.measure)) return true;
  if (!isWarExchange(scene.document, scene.profile)) return false;
  if (isOfJailOnly(claim.setting.sentence)) return false;
  return claim.sides.some((side) => side === null || side === "both" || scene.profile.foes.includes(side));
}

function isOfJailOnly(sentence: Sentence): boolean {
  return hasConcept(sentence, "jail") && !hasConcept(sentence, "warCaptive");
}
