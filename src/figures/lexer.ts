import type { Concept } from "../languages/concepts.ts";
import {
  actConcepts,
  cueConcepts,
  kindConcepts,
  noiseConcepts,
  thingConcepts,
  topicConcepts,
} from "../languages/concepts.ts";
import type { Language } from "../languages/language.ts";
import { partyRows } from "../reference/parties.ts";
import { placeByCode, placeRows } from "../reference/places.ts";
import { speakerRows } from "../reference/speakers.ts";
import type { Token } from "./tokens.ts";

/** What kind of thing a hit names. Of one family the longest match wins. */
export type Family =
  | "thing"
  | "kind"
  | "act"
  | "cue"
  | "topic"
  | "place"
  | "placeAdjective"
  | "party"
  | "metonym"
  | "scorn"
  | "speaker"
  | "office"
  | "month"
  | "weekday";

/** A lexicon entry found in the text: tokens from `from` up to, not including, `to`. */
export interface Hit {
  readonly family: Family;
  /** Concept, place code, party code, speaker id, index of an office, month or weekday. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly family: Family;
  readonly id: string;
  /** Names must begin with a capital: "Суми" is a town, "суми" are sums. */
  readonly isName: boolean;
  /** It must be written as an acronym: "IS" is a party, "Is" a word of a headline. */
  readonly isAcronym?: boolean;
}

/** A word of a form. Most end one form and begin no other, so what they would hold is made when it is needed: it halves a lexer. */
interface Node {
  next: Map<string, Node> | null;
  entries: readonly Entry[];
}

const noEntries: readonly Entry[] = [];
const emptyNode = (): Node => ({ next: null, entries: noEntries });

/** The compiled words of one language with the names of places, parties and speakers. */
export interface Lexer {
  readonly root: Node;
  readonly stems: ReadonlySet<string>;
  readonly longestStem: number;
  /** Keys of words already seen; emptied when it grows past `maxCachedWords`. */
  readonly cache: Map<string, readonly string[]>;
  /** Where a form may begin: the root's nodes for each word already seen. */
  readonly starts: Map<string, readonly Node[]>;
}

const maxCachedWords = 12_000;
const shortestStem = 2;
const compiled = new Map<string, Lexer>();

/** The lexer of a language, compiled at its first use. */
export function lexerOf(language: Language): Lexer {
  const ready = compiled.get(language.tag);
  if (ready !== undefined) return ready;
  const lexer = compile(language);
  compiled.set(language.tag, lexer);
  return lexer;
}

function compile(language: Language): Lexer {
  const root = emptyNode();
  const stems = new Set<string>();
  const add = (form: string, entry: Entry): void => addForm(root, stems, form, entry);
  const addList = (forms: string, family: Family, id: string): void => {
    const entry = { family, id, isName: false };
    for (const form of splitForms(forms)) add(form, entry);
  };
  for (const [concept, forms] of Object.entries(language.lexicon))
    addList(forms, familyOf(concept as Concept), concept);
  language.speakers.forEach((office, at) => addList(office.forms, "office", String(at)));
  for (const army of language.armies) addList(army.forms, "party", army.party);
  for (const name of language.scorn) addList(name.forms, "scorn", name.party);
  language.calendar.months.forEach((forms, at) => addList(forms, "month", String(at + 1)));
  language.calendar.weekdays.forEach((forms, at) => addList(forms, "weekday", String(at + 1)));
  addReference(language.tag, add);
  let longestStem = 0;
  for (const stem of stems) longestStem = Math.max(longestStem, stem.length);
  return { root, stems, longestStem, cache: new Map(), starts: new Map() };
}

function addReference(tag: string, add: (form: string, entry: Entry) => void): void {
  if (tag !== "en" && tag !== "uk" && tag !== "ru") return;
  for (const place of placeRows()) {
    const entry: Entry = { family: "place", id: place.code, isName: isNameInLanguage(place.code, tag) };
    for (const form of place.forms[tag]) add(form, entry);
    const adjective: Entry = { family: "placeAdjective", id: place.code, isName: tag === "en" };
    for (const form of place.adjectives?.[tag] ?? []) add(form, adjective);
  }
  for (const row of partyRows()) {
    for (const form of row.forms[tag]) {
      const isAcronym = tag === "en" && form.length <= longestAcronym;
      add(form, { family: "party", id: row.party, isName: isCapitalized(row.party, form, tag), isAcronym });
    }
    for (const form of row.metonyms[tag]) add(form, { family: "metonym", id: row.party, isName: true });
  }
  for (const row of speakerRows()) {
    const entry: Entry = { family: "speaker", id: row.id, isName: true };
    for (const form of row.forms[tag]) {
      if (row.ambiguous?.includes(form) === true && !form.includes(" ")) continue;
      add(form, entry);
    }
  }
}

/** English names of so few letters are acronyms: IS, US, CAR, LeT. */
const longestAcronym = 3;

/** English writes all names with a capital, Ukrainian and Russian only those of countries, not adjectives. */
function isCapitalized(party: string, form: string, tag: "en" | "uk" | "ru"): boolean {
  if (tag === "en") return true;
  return isNameInLanguage(party, tag) && (placeByCode(party)?.forms[tag].includes(form) ?? false);
}

/** Ukrainian posts often write the aggressors' names in lower case on purpose. */
function isNameInLanguage(code: string, tag: string): boolean {
  return tag !== "uk" || (code !== "RU" && code !== "BY");
}

