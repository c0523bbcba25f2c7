import type { Scope } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Deed } from "./acts.ts";
import type { Setting } from "./claim.ts";
import { orderPlaces } from "./places.ts";

/** Captives come home somewhere only if it is said so; over a whole country what was aimed at it is not yet downed. */
export function fitting(places: readonly PlaceCode[], setting: Setting, deed: Deed, scope: Scope): PlaceCode[] {
  const mentions = setting.places;
  const isOf = (code: PlaceCode, test: (from: number, isLocated: boolean) => boolean): boolean =>
    mentions.some((place) => place.code === code && test(place.from, place.isLocated));
  if (deed.measure.endsWith(".released") || deed.measure === "bodies.returned") {
    return scope === "event"
      ? places.filter(
          (code) =>
            isOf(code, (from, isLocated) => isLocated && !isAgreedThere(setting, from)) &&
            code !== "RU" &&
            code !== "UA",
        )
      : [];
  }
  const act = deed.act;
  if (!deed.measure.endsWith(".downed") || act === null) return [...places];
  return places.filter((code) => !/^[A-Z]{2}$/u.test(code) || !isOf(code, (from) => from < act.from));
}

/** "Under the accord reached in Istanbul": where it was agreed, not where they came home. */
function isAgreedThere(setting: Setting, from: number): boolean {
  return setting.sentence.hits.some((hit) => hit.id === "agreed" && hit.to <= from && from - hit.to <= 3);
}

const carriesPlaces =
  /^(?:killed|injured|missing|casualties|rescued|evacuated|buildings|sites|customers|attacks)/;

/** Where the counted thing happened: stated between this number and the next, before all numbers, after them, or earlier. */
export function placesOf(setting: Setting, index: number, deed: Deed): PlaceCode[] {
  const mentions = isDeparture(deed) ? [...setting.places, ...setting.origins] : setting.places;
  const number = setting.numbers[index];
  if (number === undefined) return [];
  if (mentions.length > 0) {
    const own = mentions.filter((place) => ownerIndex(setting, place.from) === index);
    const leading = mentions.filter((place) => ownerIndex(setting, place.from) === -1);
    const earlier = mentions.filter((place) => ownerIndex(setting, place.from) < index);
    const nearest =
      own.length > 0 ? own : leading.length > 0 ? leading : earlier.length > 0 ? earlier : mentions;
    return orderPlaces([...nearest, ...(own.length > 0 ? leading : [])].map((place) => place.code));
  }
  return carriesPlaces.test(deed.measure) ? [...setting.carriedPlaces] : [];
}

function isDeparture(deed: Deed): boolean {
  return deed.measure === "evacuated" || deed.measure === "displaced";
}

/** The number that a place belongs to: the one before it, or the next when a comma or "and" parts them; -1: before all. */
function ownerIndex(setting: Setting, at: number): number {
  let owner = -1;
  for (let index = 0; index < setting.numbers.length; index++) {
    const number = setting.numbers[index];
    if (number !== undefined && number.from < at) owner = index;
  }
  return owner;
}
