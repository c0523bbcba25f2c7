import type { ActConcept, ThingConcept } from "../languages/concepts.ts";
import { actConcepts } from "../languages/concepts.ts";
import type { Measure } from "../measures.ts";
import type { Document, Sentence } from "./document.ts";
import type { Hit } from "./lexer.ts";
import { measureOf } from "./measure.ts";
import type { NumberHit } from "./numbers.ts";
import type { Counted } from "./things.ts";

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
/** "Missiles launched by the Houthis": a description, not the deed. */
const launchedBy = 12;
const beforeBonus = 0.5;
const maxCost = 45;
/** "250 strike drones": between a number and its noun these words only describe. */
const attributive: ReadonlySet<string> = new Set(["hit", "attack", "launch", "kill"]);
const attributiveCost = Infinity;

/** How an act is reached from a number: what was looked at on the way. */
interface Question {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly numbers: readonly NumberHit[];
  readonly index: number;
  readonly counted: Counted;
  readonly isCaptivity: boolean;
  /** The things that a bare number may count. */
  readonly bareThings: readonly ThingConcept[];
  /** The counted thing stands before a verb of growth. */
  readonly isGrown: boolean;
}

/** The nearest act of the sentence that makes a measure with the counted thing; null: none does. */
export function deedOf(question: Question): Deed | null {
  let best: Deed | null = null;
  for (const hit of question.sentence.hits) {
    if (hit.family !== "act") continue;
    const cost = costOf(question, hit);
    if (cost > maxCost || (best !== null && cost > best.cost)) continue;
    const deed = makes(question, hit, cost);
    if (deed !== null && (best === null || deed.cost < best.cost)) best = deed;
  }
  return best;
}

function makes(question: Question, hit: Hit, cost: number): Deed | null {
  const act = hit.id as ActConcept;
  const things = question.counted.thing === null ? question.bareThings : question.counted.things;
  for (const thing of things) {
    const measure = measureOf(thing, act, question.isCaptivity);
    if (measure !== null) return { act: hit, measure, thing, cost: cost + precedence(act) };
  }
  return null;
}

/** Of acts on the same word the earlier in the table of concepts wins. */
function precedence(act: ActConcept): number {
  return actConcepts.indexOf(act) / 1000;
}

function costOf(question: Question, hit: Hit): number {
  const { numbers, index, counted } = question;
  const number = numbers[index];
  if (number === undefined) return Infinity;
  const from = Math.min(number.start, counted.from);
  const to = Math.max(number.to, counted.to);
  if (hit.from >= from && hit.to <= to)
    return attributive.has(hit.id) && hit.to <= counted.from ? attributiveCost : 0;
  const isBefore = hit.to <= from;
  if (question.isGrown && (!isBefore || (hit.id !== "kill" && hit.id !== "injure" && hit.id !== "suffer")))
    return Infinity;
  const gapFrom = isBefore ? hit.to : to;
  const gapTo = isBefore ? from : hit.from;
  if (gapTo - gapFrom > maxCost) return Infinity;
  let cost = Math.max(0, gapTo - gapFrom) + (isBefore ? 0 : beforeBonus);
  for (let at = gapFrom; at < gapTo; at++) {
    const norm = question.document.tokens[at]?.norm;
    if (norm === ",") cost += crossComma;
    else if (norm === ";" || norm === ":" || norm === "–" || norm === "(") cost += crossMark;
    else if (norm === ".") cost += crossMark;
  }
  for (const other of numbers)
    if (other !== number && other.from >= gapFrom && other.to <= gapTo)
      cost += isBefore ? crossNumber : crossNumber * 2;
  if (
    question.counted.thing === null &&
    question.sentence.hits.some((cue) => cue.id === "and" && cue.from >= gapFrom && cue.to <= gapTo)
  )
    cost += crossAnd;
  for (const act of question.sentence.hits)
    if (act.family === "act" && act !== hit && act.from >= gapFrom && act.to <= gapTo && act.id !== hit.id)
      cost += crossOtherAct;
  return cost;
}
