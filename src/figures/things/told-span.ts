import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { isIncident } from "./measure.ts";
import { noise } from "./noun-phrase.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { itemAt } from "../text/item-at.ts";
import type { Token } from "../text/tokens.ts";
import { isDash } from "../text/tokens.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const prepositions = anyOf("in", "toward", "from", "by");

/** The words between a word of counting and its number: "the number of [drones it destroyed overnight] at 57". */
export interface ToldSpan {
  readonly from: number;
  readonly to: number;
}

const longest = 24;
const joinReach = 2;

/**
 * What is counted by a number that stands after it: "put the number of drones it destroyed at 57", "its total for tanks stands at 7,485 and
 * for aircraft at 350". `before`: the number before it. Null: it is not told so.
 */
export function toldSpan(
  { tokens, language }: Document,
  sentence: Sentence,
  number: NumberHit,
  before: NumberHit | undefined,
): ToldSpan | null {
  if (language.freeOrder && !sentence.hits.has.countWord) return null;
  // "At more than 8,000": the word may be part of the bound. "Кількість збитих дронів – 80": a dash says as much.
  const at =
    lastOf(
      sentence.hits.of.toldAt,
      (hit) => hit.to === number.start || (hit.from === number.start && hit.to <= number.from),
    ) ?? dashBefore(tokens, language.freeOrder ? number.start : 0);
  if (at === null) return null;
  const bare = sentence.hits.of.putsNumber.find((hit) => hit.to === at.from);
  const count = bare ?? lastOf(sentence.hits.of.countWord, (hit) => hit.to <= at.from);
  if (count === undefined || at.from - count.to > longest) return null;
  // "Killed in eight months at 37,084", "who left three provinces": what is no count of ours stands between.
  const isTime = sentence.hits.of.thing.some(
    (unit) =>
      noise.has(unit.id) && before !== undefined && unit.from >= before.to && unit.from - before.to <= 1,
  );
  const isAfter = before !== undefined && before.from >= count.to && !isTime;
  const from = isAfter ? resumed(sentence, before) : count.to;
  if (from === null) return null;
  for (let token = from; token < at.from; token++)
    if (tokens[token]?.norm === ";" || tokens[token]?.norm === ":") return null;
  return { from, to: at.from };
}

/** The dash right before a token; null: none stands there. */
function dashBefore(tokens: readonly Token[], at: number): ToldSpan | null {
  return isDash(itemAt(tokens, at - 1)?.norm) ? { from: at - 1, to: at } : null;
}

/** "Moscow put the number at 50": another number of what was told before. */
export function isOtherCount(sentence: Sentence, number: NumberHit): boolean {
  return sentence.hits.of.putsNumber.some((puts) =>
    sentence.hits.of.toldAt.some((at) => at.from === puts.to && at.to === number.start),
  );
}

/** "… at 7,485 and for aircraft at 350": where the same word of counting goes on. Null: it does not. */
function resumed(sentence: Sentence, before: NumberHit): number | null {
  const and = sentence.hits.of.and.find((hit) => hit.from >= before.to && hit.from - before.to <= joinReach);
  return and === undefined ? null : and.to;
}

/** The noun that the number counts, with all its meanings; [] where an act alone tells it ("the number of dead"). */
export function nounToldAt({ language }: Document, sentence: Sentence, span: ToldSpan): readonly Hit[] {
  const isToll = sentence.hits.of.tollWord.some((hit) => hit.to === span.from || hit.to === span.from - 1);
  const nouns = sentence.hits.of.thing.filter(
    (hit) =>
      hit.from >= span.from &&
      hit.to <= span.to &&
      !noise.has(hit.id) &&
      // "The toll of the shelling": of what it did.
      !(isToll && isIncident(hit.id)),
  );
  const [first] = nouns;
  if (first === undefined) return [];
  // "The number of dead in the drone strike": what stands after a word of where is not counted.
  const isElsewhere = hitsOfAny(sentence, prepositions).some(
    (cue) => cue.from >= span.from && cue.to <= first.from,
  );
  // "Число сбитых над областью дронов": the participle before the place is the noun's.
  const isOfParticiple = language.freeOrder && sentence.hits.of.down.some((act) => act.from === span.from);
  if (isElsewhere && !isOfParticiple) return [];
  // "Кількість атак ворога": whose they are stands after the noun.
  const compound = nouns.filter((hit) => hit.from === first.from || hit.from === first.to);
  const head = (language.freeOrder ? null : compound.at(-1)) ?? first;
  return nouns.filter((hit) => hit.from === head.from);
}
