/** How well a name and a word of telling fit together: what the pair costs. */

import { speakerById } from "../../reference/speakers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const cueReach = 9;

const subjectBonus = 4;

/** "Cuba says": right before the verb, and not the end of a longer name ("the president of Cuba said"). */
function isSubject(document: Document, sentence: Sentence, hit: Hit, cue: Hit): boolean {
  return (
    !document.language.freeOrder &&
    cue.id === "says" &&
    hit.to === verbFrom(document, sentence, cue) &&
    !hitsOfAny(sentence, prepositions).some((other) => hit.from - other.to >= 0 && hit.from - other.to <= 1)
  );
}

const prepositions = anyOf("outOf", "in", "from", "by", "accordingTo", "toward", "and");

/** A named speaker outweighs the office beside the name; a bare party is last. */
function weightOf(hit: Hit): number {
  return hit.family === "speaker" ? 3 : hit.family === "office" ? 1 : hit.family === "metonym" ? 0 : -1;
}

/** What a name costs as the subject of a word of telling: the least is who speaks. Null: it cannot be. */
export function voiceCost(document: Document, sentence: Sentence, hit: Hit, cue: Hit): number | null {
  const cost = costOf(document, sentence, hit, cue);
  if (cost > cueReach) return null;
  const bonus = isSubject(document, sentence, hit, cue) ? subjectBonus : 0;
  return cost - weightOf(hit) - bonus;
}

function costOf(document: Document, sentence: Sentence, hit: Hit, cue: Hit): number {
  if (hit.from < cue.to && cue.from < hit.to) return Infinity;
  if (!document.language.freeOrder && isLand(sentence, hit)) return Infinity;
  if (
    document.language.freeOrder &&
    (isWhere(document, sentence, hit, cue) || isOfCited(document, sentence, hit, cue))
  )
    return Infinity;
  if (document.language.freeOrder && cue.id === "says" && isOfWeapon(sentence, hit)) return Infinity;
  const cueFrom = verbFrom(document, sentence, cue);
  // "The military, which backs Damascus, says".
  if (hit.from >= cueFrom && hit.to <= cue.from) return Infinity;
  const isBefore = hit.to <= cueFrom;
  // "Украина ударила по складу, сообщает издание": a party before the comma is told of.
  if (document.language.freeOrder && isBefore && isAfterComma(document, cue) && isArmy(hit)) return Infinity;
  // "Источник сообщает, что ВСУ потеряли": after the comma stands what is told, not who tells it.
  if (document.language.freeOrder && !isBefore && cue.id === "says" && document.tokens[cue.to]?.norm === ",")
    return Infinity;
  if (!isBefore && cue.id === "says" && isSubjectAfter(document, hit, cue)) return Infinity;
  if (!isBefore && sentence.hits.of.addresses.some((told) => told.from === cue.from)) return Infinity;
  const [from, to] = isBefore ? [hit.to, cueFrom] : [cue.to, hit.from];
  // A long title between the verb and the name: "повідомив командувач угруповання «Таврія» Тарнавський".
  const isTitled = !isBefore && document.language.freeOrder && hit.family === "speaker";
  if (isTitled && isOblique(document, hit, cue)) return Infinity;
  let cost = isTitled ? Math.ceil((to - from) / 2) - titleBonus : to - from;
  for (let at = from; at < to; at++) {
    const norm = document.tokens[at]?.norm;
    if (norm === '"') cost += isTitled ? 0 : 2;
    if (norm === "," && cue.id !== "accordingTo") cost += isBefore ? 0 : 2;
    // "За даними слідства, військові рф": who is cited stands before the comma.
    if (norm === "," && cue.id === "accordingTo" && document.language.freeOrder) cost += citedComma;
  }
  if (!isBefore && cue.id === "says") cost += 1;
  if (!isBefore && isToldOf(document, hit, cue)) cost += toldOf;
  if (isBefore && cue.id === "accordingTo") return Infinity;
  return cost;
}

/** Where the subject of a word of telling ends: before it, or before a relative clause that stands between them ("the military, which backs Damascus, says"). */
function verbFrom({ tokens }: Document, sentence: Sentence, cue: Hit): number {
  if (itemAt(tokens, cue.from - 1)?.norm !== ",") return cue.from;
  const relative = lastOf(sentence.hits.of.relativeWord, (hit) => hit.to < cue.from);
  return relative !== undefined && itemAt(tokens, relative.from - 1)?.norm === ","
    ? relative.from - 1
    : cue.from;
}

