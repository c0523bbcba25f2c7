/** Where the thing that a claim counts was. */

import type { Measure } from "../measures.ts";
import type { Scope } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Party, Side } from "../model/side.ts";
import { countryOf, placeByCode } from "../reference/places.ts";
import type { Scene, Setting } from "./claim.ts";
import { countryOfPlaces } from "./places/country.ts";
import { opponentOf } from "./profile.ts";
import type { SideQuestion } from "./sides/actors.ts";
import { aimOf } from "./sides/aim.ts";
import { isLand, measuresLike } from "./things/measure-kinds.ts";
import { attackerIn } from "./sides/attacker-told.ts";

/** Where a claim's thing was: all over the foe's land, in the region told before, else at the places of its own. `side`: whose it is; null: not told. */
export function claimPlaces(question: SideQuestion, side: Side | null, scope: Scope): readonly PlaceCode[] {
  const target = nationwideTarget(question, side) ?? landOfPeople(question);
  if (target !== null) return [target];
  return regionOfSum(question, side, scope) ?? ownSoil(question, side, scope) ?? ofAim(question, side);
}

/** "Killed two in a Polish village", after news of Kyiv: the places told before are not those of whose land it was. */
function ofAim(question: SideQuestion, side: Side | null): readonly PlaceCode[] {
  const { setting, places, deed } = question;
  if (setting.places.length > 0 || places.length === 0 || !tolls.has(deed.measure)) return places;
  return side !== null && aimOf(question) === side && countryOfPlaces(places) !== side ? [] : places;
}

/** "Ukraine attacked four Russian air bases. 41 aircraft were hit": arms that a party lost on its own land, where the story is there. Null: it is not. */
function ownSoil(
  { setting, places, deed }: SideQuestion,
  side: Side | null,
  scope: Scope,
): readonly PlaceCode[] | null {
  const [only, ...others] = setting.carriedPlaces;
  const isThere =
    deed.measure === "equipment.lost" &&
    scope === "event" &&
    places.length === 0 &&
    setting.places.length === 0;
  return isThere && only !== undefined && others.length === 0 && only === side ? [only] : null;
}

const tolls: ReadonlySet<Measure> = new Set(["killed", "injured", "displaced", "missing"]);

const regions: ReadonlySet<string> = new Set(["region"]);
/** A toll of a few days may be of another part of the land; one of the whole war is of the area that is told of. */
const regional: ReadonlySet<string> = new Set(["region", "area"]);

/** "More than 14,000 have been killed", in a report of Gaza: a sum over a longer time is of the region told before. */
function regionOfSum(question: SideQuestion, side: Side | null, scope: Scope): readonly PlaceCode[] | null {
  const { deed, setting, places } = question;
  const carried = setting.carriedPlaces;
  if (isLand(deed.measure)) return landTaken(setting, places);
  if (scope === "event" || scope === "planned" || !tolls.has(deed.measure)) return null;
  if (places.length > 0 || setting.places.length > 0 || carried.length === 0) return null;
  // "91 rescuers have been killed since the invasion", after news of Kharkiv: all over the land.
  const isOfWar =
    setting.sentence.hits.has.sinceWar && carried.every((code) => placeByCode(code)?.kind === "region");
  if (isOfWar) return null;
  const isRegion = carried.every(
    (code) =>
      (scope === "overall" ? regional : regions).has(placeByCode(code)?.kind ?? "") &&
      countryOf(code) === side,
  );
  return isRegion ? carried : null;
}

/** "The offensive in the Kursk region goes on. Under control are 28 villages": land is taken in the region that the story is in. Null: it is told, or the story is in none. */
function landTaken(
  { carriedPlaces, places: own }: SideQuestion["setting"],
  places: readonly PlaceCode[],
): readonly PlaceCode[] | null {
  const [only, ...others] = carriedPlaces;
  const isOfRegion =
    places.length === 0 &&
    own.length === 0 &&
    others.length === 0 &&
    placeByCode(only ?? "")?.kind === "region";
  return isOfRegion ? carriedPlaces : null;
}

/** "A US strike kills five", after news of Nazareth: who attacks here has no war with whose place was told before. */
export function isOfOthers(
  { document, profile }: Scene,
  { sentence, places, carriedPlaces }: Setting,
): boolean {
  if (places.length > 0 || carriedPlaces.length === 0 || document.language.freeOrder) return false;
  const attacker = attackerIn(document, sentence);
  const country = countryOfPlaces(carriedPlaces);
  if (attacker === null || country === null || country === attacker) return false;
  return !profile.wars.some((row) => row.parties.includes(attacker) && row.parties.includes(country));
}

/** "Nine million Ukrainians are without power": all over their land, whatever town was told before. */
function landOfPeople({ setting, number, deed }: SideQuestion): Party | null {
  if (deed.measure !== "customers.without_power" || setting.places.length > 0) return null;
  const people = setting.sentence.hits.of.party.find((hit) => hit.from === number.to);
  return people !== undefined && placeByCode(people.id)?.kind === "country" ? people.id : null;
}

const wide = measuresLike(/^(?:drones|missiles|weapons)\./u);

/** "Across the country": what is launched at no place that is named, or shot down, is all over the foe's land. */
function nationwideTarget({ scene, setting, deed, places }: SideQuestion, side: Side | null): Party | null {
  const isWide = places.length === 0 && wide.has(deed.measure) && setting.sentence.hits.has.nationwide;
  return isWide && side !== null && side !== "both" ? opponentOf(scene.profile, side) : null;
}
