import type { Numerals } from "../../languages/language.ts";
import type { WordForms } from "./entries.ts";
import { oneCopyOf } from "./one-copy.ts";

/** A word or mark as texts write it, with what all its tokens share: news are written in few words, told again and again. */
export interface Word {
  readonly raw: string;
  readonly hash: number;
  /** Lower case, plain apostrophes and hyphens, е for ё, no stress marks, no English possessive. */
  readonly norm: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Whether it is short and has two capitals: "US", "LeT", not "Is". */
  readonly acronym: boolean;
  /** What each lexer has of it, by the lexer's number: filled when it is first asked. */
  readonly forms: (WordForms | undefined)[];
  /** Whether it may begin a number in the language that was asked for last; null: it has not been asked. */
  starts: { readonly numerals: Numerals; readonly isStarter: boolean } | null;
}

const hashFactor = 31;

/** The hash of a text that ends with this UTF-16 unit, from the hash of what is before it; 0 is that of nothing. */
export function withUnit(hash: number, unit: number): number {
  return (Math.imul(hash, hashFactor) + unit) | 0;
}

/** So many words are kept in each of two generations: what a week's reports are written in, some 5 MB. */
const mostWords = 8192;
const slots = mostWords * 2;

/** Words by their hash, each at its slot or the next free one. */
type Generation = (Word | undefined)[];

let young: Generation = emptyGeneration();
let old: Generation = emptyGeneration();
let count = 0;

function emptyGeneration(): Generation {
  return Array.from({ length: slots }, () => undefined);
}

/** A text with its UTF-16 units. */
interface Written {
  readonly text: string;
  readonly codes: Uint16Array;
}

/** The word that stands in a text from `from` up to `to`, whose units have this hash. */
export function wordAt(
  written: Written,
  span: { readonly from: number; readonly to: number },
  hash: number,
): Word {
  for (let at = slotOf(hash); ; at = (at + 1) & (slots - 1)) {
    const word = young[at];
    if (word === undefined) break;
    if (word.hash === hash && standsAt(word.raw, written, span)) return word;
  }
  return addedWord(written.text.slice(span.from, span.to), hash);
}

/** Unit by unit: on words, which are short, `startsWith` takes three times as long. */
function standsAt(
  raw: string,
  { codes }: Written,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (raw.length !== to - from) return false;
  for (let at = 0; at < raw.length; at++) if (raw.charCodeAt(at) !== codes[from + at]) return false;
  return true;
}

/** The word that is all of `raw`. */
export function wordOf(raw: string): Word {
  let hash = 0;
  for (let at = 0; at < raw.length; at++) hash = withUnit(hash, raw.charCodeAt(at));
  return keptIn(young, raw, hash) ?? addedWord(raw, hash);
}

/** A word that the young generation lacks, from the old one or made. */
function addedWord(raw: string, hash: number): Word {
  const word = keptIn(old, raw, hash) ?? newWord(raw, hash);
  keep(word);
  return word;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

function keptIn(generation: Generation, raw: string, hash: number): Word | null {
  for (let at = slotOf(hash); ; at = (at + 1) & (slots - 1)) {
    const word = generation[at];
    if (word === undefined) return null;
    if (word.hash === hash && word.raw === raw) return word;
  }
}

/** Keeps a word in the young generation; a full one becomes the old one, and what was not met since is forgotten. */
function keep(word: Word): void {
  if (count >= mostWords) {
    old = young;
    young = emptyGeneration();
    count = 0;
  }
  let at = slotOf(word.hash);
  while (young[at] !== undefined) at = (at + 1) & (slots - 1);
  young[at] = word;
  count++;
}

const acronymLength = 5;
const twoCapitals = /\p{Lu}.*\p{Lu}/u;
/** "al-Shabab", "el-Fasher": an article may stand before a name's capital. */
const upper = /^(?:[ae]l-|pro-)?\p{Lu}/u;

function newWord(slice: string, hash: number): Word {
  const raw = oneCopyOf(slice);
  const capital = upper.test(raw);
  const acronym = capital && raw.length <= acronymLength && twoCapitals.test(raw);
  const forms = [undefined, undefined, undefined];
  return { raw, hash, norm: oneCopyOf(normalize(raw)), capital, acronym, forms, starts: null };
}

const apostrophes = /[’ʼ`‘]/gu;
const hyphens = /[‑‐]/gu;
const stress = /\u0300|\u0301/gu;

/** A word as lexicons spell it. */
export function normalize(raw: string): string {
  let word = raw.toLowerCase();
  if (/[^a-zа-яіїєґ]/u.test(word)) {
    word = word.replace(apostrophes, "'").replace(hyphens, "-").replace(stress, "");
    if (word.endsWith("'s")) word = word.slice(0, -2);
    if (word.includes("ё")) word = word.replaceAll("ё", "е");
    // The Latin letter that looks the same.
    if (word.includes("ë")) word = word.replaceAll("ë", "е");
  }
  return word;
}
