import { eventStages, type EventKind } from "../model/event.ts";
import type { Subscription } from "../model/subscription.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { placeByCode } from "../reference/places.ts";

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
export type Preset = Pick<Subscription, "kinds" | "conflicts" | "places">;

/**
 * A subscription as a word for links: `s-ex_st--cRU-UA--pUA-63_UA-59`. Letters, digits, `_` and `-` only; a kind is its first two letters.
 * What does not fit is left out from the end: then it asks for more, never for something else.
 */
export function writePreset({ kinds, conflicts, places }: Preset): string {
  const named = [...(places?.withUnknown === true ? [unknownPlace] : []), ...(places?.codes ?? [])];
  // Some of the places alone would be something else than all of them.
  const codes = named.every((code) => /^[A-Za-z0-9-]+$/u.test(code)) ? named : [];
  const parts = [
    `s-${kinds === null ? "all" : kinds.map((kind) => kind.slice(0, 2)).join("_")}`,
    ...(conflicts === null ? [] : [`c${conflicts.join("_")}`]),
    ...(codes.length === 0 ? [] : [`p${codes.join("_")}`]),
  ];
  let word = "";
  for (const part of parts) {
    const longer = word === "" ? part : `${word}--${part}`;
    if (longer.length > maxLength) break;
    word = longer;
  }
  return word === "" ? "s-all" : word;
}

/** What a link's word asks for. `untold`: the kinds that it names, where none of them is told here and all kinds are taken instead; else []. */
export interface ReadPreset {
  readonly preset: Preset;
  readonly untold: readonly EventKind[];
}

/** The reverse of `writePreset`. Null: no preset. Kinds that are not told here, and conflicts and places that there are not, are left out. */
export function readPreset(word: string, tellable: readonly EventKind[]): ReadPreset | null {
  if (!/^s-[\w-]+$/u.test(word) || word.length > maxLength) return null;
  const [kinds = "", ...others] = word.slice(2).split("--");
  const listOf = (letter: string): readonly string[] =>
    others.flatMap((part) => (part.startsWith(letter) ? part.slice(1).split("_") : []));
  const named = kinds.split("_").flatMap((part) => kindNames.find((kind) => isNamed(kind, part)) ?? []);
  if (named.length === 0 && kinds !== "all") return null;
  const told = named.filter((kind) => tellable.includes(kind));
  const conflicts = listOf("c").filter((id) => conflictRows().some((row) => row.id === id));
  const places = listOf("p");
  const codes = places.filter((code) => placeByCode(code) !== null);
  const withUnknown = places.includes(unknownPlace);
  const preset: Preset = {
    kinds: told.length === 0 ? null : told,
    conflicts: conflicts.length === 0 ? null : conflicts,
    places: codes.length === 0 && !withUnknown ? null : { codes, withUnknown },
  };
  return { preset, untold: told.length === 0 ? named : [] };
}
