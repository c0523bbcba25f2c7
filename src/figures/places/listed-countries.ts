import type { PlaceCode } from "../../model/place.ts";
import { countryOf } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import type { PlaceMention } from "./place-mention.ts";
import { itemAt } from "../text/item-at.ts";

/** "In Iraq and Syria", "in Mali, Burkina Faso and Niger": countries with nothing but commas and "and" between are one place of a count. Null: no such list. */
export function listedCountries({ sentence }: Setting, places: readonly PlaceMention[]): PlaceCode[] | null {
  if (places.length < 2) return null;
  const sorted = places.toSorted((a, b) => a.from - b.from);
  if (!sorted.every(({ code }) => countryOf(code) === code)) return null;
  const isJoined = sorted.every((place, at) => {
    const before = itemAt(sorted, at - 1);
    if (before === undefined) return true;
    const gap = place.from - before.to;
    // A comma, an "and", or both.
    return gap === 1 || (gap === 2 && sentence.hits.of.and.some((and) => and.to === place.from));
  });
  return isJoined ? [...new Set(sorted.map(({ code }) => code))] : null;
}
