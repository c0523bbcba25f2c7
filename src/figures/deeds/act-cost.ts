import type { Pair } from "./clauses.ts";
import { clauseCost } from "./clauses.ts";
import { marksIn } from "./crossed-marks.ts";
import { isHarmOfOthers, isOfHarmed, isOfItsHarm, isPredicate } from "./own-harm.ts";
import { isLaunchClause } from "./launch-clause.ts";
import type { Question, Span } from "./question.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const comesHome = anyOf("release", "swap", "bring");
const returnWords = anyOf("release", "swap", "exchangeTalk");
const fatesOfTargets = anyOf("down", "suppress", "stop", "destroy");

const crossNumber = 5;
const crossOtherAct = 2;
const crossAnd = 3;

/** "260,000 fled after he called up 300,000": another clause. */
const crossClause = 4;
/** "Heavy losses after a draft that added 300,000 troops". */
const crossClauseOfLoss = 50;
/** "Missiles launched by the Houthis": a description, not the deed. */
const launchedBy = 25;
const described: ReadonlySet<string> = new Set(["launch", "abduct", "hold", "seize"]);
const beforeBonus = 0.5;

/** "250 strike drones": between a number and its noun these words only describe. */
const attributive: ReadonlySet<string> = new Set(["hit", "attack", "launch", "kill"]);
/** "100 soldiers, 12 officers and eight wounded": of another number's noun. */
const ofOthers: ReadonlySet<string> = new Set([...attributive, "injure"]);
const harms: ReadonlySet<string> = new Set(["kill", "injure", "suffer", "loss"]);
const returns: ReadonlySet<string> = new Set(["release", "swap", "bring"]);
/** "Evacuated 130 wounded soldiers": a participle before the noun yields to a verb beside it. */
const asAdjective = 2;

/** Where the number with its noun stands. */
export function spanOf(question: Question): Span {
  const { numbers, index, counted } = question;
  const number = numbers[index];
  const from = number?.start ?? counted.from;
  return { from: Math.min(from, counted.from), to: Math.max(number?.to ?? counted.to, counted.to) };
}

/** Tokens between a span and an act; 0: they touch or overlap. */
export function distanceOf(span: Span, hit: Hit): number {
  if (hit.to <= span.from) return span.from - hit.to;
  return hit.from >= span.to ? hit.from - span.to : 0;
}

/** How far an act is from the number in what a reader must cross: tokens, marks, other numbers, clauses; Infinity: it is not said of it. */
export function costOf(question: Question, span: Span, hit: Hit): number {
  const { numbers, index } = question;
  if (question.isCaptivity && hit.id === "injure" && hit.from >= span.from && hit.to <= span.to)
    // "40 вбитих, 25 поранених, 2 полонених": beside the dead they are the wounded, and nobody comes home.
    return isBesideDead(question) ? asAdjective : Infinity;
  if (hit.from >= span.from && hit.to <= span.to) {
    // "The 28 dead hostages": as they are, not what was done.
    if (hit.id === "kill" && question.counted.thing === "hostage") return Infinity;
    // "Freed 1,300 captured soldiers".
    if (hit.id === "abduct" && isFreedBefore(question, span)) return Infinity;
    if (hit.id === "kill" && isOfHarmed(question, hit)) return asAdjective;
    if (isSent(question, hit)) return asAdjective;
    if (attributive.has(hit.id) && !isOwnNoun(question, hit) && !isHitNoun(question, hit)) return Infinity;
    if (hit.id !== "injure" || hit.from < (numbers[index]?.to ?? 0)) return 0;
    return isPredicate(question, hit) ? 0 : asAdjective;
  }
  const isBefore = hit.to <= span.from;
  if (isBefore && hit.id === "loss" && isOfItsHarm(question, span)) return Infinity;
  if (question.isGrown && !isOfGrown(question, span, hit)) return Infinity;
  const isOfOther = question.document.language.freeOrder ? ofOthers : attributive;
  if (isOfOther.has(hit.id) && describesOther(question, hit)) return Infinity;
  if (isOfClauseAfter(question, span, hit) || isBeforeFate(question, span, hit)) return Infinity;
  if (isHarmOfOthers(question, hit) || isLaunchClause(question, span, hit)) return Infinity;
  if (isPlaceOfHarmed(question, hit) || isBeforeHits(question, span, hit)) return Infinity;
  const gap: Span = isBefore
    ? { from: hit.to, to: span.from }
    : { from: afterAside(question, span.to, hit.from), to: hit.from };
  let cost =
    Math.max(0, gap.to - gap.from) +
    (isBefore ? 0 : beforeBonus) +
    marksIn(question.document, question.sentence, gap);
  const perNumber = isBefore ? crossNumber : crossNumber * 2;
  for (const other of numbers)
    if (other !== numbers[index] && other.from >= gap.from && other.to <= gap.to)
      cost += isBefore && isJoinedTo(question, other) ? crossJoined : perNumber;
  cost += clauseCost(pairOf(question, span, hit));
  return cost + wordsIn(question, hit, gap) + (isCounting(question, hit) ? asAdjective : 0);
}

