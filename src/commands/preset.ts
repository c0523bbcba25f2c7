import { measureNames } from "../measures.ts";
import { eventStages, type EventKind } from "../model/event.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Subscription, Threshold } from "../model/subscription.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { partyByCode } from "../reference/parties.ts";
import { placeByCode } from "../reference/places.ts";
import { fromShortKey, hashKey } from "./short-key.ts";

/** What a button holds, and with it what a preset may be long; links of /start could hold 64. */
const maxLength = 40;

const kindNames = Object.keys(eventStages) as readonly EventKind[];

/** By its first letters, or whole as people write it. */
function isNamed(kind: EventKind, part: string): boolean {
  return part.length >= 2 && kind.startsWith(part);
}

/** Stands among the codes of places for "place unknown"; a code begins with capitals. */
const unknownPlace = "u";

/** The part of a subscription that can be passed on. */
export type Preset = Pick<
  Subscription,
  "kinds" | "conflicts" | "places" | "sides" | "thresholds" | "sources"
>;

/** Everything that is told. */
export const openPreset: Preset = {
  kinds: null,
  conflicts: null,
  places: null,
  sides: null,
  thresholds: [],
  sources: null,
};

/**
 * A subscription as a word for links: `s-ex_st--cRU-UA--pUA-63_UA-kharkiv--sUA--t…--o…` (conflicts, places, sides, thresholds, outlets). Letters, digits,
 * `_` and `-` only; a kind is its first two letters, a measure and a source the seven letters of its hash. What does not fit is left out from the
 * end: then it asks for more, never for something else.
 */
export function writePreset(preset: Preset): string {
  const { kinds, conflicts, places, sides, thresholds, sources } = preset;
  const named = [...(places?.withUnknown === true ? [unknownPlace] : []), ...(places?.codes ?? [])];
  const parts = [
    `s-${kinds === null ? "all" : kinds.map((kind) => kind.slice(0, 2)).join("_")}`,
    partOf("c", conflicts),
    partOf("p", places === null ? null : named.map(placeText)),
    partOf("s", sides),
    partOf("t", thresholds.length === 0 ? null : thresholds.map(thresholdText)),
    partOf("o", sources?.map(hashOf) ?? null),
  ];
  let word = "";
  for (const part of parts) {
    if (part === "") continue;
    const longer = word === "" ? part : `${word}--${part}`;
    if (longer.length > maxLength) break;
    word = longer;
  }
  return word === "" ? "s-all" : word;
}

/** "" where nothing was chosen, or one of the values cannot stand in a link: some of them alone would be something else. */
function partOf(letter: string, values: readonly string[] | null): string {
  const isWhole =
    values !== null && values.length > 0 && values.every((value) => /^[A-Za-z0-9-]+$/u.test(value));
  return isWhole && !values.some((value) => value.includes("--")) ? `${letter}${values.join("_")}` : "";
}

/** `UA:kharkiv` as `UA-kharkiv`: what stands behind a region's hyphen is in capitals. */
function placeText(code: PlaceCode): string {
  return code.replace(/^([A-Z]{2}):/u, "$1-");
}

function placeOf(word: string): PlaceCode | null {
  const code = word.replace(/^([A-Z]{2})-(?=[a-z])/u, "$1:");
  return placeByCode(code) === null ? null : code;
}

function hashOf(id: string): string {
  return hashKey(id).slice(1);
}

function thresholdText({ measure, atLeast, place }: Threshold): string {
  return `${hashOf(measure)}${atLeast}${place === null ? "" : placeText(place)}`;
}

/** Null: of nothing that is counted, or of no place that there is. */
function thresholdOf(word: string): Threshold | null {
  const [, hash = "", atLeast = "", at = ""] = /^([0-9a-z]{7})(\d{1,10})([A-Za-z][\w-]*)?$/u.exec(word) ?? [];
  const measure = fromShortKey(`_${hash}`, measureNames);
  const place = at === "" ? null : placeOf(at);
  if (measure === null || (at !== "" && place === null)) return null;
  return { measure, atLeast: Number(atLeast), place };
}

/** Whether a word is one that `readPreset` may read. */
export function isPreset(word: string): boolean {
  return /^s-[\w-]+$/u.test(word) && word.length <= maxLength;
}

/** What a link's word asks for. `untold`: the kinds that it names, where none of them is told here and the usual ones are taken instead; else []. */
export interface ReadPreset {
  readonly preset: Preset;
  readonly untold: readonly EventKind[];
}

/** What there is here to ask for: kinds, and ids of sources. */
export interface Offered {
  readonly kinds: readonly EventKind[];
  readonly sources: readonly string[];
}

/** The reverse of `writePreset`. Null: no preset. Of what there is not here a list asks for the rest; where nothing of it is here, for everything. */
export function readPreset(word: string, offered: Offered): ReadPreset | null {
  if (!isPreset(word)) return null;
  const [kinds = "", ...others] = word.slice(2).split("--");
  const listOf = (letter: string): readonly string[] =>
    others.flatMap((part) => (part.startsWith(letter) ? part.slice(1).split("_") : []));
  const named = kinds.split("_").flatMap((part) => kindNames.find((kind) => isNamed(kind, part)) ?? []);
  if (named.length === 0 && kinds !== "all") return null;
  const told = named.filter((kind) => offered.kinds.includes(kind));
  const places = listOf("p");
  const codes = places.flatMap((each) => placeOf(each) ?? []);
  const withUnknown = places.includes(unknownPlace);
  const thresholds = listOf("t").map(thresholdOf);
  const preset: Preset = {
    kinds: orAll(told),
    conflicts: orAll(listOf("c").filter((id) => conflictRows().some((row) => row.id === id))),
    places: codes.length === 0 && !withUnknown ? null : { codes, withUnknown },
    sides: orAll(listOf("s").filter((party) => partyByCode(party) !== null)),
    // Each of them lets something through that the others do not.
    thresholds: thresholds.includes(null) ? [] : thresholds.filter((each) => each !== null),
    sources: orAll(listOf("o").flatMap((hash) => fromShortKey(`_${hash}`, offered.sources) ?? [])),
  };
  return { preset, untold: told.length === 0 ? named : [] };
}

function orAll<Value>(values: readonly Value[]): readonly Value[] | null {
  return values.length === 0 ? null : values;
}
