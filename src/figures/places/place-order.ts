import type { PlaceCode } from "../../model/place.ts";
import { countryOf, isWithin, parentOf, placeByCode } from "../../reference/places.ts";

/** Most specific first; a country only where nothing in it is named; all in the country of the first. */
export function orderPlaces(codes: readonly PlaceCode[]): PlaceCode[] {
  const [first, ...others] = codes;
  if (first === undefined) return [];
  if (others.length === 0) return [townOf(first)];
  const towns = codes.map(townOf);
  const hasTown = towns.some((code) => rank(code) === 0);
  const unique = [...new Set(towns)].filter(
    (code) => !hasTown || rank(code) !== 2 || parentOf(code) !== null,
  );
  const home = unique.map((code) => countryOf(code)).find((country) => country !== null) ?? null;
  const near = unique.filter((code) => home === null || (countryOf(code) ?? home) === home);
  const isHolder = (code: PlaceCode): boolean =>
    placeByCode(code)?.kind === "country" && near.some((other) => other !== code && isWithin(other, code));
  return near.filter((code) => !isHolder(code)).toSorted((a, b) => rank(a) - rank(b));
}

/** A quarter or district of a town is the town: the contract knows towns, regions and countries. */
function townOf(code: PlaceCode): PlaceCode {
  const parent = placeByCode(code)?.kind === "area" ? (placeByCode(code)?.parent ?? null) : null;
  const isQuarter = parent !== null && placeByCode(parent)?.kind === "town";
  return isQuarter ? parent : code;
}

/** Town, region, area, country: most specific first. */
export function rank(code: PlaceCode): number {
  const kind = placeByCode(code)?.kind ?? "town";
  return kind === "town" ? 0 : kind === "region" ? 1 : kind === "area" ? 2 : 3;
}
