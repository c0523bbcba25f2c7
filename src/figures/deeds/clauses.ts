import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/counted.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { lastOf } from "../text/last-of.ts";

const cueActOrDay = anyOf("cue", "act", "weekday");
const includingOrOfThem = anyOf("including", "ofThem");

/** A number of a sentence and an act of it that may be told of the number. */
export interface Pair {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
  readonly allCounted: readonly Counted[];
  readonly index: number;
  /** The counted thing stands before a verb of growth. */
  readonly isGrown: boolean;
  readonly act: Hit;
  /** The tokens from the number's hedge to its noun. */
  readonly span: { readonly from: number; readonly to: number };
}

const takenByNext = 8;
const takenByLast = 4;
const endsClause = 12;
const ownObject = 10;
const acrossSemicolon = 15;
const near = 3;
const clauseReach = 8;
const harms: ReadonlySet<string> = new Set(["kill", "injure", "loss", "abduct", "eliminate"]);

/** What it costs that an act belongs to another number, clause or object than the number's. Infinity: it cannot be told of it. */
export function clauseCost(pair: Pair): number {
  return pair.act.to <= pair.span.from ? costBefore(pair) : costAfter(pair);
}

function costBefore(pair: Pair): number {
  const { act, numbers, allCounted, span, sentence } = pair;
  if (hasPersonObject(pair) || isOfPart(pair) || isSubjectOfClause(pair) || isOfClauseBefore(pair))
    return Infinity;
  let cost = 0;
  let at = numbers.length - 1;
  while ((itemAt(numbers, at)?.to ?? 0) > act.from) at--;
  const end = Math.max(itemAt(numbers, at)?.to ?? -Infinity, itemAt(allCounted, at)?.to ?? -Infinity);
  const isAnd = isAndAt(sentence, act.to);
  const isTaken = (isAnd || act.from - end <= near) && isJoint(pair, act.to, span.from);
  if (isTaken && hasActAfter(sentence, span.to, isAnd ? clauseReach : near))
    cost += isAnd ? endsClause : takenByLast;
  if (!pair.isGrown && isOfOther(pair) && span.from - act.to > near && !isJoinedToNext(pair))
    cost += harms.has(act.id) ? Infinity : ownObject;
  return cost;
}

function costAfter(pair: Pair): number {
  const { act, numbers, allCounted, span, document } = pair;
  const next = numbers.find(
    (number, at) =>
      number.start >= act.to && (document.language.freeOrder || allCounted[at]?.isNoise !== true),
  );
  if (isActive(pair, next) || isOfNext(pair, next) || hasOwnObject(pair) || isToldOfNext(pair))
    return Infinity;
  const isNoun = document.language.numerals.articles.includes(
    itemAt(document.tokens, act.from - 1)?.norm ?? "",
  );
  if (isNoun && !isFree(pair) && (act.id === "swap" || act.id === "release")) return Infinity;
  if (harms.has(act.id) && isOfOther(pair) && !(next !== undefined && next.start - act.to <= near))
    return Infinity;
  let cost = 0;
  for (let at = span.to; at < act.from; at++) if (document.tokens[at]?.norm === ";") cost += acrossSemicolon;
  const isTaken = next !== undefined && next.start - act.to <= 1 && isJoint(pair, span.to, act.from);
  return isTaken ? cost + takenByNext : cost;
}

/** "Живут 12 тысяч, в том числе 55 детей, которых обязаны вывезти": a relative clause tells of the noun right before it. */
function isToldOfNext({ act, span, numbers, sentence }: Pair): boolean {
  const pronoun = lastOf(sentence.hits.of.relativePronoun, (hit) => hit.to <= act.from);
  return (
    pronoun !== undefined &&
    pronoun.from >= span.to &&
    // "598 дронів та 31 ракету, які випустили": of both.
    hitsOfAny(sentence, includingOrOfThem).some(
      (part) =>
        part.from >= span.to && numbers.some((number) => number.from >= part.to && number.to <= pronoun.from),
    )
  );
}

/** "Two gunmen killed a man", "two blasts kill 1": the counted are who did it. */
function isActive(pair: Pair, next: NumberHit | undefined): boolean {
  const { act, span, document } = pair;
  if (isFree(pair) || act.from !== span.to || !harms.has(act.id)) return false;
  const after = document.tokens[act.to]?.norm ?? "";
  return next?.start === act.to || document.language.numerals.articles.includes(after);
}

/** "The death of a journalist": whose it is follows. */
function isOfOther(pair: Pair): boolean {
  const { act, sentence } = pair;
  return !isFree(pair) && sentence.hits.of.outOf.some((hit) => hit.from === act.to && hit.to === act.to + 1);
}