/** The forms of a comma-separated list. */
export function splitForms(forms: string): string[] {
  return forms
    .split(",")
    .map((form) => form.trim())
    .filter((form) => form !== "");
}

function addForm(root: Node, stems: Set<string>, form: string, entry: Entry): void {
  let node = root;
  for (const word of form.replaceAll("/", " / ").split(" ")) {
    if (word.endsWith("*")) stems.add(word.slice(0, -1));
    node.next ??= new Map();
    let next = node.next.get(word);
    if (next === undefined) {
      next = emptyNode();
      node.next.set(word, next);
    }
    node = next;
  }
  node.entries = [...node.entries, entry];
}

const families = new Map<string, Family>([
  ...[...thingConcepts, ...noiseConcepts].map((id): [string, Family] => [id, "thing"]),
  ...kindConcepts.map((id): [string, Family] => [id, "kind"]),
  ...actConcepts.map((id): [string, Family] => [id, "act"]),
  ...cueConcepts.map((id): [string, Family] => [id, "cue"]),
  ...topicConcepts.map((id): [string, Family] => [id, "topic"]),
]);

function familyOf(concept: Concept): Family {
  return families.get(concept) ?? "topic";
}

/** Every entry found in the tokens, in order of their beginning, longest first. */
export function findHits(lexer: Lexer, tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  /** Where the last longest match of a family ends; captives of a war stand within longer topics ("обмін полоненими"). */
  const covered = new Map<string, number>();
  const found: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "break") continue;
    const starts = startsOf(lexer, token.norm);
    if (starts.length === 0) continue;
    found.length = 0;
    const job = { lexer, tokens, found, start: at, isCapital: token.capital, isAcronym: token.acronym };
    for (const node of starts) walk(job, node, at + 1);
    if (found.length === 0) continue;
    found.sort((a, b) => b.to - a.to);
    for (const hit of found) {
      const rivals = hit.id === "warCaptive" || hit.id === "warHostage" ? hit.id : hit.family;
      const until = covered.get(rivals) ?? 0;
      if (hit.to <= until && !isSameSpan(hits, hit)) continue;
      hits.push(hit);
      if (hit.to > until) covered.set(rivals, hit.to);
    }
  }
  return hits;
}

/** Whether the family already holds a hit of exactly these tokens: a word of two concepts has both. */
function isSameSpan(hits: readonly Hit[], hit: Hit): boolean {
  for (let back = hits.length - 1; back >= 0; back--) {
    const other = hits[back];
    if (other === undefined || other.from < hit.from) return false;
    if (other.family === hit.family && other.to === hit.to) return true;
  }
  return false;
}

interface Walk {
  readonly lexer: Lexer;
  readonly tokens: readonly Token[];
  readonly found: Hit[];
  readonly start: number;
  readonly isCapital: boolean;
  readonly isAcronym: boolean;
}

const longestForm = 8;

function walk(job: Walk, node: Node, at: number): void {
  for (const entry of node.entries) {
    if ((entry.isName && !job.isCapital) || (entry.isAcronym === true && !job.isAcronym)) continue;
    job.found.push({ family: entry.family, id: entry.id, from: job.start, to: at });
  }
  if (node.next === null || at - job.start >= longestForm) return;
  const token = job.tokens[at];
  if (token === undefined || token.kind === "break") return;
  for (const key of keysOf(job.lexer, token.norm)) {
    const next = node.next.get(key);
    if (next !== undefined) walk(job, next, at + 1);
  }
}

function startsOf(lexer: Lexer, word: string): readonly Node[] {
  const known = lexer.starts.get(word);
  if (known !== undefined) return known;
  const starts = keysOf(lexer, word)
    .map((key) => lexer.root.next?.get(key))
    .filter((node) => node !== undefined);
  if (lexer.starts.size >= maxCachedWords) lexer.starts.clear();
  lexer.starts.set(word, starts);
  return starts;
}

/** The keys under which a word may stand in the lexicon: itself, its stems, or those of all its hyphenated parts. */
function keysOf(lexer: Lexer, word: string): readonly string[] {
  const known = lexer.cache.get(word);
  if (known !== undefined) return known;
  let keys = wholeKeys(lexer, word);
  // What only begins a longer form ("Russian-installed Kherson authorities") has its parts as well.
  if (word.includes("-") && !keys.some((key) => (lexer.root.next?.get(key)?.entries.length ?? 0) > 0))
    keys = [...keys, ...(partKeys(lexer, word) ?? [])];
  if (lexer.cache.size >= maxCachedWords) lexer.cache.clear();
  lexer.cache.set(word, keys);
  return keys;
}

function wholeKeys(lexer: Lexer, word: string): string[] {
  const keys = [word];
  const longest = Math.min(word.length, lexer.longestStem);
  for (let length = shortestStem; length <= longest; length++) {
    const stem = word.slice(0, length);
    if (lexer.stems.has(stem)) keys.push(`${stem}*`);
  }
  return keys;
}

function partKeys(lexer: Lexer, word: string): string[] | null {
  const keys: string[] = [];
  for (const part of word.split("-")) {
    const own = wholeKeys(lexer, part).filter((key) => lexer.root.next?.has(key));
    if (own.length === 0) return null;
    keys.push(...own);
  }
  return keys;
}
