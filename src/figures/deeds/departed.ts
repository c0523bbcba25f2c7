import type { Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import { isPeople } from "../things/people.ts";
import type { Deed } from "./acts.ts";

const commaReach = 1;

/** "Some 75,000 people have left Karabakh", "half of them, some 60,000 people, has left": people before the verb, a place or nothing after it. Null: what is left is something else. */
export function departedDeed({ tokens, language }: Document, setting: Setting, index: number): Deed | null {
  const { sentence, numbers, counted, places } = setting;
  const [number, own] = [numbers[index], counted[index]];
  if (language.freeOrder || number === undefined || own === undefined) return null;
  const end = Math.max(number.to, own.to);
  const act = sentence.hits.of.leaves.find((hit) => hit.from >= end && hit.from - end <= commaReach);
  if (act === undefined || (own.thing !== null && !isPeople(own.thing))) return null;
  const next = act.to < sentence.to ? tokens[act.to] : undefined;
  const isGone = next === undefined || next.kind !== "word" || places.some((place) => place.from === act.to);
  return isGone ? { act, measure: "displaced", thing: own.thing ?? "person", cost: 0 } : null;
}