/** "The deaths of eight civilians and five soldiers": what "and" joins to the first of whose it is. */
function isJoinedToNext({ act, numbers, allCounted, index, sentence }: Pair): boolean {
  const [before, own, end] = [itemAt(numbers, index - 1), numbers[index], itemAt(allCounted, index - 1)?.to];
  return (
    before !== undefined &&
    own !== undefined &&
    before.start - act.to <= near &&
    before.start >= act.to &&
    sentence.hits.of.and.some((and) => and.from === end && and.to === own.start)
  );
}

/** "Soldiers entered a day after Moscow captured the city", "after losing their home": the verb has an object, which is no people. */
function hasOwnObject(pair: Pair): boolean {
  const { act, document, sentence } = pair;
  if (isFree(pair)) return false;
  if (act.id === "loss") return act.to - act.from === 1 && isObjectAt(pair, act.to);
  if (act.id !== "abduct" && act.id !== "seize") return false;
  const { plurals } = document.language;
  const at = document.tokens[act.to]?.norm === plurals?.definite ? act.to + 1 : act.to;
  return sentence.hits.some(
    (hit) =>
      hit.from === at && (hit.id === "settlement" || hit.id === "regionWord" || hit.family === "place"),
  );
}

/** "Three were killed as two attackers struck": the number begins a clause, whose verb follows. */
function isSubjectOfClause({ act, sentence, span, document, isGrown }: Pair): boolean {
  if (document.language.freeOrder || isGrown) return false;
  return sentence.hits.of.clause.some(
    (cue) => cue.to === span.from && cue.to - cue.from === 1 && act.to <= cue.from,
  );
}

/** "Killed 27 and injured 130, as fear grew for 800,000 civilians": the act has its number, and another clause has begun since. */
function isOfClauseBefore({
  act,
  sentence,
  span,
  document,
  numbers,
  isGrown,
  allCounted,
  index,
}: Pair): boolean {
  if (document.language.freeOrder || isGrown) return false;
  // "Said it had downed 89 drones and that 24 drones hit": told anew.
  if (sentence.hits.of.newClause.some((cue) => cue.from >= act.to && cue.to <= span.from)) return true;
  // "A strike hit a convoy before Moscow annexes four regions".
  if (allCounted[index]?.thing === "site")
    return sentence.hits.of.clause.some((cue) => cue.from >= act.to && cue.to <= span.from);
  if (!sentence.hits.has.clause || !harms.has(act.id)) return false;
  const taken = numbers.find((number) => number.from >= act.to && number.to <= span.from);
  return (
    taken !== undefined && sentence.hits.of.clause.some((cue) => cue.from >= taken.to && cue.to <= span.from)
  );
}

const partReach = 5;

/** "Six Iskanders, of which one was shot down, and 77 cruise missiles": what was done to a part ends at the comma. */
function isOfPart({ act, sentence, span, document }: Pair): boolean {
  if (document.language.freeOrder) return false;
  const isPart = sentence.hits.of.ofThem.some((hit) => hit.to <= act.from && act.from - hit.to <= partReach);
  if (!isPart) return false;
  for (let at = act.to; at < span.from; at++) if (document.tokens[at]?.norm === ",") return true;
  return false;
}

const personReach = 3;

/** "To capture President Maduro, two personnel were hit": the verb's object is a person who is named. */
function hasPersonObject({ act, sentence, span, document }: Pair): boolean {
  if (document.language.freeOrder || (act.id !== "abduct" && act.id !== "seize")) return false;
  return sentence.hits.of.speaker.some(
    (hit) => hit.from >= act.to && hit.from - act.to <= personReach && hit.to <= span.from,
  );
}

/** Whether a word that is no cue, act or number stands there: what was lost. */
function isObjectAt(pair: Pair, at: number): boolean {
  const token = pair.document.tokens[at];
  if (token?.kind !== "word" || at >= pair.sentence.to) return false;
  return !hitsOfAny(pair.sentence, cueActOrDay).some((hit) => hit.from === at);
}

const ownVerb = 3;

/** "Attacked two ships, adding that it had destroyed four drones": the verb's own object is the next number. */
function isOfNext(pair: Pair, next: NumberHit | undefined): boolean {
  return !isFree(pair) && next?.start === pair.act.to && pair.act.from - pair.span.to > ownVerb;
}

/** "A woman was killed and five people were injured": the act ends its clause; "запустили ще три": it does not. */
function isAndAt(sentence: Sentence, at: number): boolean {
  const { and, another } = sentence.hits.of;
  return and.some((hit) => hit.from === at) && !another.some((hit) => hit.from === at);
}

/** Whether "and" or a comma stands between. */
function isJoint(pair: Pair, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (pair.document.tokens[at]?.norm === ",") return true;
  return pair.sentence.hits.of.and.some((hit) => hit.from >= from && hit.to <= to);
}

function hasActAfter({ hits }: Sentence, from: number, reach: number): boolean {
  for (const hit of hits.of.act) if (hit.from >= from && hit.from - from <= reach) return true;
  return false;
}

function isFree(pair: Pair): boolean {
  return pair.document.language.freeOrder;
}
