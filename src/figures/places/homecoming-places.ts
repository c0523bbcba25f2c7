/** Where captives, hostages and bodies that come home were handed over. */

import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import type { Scope } from "../../model/figure.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Claim, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isHomecoming } from "../things/measure-kinds.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";
import { isOfTalks } from "./places.ts";
import type { PlaceMention } from "./place-mention.ts";

const people = anyOf("pronoun", "person", "military", "captive", "swap", "release");
const agreementReach = 3;

/** Captives come home somewhere only if it is said so, beside their number and not in a clause about something else. */
export function handoverPlaces(
  places: readonly PlaceCode[],
  setting: Setting,
  number: NumberHit,
  scope: Scope,
): PlaceCode[] {
  if (scope !== "event" || places.length === 0) return [];
  return places.filter(
    (code) =>
      !parties.has(code) &&
      setting.places.some((place) => place.code === code && isHandover(setting, number, place)),
  );
}

/** Where both sides come home to is told by whose they are. */
const parties: ReadonlySet<PlaceCode> = new Set(["RU", "UA"]);

/** Not "under the accord reached in Istanbul", "freed 300, hours after a strike on the capital", nor "fell on the Avdiivka axis". */
function isHandover({ sentence, numbers }: Setting, number: NumberHit, place: PlaceMention): boolean {
  if (!place.isLocated || place.isDirection) return false;
  // "Звільнено 215, п'ятеро командирів — у Туреччині": where only some of them are.
  if (!place.isHead && numbers.some((other) => other.start >= number.to && other.to <= place.from))
    return false;
  const { agreed, clause } = sentence.hits.of;
  return (
    !agreed.some((hit) => hit.to <= place.from && place.from - hit.to <= agreementReach) &&
    !clause.some((hit) => hit.from >= number.to && hit.to <= place.from)
  );
}

/** Released soldiers of this party wait in this neighbouring land before they are flown home. */
const way = { party: "RU", through: "BY" } as const;
const hostageLand: PlaceCode = "PS:gaza-strip";
const jailed: Party = "PS";
const holder: Party = "IL";

/**
 * What a report tells of it apart from the numbers: "the servicemen are in Belarus", "swapped at the border with Belarus"; hostages
 * that an armed group frees come out of Gaza, and prisoners for them out of jails that nobody names a region for.
 */
export function withHandovers(settings: readonly Setting[], claims: readonly Claim[]): Claim[] {
  if (!claims.some(({ measure }) => isHomecoming(measure))) return [...claims];
  const isHosted = settings.some(isOfStay);
  const day = claims.find((claim) => isOfWay(claim))?.date ?? null;
  return claims.flatMap((claim): Claim | Claim[] => {
    const { measure, sides, places, scope } = claim;
    if (!isHomecoming(measure)) return claim;
    if (sides.includes(jailed))
      return { ...claim, places: places.filter((code) => (placeByCode(code)?.kind ?? "town") === "town") };
    if (places.length > 0 || scope !== "event") return claim;
    const border = borderLand(claim.setting);
    if (border !== null) return { ...claim, places: [border] };
    if (measure === "hostages.released" || sides.includes(holder))
      return { ...claim, places: cameFrom(settings) };
    if (!isHosted || !isOfWay(claim) || claim.date !== day) return claim;
    const others = sides.filter((side) => side !== way.party);
    const hosted = { ...claim, sides: [way.party], places: [way.through] };
    return others.length === 0 ? hosted : [{ ...claim, sides: others }, hosted];
  });
}

/** "They are in Belarus, where they are cared for": people are there, and no talks. */
function isOfStay({ sentence, places }: Setting): boolean {
  const host = places.find(({ code, isLocated }) => code === way.through && isLocated);
  return host !== undefined && !isOfTalks(sentence, host) && hasAny(sentence, people);
}

function isOfWay({ measure, scope, sides }: Claim): boolean {
  return measure === "prisoners.released" && scope === "event" && sides.includes(way.party);
}

function cameFrom(settings: readonly Setting[]): PlaceCode[] {
  const isNamed = settings.some(({ sentence }) =>
    sentence.hits.of.place.some(({ id }) => countryOf(id) === jailed),
  );
  return isNamed ? [hostageLand] : [];
}

/** "На кордоні з Білоруссю обміняли по 250", "at the Belarus border": the land that the sides meet at, which is none of theirs. */
function borderLand({ sentence }: Setting): PlaceCode | null {
  const { besideLand, border, place } = sentence.hits.of;
  const land = place.find(
    ({ id, from, to }) =>
      countryOf(id) === id &&
      !parties.has(id) &&
      (besideLand.some((cue) => cue.to === from) ||
        border.some((noun) => noun.from === to || noun.to === from)),
  );
  return land?.id ?? null;
}
