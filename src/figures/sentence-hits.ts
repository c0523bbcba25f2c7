import type { Concept } from "../languages/concepts.ts";
import type { Family, Hit } from "./lexer.ts";

/**
 * The hits of a sentence in order of their beginning, longest first, with an index: rules ask for one concept at a time,
 * and mostly for one that the sentence does not hold.
 */
export interface Hits extends ReadonlyArray<Hit> {
  readonly byId: ReadonlyMap<string, readonly Hit[]>;
  readonly byFamily: ReadonlyMap<Family, readonly Hit[]>;
}

/** `hits` with their index; the array itself is taken over. */
export function indexed(hits: Hit[]): Hits {
  const byId = new Map<string, Hit[]>();
  const byFamily = new Map<Family, Hit[]>();
  for (const hit of hits) {
    addTo(byId, hit.id, hit);
    addTo(byFamily, hit.family, hit);
  }
  return Object.assign(hits, { byId, byFamily });
}

function addTo<Key>(index: Map<Key, Hit[]>, key: Key, hit: Hit): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [hit]);
  else own.push(hit);
}

const none: readonly Hit[] = [];

/** What holds hits: a sentence. */
interface Held {
  readonly hits: Hits;
}

/** The words of one concept in a sentence, in order. */
export function hitsOf({ hits }: Held, concept: Concept): readonly Hit[] {
  return hits.byId.get(concept) ?? none;
}

/** The words of any of the concepts in a sentence, in order. */
export function hitsOfAny({ hits }: Held, concepts: readonly Concept[]): readonly Hit[] {
  let only: readonly Hit[] | null = null;
  for (const concept of concepts) {
    const own = hits.byId.get(concept);
    if (own === undefined) continue;
    if (only !== null) return hits.filter((hit) => (concepts as readonly string[]).includes(hit.id));
    only = own;
  }
  return only ?? none;
}

/** The hits of one family in a sentence, in order. */
export function hitsOfFamily({ hits }: Held, family: Family): readonly Hit[] {
  return hits.byFamily.get(family) ?? none;
}

/** The hits of any of the families in a sentence, in order. */
export function hitsOfFamilies({ hits }: Held, families: readonly Family[]): readonly Hit[] {
  let only: readonly Hit[] | null = null;
  for (const family of families) {
    const own = hits.byFamily.get(family);
    if (own === undefined) continue;
    if (only !== null) return hits.filter((hit) => families.includes(hit.family));
    only = own;
  }
  return only ?? none;
}
