import type { PlaceCode } from "../../model/place.ts";
import { isWithin, parentOf, placeByCode } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import { isPeople } from "../things/people.ts";
import { measuresLike } from "../things/measure-kinds.ts";

const ofTroops = measuresLike(/^(?:casualties|equipment\.lost)$/);

/** A list of more kinds of arms is a table of a whole war. */
const fewKinds = 2;

/** So many axes are a whole front: what follows happened on no one of them. */
const fewAxes = 2;

/** The places told before; a sum over everything has none of them, nor have positions of an army that are hit. */
export function carriedOf(setting: Setting, deed: Deed): PlaceCode[] {
  const { carriedAxes } = setting;
  // "На Таврійському напрямку": an axis that no place of ours names is elsewhere.
  if (setting.sentence.hits.has.frontWord && carriedAxes.length === 0) return [];
  // "41 of them got through, hitting 14 locations": all over the land that they flew to.
  if (deed.measure === "sites.hit" && deed.thing === "site") return [];
  const isOfSites = setting.sentence.hits.has.armySite && !ofTroops.has(deed.measure);
  if (carriedAxes.length > fewAxes || isOfSites) return [];
  // "На Покровском направлении отбита 41 атака, на Лиманском – 12. Нанесено 86 авиаударов": over the whole front.
  if (carriedAxes.length > 1 && deed.thing === "strike") return [];
  if (carriedAxes.length > 0 && ofTroops.has(deed.measure)) return [...carriedAxes];
  if (deed.measure === "equipment.lost" && !isAmongLosses(setting, deed))
    return deed.act !== null && setting.numbers.length <= fewKinds ? [...setting.skyPlaces] : [];
  const isSum = setting.sentence.hits.of.together.some((hit) => hit.from - setting.sentence.from <= 1);
  const before = ofTroops.has(deed.measure)
    ? setting.carriedPlaces
    : (setting.headPlaces ?? setting.carriedPlaces);
  if (isSum || isWholeFront(before)) return [];
  return regionOfMany(before) ?? [...before];
}

/** "They lost 300 soldiers and five trucks": equipment beside the troops of the same sentence, under the same act. */
function isAmongLosses(setting: Setting, deed: Deed): boolean {
  return deed.act !== null && setting.counted.some((one) => isPeople(one.thing) && !one.isNoise);
}

const fewTowns = 2;

/** "Under fire were A, B, C and D. Nine were wounded": of so many towns told before, what follows happened in their region. Null: few, or of several regions. */
function regionOfMany(places: readonly PlaceCode[]): PlaceCode[] | null {
  const towns = places.filter((code) => (placeByCode(code)?.kind ?? "town") === "town");
  const regions = regionsOf(towns).filter((code) => placeByCode(code)?.kind === "region");
  const [only] = regions;
  return towns.length > fewTowns && regions.length === 1 && only !== undefined ? [only] : null;
}

/** So many places told before are those of a whole front: what follows happened at no one of them. */
const frontPlaces = 8;

function isWholeFront(places: readonly PlaceCode[]): boolean {
  return places.length >= frontPlaces;
}

/** A title names the country, the lead the town. */
export function isNarrowedByLead(setting: Setting, stated: readonly PlaceCode[]): boolean {
  const [only] = stated;
  return (
    setting.sentence.isTitle &&
    stated.length === 1 &&
    only !== undefined &&
    placeByCode(only)?.kind === "country" &&
    // "Attacks across southern Russia kill two".
    !setting.sentence.hits.has.throughout &&
    setting.carriedPlaces.length > 0 &&
    setting.carriedPlaces.every((code) => code !== only && isWithin(code, only))
  );
}

function regionsOf(all: readonly PlaceCode[]): PlaceCode[] {
  const known = all.filter((code) => placeByCode(code) !== null);
  const places = known.length > 0 ? known : all;
  return [
    ...new Set(places.map((code) => (placeByCode(code)?.kind === "town" ? (parentOf(code) ?? code) : code))),
  ];
}
