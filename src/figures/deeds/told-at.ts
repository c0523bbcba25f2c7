import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Deed } from "./acts.ts";
import type { Claim, Setting } from "../claim.ts";
import type { Document, Sentence } from "../text/document.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import type { ToldSpan } from "../things/told-span.ts";
import { toldSpan } from "../things/told-span.ts";
import { itemAt } from "../text/item-at.ts";

/** What was done to the counted: the first act told of them, else that captives are held, refugees fled, or what the number before tells. */
export function toldAtDeed(
  document: Document,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const { sentence, numbers, counted } = setting;
  const number = numbers[index];
  const own = counted[index];
  if (number === undefined || own === undefined) return null;
  const span = toldSpan(document, sentence, number, itemAt(numbers, index - 1));
  if (span === null) return null;
  const things: readonly ThingConcept[] = own.thing === null ? ["person"] : own.things;
  for (const act of sentence.hits.of.act) {
    // "Put its dead at 41": the word of counting may be the deed itself.
    if (act.from < span.from - ownReach || act.to > span.to || (act.from < span.from && act.to !== span.from))
      continue;
    for (const thing of things) {
      // "The number of soldiers it held": whom one side has of the other.
      const measure = measureOf(thing, act.id as ActConcept, act.id === "hold" && own.thing !== null);
      if (measure !== null) return { act, measure, thing, cost: 0 };
    }
  }
  const toll = sentence.hits.of.tollWord.find((hit) => hit.to === span.from || hit.to === span.from - 1);
  if (toll !== undefined) return { act: toll, measure: "killed", thing: "person", cost: 0 };
  return actlessDeed(setting, index, { things, isRefugees: isOfRefugees(sentence, span) }, earlier);
}

const ownReach = 2;

function isOfRefugees(sentence: Sentence, span: ToldSpan): boolean {
  return sentence.hits.of.refugee.some((hit) => hit.from >= span.from && hit.to <= span.to);
}

interface Actless {
  readonly things: readonly ThingConcept[];
  readonly isRefugees: boolean;
}

function actlessDeed(
  setting: Setting,
  index: number,
  { things, isRefugees }: Actless,
  earlier: readonly Claim[],
): Deed | null {
  const [thing] = things;
  const previous = earlier.at(-1);
  const counted = setting.counted[index];
  if (thing === undefined || counted === undefined) return null;
  if (isRefugees) return { act: null, measure: "displaced", thing: "person", cost: 0 };
  if (thing === "captive" || thing === "hostage") {
    const measure = measureOf(thing, "hold", false);
    return measure === null ? null : { act: null, measure, thing, cost: 0 };
  }
  if (previous === undefined || setting.sentence.index - previous.setting.sentence.index > 1) return null;
  if (counted.thing === null) return previous.deed;
  if (isPeople(thing) && isPeople(previous.deed.thing))
    return { ...previous.deed, thing: previous.deed.thing };
  const measure =
    previous.deed.act === null ? null : measureOf(thing, previous.deed.act.id as ActConcept, false);
  return measure === null ? null : { ...previous.deed, measure, thing };
}
