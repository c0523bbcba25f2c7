import type { Concept } from "../../languages/concepts.ts";
import type { Party } from "../../model/side.ts";
import type { Family, Hit } from "./entries.ts";
import { conceptSlots, familySlots } from "./entries.ts";

/**
 * The hits of a sentence in order of their beginning, longest first, with an index: rules ask for one concept at a time,
 * and mostly for one that the sentence does not hold.
 */
export interface Hits extends ReadonlyArray<Hit> {
  readonly of: Index & Named;
  readonly has: Presence & Held;
}

/** The words of each concept and of each family in a sentence, in order: `sentence.hits.of.kill`; [] where it holds none. */
type Named = Readonly<Record<Concept | Family, readonly Hit[]>>;

/** Whether a sentence holds a word of each concept or family: `sentence.hits.has.kill`. */
type Held = Readonly<Record<Concept | Family, boolean>>;

const none: readonly Hit[] = [];
const slotOf: ReadonlyMap<string, number> = new Map<string, number>([...conceptSlots, ...familySlots]);

/** Which concepts and families a text has: indexes of its sentences hold a list for each of them alone, and are a tenth as long for it. */
export interface Layout {
  /** Where the lists of a slot stand in an index; 0: the text has no such word. */
  readonly places: readonly number[];
  /** An index of no hits. */
  readonly empty: readonly (readonly Hit[])[];
}

const nowhere: readonly number[] = Array.from({ length: slotOf.size }, () => 0);

/** The layout of the indexes over some hits. */
export function layoutOf(hits: readonly Hit[]): Layout {
  const places = nowhere.slice();
  const empty = [none];
  for (const { conceptSlot, familySlot } of hits) {
    if (conceptSlot >= 0 && places[conceptSlot] === 0) places[conceptSlot] = empty.push(none) - 1;
    if (places[familySlot] === 0) places[familySlot] = empty.push(none) - 1;
  }
  return { places, empty };
}

/** Has a getter for each of them, whose slot is then a constant of the compiled rule: to look it up by its name takes five times as long. */
class Index {
  readonly places: Layout["places"];
  readonly lists: Layout["empty"];
  /** What was told of several concepts at once: rules ask anew for each number of the sentence. */
  answers: Answer[];
  /** Who attacked, kept by the rule that tells it (sides/attacker-told.ts); null: nobody; undefined: it has not been asked. */
  attacker: Party | null | undefined;

  constructor(places: Layout["places"], lists: Layout["empty"]) {
    this.places = places;
    this.lists = lists;
    this.answers = noAnswers;
    this.attacker = undefined;
  }
}

/** The words of several concepts in a sentence. */
interface Answer {
  readonly asked: AnyOf;
  readonly words: readonly Hit[];
}

/** What every sentence begins with; it stays empty. */
const noAnswers: Answer[] = [];

/** The same lists, of which only is asked whether there are any. */
class Presence {
  readonly places: Layout["places"];
  readonly lists: Layout["empty"];

  constructor(places: Layout["places"], lists: Layout["empty"]) {
    this.places = places;
    this.lists = lists;
  }
}

// Neither getter by another function: one that is called everywhere is compiled into few of its callers.
for (const [name, slot] of slotOf) {
  Object.defineProperty(Index.prototype, name, {
    get(this: Index) {
      return this.lists[this.places[slot] ?? 0];
    },
  });
  Object.defineProperty(Presence.prototype, name, {
    get(this: Presence) {
      return this.lists[this.places[slot] ?? 0] !== none;
    },
  });
}

/** `hits` with their index; the array itself is taken over. `layout`: that of the text, or of these hits. */
export function indexed(
  hits: Hit[] & { of?: Index; has?: Presence },
  { places, empty }: Layout = layoutOf(hits),
): Hits {
  const lists = empty.slice();
  for (const hit of hits) {
    const family = places[hit.familySlot] ?? 0;
    if (hit.conceptSlot < 0) {
      addTo(lists, family, hit);
      continue;
    }
    const concept = places[hit.conceptSlot] ?? 0;
    addTo(lists, concept, hit);
    // The only word of its family is that of its concept: one list will do, as none of one word is added to.
    if (lists[family] === none && lists[concept]?.length === 1) lists[family] = lists[concept];
    else addTo(lists, family, hit);
  }
  hits.of = new Index(places, lists);
  hits.has = new Presence(places, lists);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has been given its index, and that a getter for each concept
  return hits as Hit[] & Hits;
}

