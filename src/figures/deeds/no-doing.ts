import type { Question } from "./question.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const verb =
  /(?:(?<=[аяиіу])в|л|ла|ло|ли|вся|лся|лась|лось|лись|лися|ет|ют|ит|ят|є|уть|ють|ять|ть|ти|но|то|ен|ена|ено|ены|ан|ана|ано|аны)$/u;
const reach = 8;

const ofWar = anyOf(
  "party",
  "enemy",
  "our",
  "army",
  "militants",
  "military",
  "drone",
  "missile",
  "bomb",
  "shell",
  "rocket",
  "artillery",
  "site",
);

/** "Дважды оказывалась на грани блэкаута из-за обстрелов": times are those of a verb of attack near by, and not of a noun, in Ukrainian and Russian. */
export function isNoDoing({ document, sentence, numbers, index }: Question, act: Hit): boolean {
  const number = numbers[index];
  if (!document.language.freeOrder || number === undefined) return false;
  // "Мужчина 13 раз ударил соседа": by nobody who wages a war.
  if (!hasAny(sentence, ofWar)) return true;
  if (!verb.test(document.tokens[act.from]?.norm ?? "")) return true;
  // "Из-за обстрела": whatever its ending, after a preposition stands a noun.
  const isNoun = sentence.hits.of.aftermath.some((cue) => cue.to === act.from);
  const gap = act.from >= number.to ? act.from - number.to : number.start - act.to;
  return (
    isNoun ||
    gap > reach ||
    isCut(document.tokens, Math.min(act.to, number.to), Math.max(act.from, number.start))
  );
}

function isCut(tokens: Question["document"]["tokens"], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (itemAt(tokens, at)?.norm === ",") return true;
  return false;
}
