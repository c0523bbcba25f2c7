import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import { countryOf, isWithin, placeByCode } from "../reference/places.ts";

/** How two lists of places stand to one another. */
export type SceneRelation = "same" | "holds" | "within" | "unknown" | "apart";

/** A state's code: it says no more than which country. */
export function isCountry(code: PlaceCode): boolean {
  return code.length === 2 && /^[A-Z]{2}$/u.test(code);
}

/** A town or a village: one that the gazetteer lacks is one, a strip or a sea is none. */
export function isTown(code: PlaceCode): boolean {
  const row = placeByCode(code);
  return row === null ? code.includes(":") : row.kind === "town";
}

/** The places that say more than a country, in their order. */
export function narrowPlaces(places: readonly PlaceCode[]): readonly PlaceCode[] {
  return places.some(isCountry) ? places.filter((code) => !isCountry(code)) : places;
}

/**
 * How the scene `a` stands to the scene `b`: `same`, it `holds` the other (a region its town) or is `within` it,
 * `apart`, or `unknown` when one of them names no more than a country.
 */
export function relateScenes(a: readonly PlaceCode[], b: readonly PlaceCode[]): SceneRelation {
  const [left, right] = [sceneOf(a), sceneOf(b)];
  if (left.length === 0 || right.length === 0) return "unknown";
  const [towns, otherTowns] = [townsOf(left), townsOf(right)];
  if (towns.length > 0 && otherTowns.length > 0)
    return towns.some((town) => otherTowns.includes(town)) ? "same" : "apart";
  if (towns.length > 0) return isInside(towns, right) ? "within" : "apart";
  if (otherTowns.length > 0) return isInside(otherTowns, left) ? "holds" : "apart";
  return left.some((region) => right.includes(region)) ? "same" : "apart";
}

/** The narrow places, districts as their towns: most scenes are so already. */
function sceneOf(places: readonly PlaceCode[]): readonly PlaceCode[] {
  const isSo = places.every((code) => !isCountry(code) && townAround(code) === code);
  return isSo ? places : narrowPlaces(places).map(townAround);
}

function townsOf(places: readonly PlaceCode[]): readonly PlaceCode[] {
  return places.every(isTown) ? places : places.filter(isTown);
}

/** The town that a district is a part of; any other place itself. Some tell a hit by the district, some by the town. */
function townAround(code: PlaceCode): PlaceCode {
  const parent = placeByCode(code)?.parent ?? null;
  return parent !== null && placeByCode(parent)?.kind === "town" ? parent : code;
}

function isInside(towns: readonly PlaceCode[], regions: readonly PlaceCode[]): boolean {
  return towns.some((town) => regions.some((region) => isWithin(town, region)));
}

/**
 * The one scene of a list of places: its first narrow place with what holds it. Two towns side by side are two scenes, and
 * the first is the figure's own; a name that the gazetteer lacks may be a part of the town named next.
 */
export function mainScene(places: readonly PlaceCode[]): readonly PlaceCode[] {
  const narrow = narrowPlaces(places);
  const [first] = narrow;
  if (first === undefined) return places;
  const anchor =
    placeByCode(first) === null ? (narrow.find((code) => placeByCode(code) !== null) ?? first) : first;
  return narrow.filter(
    (code) =>
      code === first || isWithin(anchor, code) || (isTown(anchor) === isTown(code) && code === anchor),
  );
}

/** The scene that all of the lists are about. Null: there is none, or more than one. */
export function onlyScene(lists: readonly (readonly PlaceCode[])[]): readonly PlaceCode[] | null {
  const scenes = lists.filter((places) => narrowPlaces(places).length > 0);
  const [scene] = scenes;
  return scene === undefined || scenes.some((other) => relateScenes(scene, other) === "apart") ? null : scene;
}

/** The country of the first place that has one. Null: none does. */
export function countryOfScene(places: readonly PlaceCode[]): Party | null {
  for (const place of places) {
    const country = countryOf(place);
    if (country !== null) return country;
  }
  return null;
}

/** Whether two scenes lie in two countries: where somebody speaks of a strike is no place of it. */
export function areAbroad(a: readonly PlaceCode[], b: readonly PlaceCode[]): boolean {
  const [left, right] = [countryOfScene(a), countryOfScene(b)];
  return left !== null && right !== null && left !== right;
}

/** Neighbours are so near, kilometres. */
const neighbourKm = 50;
const earthRadiusKm = 6371;

/** Whether two towns are near each other: by their distance, or by their region where one of them lies nobody knows where. */
export function areNeighbours(a: PlaceCode, b: PlaceCode): boolean {
  const [from, to] = [placeByCode(a), placeByCode(b)];
  if (from?.kind !== "town" || to?.kind !== "town") return false;
  if (from.lat === null || from.lon === null || to.lat === null || to.lon === null)
    return from.parent !== null && from.parent === to.parent;
  const [phi, psi] = [radians(from.lat), radians(to.lat)];
  const cosine =
    Math.sin(phi) * Math.sin(psi) + Math.cos(phi) * Math.cos(psi) * Math.cos(radians(to.lon - from.lon));
  return earthRadiusKm * Math.acos(Math.min(1, cosine)) <= neighbourKm;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
