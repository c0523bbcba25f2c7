/** Nouns that stand before their number: rows of tables, words of counting, appositions. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { Counted } from "./counted.ts";
import { countedAs, nounReach } from "./counted.ts";
import { genitiveOfMany, noise } from "./noun-phrase.ts";
import { groupIn, isPeople } from "./people.ts";
import { nounToldAt, toldSpan } from "./told-span.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { isPartyName } from "../text/party-names.ts";

const killOrInjure = anyOf("kill", "injure");

/** "Put the number of drones it destroyed at 57": the noun stands after a word of counting. */
export function toldLabel(
  document: Document,
  sentence: Sentence,
  number: NumberHit,
  before: NumberHit | undefined,
): Counted | null {
  const span = toldSpan(document, sentence, number, before);
  const nouns = span === null ? [] : nounToldAt(document, sentence, span);
  const [noun] = nouns;
  if (noun === undefined) return null;
  return {
    ...countedAs(sentence, number, nouns),
    group: groupIn(sentence, { ...number, to: noun.from }, nouns),
    isLabel: true,
  };
}

/** "As many prisoners, 195, were handed over": the noun stands right before. */
function apposedNoun(sentence: Sentence, number: NumberHit): Counted | null {
  const nouns = sentence.hits.of.thing.filter((hit) => hit.to === number.start - 1 && !noise.has(hit.id));
  return nouns.length === 0 ? null : { ...countedAs(sentence, number, nouns), isLabel: true };
}

/** Past "18 of 51" where the number is the first of such; else past the number. */
function endOfRatio({ tokens }: Document, sentence: Sentence, number: NumberHit): number {
  const of = sentence.hits.of.outOf.find((hit) => hit.from === number.to);
  return of !== undefined && tokens[of.to]?.kind === "number" ? of.to + 1 : number.to;
}

/** "Поранених, за оновленою інформацією, 94", "загиблих уже 12": the harmed in the genitive begin a sentence whose number follows, an aside between. */
function harmedAtHead({ tokens }: Document, sentence: Sentence, number: NumberHit): Counted | null {
  const noun = sentence.hits.of.person.find((hit) => hit.from === sentence.from);
  if (noun === undefined || !genitiveOfMany.test(tokens[noun.to - 1]?.norm ?? "") || number.start < noun.to)
    return null;
  if (!hitsOfAny(sentence, killOrInjure).some((act) => act.from === noun.from)) return null;
  const isAside = tokens[noun.to]?.norm === "," && itemAt(tokens, number.start - 1)?.norm === ",";
  const marks = tokens.slice(noun.to + 1, number.start - 1).filter(({ kind }) => kind === "mark").length;
  const isNext = number.start - noun.to <= 1 && tokens[noun.to]?.kind !== "mark";
  const isFree = !sentence.hits.of.thing.some((hit) => hit.from === number.to && !noise.has(hit.id));
  return isFree && (isNext || (isAside && marks === 0))
    ? { ...countedAs(sentence, number, [noun]), isLabel: true }
    : null;
}

/** A line of a table: "Tanks: 10 (+3)", "танків – 10". */
export function labelBefore(document: Document, sentence: Sentence, number: NumberHit): Counted | null {
  const mark = itemAt(document.tokens, number.start - 1);
  const harmed = document.language.freeOrder ? harmedAtHead(document, sentence, number) : null;
  if (harmed !== null) return harmed;
  if (mark === undefined || number.isWeak || number.start - 1 <= sentence.from) return null;
  const isApposed = mark.norm === "," && document.tokens[number.to]?.norm === ",";
  if (isApposed) return apposedNoun(sentence, number);
  // "Destroyed air defence systems (56)"; of people such a number is an age.
  const isBracketed =
    mark.norm === "(" && document.tokens[endOfRatio(document, sentence, number)]?.norm === ")";
  if (mark.norm !== ":" && mark.norm !== "–" && mark.norm !== "-" && !isBracketed) return null;
  let best: Hit | null = null;
  for (const hit of sentence.hits.of.thing) {
    if (
      hit.to <= number.start - 1 &&
      number.start - hit.to <= (isBracketed ? 2 : nounReach) &&
      !(isBracketed && isPeople(hit.id as ThingConcept)) &&
      !isOfTime(document, sentence, hit) &&
      !noise.has(hit.id)
    )
      best = best === null || hit.to > best.to || best.from > hit.from ? hit : best;
  }
  if (best === null || isOfNextClause(document, sentence, number, best)) return null;
  const head = best;
  const isNamed = sentence.hits.some((hit) =>
    isPartyName(hit) ? hit.to === number.start - 1 && hit.from > head.to : false,
  );
  if (isNamed) return null;
  const twins = sentence.hits.of.thing.filter((hit) => hit.from === head.from && hit.to === head.to);
  return {
    ...countedAs(sentence, number, twins),
    group: groupIn(sentence, { ...number, to: head.from }, twins),
    isLabel: true,
  };
}

const timesOfWar = anyOf("since", "sinceWar", "soFar");

/** "За всё время боёв – более 36 тысяч": what a time is named by is no label. */
function isOfTime({ language }: Document, sentence: Sentence, { from }: Hit): boolean {
  return language.freeOrder && hitsOfAny(sentence, timesOfWar).some((cue) => cue.to === from);
}

const verbReach = 2;

/** "The second such attack in ten days: 20 had died": a clause of its own follows the colon. */
function isOfNextClause({ language }: Document, sentence: Sentence, number: NumberHit, label: Hit): boolean {
  if (language.freeOrder || (label.id !== "strike" && label.id !== "assault" && label.id !== "clash"))
    return false;
  return hitsOfAny(sentence, killOrInjure).some(
    (act) => act.from >= number.to && act.from - number.to < verbReach,
  );
}
