/** Settlements that no table holds, told by where their names stand: after a noun, before a region, in a list. */

import type { PlaceCode } from "../../model/place.ts";
import { placeByCode } from "../../reference/places.ts";
import { afterJoint, endOfName, isJoint, isNameAt, isRegion, startOfName } from "./name-stretch.ts";
import type { ListedName } from "./place-mention.ts";
import { isQuarterBefore } from "./place-uses.ts";
import { plainNames } from "./plain-names.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const namingWords = anyOf("villageWord", "placeAdjective", "place");
const actOrCue = anyOf("act", "cue");
const inOrAttack = anyOf("in", "strike", "attack", "hit");
const inOrVillageWordOrSettlement = anyOf("in", "villageWord", "settlement");

const longestList = 40;

/** Words between the noun and its first name: "населених пунктів, серед них:", "в районах східніше". */
const nameReach = 6;

/**
 * The names in a sentence that are settlements by where they stand, in languages that write them with a capital and in cases.
 * Tables know the towns of a war and some of its villages; of the rest only this tells.
 */
export function listedNames(document: Document, sentence: Sentence): ListedName[] {
  if (document.language.settlement === null) return plainNames(document, sentence);
  const names = new Map<number, ListedName>();
  const add = (list: readonly ListedName[]): void => {
    for (const name of list) if (!names.has(name.from)) names.set(name.from, name);
  };
  for (const hit of hitsOfAny(sentence, namingWords)) {
    if (hit.id === "villageWord") add(namesAfter(document, sentence, hit));
    if (isRegion(sentence, hit)) add(namesBefore(document, sentence, hit));
    if (hit.family === "place" && !names.has(hit.from) && isTown(hit))
      add(namesBeside(document, sentence, hit));
  }
  for (const [from, name] of names) if (isQuarterBefore(document, sentence, name.to)) names.delete(from);
  return [...names.values()].toSorted((a, b) => a.from - b.from);
}

/** "У селі Гроза", "близько 20 населених пунктів, серед них: Клюси, Янжулівка Чернігівської області; Чуйківка". */
function namesAfter(document: Document, sentence: Sentence, noun: Hit): ListedName[] {
  const names: ListedName[] = [];
  const isPlural = sentence.hits.of.villageWords.some((hit) => hit.from === noun.from);
  const isOfNames = sentence.hits.of.namesAsTheyAre.some((hit) => hit.from === noun.from);
  let at = noun.to;
  let isIncluded = false;
  for (let gap = 0; gap < nameReach && !isNameAt(document, sentence, at); gap++, at++) {
    const norm = document.tokens[at]?.norm ?? "";
    const isCue = sentence.hits.some((hit) => isLink(hit) && hit.from <= at && hit.to > at);
    if (norm === ":" || isCue) isIncluded ||= norm === ":";
    else if (norm !== "," && !isPlural) return [];
    else if (document.tokens[at]?.kind !== "word" && norm !== ",") return [];
  }
  // One noun has one name, which follows it at once.
  if (!isPlural && at > noun.to + 1) return [];
  while (names.length < longestList && at < sentence.to) {
    const to = endOfName(document, sentence, at);
    if (to === at) break;
    const isNominative =
      isIncluded || (isOfNames && at >= noun.to && names.every((name) => name.isNominative));
    if (!isCut(document, to) && !isOfNoun(document, sentence, to)) names.push({ from: at, to, isNominative });
    if (!isPlural) break;
    at = afterJoint(document, sentence, to);
    if (at === to) break;
  }
  return names;
}

/** The last word of a text that is cut off may be half of itself. */
function isCut(document: Document, to: number): boolean {
  return to >= document.tokens.length;
}

const feminine = /[оі][їй]$/u;

/** "В районе Севастопольской улицы": an adjective before a common noun is no village. */
function isOfNoun(document: Document, sentence: Sentence, to: number): boolean {
  const next = document.tokens[to];
  if (!feminine.test(document.tokens[to - 1]?.norm ?? "")) return false;
  return next?.kind === "word" && !sentence.hits.of.cue.some((hit) => hit.from === to);
}

function isLink(hit: Hit): boolean {
  return hit.id === "including" || hit.id === "ofThem" || hit.id === "in";
}

