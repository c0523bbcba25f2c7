import type { Question } from "./question.ts";
import { finite, genitiveOfMany } from "../things/noun-phrase.ts";

/** "Накрыли четыре капонира": a noun that no list knows, right after the number, is nobody who was killed, in Ukrainian and Russian. */
export function isOfUnlisted({ document, sentence, numbers, index, counted }: Question): boolean {
  const number = numbers[index];
  if (!document.language.freeOrder || counted.thing !== null || number === undefined) return false;
  const noun = document.tokens[number.to];
  return (
    noun?.kind === "word" &&
    !noun.capital &&
    number.to < sentence.to &&
    !finite.test(noun.norm) &&
    !genitiveOfMany.test(noun.norm) &&
    !sentence.hits.some((hit) => hit.from <= number.to && hit.to > number.to)
  );
}
