import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { ListedName } from "./place-mention.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const cueActOrTime = anyOf("cue", "act", "weekday", "month");
const harmOrAttack = anyOf("kill", "injure", "hit", "attack", "strike", "damage", "down", "seize");
const namesOfOthers = anyOf("party", "metonym", "speaker", "office", "month", "weekday");

const longestName = 3;
const longestList = 12;

/**
 * The names of settlements that no table holds, in a language whose names have no cases: "the village of Khorly",
 * "the towns of Al-Zuruq and Kernoi". Headlines are left out: every word of theirs has a capital.
 */
export function plainNames(document: Document, sentence: Sentence): ListedName[] {
  if (sentence.isTitle) return [];
  const named = namedByNoun(document, sentence);
  return [...named, ...namesAlone(document, sentence)].filter(
    (name, at, all) => all.findIndex((other) => other.from < name.to && name.from < other.to) === at,
  );
}

function namedByNoun(document: Document, sentence: Sentence): ListedName[] {
  return sentence.hits.of.villageWord.flatMap((noun) => {
    const names: ListedName[] = [];
    let at = noun.to;
    while (names.length < longestList) {
      const to = endOfName(document, sentence, at);
      if (to === at || to >= document.tokens.length) break;
      names.push({ from: at, to, isNominative: true });
      const next = afterJoint(document, sentence, to);
      if (next === to) break;
      at = next;
    }
    return names;
  });
}

const shortestName = 4;

/** "Near Binyamina", "at Dedebit on 7 January": right after a word of where, with nothing after it that it could be the name of. */
function namesAlone(document: Document, sentence: Sentence): ListedName[] {
  if (!hasAny(sentence, harmOrAttack)) return [];
  return sentence.hits.of.settlementIn.flatMap((cue) => {
    // "The city of Ariel in Samaria": what holds a place that is known is no settlement.
    if (sentence.hits.of.place.some((place) => place.to === cue.from)) return [];
    const to = endOfName(document, sentence, cue.to);
    return to > cue.to && standsAlone(document, sentence, cue.to, to)
      ? [{ from: cue.to, to, isNominative: true, isAlone: true }]
      : [];
  });
}

function standsAlone({ tokens, whole }: Document, sentence: Sentence, from: number, to: number): boolean {
  const [first, last, next] = [tokens[from], tokens[to - 1], tokens[to]];
  if (first === undefined || last === undefined) return false;
  const raw = whole.slice(first.start, last.end);
  if (raw.length < shortestName || raw === raw.toUpperCase() || possessive.test(raw)) return false;
  if (sentence.hits.some((hit) => hit.from < to && hit.to > from)) return false;
  if (next === undefined || to >= sentence.to) return true;
  if (next.kind !== "word") return next.kind !== "number";
  return hitsOfAny(sentence, cueActOrTime).some((hit) => hit.from === to);
}

const possessive = /['’]s$/u;

function endOfName({ tokens }: Document, sentence: Sentence, from: number): number {
  let to = from;
  while (to < sentence.to && to - from < longestName) {
    const token = tokens[to];
    if (token?.kind !== "word" || !token.capital || isTaken(sentence, to)) break;
    to++;
  }
  return to;
}

/** A word of another name: of a party, a speaker, a day. */
function isTaken(sentence: Sentence, at: number): boolean {
  return hitsOfAny(sentence, namesOfOthers).some((hit) => hit.from <= at && hit.to > at);
}

function afterJoint({ tokens }: Document, sentence: Sentence, at: number): number {
  let next = tokens[at]?.norm === "," ? at + 1 : at;
  next = sentence.hits.of.and.find((hit) => hit.from === next)?.to ?? next;
  return next;
}

const marks = /[\u0300-\u036f]/gu;

/** The code of a settlement by its name as it is written: `IL:elad`; of no known country its name alone. Null: the name has no letters. */
export function plainCode(
  { tokens, whole }: Document,
  name: ListedName,
  country: Party | null,
): PlaceCode | null {
  const [first, last] = [tokens[name.from], tokens[name.to - 1]];
  if (first === undefined || last === undefined) return null;
  const slug = whole
    .slice(first.start, last.end)
    .replace(/['’]s$/u, "")
    .normalize("NFKD")
    .replaceAll(marks, "")
    .replaceAll(/['’ʼ]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  if (slug === "") return null;
  return country === null ? slug : `${country}:${slug}`;
}
