import type { Party } from "../../model/side.ts";
import { holderOf } from "../../reference/holders.ts";
import { countryOfPlaces } from "../places/country.ts";
import type { SideQuestion } from "./actors.ts";

/** Whom what fell on a claim's places was fired at: who holds them. In English a town's name may stand for its region: there it is the country. Null: no place lies in one. */
export function underFire({ scene, places }: SideQuestion): Party | null {
  return scene.document.language.freeOrder ? holderOf(places, scene.profile.day) : countryOfPlaces(places);
}
