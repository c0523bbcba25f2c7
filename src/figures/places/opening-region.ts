import type { PlaceCode } from "../../model/place.ts";
import { countryOf, isWithin, placeByCode } from "../../reference/places.ts";
import type { PlaceMention } from "./place-mention.ts";

/** What a report's first sentences name: regions told before any town, and towns. */
export interface Opening {
  readonly regions: Set<PlaceCode>;
  readonly towns: Set<PlaceCode>;
}

/** Nothing is named yet. */
export function newOpening(): Opening {
  return { regions: new Set(), towns: new Set() };
}

function kindOf(code: PlaceCode): string {
  return placeByCode(code)?.kind ?? "town";
}

/** Adds the places of one of the first sentences; what is told of a town first is no list of a region's. */
export function addToOpening({ regions, towns }: Opening, places: readonly PlaceMention[]): void {
  const isOfTowns = towns.size > 0;
  // "Kharkiv and 13 settlements of the region": told of a town first, too.
  const isBesideTown = places.some(({ code }) => kindOf(code) === "town");
  for (const { code, isNameless } of places) {
    if (kindOf(code) === "region" && !isOfTowns && !(isNameless === true && isBesideTown)) regions.add(code);
    if (kindOf(code) === "town") towns.add(code);
  }
}

/** "90 ударів по 26 містах Запорізької області. 10 – по Гуляйполю": the one region that an opening is about; null: none, or several. */
export function regionOf({ regions }: Opening): PlaceCode | null {
  const [only, ...others] = regions;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Towns of the region that the opening is about lie in it, whether a table holds them or not: it is one of their places. */
export function withRegion(region: PlaceCode | null, places: PlaceCode[]): PlaceCode[] {
  if (region === null || places.length === 0) return places;
  const isOfIt = (code: PlaceCode): boolean =>
    placeByCode(code) === null
      ? countryOf(code) === countryOf(region)
      : kindOf(code) === "town" && isWithin(code, region);
  const others = places.filter((code) => !isOfIt(code));
  const areNamesakes =
    others.length * fewOthers <= places.length && others.every((code) => kindOf(code) === "town");
  return areNamesakes ? [...places, region] : places;
}

/** Among so many towns of the region one of another is a village that has a namesake there. */
const fewOthers = 5;