/** A list that grows by itself takes room for sixteen more: those of one to three, which most are, are written anew. */
function addTo(lists: (readonly Hit[])[], at: number, hit: Hit): void {
  const own = lists[at] ?? none;
  const { 0: first, 1: second, 2: third } = own;
  if (first === undefined) lists[at] = [hit];
  else if (second === undefined) lists[at] = [first, hit];
  else if (third === undefined) lists[at] = [first, second, hit];
  // The list was made here and is nobody else's yet.
  else (own as Hit[]).push(hit);
}

/** What holds hits: a sentence. */
interface Holder {
  readonly hits: Hits;
}

/** Several concepts and families, any of which a rule asks for. */
export interface AnyOf {
  readonly slots: readonly number[];
  /** 1 for each of their slots. */
  readonly isAsked: Uint8Array;
}

/** Made once for a rule, beside it: `const killOrInjure = anyOf("kill", "injure")`. */
export function anyOf(...names: readonly (Concept | Family)[]): AnyOf {
  const slots = names.map((name) => slotOf.get(name) ?? -1);
  const isAsked = new Uint8Array(slotOf.size);
  for (const slot of slots) isAsked[slot] = 1;
  return { slots, isAsked };
}

/** Whether a word is one of them. */
function isAny({ conceptSlot, familySlot }: Hit, { isAsked }: AnyOf): boolean {
  return isAsked[familySlot] === 1 || (conceptSlot >= 0 && isAsked[conceptSlot] === 1);
}

/** The words of a concept that is known only when it is asked for; where the rule names it, `sentence.hits.of.kill` tells them. */
export function hitsOf({ hits }: Holder, concept: Concept): readonly Hit[] {
  const { places, lists } = hits.of;
  return lists[places[slotOf.get(concept) ?? -1] ?? 0] ?? none;
}

/** Whether a text has a word of any of them. */
export function textHas({ places }: Layout, { slots }: AnyOf): boolean {
  return slots.some((slot) => places[slot] !== 0);
}

/** Whether a sentence holds a word of any of them. */
export function hasAny({ hits }: Holder, { slots }: AnyOf): boolean {
  const { places, lists } = hits.of;
  for (const slot of slots) if (lists[places[slot] ?? 0] !== none) return true;
  return false;
}

/** The words of any of them in a sentence, in order. */
export function hitsOfAny({ hits }: Holder, asked: AnyOf): readonly Hit[] {
  const { places, lists } = hits.of;
  let only = none;
  for (const slot of asked.slots) {
    const own = lists[places[slot] ?? 0] ?? none;
    if (own === none) continue;
    if (only !== none) return ofSeveral(hits, asked);
    only = own;
  }
  return only;
}

function ofSeveral(hits: Hits, asked: AnyOf): readonly Hit[] {
  const { answers } = hits.of;
  for (const answer of answers) if (answer.asked === asked) return answer.words;
  const words: Hit[] = [];
  for (const hit of hits) if (isAny(hit, asked)) words.push(hit);
  if (answers === noAnswers) hits.of.answers = [{ asked, words }];
  else answers.push({ asked, words });
  return words;
}

/** The first word of any of them that lies in tokens `from` up to `to`; null: none. */
export function findAny(holder: Holder, asked: AnyOf, from: number, to: number): Hit | null {
  for (const hit of hitsOfAny(holder, asked)) {
    if (hit.from >= to) break;
    if (hit.from >= from && hit.to <= to) return hit;
  }
  return null;
}

/** The hits that begin at a token, longest first. */
export function hitsFrom({ hits }: Holder, at: number): readonly Hit[] {
  let first = 0;
  while ((hits[first]?.from ?? Infinity) < at) first++;
  let last = first;
  while (hits[last]?.from === at) last++;
  return first === last ? none : hits.slice(first, last);
}
