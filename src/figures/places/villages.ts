import { transliterate } from "../../reference/transliterate.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import { plainCode, plainNames } from "./plain-names.ts";
import type { ListedName, PlaceMention } from "./place-mention.ts";
import { isQuarterBefore } from "./place-uses.ts";
import type { Token } from "../text/tokens.ts";
import { hitsOf, hitsOfAny, hitsOfFamilies, hitsOfFamily } from "../text/sentence-hits.ts";

const longestName = 3;
const longestList = 40;
const shortestWord = 3;
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
  for (const hit of sentence.hits) {
    if (hit.id === "villageWord") add(namesAfter(document, sentence, hit));
    if (isRegion(sentence, hit)) add(namesBefore(document, sentence, hit));
    if (hit.family === "place" && !names.has(hit.from) && isTown(hit))
      add(namesBeside(document, sentence, hit));
  }
  for (const [from, name] of names) if (isQuarterBefore(document, sentence, name.to)) names.delete(from);
  return [...names.values()].toSorted((a, b) => a.from - b.from);
}

/** "Донецької області", "Краматорського району": what a village is told to lie in. */
function isRegion(sentence: Sentence, hit: Hit): boolean {
  if (hit.family !== "placeAdjective") return false;
  return hitsOf(sentence, "regionWord").some(
    (noun) =>
      noun.from === hit.to && !hitsOf(sentence, "frontWord").some((front) => front.from === noun.from),
  );
}

/** "У селі Гроза", "близько 20 населених пунктів, серед них: Клюси, Янжулівка Чернігівської області; Чуйківка". */
function namesAfter(document: Document, sentence: Sentence, noun: Hit): ListedName[] {
  const names: ListedName[] = [];
  const isPlural = hitsOf(sentence, "villageWords").some((hit) => hit.from === noun.from);
  const isOfNames = hitsOf(sentence, "namesAsTheyAre").some((hit) => hit.from === noun.from);
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
  return next?.kind === "word" && !hitsOfFamily(sentence, "cue").some((hit) => hit.from === to);
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
  const isJoined = hitsOf(sentence, "and").some((hit) => hit.from === first.to && hit.to === second.from);
  return (
    isJoined && hitsOfAny(sentence, ["in", "strike", "attack", "hit"]).some((hit) => hit.to === first.from)
  );
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
  const known = hitsOfFamily(sentence, "place").find((hit) => hit.from === at);
  if (known !== undefined) return isTown(known) ? known.to : at;
  const to = endOfName(document, sentence, at);
  return isPlain(sentence, at, to) ? to : at;
}

function startOfListed(document: Document, sentence: Sentence, end: number): number {
  const known = hitsOfFamily(sentence, "place").find((hit) => hit.to === end);
  if (known !== undefined) return isTown(known) ? known.from : end;
  const from = startOfName(document, sentence, end);
  return isPlain(sentence, from, end) ? from : end;
}

function isPlain(sentence: Sentence, from: number, to: number): boolean {
  return !hitsOfFamilies(sentence, ["act", "cue"]).some((hit) => hit.from < to && hit.to > from);
}

/** What may stand before a list of places: a word of where, a noun for them, a colon, or nothing. */
function opens(document: Document, sentence: Sentence, at: number): boolean {
  if (at < sentence.from) return true;
  const token = document.tokens[at];
  if (token === undefined || token.kind === "break" || token.norm === ":" || token.norm === "(") return true;
  return hitsOfAny(sentence, ["in", "villageWord", "settlement"]).some((hit) => hit.to === at + 1);
}

function isJoint(document: Document, sentence: Sentence, at: number): boolean {
  return (
    document.tokens[at]?.norm === "," ||
    hitsOf(sentence, "and").some((hit) => hit.from === at && hit.to === at + 1)
  );
}

/** Past what joins two names of a list, a region of the names before included. */
function afterJoint(document: Document, sentence: Sentence, at: number): number {
  let next = at;
  const region = sentence.hits.find((hit) => hit.from === next && isRegion(sentence, hit));
  if (region !== undefined) next = region.to + 1;
  const norm = document.tokens[next]?.norm;
  if (norm === ";" || isJoint(document, sentence, next)) next++;
  else return at;
  while (hitsOfAny(sentence, ["and", "in", "villageWord"]).some((hit) => hit.from === next)) next++;
  return isNameAt(document, sentence, next) ? next : at;
}

