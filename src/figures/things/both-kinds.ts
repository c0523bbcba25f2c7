/** "Более 900 ракет и дронов": two kinds of weapons in one number, in Ukrainian and Russian. */

import type { Document, Sentence } from "../text/document.ts";
import { hitsFrom } from "../text/sentence-hits.ts";

const longest = 8;

const instrumental = /(?:ами|ями|ими|ыми)$/u;
/** Nouns of more than four and their adjectives; "бпла" has no cases. */
const ofMany = /(?:ов|ев|ів|їв|их|ых|ракет|бпла)$/u;

/** Where the words end that join missiles and drones in the same case to one number, from the first of them at a token; null: one kind alone, or two numbers. */
export function endOfBothKinds(
  { tokens, language }: Document,
  sentence: Sentence,
  from: number,
): number | null {
  const { drone, missile, and } = sentence.hits.of;
  if (!language.freeOrder || drone.length === 0 || missile.length === 0) return null;
  const first = tokens[from]?.norm ?? "";
  const form = instrumental.test(first) ? instrumental : ofMany.test(first) ? ofMany : null;
  if (form === null) return null;
  let [isDrone, isMissile, isJoined] = [false, false, false];
  for (let at = from; at < Math.min(sentence.to, from + longest); at++) {
    if (and.some((cue) => cue.from === at)) {
      isJoined = true;
      continue;
    }
    const norm = tokens[at]?.norm ?? "";
    if (!form.test(norm) && norm !== "бпла") return null;
    const kinds = hitsFrom(sentence, at);
    isDrone ||= kinds.some((hit) => hit.id === "drone");
    isMissile ||= kinds.some((hit) => hit.id === "missile");
    if (isJoined && isDrone && isMissile) return at + 1;
  }
  return null;
}
