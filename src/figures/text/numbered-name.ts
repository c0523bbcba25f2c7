import { isQuoteMark } from "./tokens.ts";
import type { Document, Sentence } from "./document.ts";
import type { Hit } from "./entries.ts";

/** "France 24 reported", «Россия 24»: the number after the name of a country is a part of an outlet's name. */
export function isNumberedName({ tokens }: Document, sentence: Sentence, party: Hit): boolean {
  const number = tokens[party.to];
  if (number?.kind !== "number" || tokens[party.from]?.capital !== true) return false;
  return (
    isQuoteMark(tokens[party.to + 1]?.norm) || sentence.hits.of.says.some((hit) => hit.from === party.to + 1)
  );
}
