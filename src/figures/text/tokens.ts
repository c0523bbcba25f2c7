import * as letters from "./letters.ts";
import type { Units } from "./letters.ts";
import { unitsOf } from "./letters.ts";
import type { Word } from "./words.ts";
import { withUnit, wordAt, wordOf } from "./words.ts";

/** One token of a report, by its offsets into the whole (title, blank line, text). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, plain apostrophes and hyphens, е for ё, no stress marks, no English possessive; of every break the same. */
  readonly norm: string;
  readonly kind: "word" | "number" | "mark" | "break";
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Whether it is short and has two capitals: "US", "LeT", not "Is". */
  readonly acronym: boolean;
  /** Whether it follows its neighbour without a space. */
  readonly glued: boolean;
  /** What it shares with all tokens written so; null: a break. */
  readonly word: Word | null;
}

/** The grammar of tokens. The plain words, numbers and marks that a text mostly consists of are told without it. */
const pattern =
  /(?<skip>&(?:[a-z]{2,8}|#\d{2,5});|https?:\/\/[^\s)\]]+|t\.me\/[^\s)\]]+|<\/?(?:a|b|i|u|em|strong|span|font|small|sup|sub)(?:\s[^<>]{0,300})?>|[_`[\]]|\*(?! )|(?<! )\*)|(?<number>\d+(?:[.,:'’\u00a0\u202f\u2009]\d+)*)|(?<word>(?:\p{Lu}\.){2,}|(?:\p{L}|\u0301)[\p{L}\p{M}\p{N}²]*(?:['’‘ʼ`\-‑‐][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(?<break>[ \t\r]*\n\s*|<\/?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|table|blockquote|figure|figcaption)(?:\s[^<>]{0,300})?\/?>|\*)|(?<mark>(?!\p{M})[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069])/gu;

/** All tokens of `text`, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const cut: Cut = { text, ...unitsOf(text) };
  let previous: Token | undefined;
  for (let at = 0; at < text.length;) {
    if (isBlank(cut, at)) {
      at++;
      continue;
    }
    let token: Token | null = plainToken(cut, at, previous) ?? patternToken(text, at, previous);
    if (token === null) break;
    at = token.end;
    if (previous?.kind === "break" && isSoftBreak(text, tokens, token)) {
      tokens.pop();
      token = { ...token, glued: false };
    }
    tokens.push(token);
    previous = token;
  }
  return tokens;
}

/** A text that is cut into tokens. */
interface Cut extends Units {
  readonly text: string;
}

const space = 0x20;

/** A space between two tokens of a line; one before the line's end belongs to the break. */
function isBlank({ codes }: Cut, at: number): boolean {
  return codes[at] === space && (codes[at + 1] ?? 0) > space;
}

/** A break that words in bold type leave behind ("3 objects\n \nof the grid"): no paragraph. */
const spacedGap = /^[^\n]*\n[^\S\n]+\n[^\n]*$/u;
const leadingSpace = /^[^\S\n]/u;

/**
 * Posts break lines where a link or bold type begins or ends: before a word in lower case or a full stop or comma, and before a number
 * after a word with a space ("losses amount to \n17.5 thousand\n dead\n."), a break parts nothing.
 */
function isSoftBreak(text: string, tokens: readonly Token[], next: Token): boolean {
  const line = tokens.at(-1);
  const before = tokens.at(-2);
  if (line?.kind !== "break" || (before?.kind !== "word" && before?.kind !== "number")) return false;
  const gap = text.slice(before.end, line.end);
  if (gap.split("\n").length !== 2 && !spacedGap.test(gap)) return false;
  if (next.kind === "word") return !next.capital;
  if (next.kind === "mark") return next.norm === "." || next.norm === ",";
  return next.kind === "number" && before.kind === "word" && !before.capital && leadingSpace.test(gap);
}

/** The token at `start` where no pattern is needed to tell it; null: the pattern must. */
function plainToken(cut: Cut, start: number, previous: Token | undefined): Token | null {
  const first = cut.classes[start] ?? 0;
  const glued = previous !== undefined && previous.end === start;
  if ((first & letters.letter) !== 0) {
    // "1,000-for-1,000" and links are the pattern's.
    if (glued && previous.norm === "-") return null;
    return mayBeLink(cut, start) || mayBeInitials(cut, start) ? null : plainWord(cut, start, glued);
  }
  if ((first & letters.digit) !== 0) {
    const word = numberAt(cut, start);
    const { raw } = word;
    const end = start + raw.length;
    return { start, end, norm: raw, kind: "number", capital: false, acronym: false, glued, word };
  }
  if ((first & letters.ownMark) === 0) return null;
  const word = markAt(cut.codes[start] ?? 0);
  const { norm } = word;
  return { start, end: start + 1, norm, kind: "mark", capital: false, acronym: false, glued, word };
}

/** Marks of one unit, by it. */
const marks = new Map<number, Word>();

function markAt(unit: number): Word {
  const known = marks.get(unit);
  if (known !== undefined) return known;
  const word = wordOf(markOf(String.fromCharCode(unit)));
  marks.set(unit, word);
  return word;
}

const dot = 0x2e;

/** "U.S.": capitals with a full stop each. */
function mayBeInitials({ codes, classes }: Cut, start: number): boolean {
  return codes[start + 1] === dot && ((classes[start + 2] ?? 0) & (letters.capital | letters.rare)) !== 0;
}

const firstOfHttp = 0x68;
const firstOfTelegram = 0x74;

function mayBeLink({ text, codes }: Cut, start: number): boolean {
  const first = codes[start];
  return (
    (first === firstOfHttp && text.startsWith("http", start)) ||
    (first === firstOfTelegram && text.startsWith("t.me/", start))
  );
}

const groupMarks: ReadonlySet<number> = new Set(
  Array.from(".,:'’\u00a0\u202f\u2009", (mark) => mark.charCodeAt(0)),
);

function numberAt(cut: Cut, start: number): Word {
  const { codes } = cut;
  let end = start;
  let hash = 0;
  while (isDigit(cut, end) || (isDigit(cut, end + 1) && groupMarks.has(codes[end] ?? 0))) {
    hash = withUnit(hash, codes[end] ?? 0);
    end++;
  }
  return wordAt(cut, { from: start, to: end }, hash);
}

function isDigit({ classes }: Cut, at: number): boolean {
  return ((classes[at] ?? 0) & letters.digit) !== 0;
}

/** So many letters stand before a capital where two sentences may have been run together. */
const runTogetherAfter = 4;

function plainWord(cut: Cut, start: number, glued: boolean): Token | null {
  const { codes, classes } = cut;
  let end = start;
  let hash = 0;
  for (; ; end++) {
    const unit = classes[end] ?? 0;
    if ((unit & letters.inner) !== 0) {
      if ((unit & letters.capital) !== 0 && end - start >= runTogetherAfter) return null;
    } else {
      if ((unit & letters.rare) !== 0) return null;
      if ((unit & letters.joint) === 0) break;
      const next = classes[end + 1] ?? 0;
      if ((next & letters.rare) !== 0) return null;
      if ((next & letters.afterJoint) === 0) break;
    }
    hash = withUnit(hash, codes[end] ?? 0);
  }
  const word = wordAt(cut, { from: start, to: end }, hash);
  const { norm, capital, acronym } = word;
  return { start, end, norm, kind: "word", capital, acronym, glued, word };
}

/** The next token by the pattern; links and the marks of Markdown say nothing. Null: none is left. */
function patternToken(text: string, from: number, previous: Token | undefined): Token | null {
  pattern.lastIndex = from;
  let match = pattern.exec(text);
  while (match?.groups?.["skip"] !== undefined) match = pattern.exec(text);
  return match === null ? null : tokenOf(match, previous);
}

function tokenOf(match: RegExpExecArray, previous: Token | undefined): Token {
  const start = match.index;
  const glued = previous !== undefined && previous.end === start;
  const groups = match.groups ?? {};
  let raw = match[0];
  const kind =
    groups["number"] !== undefined
      ? "number"
      : groups["word"] !== undefined
        ? "word"
        : groups["break"] !== undefined
          ? "break"
          : "mark";
  // "1,000-for-1,000": a word glued to a number's hyphen ends at its own hyphen.
  if (kind === "word" && glued && previous.norm === "-") raw = raw.split(/[-‑‐]/u)[0] ?? raw;
  // "The invasionRussian forces": two sentences that a feed has run together.
  else if (kind === "word") raw = runTogether.exec(raw)?.[1] ?? raw;
  const end = start + raw.length;
  if (kind === "break")
    return { start, end, norm: "\n", kind, capital: false, acronym: false, glued, word: null };
  const word = wordOf(kind === "mark" ? markOf(raw) : raw);
  if (kind !== "word")
    return { start, end, norm: word.raw, kind, capital: false, acronym: false, glued, word };
  const { norm, capital, acronym } = word;
  return { start, end, norm, kind, capital, acronym, glued, word };
}

/** A word in lower case, then one with a capital, or an acronym: no name is written so that has four letters before it. */
const runTogether = /^(\p{Lu}?\p{Ll}{4,})(?=(?:\p{Lu}\p{Ll}+|\p{Lu}{2,3})(?:['’\-‑‐]\p{L}+)*$)/u;

/** Whether a token, by its form, is a dash or a hyphen; all dashes have one form. */
export function isDash(norm: string | undefined): boolean {
  return norm === "–" || norm === "-";
}

function markOf(raw: string): string {
  if ("–—−‒―".includes(raw)) return "–";
  if ('“”«»„"‟❝❞'.includes(raw)) return '"';
  if ("‘’".includes(raw)) return "'";
  return raw;
}

/** Whether a token's norm opens or closes a quotation; undefined: there is no token. */
export function isQuoteMark(norm: string | undefined): boolean {
  return norm === '"' || norm === "'";
}
