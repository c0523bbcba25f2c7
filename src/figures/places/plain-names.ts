import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { ListedName } from "./place-mention.ts";
import { hitsOf, hitsOfFamilies } from "../text/sentence-hits.ts";

const longestName = 3;
const longestList = 12;

/**
 * The names of settlements that no table holds, in a language whose names have no cases: "the village of Khorly",
 * "the towns of Al-Zuruq and Kernoi". Headlines are left out: every word of theirs has a capital.
 */
export function plainNames(document: Document, sentence: Sentence): ListedName[] {
  if (sentence.isTitle) return [];
  return hitsOf(sentence, "villageWord").flatMap((noun) => {
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
  return hitsOfFamilies(sentence, ["party", "metonym", "speaker", "office", "month", "weekday"]).some(
    (hit) => hit.from <= at && hit.to > at,
  );
}

function afterJoint({ tokens }: Document, sentence: Sentence, at: number): number {
  let next = tokens[at]?.norm === "," ? at + 1 : at;
  next = hitsOf(sentence, "and").find((hit) => hit.from === next)?.to ?? next;
  return next;
}

const marks = /[\u0300-\u036f]/gu;

/** The code of a settlement by its name as it is written: `IL:elad`. Null: the name has no letters. */
export function plainCode({ tokens, whole }: Document, name: ListedName, country: Party): PlaceCode | null {
  const [first, last] = [tokens[name.from], tokens[name.to - 1]];
  if (first === undefined || last === undefined) return null;
  const slug = whole
    .slice(first.start, last.end)
    .replace(/['’]s$/u, "")
    .normalize("NFKD")
    .replaceAll(marks, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return slug === "" ? null : `${country}:${slug}`;
}
