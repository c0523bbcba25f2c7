import type { Measure } from "../../measures.ts";
import { placeByCode } from "../../reference/places.ts";
import type { PlaceMention } from "./place-mention.ts";

const shortestRow = 3;

/** "On the Kupiansk axis, near Synkivka": the axis only says where on the front the village lies. */
export function withoutDirections(
  measure: Measure,
  places: readonly PlaceMention[],
): readonly PlaceMention[] {
  const exact = places.filter((place) => !place.isDirection);
  const near = exact.length > 0 ? exact : places;
  // "Под огнём районы шести населённых пунктов: Горловка, Ясиноватский район, Макеевка": a row of what was struck.
  if (measure === "sites.hit" && near.length >= shortestRow) return near;
  // "In the village of Kivsharivka of the Kupiansk community": the seat is another town.
  const isTown = (place: PlaceMention): boolean => (placeByCode(place.code)?.kind ?? "town") === "town";
  return near.some((place) => isTown(place) && !place.isDistrict)
    ? near.filter((place) => !place.isDistrict)
    : near;
}
