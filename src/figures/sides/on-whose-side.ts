import type { Party } from "../../model/side.ts";
import type { SideQuestion } from "./actors.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const inOrFrom = anyOf("in", "from");

const afterReach = 1;

/**
 * "С израильской стороны — 14 военных", "більш як 200 з вірменського боку": whose side is named for the harmed, before the number and up to the
 * next semicolon, or right after its noun. Null: none is.
 */
export function namedSide({ scene, setting, number, counted }: SideQuestion): Party | null {
  const { sentence } = setting;
  if (sentence.hits.of.sideWord.length === 0) return null;
  const article = scene.document.language.freeOrder ? 0 : 1;
  const phrases = sentence.hits.of.party.filter((party) => isPhrase(sentence, party, article));
  const end = Math.max(counted.to, number.to);
  const after = phrases.find((party) => party.from >= end && party.from - end <= afterReach);
  if (after !== undefined) return after.id;
  const before = lastOf(phrases, (party) => party.to < number.start);
  if (before === undefined) return null;
  for (let at = before.to; at < number.start; at++) {
    const norm = scene.document.tokens[at]?.norm;
    if (norm === ";" || norm === ".") return null;
  }
  return before.id;
}

/** A word of where or from where, the party's adjective and the word for a side; who tells something is no such side. */
function isPhrase(sentence: SideQuestion["setting"]["sentence"], party: Hit, article: number): boolean {
  const side = sentence.hits.of.sideWord.find((word) => word.from === party.to);
  return (
    side !== undefined &&
    hitsOfAny(sentence, inOrFrom).some((cue) => cue.to <= party.from && party.from - cue.to <= article) &&
    !sentence.hits.of.says.some((says) => says.from >= side.to && says.from - side.to <= 1)
  );
}
