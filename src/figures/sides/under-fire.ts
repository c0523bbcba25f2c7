import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { holderOf } from "../../reference/holders.ts";
import { parentOf } from "../../reference/places.ts";
import type { Document } from "../text/document.ts";
import { seatOf } from "../places/landmarks.ts";
import { countryOfPlaces } from "../places/country.ts";
import type { SideQuestion } from "./actors.ts";

/** Whom what fell on a claim's places was fired at: who holds them. Null: no place lies in a country. */
export function underFire({ scene, places }: SideQuestion): Party | null {
  return landHolder(scene.document, places, scene.profile.day);
}

/** Who holds the first place that lies in a country, on a day (ISO 8601; null: not known). In English the name of a town may stand for its region, held by both: there it is the country. Null: no place lies in one. */
export function landHolder(
  { language }: Document,
  codes: readonly PlaceCode[],
  day: string | null,
): Party | null {
  const holder = holderOf(codes, day);
  const country = countryOfPlaces(codes);
  if (language.freeOrder || holder === country) return holder;
  return codes.some((code) => seatOf(parentOf(code) ?? code) === code) ? country : holder;
}
