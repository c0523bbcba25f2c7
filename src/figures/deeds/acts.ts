import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import { actConcepts } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import { clauseCost } from "./clauses.ts";
import type { Document, Sentence } from "../text/document.ts";
import { hasConcept } from "../text/document.ts";
import type { Hit } from "../text/lexer.ts";
import { measureOf } from "../things/measure.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Counted } from "../things/things.ts";
import { hitsOf, hitsOfAny, hitsOfFamily } from "../text/sentence-hits.ts";

/** What is done to the counted thing, and the measure that this makes. */
export interface Deed {
  readonly act: Hit | null;
  readonly measure: Measure;
  readonly thing: ThingConcept;
  readonly cost: number;
}

const crossComma = 4;
const crossMark = 9;
const crossNumber = 5;
const crossOtherAct = 2;
const crossAnd = 3;
const seizeReach = 4;
/** "260,000 fled after he called up 300,000": another clause. */
const crossClause = 4;
/** "Heavy losses after a draft that added 300,000 troops". */
const crossClauseOfLoss = 50;
/** "Missiles launched by the Houthis": a description, not the deed. */
const launchedBy = 25;
const described: ReadonlySet<string> = new Set(["launch", "abduct", "hold", "seize"]);
const beforeBonus = 0.5;
const maxCost = 45;
/** "250 strike drones": between a number and its noun these words only describe. */
const attributive: ReadonlySet<string> = new Set(["hit", "attack", "launch", "kill"]);
/** "100 soldiers, 12 officers and eight wounded": of another number's noun. */
const ofOthers: ReadonlySet<string> = new Set([...attributive, "injure"]);
const harms: ReadonlySet<string> = new Set(["kill", "injure", "suffer", "loss"]);
const returns: ReadonlySet<string> = new Set(["release", "swap", "bring"]);
/** "Evacuated 130 wounded soldiers": a participle before the noun yields to a verb beside it. */
const asAdjective = 2;
const partingMarks: ReadonlySet<string> = new Set([";", ":", "–", "(", "."]);

/** How an act is reached from a number: what was looked at on the way. */
interface Question {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
  readonly index: number;
  readonly counted: Counted;
  /** The nouns of all numbers of the sentence. */
  readonly allCounted: readonly Counted[];
  readonly isCaptivity: boolean;
  /** The things that a bare number may count. */
  readonly bareThings: readonly ThingConcept[];
  /** The counted thing stands before a verb of growth. */
  readonly isGrown: boolean;
}

/** The nearest act of the sentence that makes a measure with the counted thing; null: none does. */
export function deedOf(question: Question): Deed | null {
  const span = spanOf(question);
  const nearest = hitsOfFamily(question.sentence, "act")
    .filter((hit) => distanceOf(span, hit) <= maxCost)
    .toSorted((a, b) => distanceOf(span, a) - distanceOf(span, b));
  if (nearest.some((hit) => hit.id === "otherAct" && distanceOf(span, hit) === 0 && !question.isGrown))
    return null;
  if (isWithoutPower(question, span)) return null;
  let best: Deed | null = null;
  for (const hit of nearest) {
    if (best !== null && distanceOf(span, hit) > best.cost) break;
    const cost = costOf(question, span, hit);
    if (cost > maxCost || (best !== null && cost > best.cost)) continue;
    const deed = makes(question, hit, cost);
    if (deed !== null && (best === null || deed.cost < best.cost)) best = deed;
  }
  return best;
}

const powerReach = 2;

/** "Обесточены 457 населенных пунктов": towns left without power were not struck themselves. */
function isWithoutPower(question: Question, span: Span): boolean {
  const { thing } = question.counted;
  const isFree = question.document.language.freeOrder;
  // "500 settlements were left without electricity".
  if (thing !== "site" && (isFree || thing !== "settlement")) return false;
  const reach = isFree ? 0 : powerReach;
  return hitsOf(question.sentence, "blackout").some((hit) => distanceOf(span, hit) <= reach);
}

