import * as letters from "./letters.ts";
import { classAt } from "./letters.ts";

/** One token of a report, by its offsets into the whole (title, blank line, text). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, plain apostrophes and hyphens, е for ё, no stress marks, no English possessive. */
  readonly norm: string;
  readonly kind: "word" | "number" | "mark" | "break";
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Whether it is short and has two capitals: "US", "LeT", not "Is". */
  readonly acronym: boolean;
  /** Whether it follows its neighbour without a space. */
  readonly glued: boolean;
}

/** The grammar of tokens. The plain words, numbers and marks that a text mostly consists of are told without it. */
const pattern =
  /(?<skip>&(?:[a-z]{2,8}|#\d{2,5});|https?:\/\/[^\s)\]]+|t\.me\/[^\s)\]]+|<\/?(?:a|b|i|u|em|strong|span|font|small|sup|sub)(?:\s[^<>]{0,300})?>|[_`[\]]|\*(?! )|(?<! )\*)|(?<number>\d+(?:[.,:'’\u00a0\u202f\u2009]\d+)*)|(?<word>(?:\p{Lu}\.){2,}|(?:\p{L}|\u0301)[\p{L}\p{M}\p{N}²]*(?:['’ʼ`\-‑‐][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(?<break>[ \t\r]*\n\s*|<\/?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|table|blockquote|figure|figcaption)(?:\s[^<>]{0,300})?\/?>|\*)|(?<mark>(?!\p{M})[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069])/gu;

const apostrophes = /[’ʼ`‘]/gu;
const hyphens = /[‑‐]/gu;
const stress = /\u0300|\u0301/gu;
/** "al-Shabab", "el-Fasher": an article may stand before a name's capital. */
const upper = /^(?:[ae]l-|pro-)?\p{Lu}/u;

const acronymLength = 5;
const twoCapitals = /\p{Lu}.*\p{Lu}/u;

/** All tokens of `text`, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (isBlank(text, at)) {
      at++;
      continue;
    }
    const previous = tokens.at(-1);
    const token = plainToken(text, at, previous) ?? patternToken(text, at, previous);
    if (token === null) break;
    at = token.end;
    const isSoft = isSoftBreak(text, tokens, token);
    if (isSoft) tokens.pop();
    tokens.push(isSoft ? { ...token, glued: false } : token);
  }
  return tokens;
}

const space = 0x20;

/** A space between two tokens of a line; one before the line's end belongs to the break. */
function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) === space && text.charCodeAt(at + 1) > space;
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
function plainToken(text: string, start: number, previous: Token | undefined): Token | null {
  const first = classAt(text, start);
  const glued = previous !== undefined && previous.end === start;
  if ((first & letters.letter) !== 0) {
    // "1,000-for-1,000" and links are the pattern's.
    if (glued && previous.norm === "-") return null;
    return mayBeLink(text, start) || mayBeInitials(text, start) ? null : plainWord(text, start, glued);
  }
  if ((first & letters.digit) !== 0) {
    const end = endOfNumber(text, start);
    const norm = text.slice(start, end);
    return { start, end, norm, kind: "number", capital: false, acronym: false, glued };
  }
  if ((first & letters.ownMark) === 0) return null;
  const norm = markOf(text.charAt(start));
  return { start, end: start + 1, norm, kind: "mark", capital: false, acronym: false, glued };
}

const dot = 0x2e;

/** "U.S.": capitals with a full stop each. */
function mayBeInitials(text: string, start: number): boolean {
  return (
    text.charCodeAt(start + 1) === dot && (classAt(text, start + 2) & (letters.capital | letters.rare)) !== 0
  );
}

function mayBeLink(text: string, start: number): boolean {
  return text.startsWith("http", start) || text.startsWith("t.me/", start);
}

const groupMarks = ".,:'’\u00a0\u202f\u2009";

function endOfNumber(text: string, start: number): number {
  const isDigit = (at: number): boolean => (classAt(text, at) & letters.digit) !== 0;
  let end = start + 1;
  while (isDigit(end) || (groupMarks.includes(text.charAt(end)) && isDigit(end + 1))) end++;
  return end;
}

/** So many letters stand before a capital where two sentences may have been run together. */
const runTogetherAfter = 4;

function plainWord(text: string, start: number, glued: boolean): Token | null {
  let end = start;
  let shared = letters.plain;
  let capitals = 0;
  for (let unit = classAt(text, end); ; unit = classAt(text, ++end)) {
    if ((unit & letters.inner) !== 0) {
      shared &= unit;
      if ((unit & letters.capital) === 0) continue;
      if (end - start >= runTogetherAfter) return null;
      capitals++;
      continue;
    }
    if ((unit & letters.rare) !== 0) return null;
    if ((unit & letters.joint) === 0) break;
    const next = classAt(text, end + 1);
    if ((next & letters.rare) !== 0) return null;
    if ((next & letters.afterJoint) === 0) break;
    shared = 0;
  }
  const raw = text.slice(start, end);
  const norm = shared === 0 ? normalize(raw) : capitals === 0 ? raw : raw.toLowerCase();
  const capital = (classAt(text, start) & letters.capital) !== 0 || (shared === 0 && upper.test(raw));
  const acronym = capital && capitals > 1 && end - start <= acronymLength;
  return { start, end, norm, kind: "word", capital, acronym, glued };
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
  const norm = kind === "word" ? normalize(raw) : kind === "mark" ? markOf(raw) : raw;
  const capital = kind === "word" && upper.test(raw);
  const acronym = capital && raw.length <= acronymLength && twoCapitals.test(raw);
  return { start, end: start + raw.length, norm, kind, capital, acronym, glued };
}

/** A word in lower case, then one with a capital, or an acronym: no name is written so that has four letters before it. */
const runTogether = /^(\p{Lu}?\p{Ll}{4,})(?=(?:\p{Lu}\p{Ll}+|\p{Lu}{2,3})(?:['’\-‑‐]\p{L}+)*$)/u;

/** A word as lexicons spell it. */
export function normalize(raw: string): string {
  let word = raw.toLowerCase();
  if (/[^a-zа-яіїєґ]/u.test(word)) {
    word = word.replace(apostrophes, "'").replace(hyphens, "-").replace(stress, "");
    if (word.endsWith("'s")) word = word.slice(0, -2);
    if (word.includes("ё")) word = word.replaceAll("ё", "е");
  }
  return word;
}

function markOf(raw: string): string {
  if ("–—−‒―".includes(raw)) return "–";
  if ('“”«»„"‟❝❞'.includes(raw)) return '"';
  if ("‘’".includes(raw)) return "'";
  return raw;
}
