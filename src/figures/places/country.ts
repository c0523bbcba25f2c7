import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";

/** The country of the first place that lies in one. Null: none does. */
export function countryOfPlaces(codes: readonly PlaceCode[]): Party | null {
  for (const code of codes) {
    const country = countryOf(code);
    if (country !== null) return country;
  }
  return null;
}