/** The tokens from the number's hedge to its noun. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(question: Question): Span {
  const { numbers, index, counted } = question;
  const number = numbers[index];
  const from = number?.start ?? counted.from;
  return { from: Math.min(from, counted.from), to: Math.max(number?.to ?? counted.to, counted.to) };
}

function distanceOf(span: Span, hit: Hit): number {
  if (hit.to <= span.from) return span.from - hit.to;
  return hit.from >= span.to ? hit.from - span.to : 0;
}

function makes(question: Question, hit: Hit, cost: number): Deed | null {
  const act = hit.id as ActConcept;
  if ((act === "hold" || act === "abduct") && isHeldBefore(question, hit)) return null;
  if (act === "seize" && isHeldLand(question, hit)) return null;
  // "Обменять всех тяжелораненых, не менее тысячи человек": in what state those are who come home.
  if (act === "injure" && question.isCaptivity && isSwapToo(question)) return null;
  // "Восемь дронов, обошлось без пострадавших": what flies hits nobody by a word for those who suffer.
  if (act === "hit" && isFlyingThing(question) && isSuffered(question, hit)) return null;
  // "Power cuts have affected nine million people".
  if (act === "suffer" && hasConcept(question.sentence, "blackout")) return null;
  const things = question.counted.thing === null ? question.bareThings : question.counted.things;
  for (const thing of things) {
    if (thing === "site" && act === "damage" && isDestroyed(question, hit)) continue;
    const measure = measureOf(thing, act, question.isCaptivity);
    // "Jets intercept two bombers near Alaska": what carries people is escorted, not shot down.
    if (measure === "equipment.lost" && isEscorted(question, hit)) continue;
    if (act === "launch" && isDelivered.has(thing) && isSending(question, hit)) continue;
    // "The operation to capture him involved 150 aircraft": arms are seized in so many words.
    if (measure === "equipment.lost" && act === "seize" && cost > seizeReach) continue;
    if (measure !== null)
      return {
        act: hit,
        measure,
        thing,
        cost: cost + precedence(act) + (isLostInFlight(act, measure) ? lostDelay : 0),
      };
  }
  return null;
}

function isSwapToo({ document, sentence, counted }: Question): boolean {
  return document.language.freeOrder && counted.thing === "person" && hasConcept(sentence, "swap");
}

function isFlyingThing({ counted }: Question): boolean {
  return counted.thing === "drone" || counted.thing === "missile" || counted.thing === "aerial";
}

function isSuffered({ sentence }: Question, hit: Hit): boolean {
  return hitsOf(sentence, "suffer").some((other) => other.from === hit.from);
}

function isEscorted({ sentence }: Question, hit: Hit): boolean {
  return hitsOf(sentence, "escorts").some((cue) => cue.from === hit.from && cue.to === hit.to);
}

const isDelivered: ReadonlySet<string> = new Set(["shell", "bomb", "rocket"]);

/** "10,000 artillery rounds are being sent": a word of sending delivers what is not sent off by itself. */
function isSending(question: Question, hit: Hit): boolean {
  return hitsOf(question.sentence, "sends").some((give) => give.from === hit.from && give.to === hit.to);
}

/** "Уничтожены четыре пункта управления": a word that is both damage and destruction strikes a site. */
function isDestroyed(question: Question, hit: Hit): boolean {
  return hitsOf(question.sentence, "destroy").some((other) => other.from === hit.from);
}

/** "51 дрон потерян": lost on the radar before lost in battle. */
function isLostInFlight(act: ActConcept, measure: Measure): boolean {
  return act === "loss" && measure.endsWith(".downed");
}

const lostDelay = 0.1;

/** Of acts on the same word the earlier in the table of concepts wins. */
function precedence(act: ActConcept): number {
  return actConcepts.indexOf(act) / 1000;
}

