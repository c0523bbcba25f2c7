import type { Hit } from "./entries.ts";
import type { Token } from "./tokens.ts";
import { itemAt } from "./item-at.ts";

/** Tokens from `from` up to, not including, `to`. */
export interface SentenceSpan {
  readonly from: number;
  readonly to: number;
  /** Number of its paragraph; the title is paragraph 0. */
  readonly paragraph: number;
}

/** A table without full stops is cut after so many tokens: rules look at one sentence as a whole. */
const longestSentence = 160;

/** "The invasionRussian forces": a capital right after a word's last letter begins a sentence. */
function isRunTogether(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "word" && token.glued && token.capital && itemAt(tokens, at - 1)?.kind === "word";
}

/** "Two killed in Kherson • Talks resume": a bullet within a line begins the next headline. */
function isBullet(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.norm === "•" && tokens[at + 1]?.kind === "word" && tokens[at + 1]?.capital === true;
}

/** A sentence may end with it. */
function isEnder({ kind, norm }: Token): boolean {
  return (
    kind === "mark" &&
    (norm === "." || norm === "!" || norm === "?" || norm === "…" || norm === "‼" || norm === "⁉")
  );
}

/** It may stand after what ends a sentence. */
function isCloser(token: Token | undefined): boolean {
  if (token?.kind !== "mark") return false;
  const { norm } = token;
  return norm === '"' || norm === "'" || norm === ")" || norm === "]";
}

/** Whether a break holds an empty line. */
function isBlankLine(text: string, { start, end }: Token): boolean {
  let lines = 0;
  for (let at = start; at < end; at++) if (text[at] === "\n") lines++;
  return lines > 1;
}

/**
 * Splits tokens into sentences: at end marks that no abbreviation explains, and at line breaks
 * unless the next line goes on in lower case (posts break lines inside a sentence).
 */
export function splitSentences(
  tokens: readonly Token[],
  text: string,
  abbreviations: ReadonlySet<string>,
): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  let line = 0;
  let paragraph = 0;
  const close = (to: number): void => {
    if (to > from) spans.push({ from, to, paragraph });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (at - from >= longestSentence) {
      const cut = line > from ? line : at;
      close(cut);
      from = cut;
    }
    if (token.kind === "break") {
      line = at;
      const isBlank = isBlankLine(text, token);
      if (!isBlank && goesOn(tokens, at)) continue;
      close(at);
      from = at + 1;
      if (isBlank) paragraph++;
    } else if (isRunTogether(tokens, at) || isBullet(tokens, at)) {
      close(at);
      from = at;
    } else if (isEnder(token) && endsSentence(tokens, at, abbreviations)) {
      let to = at + 1;
      while (isCloser(tokens[to]) && tokens[to]?.glued === true) to++;
      close(to);
      from = to;
      at = to - 1;
    }
  }
  close(tokens.length);
  return spans;
}

function goesOn(tokens: readonly Token[], at: number): boolean {
  const before = itemAt(tokens, at - 1);
  const next = tokens[at + 1];
  if (before === undefined || next === undefined) return false;
  if (isEnder(before) || before.norm === ";" || before.norm === ":") return false;
  if (next.norm === "." || next.norm === ",") return true;
  return next.kind === "word" && !next.capital;
}

const shortestWord = 3;
/** "In February or March.Russian shelling": a name before the full stop is longer than an initial. */
const shortestName = 4;

/** "Its trajectory.The president": feeds drop the break of a paragraph after its full stop. */
function isRunOn(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [itemAt(tokens, at - 1), tokens[at + 1]];
  return (
    next?.glued === true &&
    next.kind === "word" &&
    next.capital &&
    !next.acronym &&
    before?.kind === "word" &&
    !before.glued &&
    before.norm.length >= (before.capital ? shortestName : shortestWord)
  );
}

function endsSentence(tokens: readonly Token[], at: number, abbreviations: ReadonlySet<string>): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind === "break") return true;
  if (isEnder(next) && next.glued) return false;
  // "Four (!) launchers".
  if (itemAt(tokens, at - 1)?.norm === "(") return false;
  if (isRunOn(tokens, at)) return true;
  if (next.glued && !isCloser(next)) return false;
  if (tokens[at]?.norm !== ".") return true;
  const following = isCloser(next) && next.glued ? tokens[at + 2] : next;
  if (following?.kind === "word" && !following.capital) return false;
  const before = itemAt(tokens, at - 1);
  if (before === undefined || before.kind !== "word") return true;
  if (isWideGap(tokens[at], following)) return true;
  return !abbreviations.has(before.norm) && !(before.norm.length === 1 && before.capital);
}

const wideGap = 2;

/** "Спецтехніки – 5 од.  Ситуація на фронті": where feeds drop a break they leave more than one space, and a capital begins what follows. */
function isWideGap(stop: Token | undefined, next: Token | undefined): boolean {
  return stop !== undefined && next !== undefined && next.capital && next.start - stop.end >= wideGap;
}

/** Parts of a sentence between semicolons are sentences of their own where each tells an act of its own. */
export function splitClauses(
  spans: readonly SentenceSpan[],
  tokens: readonly Token[],
  hits: readonly Hit[],
): SentenceSpan[] {
  const clauses: SentenceSpan[] = [];
  let next = 0;
  for (const span of spans) {
    let { from } = span;
    let hasAct = false;
    let cut = -1;
    for (let at = span.from; at < span.to; at++) {
      for (; (hits[next]?.from ?? Infinity) <= at; next++) {
        if (hits[next]?.family !== "act") continue;
        if (cut > from && hasAct) {
          clauses.push({ ...span, from, to: cut });
          from = cut;
        }
        cut = -1;
        hasAct = true;
      }
      if (tokens[at]?.norm === ";") cut = at + 1;
    }
    if (cut > from && hasAct && isAside(tokens, cut, span.to)) {
      clauses.push({ ...span, from, to: cut });
      from = cut;
    }
    clauses.push({ ...span, from });
  }
  return clauses;
}

const shortestAside = 5;
const currency = /^\p{Sc}$/u;

/** "Nine drones shot down; leaders to meet in Latvia": what is told after the last semicolon without a number, and is longer than who says it. */
function isAside(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < shortestAside) return false;
  for (let at = from; at < to; at++)
    if (tokens[at]?.kind === "number" && !currency.test(itemAt(tokens, at - 1)?.norm ?? "")) return false;
  return true;
}
