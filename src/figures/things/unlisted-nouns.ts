/** Nouns beside a number that no lexicon holds, told by their form. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { Counted } from "./counted.ts";
import { isIncident } from "./measure.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const killOrInjure = anyOf("kill", "injure");

const inflected = /(?:их|ых|ие|ые|ні|ві|кі|ими|ыми)$/u;
const singular = /(?:ой|ый|ий|ая|яя|ую|юю|а|у)$/u;

function endsInOne({ low, high }: NumberHit): boolean {
  const value = low ?? high ?? 0;
  return value % 10 === 1 && value % 100 !== 11;
}

/** "Два пути контратаки": a noun that no list knows stands between the number and what would be an incident. */
export function isOfUnknownNoun(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  at: number,
): boolean {
  const first = document.tokens[number.to];
  if (!document.language.freeOrder || at <= number.to || first?.kind !== "word" || first.capital)
    return false;
  if (!sentence.hits.some((hit) => hit.from === at && isIncident(hit.id))) return false;
  // "31 групповой удар", "21 ворожу атаку": after a number that ends in one the adjective is singular.
  if (endsInOne(number) && singular.test(first.norm)) return false;
  return (
    !inflected.test(first.norm) && !sentence.hits.some((hit) => hit.from <= number.to && hit.to > number.to)
  );
}

interface Within {
  readonly document: Document;
  readonly sentence: Sentence;
}

/** "700 dead seals": a plural that no lexicon holds, and that is no people, after the word for dead. */
export function deadPlural(document: Document, sentence: Sentence, hits: readonly Hit[]): Counted | null {
  const dead = hits.find((hit) => hit.family === "act" && hit.id === "kill" && hit.to - hit.from === 1);
  if (dead === undefined || sentence.hits.some((hit) => hit.from === dead.to)) return null;
  const noun = unknownPlural({ document, sentence }, dead.to, dead.to);
  return noun?.isNoise === true ? noun : null;
}

/** "Two buses carried prisoners", "40 holidaymakers": a plural right after the number that no lexicon holds. */
export function unknownPlural({ document, sentence }: Within, from: number, at: number): Counted | null {
  const { plurals } = document.language;
  const token = document.tokens[at];
  if (plurals === null || token === undefined || !plurals.noun.test(token.norm)) return null;
  // Headlines write every word with a capital, which elsewhere is a name's.
  if (token.capital && !(sentence.isTitle && itemAt(document.tokens, from - 1)?.kind === "number"))
    return null;
  if (plurals.notNouns.has(token.norm)) return null;
  for (let before = from; before < at; before++)
    if (!plurals.adjective.test(document.tokens[before]?.norm ?? "")) return null;
  const isOfPeople =
    !plurals.notPeople.has(token.norm) &&
    (plurals.people.test(token.norm) || isHarmed({ document, sentence }, at + 1));
  const things: readonly ThingConcept[] = isOfPeople ? ["person"] : [];
  return {
    thing: things[0] ?? null,
    things,
    group: null,
    from: at,
    to: at + 1,
    isNoise: !isOfPeople,
    isLabel: false,
    isPart: false,
  };
}

/** "Two novices were wounded": whatever the noun, only people and animals are. */
function isHarmed({ document, sentence }: Within, at: number): boolean {
  const { plurals } = document.language;
  if (plurals?.passive.has(document.tokens[at]?.norm ?? "") !== true) return false;
  const verb = plurals.gravity.has(document.tokens[at + 1]?.norm ?? "") ? at + 2 : at + 1;
  return hitsOfAny(sentence, killOrInjure).some((act) => act.from === verb);
}