function costOf(question: Question, span: Span, hit: Hit): number {
  const { numbers, index } = question;
  if (question.isCaptivity && hit.id === "injure" && hit.from >= span.from && hit.to <= span.to)
    return Infinity;
  if (hit.from >= span.from && hit.to <= span.to) {
    // "The 28 dead hostages": as they are, not what was done.
    if (hit.id === "kill" && question.counted.thing === "hostage") return Infinity;
    // "Freed 1,300 captured soldiers".
    if (hit.id === "abduct" && isFreedBefore(question, span)) return Infinity;
    if (attributive.has(hit.id) && !isOwnNoun(question, hit)) return Infinity;
    return hit.id === "injure" && hit.from >= (numbers[index]?.to ?? 0) ? asAdjective : 0;
  }
  const isBefore = hit.to <= span.from;
  if (
    question.isGrown &&
    (!isBefore || !(harms.has(hit.id) || (question.isCaptivity && returns.has(hit.id))))
  )
    return Infinity;
  const isOfOther = question.document.language.freeOrder ? ofOthers : attributive;
  if (isOfOther.has(hit.id) && describesOther(question, hit)) return Infinity;
  if (isPlaceOfHarmed(question, hit)) return Infinity;
  const gap: Span = isBefore
    ? { from: hit.to, to: span.from }
    : { from: afterAside(question, span.to, hit.from), to: hit.from };
  let cost = Math.max(0, gap.to - gap.from) + (isBefore ? 0 : beforeBonus) + marksIn(question.document, gap);
  const perNumber = isBefore ? crossNumber : crossNumber * 2;
  for (const other of numbers)
    if (other !== numbers[index] && other.from >= gap.from && other.to <= gap.to)
      cost += isBefore && isJoinedTo(question, other) ? crossJoined : perNumber;
  cost += clauseCost({ ...question, act: hit, span });
  return cost + wordsIn(question, hit, gap);
}

/** "Воду людям у постраждалих громадах": right after a word of where the harmed are a place. */
function isPlaceOfHarmed({ document, sentence }: Question, hit: Hit): boolean {
  if (!document.language.freeOrder || (hit.id !== "injure" && hit.id !== "suffer")) return false;
  return hitsOf(sentence, "in").some(
    (cue) => cue.to === hit.from && cue.to - cue.from === 1 && cue.family === "cue",
  );
}

const crossJoined = 1;

/** "Brought home 185 soldiers and 20 civilians": the verb before the first number is that of both. */
function isJoinedTo(question: Question, other: NumberHit): boolean {
  const { document, sentence, numbers, index, allCounted } = question;
  const own = numbers[index];
  const before = allCounted[index - 1];
  if (document.language.freeOrder || own === undefined || before === undefined) return false;
  if (numbers[index - 1] !== other) return false;
  const end = Math.max(before.to, other.to);
  return (
    own.start - end <= 1 && hitsOf(sentence, "and").some((hit) => hit.from === end && hit.to === own.start)
  );
}

/** "Ще 7, у тому числі дитина, дістали поранень": where the clause goes on after an aside. */
function afterAside(question: Question, from: number, to: number): number {
  const { document, sentence } = question;
  if (document.tokens[from]?.norm !== ",") return from;
  const isPart = (hit: Hit): boolean => hit.id === "including" || hit.id === "ofThem";
  const isAside = sentence.hits.some((hit) => hit.from === from + 1 && isPart(hit));
  for (let at = from + 2; at < to; at++) {
    if (document.tokens[at]?.norm !== ",") continue;
    // "One man, a worker at a power plant, was killed".
    if (document.language.plurals?.passive.has(document.tokens[at + 1]?.norm ?? "") === true) return at + 1;
    // "Two more, a rescuer among them, were killed".
    return isAside || sentence.hits.some((hit) => hit.to === at && isPart(hit)) ? at + 1 : from;
  }
  return from;
}

/** "Троє загиблих": the noun itself tells what was done. */
function isOwnNoun(question: Question, hit: Hit): boolean {
  const { counted, document } = question;
  if (hit.id !== "kill" || hit.to <= counted.from) return false;
  return document.language.freeOrder || hit.to === counted.to;
}

/** Marks between an act and a number part clauses. */
function marksIn(document: Document, gap: Span): number {
  // "53 – постраждали": a lone dash stands for "is".
  if (document.language.freeOrder && gap.to - gap.from === 1 && document.tokens[gap.from]?.norm === "–")
    return 0;
  let cost = 0;
  for (let at = gap.from; at < gap.to; at++) {
    const norm = document.tokens[at]?.norm ?? "";
    if (norm === ",") cost += crossComma;
    else if (partingMarks.has(norm)) cost += crossMark;
  }
  return cost;
}

