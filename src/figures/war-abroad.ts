/** Whether a report in a language of parties to one war tells of another's. */

import { countryOf } from "../reference/places.ts";
import type { Profile } from "./profile.ts";
import type { Document } from "./text/document.ts";
import { anyOf, hasAny } from "./text/sentence-hits.ts";

const harmOfWar = anyOf("kill", "injure", "eliminate");
const noWarOfToday = anyOf("disaster", "court", "past", "hypothetical");

/** Concepts whose words tell of an attack or of those who fight. */
export const attackWords: ReadonlySet<string> = new Set([
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
]);

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
    lead.some((sentence) => sentence.hits.some((hit) => attackWords.has(hit.id))) &&
    lead.some((sentence) =>
      sentence.hits.some(
        (hit) =>
          ((hit.family === "party" || hit.family === "metonym") && foes.includes(hit.id)) ||
          (hit.family === "place" && foes.includes(countryOf(hit.id) ?? "")),
      ),
    )
  );
}
