import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { Hit } from "../text/entries.ts";
import type { Question, Span } from "./question.ts";
import { itemAt } from "../text/item-at.ts";

const fates = anyOf("down", "suppress", "stop");

/** The endings of a participle: "запущених", "выпущенные", "випущені". */
const participle = /(?:ен|ан|н)(?:их|ими|ых|ыми|ые|і|ий|ый|а|ую|у|ої|ой)$/u;

/**
 * "Збили 7 із 12 ракет, запущених з літаків, а також 16 із 20 дронів", "збив п'ять дронів і ракету, випущені з Ємену": in Ukrainian and
 * Russian a participle of launching behind a comma describes the noun before it, where what became of it is told; it is no deed of the number.
 */
export function isLaunchClause(question: Question, span: Span, hit: Hit): boolean {
  const { document, sentence, allCounted, index } = question;
  if (hit.id !== "launch" || !document.language.freeOrder || hit.to - hit.from > 1) return false;
  const { tokens } = document;
  if (itemAt(tokens, hit.from - 1)?.norm !== "," || !participle.test(tokens[hit.from]?.norm ?? ""))
    return false;
  const isFated = hitsOfAny(sentence, fates).some((act) => act.family === "act" && act.to <= span.from);
  if (!isFated) return false;
  // Kinds and names may stand between the noun and the comma ("ракет Х-101/Х-555, запущених").
  const noun = allCounted.findLastIndex((counted) => counted.to <= hit.from - 1);
  return hit.from >= span.to ? noun === index : noun !== -1 && noun !== index;
}