function isBesideDead({ document, sentence }: Question): boolean {
  return document.language.freeOrder && sentence.hits.has.kill && !hasAny(sentence, comesHome);
}

/** "Насчитал 15 сбитых дронов": a verb of counting tells of a launch only where nothing else is told of them. */
function isCounting({ sentence }: Question, hit: Hit): boolean {
  return hit.id === "launch" && sentence.hits.of.says.some((says) => says.from === hit.from);
}

function pairOf(question: Question, span: Span, act: Hit): Pair {
  const { document, sentence, numbers, allCounted, index, isGrown } = question;
  return { document, sentence, numbers, allCounted, index, isGrown, act, span };
}

/** "The number of dead rose to 15": what grew stands before its number; "the toll rose to 51 dead": or right after it. */
function isOfGrown({ isCaptivity }: Question, span: Span, hit: Hit): boolean {
  if (hit.to > span.from && hit.from !== span.to) return false;
  return harms.has(hit.id) || (isCaptivity && returns.has(hit.id));
}

/** "Had six babies, although one of them died": harm of a number in a clause that begins after this one. */
function isOfClauseAfter({ document, sentence, numbers }: Question, span: Span, hit: Hit): boolean {
  if (document.language.freeOrder || hit.from < span.to || !harms.has(hit.id)) return false;
  return sentence.hits.of.clause.some(
    (cue) => cue.from >= span.to && numbers.some((other) => other.from >= cue.to && other.to <= hit.from),
  );
}

const clauseStart = 3;

/** "Обнаружены и сбиты пять БПЛА", "два дрони, що летіли на Київ, збито": what is told of weapons before how they ended. */
function isBeforeFate(question: Question, span: Span, hit: Hit): boolean {
  if (hit.id !== "launch") return false;
  const { document, sentence, numbers } = question;
  const { and } = sentence.hits.of;
  const fate = hitsOfAny(sentence, fatesOfTargets).find((own) => own.family === "act" && own.from >= hit.to);
  if (fate === undefined || fate.from === hit.from) return false;
  if (and.some((cue) => cue.from === hit.to && cue.to === fate.from)) return true;
  const isMark = (at: number): boolean => document.tokens[at]?.norm === ",";
  return (
    isMark(span.to) &&
    hit.from - span.to <= clauseStart &&
    isMark(fate.from - 1) &&
    !numbers.some((other) => other.from >= hit.to && other.to <= fate.from)
  );
}

/** "Воду людям у постраждалих громадах": right after a word of where the harmed are a place. */
function isPlaceOfHarmed({ document, sentence }: Question, hit: Hit): boolean {
  if (!document.language.freeOrder || (hit.id !== "injure" && hit.id !== "suffer")) return false;
  return sentence.hits.of.in.some(
    (cue) => cue.to === hit.from && cue.to - cue.from === 1 && cue.family === "cue",
  );
}

/** "There were 21 hits at 12 sites": a bare number right before a word of hitting counts what hit. */
function isBeforeHits({ counted, sentence, document }: Question, span: Span, hit: Hit): boolean {
  if (document.language.freeOrder || counted.thing !== null || hit.id !== "launch") return false;
  return hit.to <= span.from && sentence.hits.of.hit.some((other) => other.from === span.to);
}

const crossJoined = 1;

/** "Brought home 185 soldiers and 20 civilians": the verb before the first number is that of both. */
function isJoinedTo(question: Question, other: NumberHit): boolean {
  const { document, sentence, numbers, index, allCounted } = question;
  const own = numbers[index];
  const before = itemAt(allCounted, index - 1);
  if (document.language.freeOrder || own === undefined || before === undefined) return false;
  if (itemAt(numbers, index - 1) !== other) return false;
  const end = Math.max(before.to, other.to);
  return own.start - end <= 1 && sentence.hits.of.and.some((hit) => hit.from === end && hit.to === own.start);
}