/** "Leaders of the region in southern Ukraine say": a country after a word of where says nothing. */
function isLand(sentence: Sentence, hit: Hit): boolean {
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  return sentence.hits.of.in.some(
    (cue) => cue.family === "cue" && cue.to <= hit.from && hit.from - cue.to <= 1,
  );
}

const weapons = anyOf("drone", "missile", "bomb", "rocket", "shell");

/** "Ударила американскими ракетами, сообщает издание": whose weapons they are. */
function isOfWeapon(sentence: Sentence, hit: Hit): boolean {
  return hit.family === "party" && hitsOfAny(sentence, weapons).some((noun) => noun.from === hit.to);
}

const toldOf = 4;
const about = /^(?:об?|обо|про)$/u;

/** "Губернатор сообщил об атаке дронов ВСУ": what stands after the preposition is told of, before it tells. */
function isToldOf({ tokens, language }: Document, hit: Hit, cue: Hit): boolean {
  if (!language.freeOrder || cue.id !== "says" || !about.test(tokens[cue.to]?.norm ?? "")) return false;
  return hit.family !== "speaker" || speakerById(hit.id)?.kind === "body";
}

/** A party, or a body that does what it may tell of. */
function isArmy({ family, id }: Hit): boolean {
  return family === "party" || (family === "speaker" && forces.test(speakerById(id)?.name ?? ""));
}

const forces = /\b(?:army|forces)\b/iu;

function isAfterComma({ tokens }: Document, cue: Hit): boolean {
  return cue.id === "says" && itemAt(tokens, cue.from - 1)?.norm === ",";
}

const accusative = /[ую]$/u;

/** "В Ірані загинули": a country after a word of where says nothing. */
function isWhere({ tokens }: Document, sentence: Sentence, hit: Hit, cue: Hit): boolean {
  // "12 обстрелов со стороны ВСУ, сообщил губернатор": who did it does not tell it.
  if (sentence.hits.of.by.some((cue) => cue.to === hit.from)) return true;
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  // "Россия атаковала Украину, говорится в сводке": in the accusative it was told of.
  if (accusative.test(tokens[hit.to - 1]?.norm ?? "")) return true;
  return sentence.hits.of.in.some(
    (where) =>
      where.to === hit.from &&
      where.family === "cue" &&
      // "Заявили в Киеве": a capital right after the verb is its government.
      !(hit.family === "metonym" && cue.id === "says" && where.from === cue.to),
  );
}

/** "За даними Мережі лікарів Судану": the country ends the name of a body that no table holds. */
function isOfCited(document: Document, sentence: Sentence, hit: Hit, cue: Hit): boolean {
  if (cue.id !== "accordingTo" || (hit.family !== "party" && hit.family !== "metonym") || hit.from <= cue.to)
    return false;
  return (
    document.tokens[cue.to]?.capital === true &&
    !sentence.hits.some(
      (other) => other.from === cue.to && other.family !== "thing" && other.family !== "act",
    )
  );
}

const citedComma = 6;
/** The name after an office outweighs it. */
const titleBonus = 1;
const stemLength = 4;

/** "Объявил Пригожина предателем": a name in another case than the nominative is told of, it does not tell. */
function isOblique(document: Document, hit: Hit, cue: Hit): boolean {
  const row = speakerById(hit.id);
  const { tag } = document.language;
  if (cue.id !== "says" || row?.kind !== "person" || (tag !== "uk" && tag !== "ru")) return false;
  const nominative = row.forms[tag][0]?.split(" ").at(-1) ?? "";
  const word = document.tokens[hit.to - 1]?.norm ?? "";
  return word !== nominative && word.slice(0, stemLength) === nominative.slice(0, stemLength);
}

/** "The army said Hamas fired": a party after the verb is the subject of what is said, unless the order is turned (", said Hamas."). */
function isSubjectAfter(document: Document, hit: Hit, cue: Hit): boolean {
  if (hit.family !== "party" && hit.family !== "metonym") return false;
  if (hit.from - cue.to > turnedReach && !document.language.freeOrder) return true;
  const before = itemAt(document.tokens, cue.from - 1)?.norm ?? "";
  return before !== "," && before !== '"' && before !== "–";
}

/** ", said the Hamas-run ministry". */
const turnedReach = 1;
