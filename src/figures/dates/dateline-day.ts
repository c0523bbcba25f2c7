import type { Document, Sentence } from "../text/document.ts";
import { isDash } from "../text/tokens.ts";
import type { DateMention } from "./date-mention.ts";
import { itemAt } from "../text/item-at.ts";

const cityReach = 4;
const agencyReach = 6;
const capitals = /^\p{Lu}{3,}$/u;

/** `mentions` without the day of an agency's dateline ("BAMAKO, Sept 20 (CPA) - The attack on Tuesday …"), where the sentence states another time. */
export function withoutDateline(
  document: Document,
  sentence: Sentence,
  mentions: readonly DateMention[],
): readonly DateMention[] {
  const first = document.tokens[sentence.from];
  if (first === undefined || mentions.length < 2) return mentions;
  if (!capitals.test(document.whole.slice(first.start, first.end))) return mentions;
  return mentions.filter((mention) => !isOfDateline(document, sentence, mention));
}

/** Whether a word of a month stands in a dateline: "KYIV, May 12 (Lowland News) - …". */
export function isDatelineMonth(document: Document, sentence: Sentence, from: number): boolean {
  const first = document.tokens[sentence.from];
  return (
    first !== undefined &&
    from - sentence.from <= cityReach &&
    itemAt(document.tokens, from - 1)?.norm === "," &&
    capitals.test(document.whole.slice(first.start, first.end))
  );
}

function isOfDateline({ tokens }: Document, sentence: Sentence, { kind, from, to }: DateMention): boolean {
  if (kind !== "day" || from - sentence.from > cityReach || itemAt(tokens, from - 1)?.norm !== ",")
    return false;
  if (tokens[to]?.norm !== "(") return isDash(tokens[to]?.norm);
  for (let at = to + 1; at < to + agencyReach; at++)
    if (tokens[at]?.norm === ")") return isDash(tokens[at + 1]?.norm);
  return false;
}