/** "Six health workers – four doctors and two nurses – were abducted", "five people (two of them women) were killed". */
const asideMarks: ReadonlyMap<string, string> = new Map([
  ["–", "–"],
  ["(", ")"],
]);

/** "Ще 7, у тому числі дитина, дістали поранень": where the clause goes on after an aside. */
function afterAside(question: Question, from: number, to: number): number {
  const { document, sentence } = question;
  const closing = asideMarks.get(document.tokens[from]?.norm ?? "");
  if (closing !== undefined && !document.language.freeOrder) {
    for (let at = from + 1; at < to; at++) if (document.tokens[at]?.norm === closing) return at + 1;
    return from;
  }
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

/** What words between say: another clause after "and", other acts, a description ("launched by"). */
function wordsIn(question: Question, hit: Hit, gap: Span): number {
  const { hits } = question.sentence;
  let clauses = 0;
  for (const clause of hits.of.clause) if (isWithin(gap, clause)) clauses++;
  let others = 0;
  for (const act of hits.of.act) if (act.id !== hit.id && isWithin(gap, act)) others++;
  const isOverAnd = question.counted.thing === null && hits.of.and.some((and) => isWithin(gap, and));
  // "20 were killed and 35 taken hostage by rebels": of a bare number it is the deed.
  const isBareTaken =
    hit.id === "abduct" && question.counted.thing === null && !question.document.language.freeOrder;
  const isDescription =
    !isBareTaken &&
    gap.to === gap.from &&
    gap.to === hit.from &&
    described.has(hit.id) &&
    (hits.of.by.some((cue) => cue.from === hit.to) ||
      ((hit.id === "hold" || hit.id === "abduct") &&
        hits.of.in.some((cue) => cue.from === hit.to) &&
        isReturn(question.sentence)));
  return (
    clauses * (hit.id === "loss" && !question.document.language.freeOrder ? crossClauseOfLoss : crossClause) +
    others * crossOtherAct +
    (isOverAnd ? crossAnd : 0) +
    (isDescription || isLaunchedAt(question, hit, gap) ? launchedBy : 0)
  );
}

function isWithin(gap: Span, { from, to }: Hit): boolean {
  return from >= gap.from && to <= gap.to;
}

const defences = anyOf("down", "suppress", "stop");
const defenceReach = 2;

/** "Shot down all 15 missiles fired at the city": after a verb of defence the launch only tells which ones. */
function isLaunchedAt(question: Question, hit: Hit, gap: Span): boolean {
  if (hit.id !== "launch" || gap.to !== gap.from || gap.to !== hit.from) return false;
  const span = spanOf(question);
  return hitsOfAny(question.sentence, defences).some(
    (act) => act.to <= span.from && span.from - act.to <= defenceReach,
  );
}

const freedReach = 3;

function isFreedBefore({ document, sentence }: Question, span: Span): boolean {
  return (
    !document.language.freeOrder &&
    sentence.hits.of.release.some((act) => act.to <= span.from && span.from - act.to <= freedReach)
  );
}

/** "Released 150 prisoners held in jails": the sentence tells of a return. */
export function isReturn(sentence: Sentence): boolean {
  return hasAny(sentence, returnWords);
}

const sent = /(?:ен|ан)н?(?:ых|ыми|ые|их|ими|і)$/u;

/** "Заявляла о 40 запущенных дронах": the participle of the launch, where no other act is told. */
function isSent({ document, sentence, numbers, index }: Question, hit: Hit): boolean {
  return (
    document.language.freeOrder &&
    hit.id === "launch" &&
    hit.from === numbers[index]?.to &&
    sent.test(document.tokens[hit.to - 1]?.norm ?? "") &&
    !hitsOfAny(sentence, fatesOfTargets).some((act) => act.family === "act")
  );
}

/** "11 влучань дронів": a noun of hitting between a number and what hit. */
function isHitNoun({ sentence, numbers, index }: Question, hit: Hit): boolean {
  return (
    hit.id === "hit" &&
    hit.from === numbers[index]?.to &&
    sentence.hits.of.airStrike.some((noun) => noun.from === hit.from && noun.to === hit.to)
  );
}

/** "250 strike drones and 14 missiles": the word describes the noun of another number. */
function describesOther(question: Question, hit: Hit): boolean {
  return question.numbers.some((number, at) => {
    const noun = question.allCounted[at];
    return noun !== undefined && at !== question.index && hit.from >= number.to && hit.to <= noun.to;
  });
}
