import type { Question } from "./question.ts";
import type { Hit } from "../text/entries.ts";

const defences: ReadonlySet<string> = new Set(["down", "destroy", "suppress", "stop"]);
const pastTense = /(?:л|ла|ли|ло|лось|лося)$/u;

/** "Не сбиты", "не удалось сбить", "перехватить не смогла". */
export function isNotDowned({ document, sentence }: Question, hit: Hit): boolean {
  if (!document.language.freeOrder || !defences.has(hit.id)) return false;
  const isVerb = (at: number): boolean => pastTense.test(document.tokens[at]?.norm ?? "");
  return sentence.hits.of.negation.some(
    (not) =>
      not.to === hit.from ||
      (not.to === hit.from - 1 && isVerb(not.to)) ||
      (not.from === hit.to && isVerb(not.to)),
  );
}
