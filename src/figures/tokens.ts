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
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // Links and the marks of Markdown say nothing.
    if (match.groups?.["skip"] !== undefined) continue;
    const previous = tokens.at(-1);
    const token = tokenOf(match, previous);
    pattern.lastIndex = token.end;
    const isSoft = isSoftBreak(text, tokens, token);
    if (isSoft) tokens.pop();
    tokens.push(isSoft ? { ...token, glued: false } : token);
  }
  return tokens;
}

/** Posts break lines where a link or bold type begins: between two words, the second in lower case, a break parts nothing. */
function isSoftBreak(text: string, tokens: readonly Token[], next: Token): boolean {
  const line = tokens.at(-1);
  if (line?.kind !== "break" || next.kind !== "word" || next.capital) return false;
  if (tokens.at(-2)?.kind !== "word") return false;
  return text.slice(line.start, line.end).split("\n").length === 2;
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

/** A word in lower case, then one with a capital: no name is written so that has four letters before it. */
const runTogether = /^(\p{Lu}?\p{Ll}{4,})(?=\p{Lu}\p{Ll}+$)/u;

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
