import type { Concept } from "../../languages/concepts.ts";
import type { Language } from "../../languages/language.ts";
import type { Entry, Family, Hit, WordForms } from "./entries.ts";
import { conceptFamilies, conceptSlots, familyNames, familySlots } from "./entries.ts";
import { oneCopyOf } from "./one-copy.ts";
import type { NewEntry } from "./reference-names.ts";
import { addReference } from "./reference-names.ts";
import { splitForms } from "./split-forms.ts";
import type { Token } from "./tokens.ts";
import type { Word } from "./words.ts";
import type { WordTree } from "./word-tree.ts";
import { addNumbers, beginsForm, endsForm, goesOn, nodeAfter, WordTreeBuilder } from "./word-tree.ts";

/** The compiled words of one language with the names of places, parties and speakers. */
export interface Lexer {
  readonly tree: WordTree;
  /** What the tree's entries are, by their number. */
  readonly entries: readonly Entry[];
  /** Its number: a word keeps what each lexer has of it. */
  readonly number: number;
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
  const add = (forms: readonly string[], entry: NewEntry): void => {
    entries.push({
      ...entry,
      id: oneCopyOf(entry.id),
      rivals: rivalsOf(entry),
      familySlot: familySlots.get(entry.family) ?? -1,
      conceptSlot: conceptSlots.get(entry.id) ?? -1,
    });
    for (const form of forms) builder.add(form.replaceAll(possessive, ""), entries.length - 1);
  };
  const addList = (forms: string, family: Family, id: string): void =>
    add(splitForms(forms), { family, id, isName: false, isAcronym: false });
  for (const [concept, forms] of Object.entries(language.lexicon))
    addList(forms, familyOf(concept as Concept), concept);
  language.speakers.forEach((office, at) => addList(office.forms, "office", String(at)));
  for (const army of language.armies) addList(army.forms, "party", army.party);
  for (const name of language.scorn) addList(name.forms, "scorn", name.party);
  for (const name of language.arms) addList(name.forms, "arms", name.party);
  language.calendar.months.forEach((forms, at) => addList(forms, "month", String(at + 1)));
  language.calendar.weekdays.forEach((forms, at) => addList(forms, "weekday", String(at + 1)));
  addReference(language, add);
  return { tree: builder.build(), entries, number: compiled.size };
}

const families = new Map<string, Family>(conceptFamilies);

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
  const job: Walk = { lexer, tokens, hits: [], ends: [], entries: [], start: 0 };
  covered.fill(0);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { whole, open } = formsOf(lexer, token);
    job.start = at;
    if (open.length > 0) {
      for (const node of open) walkOn(job, node, at + 1);
      addLonger(job);
    }
    for (const entry of whole) addHit(job.hits, entry, at, at + 1);
  }
  return job.hits;
}

/** Where the last longest match of each kind of rivals ends: one array for all texts, as only small ones cost nothing to make. */
const covered: number[] = rivals.map(() => 0);

function addHit(
  hits: Hit[],
  { family, id, rivals: kind, familySlot, conceptSlot }: Entry,
  from: number,
  to: number,
): void {
  const until = covered[kind] ?? 0;
  if (to <= until && !isSameSpan(hits, family, from, to)) return;
  hits.push({ family, id, from, to, familySlot, conceptSlot });
  if (to > until) covered[kind] = to;
}

/** Whether the family already holds a hit of exactly these tokens: a word of two concepts has both. */
function isSameSpan(hits: readonly Hit[], family: Family, from: number, to: number): boolean {
  for (let back = hits.length - 1; back >= 0; back--) {
    const other = hits[back];
    if (other === undefined || other.from < from) return false;
    if (other.to === to && other.family === family) return true;
  }
  return false;
}

interface Walk {
  readonly lexer: Lexer;
  readonly tokens: readonly Token[];
  readonly hits: Hit[];
  /** What was found of more than one word from `start` on, longest first: where each ends, and what it is. */
  readonly ends: number[];
  readonly entries: Entry[];
  start: number;
}