function endOfName(document: Document, sentence: Sentence, at: number): number {
  let to = at;
  while (to - at < longestName && isNameAt(document, sentence, to)) to++;
  return to;
}

function startOfName(document: Document, sentence: Sentence, end: number): number {
  let from = end;
  while (end - from < longestName && from > sentence.from && isNameAt(document, sentence, from - 1)) from--;
  return from;
}

const taken: ReadonlySet<string> = new Set([
  "party",
  "metonym",
  "speaker",
  "office",
  "month",
  "weekday",
  "placeAdjective",
]);

/** A word with a capital that is neither an acronym nor a name of something else. */
function isNameAt(document: Document, sentence: Sentence, at: number): boolean {
  const token = document.tokens[at];
  if (token?.kind !== "word" || !token.capital || at < sentence.from || at >= sentence.to) return false;
  if (/[a-z]/u.test(token.norm)) return false;
  const raw = document.whole.slice(token.start, token.end);
  if (raw.length < shortestWord || raw === raw.toUpperCase()) return isKnownAt(sentence, at);
  return !sentence.hits.some(
    (hit) =>
      hit.from <= at &&
      hit.to > at &&
      ((taken.has(hit.family) && !isKnownAt(sentence, at) && !isNeuter(hit, token)) ||
        isRegion(sentence, hit) ||
        hit.id === "regionWord" ||
        hit.id === "and" ||
        hit.id === "in"),
  );
}

/** "Дніпровське": an adjective of a town in the neuter is the name of another one. */
function isNeuter(hit: Hit, token: Token): boolean {
  return hit.family === "placeAdjective" && token.norm.endsWith("е");
}

function isKnownAt(sentence: Sentence, at: number): boolean {
  return hitsOfFamily(sentence, "place").some((hit) => hit.from <= at && hit.to > at);
}

/** The names of a sentence that may be villages. */
export interface Listed {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly names: readonly ListedName[];
  /** The country of the report's places, where the sentence names none. */
  readonly home: Party | null;
}

/** Adds the villages that no table holds. */
export function withVillages(listed: Listed, mentions: readonly PlaceMention[]): PlaceMention[] {
  const { document, sentence, names, home } = listed;
  if (names.length === 0) return [...mentions];
  const country = mentions.map((place) => countryOf(place.code)).find((party) => party !== null) ?? home;
  if (country === null) return [...mentions];
  const villages = names
    .filter(
      (name) => !hitsOfFamily(sentence, "place").some((hit) => hit.from < name.to && name.from < hit.to),
    )
    .filter((name) => !hitsOf(sentence, "from").some((hit) => hit.to === name.from))
    .map((name): PlaceMention | null => {
      const code = villageCode(document, name, country);
      if (code === null) return null;
      const next = document.tokens[name.to]?.norm ?? "";
      const isHead = next === "–" || next === "-" || next === ":";
      return {
        code,
        from: name.from,
        to: name.to,
        isLocated: true,
        isHead,
        isCounted: next === "(" && document.tokens[name.to + 1]?.kind === "number",
        isDomain: false,
        isDirection: false,
        isDistrict: false,
      };
    })
    .filter((place) => place !== null);
  return [...mentions, ...villages].toSorted((a, b) => a.from - b.from);
}

/** The code of a village that no table holds: its country and its name by the standard of transliteration. */
function villageCode(document: Document, name: ListedName, country: Party): PlaceCode | null {
  const { settlement } = document.language;
  if (settlement === null) return plainCode(document, name, country);
  const words = document.tokens
    .slice(name.from, name.to)
    .map((token) => document.whole.slice(token.start, token.end));
  const told = settlement(words, { isNominative: name.isNominative, country });
  const slug = transliterate(told.name, told.standard)
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return slug === "" ? null : `${country}:${slug}`;
}
