import type { Alert } from "../model/alert.ts";
import type { PlaceCode } from "../model/place.ts";
import { isCountry, isTown, mainScene, narrowPlaces } from "../ledger/scene.ts";
import { partiesOf } from "../ledger/sides.ts";
import type { Texts } from "../languages/texts.ts";
import { displayName, isWithin, placeByCode } from "../reference/places.ts";
import { inCapital } from "./wording.ts";

/** Places named in one line at most. */
const maxPlaces = 2;

/** A place's name as it stands alone: a region is told from its capital ("Odesa region"), a city with a region's rank is the city. */
export function placeText(code: PlaceCode, texts: Texts): string {
  const row = placeByCode(code);
  const name = displayName(code, texts.language);
  if (row?.kind !== "region") return inCapital(name);
  const isProvince = /область|край/u.test(row.names.uk);
  if (isProvince && texts.language === "en") return texts.text("place-region", { name });
  return inCapital(name.replace(/^(?:місто|город) /u, ""));
}

/** The place that a strike's title names: the one town of a region, else the first that says more than a country. Null: none is known. */
export function titlePlace({ places }: Pick<Alert, "places">): PlaceCode | null {
  const [first, ...others] = narrowPlaces(places);
  if (first === undefined) return places[0] ?? null;
  const towns = isTown(first) ? [] : others.filter((place) => isTown(place) && isWithin(place, first));
  const [town] = towns;
  return town !== undefined && towns.length === 1 ? town : first;
}

/** Whether the title tells where: a strike's does, and that of ground taken or left where more than a country is known. */
export function titlesPlace({ kind, subject, places }: Pick<Alert, "kind" | "subject" | "places">): boolean {
  if (kind === "capture" || kind === "evacuation") return narrowPlaces(places).length > 0;
  return subject === "place";
}

/** Where it happened beyond what the title says, the narrowest first, no name twice. "": nowhere. */
export function placesText(
  alert: Pick<Alert, "kind" | "subject" | "places" | "conflict">,
  texts: Texts,
): string {
  const narrow = narrowPlaces(alert.subject === "place" ? mainScene(alert.places) : alert.places);
  const abroad = alert.places.filter(
    (place) => isCountry(place) && !partiesOf(alert.conflict).includes(place),
  );
  const places = narrow.length > 0 ? narrow : abroad;
  const inTitle = titlesPlace(alert) ? titlePlace(alert) : null;
  const told = places.filter(
    (place) => place !== inTitle && !places.some((other) => other !== place && repeats(place, other)),
  );
  return [...new Set(told.map((place) => placeText(place, texts)))].slice(0, maxPlaces).join(", ");
}

/** Whether a region says no more than its town of the same name. */
function repeats(region: PlaceCode, town: PlaceCode): boolean {
  if (isTown(region) || !isTown(town) || !isWithin(town, region)) return false;
  return displayName(region, "en") === displayName(town, "en");
}
