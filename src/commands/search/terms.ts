import type { Hit } from "../../figures/text/entries.ts";
import { findHits, lexerOf } from "../../figures/text/lexer.ts";
import { tokenize, type Token } from "../../figures/text/tokens.ts";
import type { Language } from "../../languages/language.ts";
import { detectLanguage } from "../../languages/detect.ts";
import { languageByTag, languages } from "../../languages/registry.ts";
import type { Development } from "../../model/development.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { Report } from "../../model/report.ts";
import { parentOf } from "../../reference/places.ts";
import { speakerByName } from "../../reference/speakers.ts";
import { conceptTerms, measureTerms } from "./concept-terms.ts";
import { stemOf } from "./stem.ts";

/*
 * Terms, the same for every engine and language: `p:UA-63` a place, `y:UA` a party, `s:…` a speaker, `c:kill` a concept of the lexicons,
 * `k:exchange` a kind, `x:RU-UA` a conflict, `n:307` a number, `w:…` the stem of a word that none of these is.
 */

/** What of a report is indexed: its title and its beginning, which tell what it is about. */
const indexedCharacters = 700;
const maxTerms = 160;

/** What a development can be found by. `reports`: some of those behind it. */
export function termsOfDevelopment(development: Development, reports: readonly Report[]): readonly string[] {
  const { places, parties, attacker, kind, conflict, figures } = development;
  const numbers = figures.flatMap(({ low, best, high }) =>
    [low, best, high].filter((value) => value !== null),
  );
  const speakers = figures.flatMap(({ claims }) => claims.flatMap(({ by }) => by?.name ?? []));
  const terms = [
    `k:${kind}`,
    ...(conflict === null ? [] : [`x:${conflict}`]),
    ...places.flatMap(placeTerms),
    ...[...parties, ...(attacker === null ? [] : [attacker])].map((party) => `y:${party}`),
    ...figures.flatMap(({ measure }) => measureTerms(measure)),
    ...numbers.map((value) => `n:${value}`),
    ...speakers.flatMap((name) => speakerTerms(name)),
    ...reports.flatMap((report) => termsOfText(report)),
  ];
  return [...new Set(terms)].slice(0, maxTerms);
}

function placeTerms(code: PlaceCode): readonly string[] {
  const terms: string[] = [];
  for (let at: PlaceCode | null = code; at !== null; at = parentOf(at)) terms.push(`p:${at}`);
  return terms;
}

function speakerTerms(name: string): readonly string[] {
  const row = speakerByName(name);
  return row === null ? [] : [`s:${row.id}`];
}

/** What was read in texts lately: a development is indexed anew with each report on it, and its others stay as they are. */
const readTexts = new Map<string, readonly string[]>();
const maxReadTexts = 2_000;

function termsOfText({ title, text, lang }: Report): readonly string[] {
  const words = `${title}\n${text}`.slice(0, indexedCharacters);
  const known = readTexts.get(words);
  if (known !== undefined) return known;
  const terms = readText(words, lang);
  if (readTexts.size >= maxReadTexts) readTexts.clear();
  readTexts.set(words, terms);
  return terms;
}

function readText(words: string, lang: string | null): readonly string[] {
  const language = languageByTag(lang) ?? detectLanguage(words);
  if (language === null) return [];
  const tokens = tokenize(words);
  const hits = findHits(lexerOf(language), tokens);
  const covered = new Set<number>();
  for (const hit of hits)
    if (termsOfHit(hit).length > 0) for (let at = hit.from; at < hit.to; at++) covered.add(at);
  const others = tokens.filter((token, at) => !covered.has(at) && isWord(token, language));
  return [...hits.flatMap(termsOfHit), ...others.map(({ norm }) => `w:${stemOf(norm)}`)];
}

function isWord({ norm }: Token, { commonWords }: Language): boolean {
  return norm.length > 2 && /^\p{L}/u.test(norm) && !commonWords.includes(norm);
}

/** What a word of the lexicons and tables stands for; [] for cues, dates and offices, by which nobody searches. */
function termsOfHit({ family, id }: Hit): readonly string[] {
  switch (family) {
    case "place":
    case "placeAdjective":
      return placeTerms(id);
    case "party":
    case "metonym":
      return [`y:${id}`];
    case "speaker":
      return [`s:${id}`];
    case "thing":
    case "act":
    case "topic":
      return conceptTerms[id] ?? [];
    default:
      return [];
  }
}

/** A small letter that begins a word: names are looked up by their capital. */
const wordStart = /(?<![\p{L}\p{M}\p{N}'’ʼ-])\p{Ll}/gu;

/**
 * What somebody looks for: groups of terms, of each of which one must stand in what is found. Words are read in every language that
 * has their letters, names also without a capital.
 */
export function groupsOfQuery(typed: string): readonly (readonly string[])[] {
  const tokens = tokenize(typed.slice(0, 200).replaceAll(wordStart, (letter) => letter.toUpperCase()));
  const isCyrillic = /\p{Script=Cyrillic}/u.test(typed);
  const read = languages.filter(({ tag }) => (tag !== "en") === isCyrillic);
  const hits = read
    .flatMap((language) => findHits(lexerOf(language), tokens))
    .filter((hit) => queryTerms(hit).length > 0);
  const groups: (readonly string[])[] = [];
  for (let at = 0; at < tokens.length;) {
    const longest = Math.max(at + 1, ...hits.filter(({ from }) => from === at).map(({ to }) => to));
    const terms = narrowed(hits.filter(({ from, to }) => from === at && to === longest)).flatMap(queryTerms);
    const group = [...new Set([...terms, ...wordTerms(tokens.slice(at, longest), read)])];
    if (group.length > 0) groups.push(group);
    at = longest;
  }
  return groups;
}

/** A place's own term finds all that lies in it; those of what holds it would find too much. */
function queryTerms(hit: Hit): readonly string[] {
  const { family, id } = hit;
  return family === "place" || family === "placeAdjective" ? [`p:${id}`] : termsOfHit(hit);
}

/**
 * What is counted or done says more than what it is part of: "drones" are drones, and not every air attack. A capital is looked for as the
 * place, not as the state that texts call by it.
 */
function narrowed(hits: readonly Hit[]): readonly Hit[] {
  const isPlace = hits.some(({ family }) => family === "place" || family === "placeAdjective");
  const meant = isPlace ? hits.filter(({ family }) => family !== "metonym") : hits;
  const isTopic = ({ family }: Hit): boolean => family === "topic";
  return meant.some((hit) => !isTopic(hit)) ? meant.filter((hit) => !isTopic(hit)) : meant;
}

/** A single word also stands for itself; a number for the number. */
function wordTerms(tokens: readonly Token[], read: readonly Language[]): readonly string[] {
  const [token, ...others] = tokens;
  if (token === undefined || others.length > 0) return [];
  if (/^\d/u.test(token.norm)) return [`n:${token.norm.replaceAll(/\D/gu, "")}`];
  const isCommon = read.every((language) => !isWord(token, language));
  return isCommon ? [] : [`w:${stemOf(token.norm)}`];
}
