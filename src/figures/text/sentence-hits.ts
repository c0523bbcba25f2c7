import type { Concept } from "../../languages/concepts.ts";
import type { Family, Hit } from "./entries.ts";
import { conceptSlots, familySlots } from "./entries.ts";

/**
 * The hits of a sentence in order of their beginning, longest first, with an index: rules ask for one concept at a time,
 * and mostly for one that the sentence does not hold.
 */
export interface Hits extends ReadonlyArray<Hit> {
  /** The hits of each concept and of each family, by its slot. */
  readonly index: readonly (readonly Hit[])[];
}

const none: readonly Hit[] = [];
const emptyIndex: readonly Hit[][] = [...conceptSlots.keys(), ...familySlots.keys()].map(() => none as Hit[]);

/** `hits` with their index; the array itself is taken over. */
export function indexed(hits: Hit[]): Hits {
  const index: Hit[][] = emptyIndex.slice();
  for (const hit of hits) {
    if (hit.conceptSlot >= 0) addTo(index, hit.conceptSlot, hit);
    addTo(index, hit.familySlot, hit);
  }
  return withIndex(hits, index);
}

function withIndex(hits: Hit[] & { index?: Hit[][] }, index: Hit[][]): Hits {
  hits.index = index;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has been given its index: Object.assign takes as long as the index itself
  return hits as Hits;
}

function addTo(index: Hit[][], at: number, hit: Hit): void {
  const own = index[at];
  if (own === undefined || own === none) index[at] = [hit];
  else own.push(hit);
}

/** What holds hits: a sentence. */
interface Held {
  readonly hits: Hits;
}

/** The words of one concept in a sentence, in order. */
export function hitsOf({ hits }: Held, concept: Concept): readonly Hit[] {
  return hits.index[conceptSlots.get(concept) ?? -1] ?? none;
}

/** The words of any of the concepts in a sentence, in order. */
export function hitsOfAny(held: Held, asked: readonly Concept[]): readonly Hit[] {
  let only = none;
  for (const concept of asked) {
    const own = hitsOf(held, concept);
    if (own.length === 0) continue;
    if (only.length > 0) return held.hits.filter((hit) => (asked as readonly string[]).includes(hit.id));
    only = own;
  }
  return only;
}

/** The hits that begin at a token, longest first. */
export function hitsFrom({ hits }: Held, at: number): readonly Hit[] {
  let first = 0;
  while ((hits[first]?.from ?? Infinity) < at) first++;
  let last = first;
  while (hits[last]?.from === at) last++;
  return first === last ? none : hits.slice(first, last);
}

/** The hits of one family in a sentence, in order. */
export function hitsOfFamily({ hits }: Held, family: Family): readonly Hit[] {
  return hits.index[familySlots.get(family) ?? -1] ?? none;
}

/** The hits of any of the families in a sentence, in order. */
export function hitsOfFamilies(held: Held, asked: readonly Family[]): readonly Hit[] {
  let only = none;
  for (const family of asked) {
    const own = hitsOfFamily(held, family);
    if (own.length === 0) continue;
    if (only.length > 0) return held.hits.filter((hit) => asked.includes(hit.family));
    only = own;
  }
  return only;
}
