/** Whether a month or a year dates one attack, or is the stretch that a number was counted over. */

import type { DateMention } from "../dates/date-mention.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const incidents = anyOf("strike", "assault", "airStrike", "airAttack", "attack", "explosion", "incident");
const articleReach = 4;
const besideReach = 3;
/** "A missile strike on a shopping centre in the town of Kremenchuk in June 2022". */
const clauseReach = 14;
const plural = /[^s]s$/u;

/** "A July 2023 missile strike on Lviv, in which 10 were killed", "a strike on a theatre in March 2022 killed 300": one attack is dated. */
export function isOfOneIncident(document: Document, sentence: Sentence, mention: DateMention): boolean {
  // "Killed earlier this month": it says when, not over what time.
  if (sentence.hits.of.earlierThisMonth.some((hit) => hit.from === mention.from)) return true;
  if (document.language.freeOrder) return false;
  // "In late July rebels ambushed a column": a part of a month is when, not how long.
  if (sentence.hits.of.partOfMonth.some((part) => part.to === mention.from)) return true;
  if (isWhenAttacked(sentence, mention)) return true;
  return hitsOfAny(sentence, incidents).some(
    (noun) => isOne(document, sentence, noun, mention) && isBeside(document, sentence, noun, mention),
  );
}

const whenReach = 5;

/** "Killed last month when fighters attacked the district": what was done in one go is told after the time. */
function isWhenAttacked(sentence: Sentence, mention: DateMention): boolean {
  return sentence.hits.of.clause.some(
    (cue) =>
      cue.from === mention.to &&
      sentence.hits.of.assails.some((act) => act.from >= cue.to && act.from - cue.to <= whenReach),
  );
}

/** "The strike", "a missile attack": whether a sentence tells of one blow. */
export function hasOneIncident(document: Document, sentence: Sentence): boolean {
  return hitsOfAny(sentence, incidents).some((noun) => isOne(document, sentence, noun, null));
}

/** Whether the noun stands in the singular after an article. `mention`: the month or year beside it, if one is asked about. */
function isOne(
  { tokens, language }: Document,
  sentence: Sentence,
  noun: Hit,
  mention: DateMention | null,
): boolean {
  if (plural.test(tokens[noun.to - 1]?.norm ?? "")) return false;
  // The month may stand between: "a July 2023 missile strike".
  const isBefore = mention !== null && mention.to <= noun.from && noun.from - mention.to <= besideReach;
  const from = isBefore ? mention.from : noun.from;
  for (let at = from - 1; at >= Math.max(sentence.from, from - articleReach); at--) {
    const norm = tokens[at]?.norm ?? "";
    if (language.numerals.articles.includes(norm) || norm === language.plurals?.definite) return true;
    if (tokens[at]?.kind === "mark") return false;
  }
  return false;
}

/** Whether the month or year is that of the noun: right before it, at the head of its sentence, or after it in the same clause. */
function isBeside({ tokens }: Document, sentence: Sentence, noun: Hit, mention: DateMention): boolean {
  if (mention.to <= noun.from) {
    if (noun.from - mention.to <= besideReach + 1) return true;
    // "In June 20 soldiers died in an ambush".
    const isAtHead = mention.from - sentence.from <= 1 && noun.from - mention.to <= clauseReach;
    return isAtHead && !sentence.hits.of.clause.some((cue) => cue.from >= mention.to && cue.to <= noun.from);
  }
  if (mention.from - noun.to > clauseReach) return false;
  if (sentence.hits.of.clause.some((cue) => cue.from >= noun.to && cue.to <= mention.from)) return false;
  for (let at = noun.to; at < mention.from; at++)
    if (tokens[at]?.norm === "," || tokens[at]?.kind === "number") return false;
  return true;
}
