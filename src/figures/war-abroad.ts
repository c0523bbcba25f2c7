/** Whether a report in a language of parties to one war tells of another's. */

import type { Party } from "../model/side.ts";
import { countryOf } from "../reference/places.ts";
import type { Profile } from "./profile.ts";
import type { Document, Sentence } from "./text/document.ts";
import { anyOf, hasAny, hitsOfAny } from "./text/sentence-hits.ts";
import { partyNames } from "./text/party-names.ts";

const harmOfWar = anyOf("kill", "injure", "eliminate");

/** Words of what is no war, or none of today. */
export const noWarOfToday = anyOf("disaster", "court", "past", "hypothetical");

/** Words of an attack or of those who fight. */
export const attackOrFighters = anyOf(
  "explosion",
  "airStrike",
  "strike",
  "airAttack",
  "bombards",
  "attack",
  "assault",
  "bomb",
  "clash",
  "militants",
);

const homes: ReadonlySet<string> = new Set(["RU", "UA", "BY"]);
const leadSentences = 3;

/**
 * "Судан: загинули 185 людей", "Бої тривають": in Ukrainian and Russian, people killed or hurt and who fights in the first sentences of a
 * report of a war that is neither's; at home such words may tell of crime.
 */
export function tellsWarAbroad({ sentences, language }: Document, { foes, parties }: Profile): boolean {
  if (!language.freeOrder || foes.length === 0 || parties.some((party) => homes.has(party))) return false;
  const lead = sentences.slice(0, leadSentences);
  return (
    !lead.some((sentence) => hasAny(sentence, noWarOfToday)) &&
    lead.some((sentence) => hasAny(sentence, harmOfWar)) &&
    lead.some((sentence) => hasAny(sentence, attackOrFighters)) &&
    lead.some((sentence) => namesFoe(sentence, foes))
  );
}

/** Whether a sentence names a party of the war, or a place in the land of one. */
export function namesFoe(sentence: Sentence, foes: readonly Party[]): boolean {
  return (
    hitsOfAny(sentence, partyNames).some((hit) => foes.includes(hit.id)) ||
    sentence.hits.of.place.some((hit) => foes.includes(countryOf(hit.id) ?? ""))
  );
}
