/** People who are named with their office once and by their surname after that. */

import type { Speaker } from "../../model/speaker.ts";
import { speakerById, speakerRows } from "../../reference/speakers.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { itemAt } from "../text/item-at.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Token } from "../text/tokens.ts";
import type { NamedSpeaker, Voice, VoiceContext } from "./voice.ts";
import { voiceOf } from "./voice.ts";
import { lastOf } from "../text/last-of.ts";

const personOrOffice = anyOf("speaker", "office");
const saysOrAccordingTo = anyOf("says", "accordingTo");
const officeReach = 7;
const shortestName = 4;
const longestName = 3;

/** The people whom a sentence names with their office, or by a full name that the table of speakers has. */
export function namedIn(context: VoiceContext, sentence: Sentence): readonly NamedSpeaker[] {
  const { tokens } = context.document;
  const found: NamedSpeaker[] = [];
  for (const hit of hitsOfAny(sentence, personOrOffice)) {
    const isPerson = hit.family === "speaker" && speakerById(hit.id)?.kind === "person";
    if (hit.family === "speaker" && (!isPerson || hit.to - hit.from < 2)) continue;
    const last = isPerson ? hit.to - 1 : surnameAfter(context.document, sentence, hit);
    const name = last === null ? "" : (tokens[last]?.norm ?? "");
    if (name.length < shortestName) continue;
    const speaker = voiceOf(context, sentence, hit)?.speaker;
    if (speaker !== undefined && speaker.side !== null) found.push({ name, speaker });
  }
  return found;
}

/** "Глава Ростовской области Иван Прохожий", "Governor John Doe": where the last word of the name after an office stands. Null: no name follows. */
function surnameAfter({ tokens }: Document, sentence: Sentence, office: Hit): number | null {
  let last: number | null = null;
  const end = Math.min(sentence.to, office.to + officeReach);
  for (let at = office.to; at < end; at++) {
    const token = tokens[at];
    if (token?.kind !== "word") break;
    if (isTold(sentence, at)) {
      if (last !== null) break;
      continue;
    }
    if (!token.capital) break;
    last = at;
  }
  const first = last === null ? 0 : last - longestName;
  return last !== null && first < last && !isVerb(sentence, last) ? last : null;
}

const told: ReadonlySet<string> = new Set(["place", "placeAdjective", "party", "metonym", "office"]);

/** Whether a word is of a place, a party or another office: it is no name of a person. */
function isTold({ hits }: Sentence, at: number): boolean {
  return hits.some(
    (hit) => hit.from <= at && hit.to > at && (told.has(hit.family) || hit.id === "regionWord"),
  );
}

function isVerb(sentence: Sentence, at: number): boolean {
  return hitsOfAny(sentence, saysOrAccordingTo).some((hit) => hit.from <= at && hit.to > at);
}

/** "Прохожий сообщил", "Doe added", "по данным Прохожего": who was named before, right beside a word of telling. Null: nobody of those. */
export function namedAgain({ document, named }: VoiceContext, cues: readonly Hit[]): Voice | null {
  if (named.length === 0) return null;
  return beside(document, cues, ({ norm }) => {
    const isFree = document.language.freeOrder;
    return lastOf(named, ({ name }) => (isFree ? isCaseOf(norm, name) : norm === name))?.speaker ?? null;
  });
}

/** "Сообщил Сальдо": a surname that is a word or another's, too, right beside a word of telling. Null: there is none, or it is of people of several parties. */
export function surnameTold({ document }: VoiceContext, cues: readonly Hit[]): Voice | null {
  const { tag, freeOrder } = document.language;
  if (!freeOrder || (tag !== "uk" && tag !== "ru")) return null;
  return beside(document, cues, ({ norm }) => surnames(tag).get(norm) ?? null);
}

function beside(
  { tokens }: Document,
  cues: readonly Hit[],
  speakerOf: (token: Token) => Speaker | null,
): Voice | null {
  for (const cue of cues)
    for (const at of cue.id === "says" ? [cue.from - 1, cue.to] : [cue.to]) {
      const token = itemAt(tokens, at);
      if (token?.kind !== "word" || !token.capital) continue;
      const speaker = speakerOf(token);
      if (speaker !== null) return { speaker, from: at, to: at + 1 };
    }
  return null;
}

const endingLength = 2;
const longestCase = 3;

/** Whether a word may be the name in another case: "Кобзаря" of "Кобзарь". */
function isCaseOf(word: string, name: string): boolean {
  const stem = name.slice(0, Math.max(shortestName, name.length - endingLength));
  return word.startsWith(stem) && Math.abs(word.length - name.length) <= longestCase;
}

const indexes = new Map<string, ReadonlyMap<string, Speaker | null>>();

/** Speakers by those surnames of theirs that others share; null: they are of several parties. */
function surnames(tag: "uk" | "ru"): ReadonlyMap<string, Speaker | null> {
  const known = indexes.get(tag);
  if (known !== undefined) return known;
  const index = new Map<string, Speaker | null>();
  for (const { name, side, kind, forms, ambiguous } of speakerRows()) {
    if (kind !== "person" || ambiguous === undefined) continue;
    for (const form of forms[tag]) {
      if (form.includes(" ") || !ambiguous.includes(form)) continue;
      const other = index.get(form);
      index.set(form, other === undefined || other?.side === side ? { name, side } : null);
    }
  }
  indexes.set(tag, index);
  return index;
}
