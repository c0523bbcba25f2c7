/** Places told by a noun alone: "in the city", "по області", "здесь": which place told before is meant. */

import type { PlaceCode } from "../../model/place.ts";
import { partyByCode } from "../../reference/parties.ts";
import { countryOf, parentOf, placeByCode, placeRows } from "../../reference/places.ts";
import type { Party } from "../../model/side.ts";
import type { PlaceMention } from "./place-mention.ts";

/** What nouns without a name refer to: the places that the text named last. */
export interface Landmarks {
  town: PlaceCode | null;
  region: PlaceCode | null;
  area: PlaceCode | null;
  country: Party | null;
}

/** Nothing is named yet; `home`: where the body holds office that publishes the report. */
export function newLandmarks(home: readonly PlaceCode[]): Landmarks {
  const of = (kind: string): PlaceCode | null =>
    home.find((code) => placeByCode(code)?.kind === kind) ?? null;
  return { town: of("town"), region: of("region"), area: null, country: null };
}

/** Keeps the places of a sentence as what the nouns after it refer to. */
export function passLandmarks(landmarks: Landmarks, places: readonly PlaceMention[]): void {
  for (const { code, isDirection } of places) {
    if (isDirection) continue;
    landmarks.country = countryOf(code) ?? landmarks.country;
    const kind = placeByCode(code)?.kind ?? "town";
    if (kind === "region") landmarks.region = code;
    if (kind === "area") landmarks.area = code;
    if (kind !== "town") continue;
    landmarks.town = code;
    const holder = parentOf(code);
    if (holder !== null && placeByCode(holder)?.kind === "region") landmarks.region = holder;
  }
}

/** The town that a region has its name of. Null: none is listed. */
export function seatOf(region: PlaceCode): PlaceCode | null {
  seats ??= seatsOfRegions();
  return seats.get(region) ?? null;
}

/** Made at the first question: the table is long, and adjectives ask for many a word. */
let seats: ReadonlyMap<PlaceCode, PlaceCode> | null = null;

function seatsOfRegions(): ReadonlyMap<PlaceCode, PlaceCode> {
  const found = new Map<PlaceCode, PlaceCode>();
  for (const { code, kind, parent, name } of placeRows())
    if (kind === "town" && parent !== null && !found.has(parent) && placeByCode(parent)?.name === name)
      found.set(parent, code);
  return found;
}

/** The town said for a country's government. Null: not known. */
export function capitalOf(country: Party): PlaceCode | null {
  const said = partyByCode(country)?.metonyms.en ?? [];
  if (said.length === 0) return null;
  const town = placeRows().find(
    (row) =>
      row.kind === "town" &&
      countryOf(row.code) === country &&
      row.forms.en.some((form) => said.includes(form)),
  );
  return town?.code ?? null;
}
