/** Parties that a sentence names before its verb and that do not act in it. */

import type { Setting } from "../claim.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const militantsOrArmy = anyOf("militants", "army");
const warTimeOrCivilians = anyOf("warTime", "civilians");

/** "Версию российского Минобороны о том, что выпущено шесть ракет": whose word it is, not who acts in what it tells. */
export function isOfVersion({ tokens, language }: Document, hit: Hit, limit: number): boolean {
  if (!language.freeOrder) return false;
  for (let at = hit.to; at + 2 < limit; at++)
    if (
      demonstrative.test(tokens[at]?.norm ?? "") &&
      tokens[at + 1]?.norm === "," &&
      that.test(tokens[at + 2]?.norm ?? "")
    )
      return true;
  return false;
}

const demonstrative = /^(?:том|то|те)$/u;
const that = /^(?:что|що)$/u;

/** "Captured six Russian soldiers and destroyed two tanks": the owner of another count is no actor. */
export function isCountedOwner({ language }: Document, { numbers, counted }: Setting, hit: Hit): boolean {
  return numbers.some((number, at) => {
    const noun = counted[at]?.to ?? number.to;
    // "У 2024 році Росія втратила": a year is nobody's.
    if (number.isYear || counted[at]?.isNoise === true) return false;
    const isNext = language.freeOrder && noun > number.to && hit.from - noun <= 1;
    return hit.from >= number.to && (hit.to <= noun || isNext);
  });
}

/** "Ukraine war: …", "Kyiv residents queue for water": a war or people named by the place, not who acts. */
export function isOfOthers({ language }: Document, sentence: Sentence, hit: Hit): boolean {
  if (language.freeOrder) return false;
  return hitsOfAny(sentence, warTimeOrCivilians).some((noun) => noun.from === hit.to);
}

/** "Radios of Hezbollah members": whose they are, not who acts. */
export function isMembership({ language, tokens }: Document, sentence: Sentence, hit: Hit): boolean {
  if (language.freeOrder) return false;
  return sentence.hits.of.outOf.some((cue) => {
    // "Hundreds of Ukrainian troops crossed": so many of them act.
    const count = (itemAt(tokens, cue.from - 1)?.norm ?? "").replace(/s$/u, "");
    // "Rebels of the Arakan Army freed".
    const isOfFighters = hitsOfAny(sentence, militantsOrArmy).some((noun) => noun.to === cue.from);
    return cue.to === hit.from && !isOfFighters && !language.numerals.vague.includes(count);
  });
}
