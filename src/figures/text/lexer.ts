import type { Concept } from "../../languages/concepts.ts";
import {
  actConcepts,
  cueConcepts,
  kindConcepts,
  noiseConcepts,
  thingConcepts,
  topicConcepts,
} from "../../languages/concepts.ts";
import type { Language } from "../../languages/language.ts";
import { partyRows } from "../../reference/parties.ts";
import { placeByCode, placeRows } from "../../reference/places.ts";
import { speakerRows } from "../../reference/speakers.ts";
import type { Token } from "./tokens.ts";
import type { WordTree } from "./word-tree.ts";
import { addNumbers, beginsForm, endsForm, goesOn, nodeAfter, WordTreeBuilder } from "./word-tree.ts";

export const familyNames = [
  "thing",
  "kind",
  "act",
  "cue",
  "topic",
  "place",
  "placeAdjective",
  "party",
  "metonym",
  "scorn",
  "speaker",
  "office",
  "month",
  "weekday",
] as const;

/** What kind of thing a hit names. Of one family the longest match wins. */
export type Family = (typeof familyNames)[number];

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
  readonly isAcronym: boolean;
  /** Index into `rivals`. */
  readonly rivals: number;
}

/** The compiled words of one language with the names of places, parties and speakers. */
export interface Lexer {
  readonly tree: WordTree;
  /** What the tree's entries are, by their number. */
  readonly entries: readonly Entry[];
  /** The numbers of words that were looked up lately: texts are written in few words, told again and again. */
  readonly known: Map<string, readonly number[]>;
}

const compiled = new Map<string, Lexer>();

/** Words of a text lose it: "prosecutor's office" is looked up as "prosecutor office". */
const possessive = /'s(?= |$)/gu;

/** The lexer of a language, compiled at its first use. */
export function lexerOf(language: Language): Lexer {
  const ready = compiled.get(language.tag);
  if (ready !== undefined) return ready;
  const lexer = compile(language);
  compiled.set(language.tag, lexer);
  return lexer;
}

function compile(language: Language): Lexer {
  const builder = new WordTreeBuilder();
  const entries: Entry[] = [];
  const add = (forms: readonly string[], entry: Omit<Entry, "rivals">): void => {
    entries.push({ ...entry, rivals: rivalsOf(entry) });
    for (const form of forms) builder.add(form.replaceAll(possessive, ""), entries.length - 1);
  };
  const addList = (forms: string, family: Family, id: string): void =>
    add(splitForms(forms), { family, id, isName: false, isAcronym: false });
  for (const [concept, forms] of Object.entries(language.lexicon))
    addList(forms, familyOf(concept as Concept), concept);
  language.speakers.forEach((office, at) => addList(office.forms, "office", String(at)));
  for (const army of language.armies) addList(army.forms, "party", army.party);
  for (const name of language.scorn) addList(name.forms, "scorn", name.party);
  language.calendar.months.forEach((forms, at) => addList(forms, "month", String(at + 1)));
  language.calendar.weekdays.forEach((forms, at) => addList(forms, "weekday", String(at + 1)));
  addReference(language.tag, add);
  return { tree: builder.build(), entries, known: new Map() };
}

