import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";

/** The country of the first place that lies in one. Null: none does. */
export function countryOfPlaces(codes: readonly PlaceCode[]): Party | null {
  return codes.map((code) => countryOf(code)).find((party) => party !== null) ?? null;
}
