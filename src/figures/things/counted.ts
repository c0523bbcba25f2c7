/** What a number counts, made of the hits of its noun. */

import type { ThingConcept } from "../../languages/concepts.ts";
import type { Group } from "../../model/figure.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { noise } from "./noun-phrase.ts";
import { groupAmong, groupIn, isJoinedToOthers } from "./people.ts";

/** What a number counts. */
export interface Counted {
  /** Null: no noun of ours stands by the number ("40 were shot down"). */
  readonly thing: ThingConcept | null;
  /** All meanings of the noun, `thing` first. */
  readonly things: readonly ThingConcept[];
  readonly group: Group | null;
  /** The noun's tokens; both at the number's end when there is none. */
  readonly from: number;
  readonly to: number;
  /** The noun is a unit or something that is not counted here. */
  readonly isNoise: boolean;
  /** The noun stands before its number: a line of a table. */
  readonly isLabel: boolean;
  /** "of them", "including": the noun is that of the number before. */
  readonly isPart: boolean;
}

/** Tokens between a number and its noun, at most. */
export const nounReach = 7;

/** No noun stands by the number. */
export function nounless(number: NumberHit): Counted {
  const { to } = number;
  return {
    thing: null,
    things: [],
    group: null,
    from: to,
    to,
    isNoise: false,
    isLabel: false,
    isPart: false,
  };
}

/** What the hits of one noun say that its number counts: the longest is meant, with all its meanings. */
export function countedAs(sentence: Sentence, number: NumberHit, things: readonly Hit[]): Counted {
  const longest = things.reduce((a, b) => (b.to > a.to ? b : a));
  const ours: Hit[] = [];
  const meanings: ThingConcept[] = [];
  let isAerial = false;
  for (const hit of things) {
    if (hit.to !== longest.to || noise.has(hit.id)) continue;
    ours.push(hit);
    // "Targets" are places unless they are shot down: what flies is the last meaning.
    if (hit.id === "aerial") isAerial = true;
    else meanings.push(hit.id as ThingConcept);
  }
  if (isAerial) meanings.push("aerial");
  const isNoise = ours.length === 0;
  const thing = meanings[0] ?? null;
  const isOfTwo = number.low !== 1 && isJoinedToOthers(sentence, ours);
  const group = isOfTwo ? null : (groupIn(sentence, number, ours) ?? groupAmong(sentence, ours, longest.to));
  return {
    thing,
    things: meanings,
    group,
    from: longest.from,
    to: longest.to,
    isNoise,
    isLabel: false,
    isPart: false,
  };
}