const longestForm = 8;

/** Finds the forms that go on from the node, which the tokens before `at` led to. */
function walkOn(job: Walk, node: number, at: number): void {
  const { lexer, tokens } = job;
  const next = tokens[at];
  if (next === undefined || at - job.start >= longestForm) return;
  for (const word of formsOf(lexer, next).later) {
    const child = nodeAfter(lexer.tree, node, word);
    if (child < 0) continue;
    addEnds(job, child, at + 1);
    if (goesOn(lexer.tree, child)) walkOn(job, child, at + 1);
  }
}

function addEnds(job: Walk, node: number, to: number): void {
  const { tree, entries } = job.lexer;
  const first = job.tokens[job.start];
  const last = tree.entryFrom[node + 1] ?? 0;
  for (let next = tree.entryFrom[node] ?? 0; next < last; next++) {
    const entry = entries[tree.entries[next] ?? -1];
    if (entry !== undefined && first !== undefined && mayBeginWith(entry, first))
      addLongestFirst(job, entry, to);
  }
}

/** Of equals the one found first stands first. There are hardly ever more than three, which a sort would take as long for as for thirty. */
function addLongestFirst({ ends, entries }: Walk, entry: Entry, to: number): void {
  let at = ends.length;
  ends.push(to);
  entries.push(entry);
  for (; at > 0; at--) {
    const before = entries[at - 1];
    const end = ends[at - 1] ?? 0;
    if (before === undefined || end >= to) break;
    ends[at] = end;
    entries[at] = before;
  }
  ends[at] = to;
  entries[at] = entry;
}

/** Adds what was found of more than one word, and forgets it. */
function addLonger({ hits, ends, entries, start }: Walk): void {
  for (let at = 0; at < ends.length; at++) {
    const entry = entries[at];
    if (entry !== undefined) addHit(hits, entry, start, ends[at] ?? start);
  }
  // Setting an array's length leaves compiled code.
  while (ends.length > 0) {
    ends.pop();
    entries.pop();
  }
}

/** Names begin with a capital, acronyms are written as such. */
function mayBeginWith(
  { isName, isAcronym }: Entry,
  { capital, acronym }: Pick<Token, "capital" | "acronym">,
): boolean {
  return (capital || !isName) && (acronym || !isAcronym);
}

function endsAt({ tree, entries }: Lexer, node: number): Entry[] {
  const ends: Entry[] = [];
  const last = tree.entryFrom[node + 1] ?? 0;
  for (let next = tree.entryFrom[node] ?? 0; next < last; next++) {
    const entry = entries[tree.entries[next] ?? -1];
    if (entry !== undefined) ends.push(entry);
  }
  return ends;
}

const noForms: WordForms = { later: [], whole: [], open: [] };

function formsOf(lexer: Lexer, { word, kind }: Token): WordForms {
  if (word === null) return noForms;
  const known = word.forms[lexer.number];
  if (known !== undefined) return known;
  const forms = newForms(lexer, word, kind === "word");
  word.forms[lexer.number] = forms;
  return forms;
}

function newForms(lexer: Lexer, word: Word, isWord: boolean): WordForms {
  const { tree } = lexer;
  const norm = isWord ? word.norm : word.raw;
  const numbers: number[] = [];
  addNumbers(tree, norm, numbers);
  // What only begins a longer form ("Russian-installed Kherson authorities") has its parts as well.
  if (isWord && norm.includes("-") && !numbers.some((number) => endsForm(tree, number)))
    numbers.push(...partsOf(tree, norm));
  if (numbers.length === 0) return noForms;
  return {
    later: numbers.filter((number) => tree.later[number] === 1),
    whole: numbers.flatMap((number) => endsAt(lexer, number)).filter((entry) => mayBeginWith(entry, word)),
    open: numbers.filter((number) => goesOn(tree, number)),
  };
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
