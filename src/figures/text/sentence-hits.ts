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

const none: readonly Hit[] = [];
const slotCount = conceptSlots.size + familySlots.size;

/** Which concepts and families a text has: indexes of its sentences hold a list for each of them alone, and are a tenth as long for it. */
export interface Layout {
  /** Where the lists of a slot stand in an index; 0: the text has no such word. */
  readonly places: readonly number[];
  /** An index of no hits. */
  readonly empty: readonly (readonly Hit[])[];
}

const nowhere: readonly number[] = Array.from({ length: slotCount }, () => 0);

/** The layout of the indexes over some hits. */
export function layoutOf(hits: readonly Hit[]): Layout {
  const places = nowhere.slice();
  const empty = [none];
  const add = (slot: number): void => {
    if (places[slot] === 0) places[slot] = empty.push(none) - 1;
  };
  for (const { conceptSlot, familySlot } of hits) {
    if (conceptSlot >= 0) add(conceptSlot);
    add(familySlot);
  }
  return { places, empty };
}

/** Has a getter for each of them, whose slot is then a constant of the compiled rule: to look it up by its name takes five times as long. */
class Index {
  readonly places: Layout["places"];
  readonly lists: Layout["empty"];

  constructor(places: Layout["places"], lists: Layout["empty"]) {
    this.places = places;
    this.lists = lists;
  }
}

function listAt({ places, lists }: Index, slot: number): readonly Hit[] {
  return lists[places[slot] ?? 0] ?? none;
}

for (const [name, slot] of [...conceptSlots, ...familySlots])
  Object.defineProperty(Index.prototype, name, {
    get(this: Index) {
      // Not by another function: one that is called everywhere is compiled into few of its callers.
      return this.lists[this.places[slot] ?? 0];
    },
  });

/** `hits` with their index; the array itself is taken over. `layout`: that of the text, or of these hits. */
export function indexed(hits: Hit[] & { of?: Index }, { places, empty }: Layout = layoutOf(hits)): Hits {
  const lists = empty.slice();
  for (const hit of hits) {
    if (hit.conceptSlot >= 0) addTo(lists, places[hit.conceptSlot] ?? 0, hit);
    addTo(lists, places[hit.familySlot] ?? 0, hit);
  }
  hits.of = new Index(places, lists);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has been given its index, and that a getter for each concept
  return hits as Hit[] & Hits;
}

function addTo(lists: (readonly Hit[])[], at: number, hit: Hit): void {
  const own = lists[at];
  if (own === undefined || own === none) lists[at] = [hit];
  // The list was made here and is nobody else's yet.
  else (own as Hit[]).push(hit);
}

/** What holds hits: a sentence. */
interface Held {
  readonly hits: Hits;
}

/** The words of a concept that is known only when it is asked for; where the rule names it, `sentence.hits.of.kill` tells them. */
export function hitsOf({ hits }: Held, concept: Concept): readonly Hit[] {
  return listAt(hits.of, conceptSlots.get(concept) ?? -1);
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

function hitsOfFamily({ hits }: Held, family: Family): readonly Hit[] {
  return listAt(hits.of, familySlots.get(family) ?? -1);
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
