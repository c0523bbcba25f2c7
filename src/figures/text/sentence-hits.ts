import type { Concept } from "../../languages/concepts.ts";
import type { Family, Hit } from "./entries.ts";
import { conceptSlots, familySlots } from "./entries.ts";

/**
 * The hits of a sentence in order of their beginning, longest first, with an index: rules ask for one concept at a time,
 * and mostly for one that the sentence does not hold.
 */
export interface Hits extends ReadonlyArray<Hit> {
  readonly of: Index & Named;
}

/** The words of each concept and of each family in a sentence, in order: `sentence.hits.of.kill`; [] where it holds none. */
type Named = Readonly<Record<Concept | Family, readonly Hit[]>>;

/** Has a getter for each of them, whose slot is then a constant of the compiled rule: to look it up by its name takes five times as long. */
class Index {
  /** The hits of each concept and of each family, by its slot. */
  readonly slots: readonly (readonly Hit[])[];

  constructor(slots: readonly (readonly Hit[])[]) {
    this.slots = slots;
  }
}

for (const [name, slot] of [...conceptSlots, ...familySlots])
  Object.defineProperty(Index.prototype, name, {
    get(this: Index) {
      return this.slots[slot];
    },
  });

const none: readonly Hit[] = [];
const emptySlots: readonly Hit[][] = [...conceptSlots.keys(), ...familySlots.keys()].map(() => none as Hit[]);

/** `hits` with their index; the array itself is taken over. */
export function indexed(hits: Hit[] & { of?: Index }): Hits {
  const slots: Hit[][] = emptySlots.slice();
  for (const hit of hits) {
    if (hit.conceptSlot >= 0) addTo(slots, hit.conceptSlot, hit);
    addTo(slots, hit.familySlot, hit);
  }
  hits.of = new Index(slots);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has been given its index, and that a getter for each concept
  return hits as Hit[] & Hits;
}

function addTo(slots: Hit[][], at: number, hit: Hit): void {
  const own = slots[at];
  if (own === undefined || own === none) slots[at] = [hit];
  else own.push(hit);
}

/** What holds hits: a sentence. */
interface Held {
  readonly hits: Hits;
}

/** The words of a concept that is known only when it is asked for; where the rule names it, `sentence.hits.of.kill` tells them. */
export function hitsOf({ hits }: Held, concept: Concept): readonly Hit[] {
  return hits.of.slots[conceptSlots.get(concept) ?? -1] ?? none;
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

/** The hits of a family that is known only when it is asked for. */
export function hitsOfFamily({ hits }: Held, family: Family): readonly Hit[] {
  return hits.of.slots[familySlots.get(family) ?? -1] ?? none;
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
