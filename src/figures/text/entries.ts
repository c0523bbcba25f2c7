import type { Concept } from "../../languages/concepts.ts";
import {
  actConcepts,
  cueConcepts,
  kindConcepts,
  noiseConcepts,
  thingConcepts,
  topicConcepts,
} from "../../languages/concepts.ts";

/** All kinds of things that a hit may name. */
export const familyNames = [
  "thing",
  "kind",
  "act",
  "cue",
  "topic",
  "place",
  "placeAdjective",
  "party",
  "metonym",
  "scorn",
  "arms",
  "speaker",
  "office",
  "month",
  "weekday",
] as const;

/** What kind of thing a hit names. Of one family the longest match wins. */
export type Family = (typeof familyNames)[number];

/** A lexicon entry found in the text: tokens from `from` up to, not including, `to`. */
export interface Hit {
  readonly family: Family;
  /** Concept, place code, party code, speaker id, index of an office, month or weekday. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Where an index of hits has its family and, if it is a concept, its concept; -1: it is none. */
  readonly familySlot: number;
  readonly conceptSlot: number;
}

/** Every concept with its family. */
export const conceptFamilies: readonly (readonly [Concept, Family])[] = [
  ...[...thingConcepts, ...noiseConcepts].map((id) => [id, "thing"] as const),
  ...kindConcepts.map((id) => [id, "kind"] as const),
  ...actConcepts.map((id) => [id, "act"] as const),
  ...cueConcepts.map((id) => [id, "cue"] as const),
  ...topicConcepts.map((id) => [id, "topic"] as const),
];

/** The slot of each concept in an index of hits. */
export const conceptSlots: ReadonlyMap<string, number> = new Map(
  conceptFamilies.map(([concept], at) => [concept, at]),
);

/** The slot of each family: after those of the concepts. */
export const familySlots: ReadonlyMap<Family, number> = new Map(
  familyNames.map((family, at) => [family, conceptFamilies.length + at]),
);

/** What a form stands for. */
export interface Entry {
  readonly family: Family;
  readonly id: string;
  readonly familySlot: number;
  readonly conceptSlot: number;
  /** Names must begin with a capital: "Суми" is a town, "суми" are sums. */
  readonly isName: boolean;
  /** It must be written as an acronym: "IS" is a party, "Is" a word of a headline. */
  readonly isAcronym: boolean;
  /** Of entries of one such number the longest wins. */
  readonly rivals: number;
}

/** What a lexer has of one word. */
export interface WordForms {
  /** The numbers in the tree of the word itself, its stems, or all its hyphenated parts, of those that forms go on with. */
  readonly later: readonly number[];
  /** The forms that it is alone, written as it is: names with a capital, acronyms as such; longer stems last. */
  readonly whole: readonly Entry[];
  /** The numbers that longer forms begin with. */
  readonly open: readonly number[];
}