function addReference(
  tag: string,
  add: (forms: readonly string[], entry: Omit<Entry, "rivals">) => void,
): void {
  if (tag !== "en" && tag !== "uk" && tag !== "ru") return;
  for (const { code, forms, adjectives } of placeRows()) {
    const isName = isNameInLanguage(code, tag);
    add(forms[tag], { family: "place", id: code, isName, isAcronym: false });
    if (adjectives === undefined) continue;
    add(adjectives[tag], { family: "placeAdjective", id: code, isName: tag === "en", isAcronym: false });
  }
  for (const { party, forms, metonyms } of partyRows()) {
    for (const form of forms[tag]) {
      // The name itself is among the forms.
      if (form.endsWith("'s")) continue;
      const isAcronym = tag === "en" && form.length <= longestAcronym;
      add([form], { family: "party", id: party, isName: isCapitalized(party, form, tag), isAcronym });
    }
    add(metonyms[tag], { family: "metonym", id: party, isName: true, isAcronym: false });
  }
  for (const { id, forms, ambiguous, acronyms } of speakerRows()) {
    const own = forms[tag].filter((form) => ambiguous?.includes(form) !== true || form.includes(" "));
    // "WHO said", not "Who said".
    const isAcronym = (form: string): boolean =>
      tag === "en" && form.length <= longestAcronym && acronyms?.includes(form) === true;
    for (const form of own) add([form], { family: "speaker", id, isName: true, isAcronym: isAcronym(form) });
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

/** Of hits that are rivals the longest wins; captives of a war stand within longer topics ("обмін полоненими"). */
const rivals: readonly string[] = [...familyNames, "warCaptive", "warHostage"];

function rivalsOf({ family, id }: Pick<Entry, "family" | "id">): number {
  return rivals.indexOf(id === "warCaptive" || id === "warHostage" ? id : family);
}

/** Every entry found in the tokens, in order of their beginning, longest first. */
export function findHits(lexer: Lexer, tokens: readonly Token[]): Hit[] {
  const job: Walk = { lexer, tokens, ...wordsOf(lexer, tokens), found: [], start: 0 };
  const { tree } = lexer;
  const hits: Hit[] = [];
  /** Where the last longest match of each kind of rivals ends. */
  const covered = new Int32Array(rivals.length);
  for (let at = 0; at < tokens.length; at++) {
    job.start = at;
    // Setting an array's length leaves compiled code.
    while (job.found.length > 0) job.found.pop();
    const end = job.wordFrom[at + 1] ?? 0;
    for (let next = job.wordFrom[at] ?? 0; next < end; next++) {
      const word = job.words[next] ?? -1;
      if (beginsForm(tree, word)) walk(job, word, at + 1);
    }
    if (job.found.length > 1) job.found.sort((a, b) => b.to - a.to);
    for (const { entry, to } of job.found) {
      const { family, id, rivals: kind } = entry;
      const until = covered[kind] ?? 0;
      if (to <= until && !isSameSpan(hits, { family, from: at, to })) continue;
      hits.push({ family, id, from: at, to });
      if (to > until) covered[kind] = to;
    }
  }
  return hits;
}

/** Whether the family already holds a hit of exactly these tokens: a word of two concepts has both. */
function isSameSpan(hits: readonly Hit[], span: Omit<Hit, "id">): boolean {
  for (let back = hits.length - 1; back >= 0; back--) {
    const other = hits[back];
    if (other === undefined || other.from < span.from) return false;
    if (other.family === span.family && other.to === span.to) return true;
  }
  return false;
}

/** The numbers that the tokens have in the tree: those of token N from `wordFrom[N]` up to `wordFrom[N + 1]`. */
interface TokenWords {
  readonly words: readonly number[];
  readonly wordFrom: Int32Array;
}

interface Walk extends TokenWords {
  readonly lexer: Lexer;
  readonly tokens: readonly Token[];
  readonly found: { readonly entry: Entry; readonly to: number }[];
  start: number;
}

const longestForm = 8;

function walk(job: Walk, node: number, at: number): void {
  const { tree, entries } = job.lexer;
  const first = job.tokens[job.start];
  const lastEntry = tree.entryFrom[node + 1] ?? 0;
  for (let next = tree.entryFrom[node] ?? 0; next < lastEntry; next++) {
    const entry = entries[tree.entries[next] ?? -1];
    if (entry === undefined || (entry.isName && first?.capital !== true)) continue;
    if (entry.isAcronym && first?.acronym !== true) continue;
    job.found.push({ entry, to: at });
  }
  if (at - job.start >= longestForm || !goesOn(tree, node)) return;
  const lastWord = job.wordFrom[at + 1] ?? 0;
  for (let next = job.wordFrom[at] ?? 0; next < lastWord; next++) {
    const child = nodeAfter(tree, node, job.words[next] ?? -1);
    if (child >= 0) walk(job, child, at + 1);
  }
}

/** Each token's numbers: of itself, its stems, or of all its hyphenated parts. */
function wordsOf(lexer: Lexer, tokens: readonly Token[]): TokenWords {
  const words: number[] = [];
  const wordFrom = new Int32Array(tokens.length + 1);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "word") for (const number of numbersOf(lexer, token.norm)) words.push(number);
    else if (token !== undefined && token.kind !== "break") addNumbers(lexer.tree, token.norm, words);
    wordFrom[at + 1] = words.length;
  }
  return { words, wordFrom };
}

/** So many words are kept (some 3 MB): more than the reports of a week are written in. */
const mostKnown = 20_000;

function numbersOf({ tree, known }: Lexer, word: string): readonly number[] {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const numbers: number[] = [];
  addNumbers(tree, word, numbers);
  // What only begins a longer form ("Russian-installed Kherson authorities") has its parts as well.
  if (word.includes("-") && !numbers.some((number) => endsForm(tree, number)))
    numbers.push(...partsOf(tree, word));
  if (known.size >= mostKnown) known.clear();
  known.set(word, numbers);
  return numbers;
}

/** The numbers of the parts of a word with hyphens; [] where one of them begins no form. */
function partsOf(tree: WordTree, word: string): number[] {
  const all: number[] = [];
  for (const part of word.split("-")) {
    const numbers: number[] = [];
    addNumbers(tree, part, numbers);
    const own = numbers.filter((number) => beginsForm(tree, number));
    if (own.length === 0) return [];
    all.push(...own);
  }
  return all;
}