/** "Новодарівка, Левадне та Чарівне Запорізької області": a list that ends with the region it lies in. */
function namesBefore(document: Document, sentence: Sentence, region: Hit): ListedName[] {
  const names: ListedName[] = [];
  let end = region.from;
  while (names.length < longestList && end > sentence.from) {
    const from = startOfName(document, sentence, end);
    if (from === end) break;
    names.push({ from, to: end, isNominative: false });
    const joint = from - 1;
    if (joint <= sentence.from || !isJoint(document, sentence, joint))
      return opens(document, sentence, joint) && (joint >= sentence.from || names.length > 1) ? names : [];
    end = joint;
    // "A, B Донецької області; C": another list ends here.
    if (startOfName(document, sentence, end) === end) return names;
  }
  return names;
}

const shortestList = 3;

/** "По Новій Каховці, Сагах та Підстепному": what is listed with a town that is known are settlements, too. */
function namesBeside(document: Document, sentence: Sentence, town: Hit): ListedName[] {
  const form = document.tokens
    .slice(town.from, town.to)
    .map((token) => token.norm)
    .join(" ");
  const isNominative = isNominativeOf(town.id, form, document.language.tag);
  const names: ListedName[] = [{ from: town.from, to: town.to, isNominative }];
  for (let at = town.to; names.length < longestList;) {
    const from = afterJoint(document, sentence, at);
    const to = from === at ? at : endOfListed(document, sentence, from);
    if (to === from || isCut(document, to)) break;
    names.push({ from, to, isNominative });
    at = to;
  }
  for (let end = town.from; names.length < longestList;) {
    const joint = end - 1;
    const from = isJoint(document, sentence, joint) ? startOfListed(document, sentence, joint) : joint;
    if (from >= joint || joint <= sentence.from) break;
    names.push({ from, to: joint, isNominative });
    end = from;
  }
  return names.length >= shortestList || isPairOfStruck(sentence, names) ? names : [];
}

/** "Обстріл Олешок і Тарасівки", "у Бериславі та Зміївці": two names joined by "and" right after a strike or a word of where. */
function isPairOfStruck(sentence: Sentence, names: readonly ListedName[]): boolean {
  const [first, second] = names.toSorted((a, b) => a.from - b.from);
  if (first === undefined || second === undefined) return false;
  const isJoined = sentence.hits.of.and.some((hit) => hit.from === first.to && hit.to === second.from);
  return isJoined && hitsOfAny(sentence, inOrAttack).some((hit) => hit.to === first.from);
}

function isTown(hit: Hit): boolean {
  return placeByCode(hit.id)?.kind === "town";
}

function isNominativeOf(code: PlaceCode, form: string, tag: string): boolean {
  const row = placeByCode(code);
  return (tag === "uk" || tag === "ru") && row?.forms[tag][0] === form;
}

/** A name of a list: a known one as far as it is known, else words that are no deed and no cue. */
function endOfListed(document: Document, sentence: Sentence, at: number): number {
  const known = sentence.hits.of.place.find((hit) => hit.from === at);
  if (known !== undefined) return isTown(known) ? known.to : at;
  const to = endOfName(document, sentence, at);
  return isPlain(sentence, at, to) ? to : at;
}

function startOfListed(document: Document, sentence: Sentence, end: number): number {
  const known = sentence.hits.of.place.find((hit) => hit.to === end);
  if (known !== undefined) return isTown(known) ? known.from : end;
  const from = startOfName(document, sentence, end);
  return isPlain(sentence, from, end) ? from : end;
}

function isPlain(sentence: Sentence, from: number, to: number): boolean {
  return !hitsOfAny(sentence, actOrCue).some((hit) => hit.from < to && hit.to > from);
}

/** What may stand before a list of places: a word of where, a noun for them, a colon, or nothing. */
function opens(document: Document, sentence: Sentence, at: number): boolean {
  if (at < sentence.from) return true;
  const token = document.tokens[at];
  if (token === undefined || token.kind === "break" || token.norm === ":" || token.norm === "(") return true;
  return hitsOfAny(sentence, inOrVillageWordOrSettlement).some((hit) => hit.to === at + 1);
}
