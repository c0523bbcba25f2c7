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
import { measuresLike } from "./things/measure-kinds.ts";
import { attackerIn } from "./sides/attacker-told.ts";

/** Where a claim's thing was: all over the foe's land, in the region told before, else at the places of its own. `side`: whose it is; null: not told. */
export function claimPlaces(question: SideQuestion, side: Side | null, scope: Scope): readonly PlaceCode[] {
  const target = nationwideTarget(question, side) ?? landOfPeople(question);
  return target === null ? (regionOfSum(question, side, scope) ?? ofAim(question, side)) : [target];
}

/** "Killed two in a Polish village", after news of Kyiv: the places told before are not those of whose land it was. */
function ofAim(question: SideQuestion, side: Side | null): readonly PlaceCode[] {
  const { setting, places, deed } = question;
  if (setting.places.length > 0 || places.length === 0 || !tolls.has(deed.measure)) return places;
  return side !== null && aimOf(question) === side && countryOfPlaces(places) !== side ? [] : places;
}

const tolls: ReadonlySet<Measure> = new Set(["killed", "injured", "displaced", "missing"]);

const regions: ReadonlySet<string> = new Set(["region"]);
/** A toll of a few days may be of another part of the land; one of the whole war is of the area that is told of. */
const regional: ReadonlySet<string> = new Set(["region", "area"]);

/** "More than 14,000 have been killed", in a report of Gaza: a sum over a longer time is of the region told before. */
function regionOfSum(question: SideQuestion, side: Side | null, scope: Scope): readonly PlaceCode[] | null {
  const { deed, setting, places } = question;
  const carried = setting.carriedPlaces;
  if (scope === "event" || scope === "planned" || !tolls.has(deed.measure)) return null;
  if (places.length > 0 || setting.places.length > 0 || carried.length === 0) return null;
  const isRegion = carried.every(
    (code) =>
      (scope === "overall" ? regional : regions).has(placeByCode(code)?.kind ?? "") &&
      countryOf(code) === side,
  );
  return isRegion ? carried : null;
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
