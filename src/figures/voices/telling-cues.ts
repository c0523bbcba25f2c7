/** The words of a sentence that say that somebody tells something. */

import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const denialOrRefused = anyOf("denial", "refused");
const inOrOutOfOrBy = anyOf("in", "outOf", "by");
const saysOrAccordingTo = anyOf("says", "accordingTo");
const whoTells = anyOf("speaker", "office", "party", "metonym");

/** The words of telling that somebody is the subject of; those that deny only where there are no others. */
export function tellingCues(document: Document, sentence: Sentence): readonly Hit[] {
  const all = hitsOfAny(sentence, saysOrAccordingTo).filter(
    (hit) =>
      !isInAside(document, sentence, hit) &&
      !isNoun(document, sentence, hit) &&
      !isSilence(document, sentence, hit),
  );
  const told = all.filter((cue) => !isDenial(sentence, cue));
  return told.length > 0 ? told : all;
}

const asideReach = 3;

/** "Тіла загиблих, які, за твердженням Москви, належать українцям": who is cited in a relative clause after the numbers asserts no more than it. */
function isInAside(document: Document, sentence: Sentence, cue: Hit): boolean {
  if (cue.id !== "accordingTo") return isRelativeAside(document, sentence, cue);
  if (!document.language.freeOrder) return isCommaAside(document, sentence, cue);
  const relative = lastOf(sentence.hits.of.relative, (hit) => hit.to <= cue.from);
  if (relative === undefined || cue.from - relative.to > asideReach) return false;
  if (itemAt(document.tokens, relative.from - 1)?.norm !== ",") return false;
  for (let at = cue.to; at < sentence.to; at++) if (document.tokens[at]?.kind === "number") return false;
  return true;
}

/** "The bodies of 1,000 people who, according to Moscow, are soldiers": right after the word that begins a relative clause. */
function isCommaAside({ tokens }: Document, sentence: Sentence, cue: Hit): boolean {
  if (itemAt(tokens, cue.from - 1)?.norm !== ",") return false;
  if (!sentence.hits.of.clause.some((hit) => hit.to === cue.from - 1)) return false;
  // "…, which, according to the army, killed 12": what follows is told by them.
  for (let at = cue.to; at < sentence.to && at - cue.to <= citedReach; at++)
    if (tokens[at]?.kind === "number") return false;
  return true;
}

/** "1,000 bodies that Russia says belong to soldiers": who speaks between a relative word and the rest of its clause tells of the noun before it alone. */
function isRelativeAside({ tokens }: Document, sentence: Sentence, cue: Hit): boolean {
  const relative = lastOf(sentence.hits.of.relativeWord, (hit) => hit.to < cue.from);
  if (relative === undefined || relative.from === sentence.from) return false;
  const isNamed = hitsOfAny(sentence, whoTells).some(
    (hit) => hit.from === relative.to && hit.to === cue.from,
  );
  // "Said that Russia says": what is told, no relative clause.
  if (!isNamed || sentence.hits.of.says.some((hit) => hit.to === relative.from)) return false;
  for (let at = cue.to; at < sentence.to; at++) if (tokens[at]?.kind === "number") return false;
  return true;
}

const citedReach = 9;

/** "On claim that …", "the report of": a noun of telling has no subject. */
function isNoun({ tokens, language }: Document, sentence: Sentence, cue: Hit): boolean {
  if (language.freeOrder || cue.id !== "says" || !sentence.hits.has.allegation) return false;
  if (!sentence.hits.of.allegation.some((hit) => hit.from === cue.from && hit.to === cue.to)) return false;
  const before = itemAt(tokens, cue.from - 1)?.norm ?? "";
  return (
    before === language.plurals?.definite ||
    // "Dismisses claims that its forces hit the city".
    hitsOfAny(sentence, denialOrRefused).some((hit) => hit.to === cue.from) ||
    language.numerals.articles.includes(before) ||
    hitsOfAny(sentence, inOrOutOfOrBy).some((hit) => hit.to === cue.from)
  );
}

const livesReach = 5;

/** "Moscow said nothing", "a blast that claimed 18 lives": no telling. */
function isSilence({ language }: Document, sentence: Sentence, cue: Hit): boolean {
  if (language.freeOrder) return false;
  const isToll =
    sentence.hits.of.takesLives.some((hit) => hit.from === cue.from) &&
    sentence.hits.of.lives.some((hit) => hit.from >= cue.to && hit.from - cue.to <= livesReach);
  if (isToll) return true;
  if (!sentence.hits.has.noAct) return false;
  return sentence.hits.of.noAct.some((hit) => hit.from <= cue.from && hit.to >= cue.to);
}

/** "Denied" is a word of telling, too, but tells nothing that is asserted. */
function isDenial(sentence: Sentence, cue: Hit): boolean {
  return sentence.hits.of.denial.some((hit) => hit.from === cue.from);
}

/** Whether all that the sentence says of a speaker is that they deny it: its numbers are not theirs. */
export function isMereDenial(sentence: Sentence): boolean {
  const cues = hitsOfAny(sentence, saysOrAccordingTo);
  return cues.length > 0 && cues.every((cue) => isDenial(sentence, cue));
}