/** What words between say: another clause after "and", other acts, a description ("launched by"). */
function wordsIn(question: Question, hit: Hit, gap: Span): number {
  const { hits } = question.sentence;
  const inGap = hits.filter((other) => other.from >= gap.from && other.to <= gap.to);
  const clauses = inGap.filter((other) => other.id === "clause").length;
  const others = inGap.filter((other) => other.family === "act" && other.id !== hit.id).length;
  const isOverAnd = question.counted.thing === null && inGap.some((cue) => cue.id === "and");
  // "20 were killed and 35 taken hostage by rebels": of a bare number it is the deed.
  const isBareTaken =
    hit.id === "abduct" && question.counted.thing === null && !question.document.language.freeOrder;
  const isDescription =
    !isBareTaken &&
    gap.to === gap.from &&
    gap.to === hit.from &&
    described.has(hit.id) &&
    hits.some(
      (cue) =>
        cue.from === hit.to &&
        (cue.id === "by" ||
          (cue.id === "in" && (hit.id === "hold" || hit.id === "abduct") && isReturn(hits))),
    );
  return (
    clauses * (hit.id === "loss" && !question.document.language.freeOrder ? crossClauseOfLoss : crossClause) +
    others * crossOtherAct +
    (isOverAnd ? crossAnd : 0) +
    (isDescription || isLaunchedAt(question, hit, gap) ? launchedBy : 0)
  );
}

const defences: ReadonlySet<string> = new Set(["down", "suppress", "stop"]);
const defenceReach = 2;

/** "Shot down all 15 missiles fired at the city": after a verb of defence the launch only tells which ones. */
function isLaunchedAt(question: Question, hit: Hit, gap: Span): boolean {
  const span = spanOf(question);
  return (
    hit.id === "launch" &&
    gap.to === gap.from &&
    gap.to === hit.from &&
    question.sentence.hits.some(
      (act) => defences.has(act.id) && act.to <= span.from && span.from - act.to <= defenceReach,
    )
  );
}

/** "The occupied region", "in captured towns": what the land is, not what was done. */
function isHeldLand({ document, sentence }: Question, hit: Hit): boolean {
  const { language, tokens } = document;
  if (language.freeOrder || hit.to - hit.from > 1) return false;
  if (tokens[hit.from - 1]?.norm === language.plurals?.definite) return true;
  return hitsOfAny(sentence, ["in", "outOf", "from"]).some(
    (cue) => cue.family === "cue" && cue.to === hit.from,
  );
}

const freedReach = 3;

function isFreedBefore({ document, sentence }: Question, span: Span): boolean {
  return (
    !document.language.freeOrder &&
    hitsOf(sentence, "release").some((act) => act.to <= span.from && span.from - act.to <= freedReach)
  );
}

const relativeReach = 3;

/** "Americans who had been held by rebels were released", "prisoners held by Russia freed": how it was before they came home. */
function isHeldBefore({ document, sentence }: Question, hit: Hit): boolean {
  if (document.language.freeOrder || !isReturn(sentence.hits)) return false;
  return sentence.hits.some(
    (cue) =>
      (cue.from === hit.to && (cue.id === "by" || (hit.id === "abduct" && cue.id === "in"))) ||
      (cue.id === "clause" && cue.to <= hit.from && hit.from - cue.to <= relativeReach),
  );
}

/** "Released 150 prisoners held in jails": the sentence tells of a return. */
function isReturn(hits: readonly Hit[]): boolean {
  return hits.some((hit) => hit.id === "release" || hit.id === "swap" || hit.id === "exchangeTalk");
}

/** "250 strike drones and 14 missiles": the word describes the noun of another number. */
function describesOther(question: Question, hit: Hit): boolean {
  return question.numbers.some((number, at) => {
    const noun = question.allCounted[at];
    return noun !== undefined && at !== question.index && hit.from >= number.to && hit.to <= noun.to;
  });
}
