import type { Document, Sentence } from "../text/document.ts";
import type { Profile } from "../profile.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";

const captiveOrHostage = anyOf("captive", "hostage");
const swapOrRelease = anyOf("swap", "release", "exchangeTalk");
const warCaptiveOrWarHostage = anyOf("warCaptive", "warHostage");

const headSentences = 3;

/**
 * Whether people who came home in this report were captives of a war: it says so ("prisoners of war"), or names
 * two parties of one conflict. Amnesties, swaps of spies and convicts freed are none.
 */
export function isWarExchange(document: Document, profile: Profile): boolean {
  const isOfWar = document.sentences.some((sentence) => hasAny(sentence, warCaptiveOrWarHostage));
  const isOfJail = document.sentences.slice(0, headSentences).some((sentence) => sentence.hits.has.jail);
  if (isOfJail && !isOfWar) return false;
  if (isOfWar) return profile.foes.length > 0;
  if (namedFoes(profile) > 1) return true;
  return (
    namedFoes(profile) === 1 &&
    (isBetweenStates(document, profile) || isOfArmedGroup(document, profile) || isBetweenRivals(document))
  );
}

/** "Houthi rebels release 153 prisoners": an armed group has no convicts, its prisoners are of its war. */
function isOfArmedGroup({ sentences, language }: Document, { parties, foes }: Profile): boolean {
  return (
    !language.freeOrder &&
    parties.some((party) => party.startsWith("x-") && foes.includes(party)) &&
    sentences
      .slice(0, headSentences)
      .some((sentence) => hasAny(sentence, captiveOrHostage) && sentence.hits.has.release)
  );
}

/** "Kyiv gets back 64 soldiers in a swap": a war of two states needs only one of them named where an exchange is told. */
function isBetweenStates(document: Document, profile: Profile): boolean {
  return (
    profile.foes.length === 2 &&
    profile.foes.every((party) => !party.startsWith("x-")) &&
    document.sentences.slice(0, headSentences).some((sentence) => sentence.hits.has.exchangeTalk)
  );
}

/** "Yemen foes carry out their biggest prisoner swap": of a war within a land only the land may be named. */
function isBetweenRivals({ sentences }: Document): boolean {
  const opening = sentences.slice(0, headSentences);
  return (
    opening.some((sentence) => sentence.hits.has.rivals) &&
    opening.some((sentence) => hasAny(sentence, captiveOrHostage) && hasAny(sentence, swapOrRelease))
  );
}

function namedFoes(profile: Profile): number {
  return profile.parties.filter((party) => profile.foes.includes(party)).length;
}

/** Whether a sentence tells of people in jail, and of no captive of a war. */
export function isOfJailOnly(sentence: Sentence): boolean {
  return sentence.hits.has.jail && !hasAny(sentence, warCaptiveOrWarHostage);
}
