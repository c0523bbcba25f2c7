import type { Language } from "../../languages/language.ts";
import type { Report } from "../../model/report.ts";
import type { Hit } from "./entries.ts";
import { withoutBackers } from "./backers.ts";
import { findHits, lexerOf } from "./lexer.ts";
import type { Hits } from "./sentence-hits.ts";
import { anyOf, indexed, layoutOf, textHas } from "./sentence-hits.ts";
import { joinLines } from "./open-lines.ts";
import type { SentenceSpan } from "./sentences.ts";
import { splitClauses, splitSentences } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

/** One sentence with all that was found in it. */
export interface Sentence {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly isTitle: boolean;
  /** In order of their beginning, longest first. */
  readonly hits: Hits;
}

/** A report as the rules see it: its tokens, their meanings and its sentences. */
export interface Document {
  readonly report: Report;
  readonly language: Language;
  /** Title, blank line, text. */
  readonly whole: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

const abbreviationSets = new Map<string, ReadonlySet<string>>();

function abbreviationsOf(language: Language): ReadonlySet<string> {
  const known = abbreviationSets.get(language.tag) ?? new Set(language.abbreviations);
  abbreviationSets.set(language.tag, known);
  return known;
}

/** Tokens, hits and sentences of a report, each in one pass over the text. */
export function documentOf(report: Report, language: Language): Document {
  const title = report.title.trim() === "" ? "" : report.title;
  const whole = title === "" ? report.text : `${title}\n\n${report.text}`;
  const tokens = joinLines(tokenize(whole), language);
  const found = findHits(lexerOf(language), tokens);
  const layout = layoutOf(found);
  const named = textHas(layout, backers) ? withoutBackers(language, found) : found;
  const hits = textHas(layout, mayBeNone) ? namedPlaces(tokens, named) : named;
  const invites = textHas(layout, invitation);
  let next = 0;
  const spans = splitSentences(tokens, whole, abbreviationsOf(language));
  const clauses = language.freeOrder ? spans : splitClauses(spans, tokens, hits);
  const sentences = clauses.map((span, index): Sentence => {
    const first = next;
    while ((hits[next]?.from ?? Infinity) < span.to) next++;
    const own = hitsWithin(hits.slice(first, next), span);
    const start = tokens[span.from]?.start ?? 0;
    return {
      index,
      from: span.from,
      to: span.to,
      paragraph: span.paragraph,
      isTitle: start < title.length,
      hits: indexed(invites ? beforeInvitation(own) : own, layout),
    };
  });
  return { report, language, whole, tokens, sentences };
}

/** "Read also: …", «Читайте на каналі …»: what a reader is invited to, and no part of what the report tells. */
const invitation = anyOf("readMore");

function beforeInvitation(hits: Hit[]): Hit[] {
  const at = hits.findIndex(({ id }) => id === "readMore");
  return at < 0 ? hits : hits.slice(0, at);
}

/** Those of a sentence's hits that lie in it as a whole: one that begins in its last words may end in the next. */
function hitsWithin(begun: Hit[], { from, to }: SentenceSpan): Hit[] {
  for (const hit of begun)
    if (hit.from < from || hit.to > to) return begun.filter((own) => own.from >= from && own.to <= to);
  return begun;
}

const backers = anyOf("backedBy");
const mayBeNone = anyOf("placeAdjective", "planned");
const axisReach = 6;

/** "На донецком и авдеевском направлениях", "в белгородской многоэтажке", "курской Новоивановки": in lower case an adjective of a place counts only before a word for a region, a direction, a building or a settlement. */
function namedPlaces(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  const isNone = (hit: Hit, at: number): boolean =>
    hit.family === "placeAdjective"
      ? tokens[hit.from]?.capital !== true && !isOfAxis(tokens, hits, at) && !isOfLocal(hits, at)
      : hit.id === "planned" && isMonth(tokens, hits, at);
  return hits.some(isNone) ? hits.filter((hit, at) => !isNone(hit, at)) : hits;
}

/** So many hits may begin at one word. */
const sameWord = 6;

/** "Since May they have exchanged": the month, written as a name, is no word of plans. */
function isMonth(tokens: readonly Token[], hits: readonly Hit[], at: number): boolean {
  const hit = hits[at];
  if (hit === undefined || tokens[hit.from]?.capital !== true) return false;
  for (let near = Math.max(0, at - sameWord); near <= at + sameWord; near++)
    if (hits[near]?.family === "month" && hits[near]?.from === hit.from) return true;
  return false;
}

/** "На горловском 9 обстрелов": a word of where right before. */
function isLed(hits: readonly Hit[], at: number): boolean {
  const from = hits[at]?.from ?? 0;
  for (let before = at - 1; before >= 0 && (hits[before]?.from ?? 0) >= from - 1; before--)
    if (hits[before]?.id === "in" && hits[before]?.to === from) return true;
  return false;
}

function isOfAxis(tokens: readonly Token[], hits: readonly Hit[], at: number): boolean {
  let end = hits[at]?.to ?? 0;
  if (tokens[end]?.kind === "number" && isLed(hits, at)) return true;
  const limit = end + axisReach;
  for (let next = at + 1; next < hits.length; next++) {
    const hit = hits[next];
    if (hit === undefined || hit.from > limit) return false;
    while (tokens[end]?.norm === ",") end++;
    if (hit.from < end) continue;
    if (hit.from > end) return false;
    if (hit.id === "regionWord") return true;
    if (hit.id === "and" || hit.family === "placeAdjective") end = hit.to;
  }
  return false;
}

function isOfLocal(hits: readonly Hit[], at: number): boolean {
  const end = hits[at]?.to ?? 0;
  for (let next = at + 1; next < hits.length; next++) {
    const hit = hits[next];
    if (hit === undefined || hit.from > end) return false;
    if (hit.from === end && (hit.id === "building" || hit.id === "villageWord" || hit.family === "place"))
      return true;
  }
  return false;
}

/** Whether the sentence tells of exchanges or captives; "bodies" alone may be those of a morgue. */
export function tellsOfExchange(sentence: Sentence): boolean {
  return sentence.hits.of.exchangeTalk.some(
    (hit) => !sentence.hits.of.body.some((body) => body.from === hit.from && body.to === hit.to),
  );
}
