import type { ThingConcept } from "../../languages/concepts.ts";
import type { Group } from "../../model/figure.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import type { NumberHit } from "../numbers/numbers.ts";

/** Groups of people among the things; the rest of the people are no group. */
const groupOf: Partial<Record<ThingConcept, Group>> = {
  civilians: "civilians",
  children: "children",
  women: "women",
  men: "men",
  military: "military",
  police: "police",
  rescuers: "rescuers",
  medics: "medics",
  journalists: "journalists",
  foreigners: "foreigners",
};

/** Narrow groups before wide ones: a woman soldier is told as a soldier. */
const groupOrder: readonly ThingConcept[] = [
  "rescuers",
  "medics",
  "journalists",
  "police",
  "children",
  "military",
  "foreigners",
  "women",
  "men",
  "civilians",
];

/** Things that are people. */
export const people: ReadonlySet<string> = new Set([
  ...Object.keys(groupOf),
  "person",
  "militants",
  "captive",
  "hostage",
]);

/** Whether the thing is people. */
export function isPeople(thing: ThingConcept | null): boolean {
  return thing !== null && people.has(thing);
}

/** The group that the counted people are told as; null: people in general, captives, or no people. */
export function groupIn(sentence: Sentence, number: NumberHit, things: readonly Hit[]): Group | null {
  const head = things[0];
  if (head === undefined || !isPeople(head.id as ThingConcept)) return null;
  if (things.some((hit) => hit.id === "captive")) return null;
  let first = groupOrder.length;
  for (const hit of things) first = Math.min(first, rankOf(hit));
  for (const hit of sentence.hits.of.thing)
    if (
      hit.from >= number.to &&
      hit.to <= head.to + 1 &&
      // "Чотирнадцять людей рятувальники вивели": who did it.
      !(hit.id === "rescuers" && hit.from >= head.to)
    )
      first = Math.min(first, rankOf(hit));
  const group = groupOrder[first];
  return group === undefined ? null : (groupOf[group] ?? null);
}

/** Where a group stands in the order of groups; past its end: it is none. */
function rankOf({ id }: Hit): number {
  return ranks.get(id) ?? groupOrder.length;
}

const ranks: ReadonlyMap<string, number> = new Map(groupOrder.map((thing, at) => [thing, at]));

const ofWords = anyOf("outOf", "our");
const troopsReach = 4;

/** "Members of Syria's security forces": whether a word for soldiers stands after "of" that begins at a token. */
export function isOfTroops({ sentence }: { readonly sentence: Sentence }, at: number): boolean {
  // "Of the security forces", "of its security forces".
  const of = hitsOfAny(sentence, ofWords).find((hit) => hit.from === at);
  return (
    of !== undefined &&
    sentence.hits.of.military.some((noun) => noun.from >= of.to && noun.from - of.to <= troopsReach)
  );
}

const amongReach = 3;

/** "29 deaths among its troops", "40 fatalities among civilians": the group stands after the noun for those who were harmed. */
export function groupAmong(sentence: Sentence, things: readonly Hit[], end: number): Group | null {
  if (!things.some((hit) => hit.id === "person")) return null;
  const among = sentence.hits.of.amongWhom.find((hit) => hit.from === end);
  if (among === undefined) return null;
  const noun = sentence.hits.of.thing.find(
    (hit) =>
      hit.from >= among.to &&
      hit.to - among.to <= amongReach &&
      groupOf[hit.id as ThingConcept] !== undefined,
  );
  return noun === undefined ? null : (groupOf[noun.id as ThingConcept] ?? null);
}

/** "50 women and children": one number of two groups is of neither alone. */
export function isJoinedToOthers(sentence: Sentence, things: readonly Hit[]): boolean {
  const joints = sentence.hits.of.and;
  if (joints.length === 0) return false;
  let end = 0;
  for (const hit of things) end = Math.max(end, hit.to);
  if (!joints.some((and) => and.from === end)) return false;
  const own = new Set<Group | null>(things.map((hit) => groupOf[hit.id as ThingConcept] ?? null));
  return joints.some(
    (and) =>
      and.from === end &&
      sentence.hits.of.thing.some((hit) => {
        const other = groupOf[hit.id as ThingConcept];
        return hit.from === and.to && other !== undefined && !own.has(other);
      }),
  );
}
