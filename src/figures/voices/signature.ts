import type { Document, Sentence } from "../text/document.ts";
import { itemAt } from "../text/item-at.ts";

const longestSignature = 8;
/** Of a signature's words so many at least belong to a speaker's name or office. */
const namedShare = 0.5;

const names: ReadonlySet<string> = new Set([
  "speaker",
  "office",
  "party",
  "metonym",
  "place",
  "placeAdjective",
]);

/** Whether tokens `from` up to `to` are a body or a person with their office, and nothing else: "командувач Повітряних сил Олещук". */
export function isSignature(document: Document, sentence: Sentence, from: number, to: number): boolean {
  if (to <= from || to - from > longestSignature) return false;
  const within = sentence.hits.filter((hit) => hit.from >= from && hit.to <= to);
  if (!within.some((hit) => hit.family === "speaker" || hit.family === "office")) return false;
  if (within.some((hit) => hit.family === "act" || hit.id === "says" || hit.id === "accordingTo"))
    return false;
  let words = 0;
  let named = 0;
  for (let at = from; at < to; at++) {
    const token = document.tokens[at];
    if (token?.kind === "number" || token?.norm === "!" || token?.norm === "?" || token?.norm === "|")
      return false;
    if (token?.kind !== "word") continue;
    words++;
    const isName = within.some((hit) => names.has(hit.family) && hit.from <= at && hit.to > at);
    // "Глава региона Сергей Меликов": a name that no table holds, after the office.
    if (isName || (token.capital && named > 0 && document.language.freeOrder)) named++;
  }
  return named > words * namedShare;
}

const isDash = (document: Document, at: number): boolean =>
  [":", "–", "-"].includes(document.tokens[at]?.norm ?? "");

const ends: ReadonlySet<string> = new Set([".", "…", ")"]);

/** Where a sentence's last name begins that stands after a dash: "… – начальник ОВА Лисак". Null: there is none. */
export function bylineAt(document: Document, sentence: Sentence): number | null {
  const { tokens } = document;
  let to = sentence.to;
  while (to > sentence.from && (tokens[to - 1]?.kind === "break" || ends.has(tokens[to - 1]?.norm ?? "")))
    to--;
  let at = to - 1;
  while (at > sentence.from && !isDash(document, at)) at--;
  if (isDash(document, at)) return isSignature(document, sentence, at + 1, to) ? at + 1 : null;
  // The dash ends the line before: "… за тиждень –", "Маляр".
  const before = itemAt(tokens, sentence.from - 1)?.kind === "break" ? sentence.from - 2 : sentence.from - 1;
  const isAfterDash = before > 0 && tokens[before]?.norm !== ":" && isDash(document, before);
  return isAfterDash && isSignature(document, sentence, sentence.from, to) ? sentence.from : null;
}
