/** Where it was that a sentence tells without a name: what the sentences before leave to it. */

import type { Scope } from "../../model/figure.ts";
import type { PlaceCode } from "../../model/place.ts";
import { countryOf } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import { CalendarDay } from "../dates/calendar-day.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { measuresLike } from "../things/measure-kinds.ts";
import { carriedOf } from "./carried-places.ts";
import { isOfManyRegions, landOfRegions } from "./region-words.ts";

/** What was counted, and over what stretch. */
export interface Occurrence {
  readonly deed: Deed;
  readonly scope: Scope;
  readonly date: string | null;
}

/** What happens where the sentences before were, if it names no place of its own. */
export const carriesPlaces = measuresLike(
  /^(?:killed|injured|missing|captured|displaced|casualties|equipment|rescued|evacuated|buildings|sites|customers|attacks|shells)/,
);

const isInFlight = measuresLike(
  /^(?:drones|missiles|rockets|weapons|bombs)\.(?:downed|suppressed|stopped|hit|launched)$/,
);
/** Of a number in a sentence without a place: where the story is, or what flew was. */
export function unnamedPlaces(setting: Setting, number: NumberHit, counted: Occurrence): PlaceCode[] {
  const { deed } = counted;
  if (isOfManyRegions(setting.sentence, setting.numbers)) {
    const land = landOfRegions(setting.sentence, setting.numbers);
    return land === null ? [] : [land];
  }
  if (isHereStill(setting, counted)) return carriedOf(setting, deed);
  // "За двое суток потеряли 140 человек": a sum of days is of where the whole report is, not of the place told last.
  if (counted.scope === "running" && carriesPlaces.has(deed.measure)) return [...setting.reportPlaces];
  if (!isInFlight.has(deed.measure) || counted.scope !== "event") return [];
  // "Дві ракети влучили в університет": in the town that the report is about.
  const isFewHits = deed.measure.endsWith(".hit") && (number.low ?? Infinity) <= fewHits;
  return isFewHits && setting.reportPlaces.length > 0 ? [...setting.reportPlaces] : flownOver(setting, deed);
}

/** More weapons than these that get through do so all over a land. */
const fewHits = 9;

/** So many are shot down over a whole land, and not over the town of a headline. */
const overTown = 50;

/** Where what flew was, which a sentence tells without a name. */
function flownOver({ skyPlaces, sentence, numbers }: Setting, { measure }: Deed): PlaceCode[] {
  if (sentence.hits.has.nationwide) return [];
  // "Russia bombards Ukraine. The attack involved 370 missiles": a land is where they flew to, not yet where they were shot down.
  if (skyPlaces.every((code) => countryOf(code) === code)) return launched.has(measure) ? [...skyPlaces] : [];
  const isOverLand = numbers.some(({ low, high }) => (low ?? high ?? 0) >= overTown);
  return isOverLand ? [] : [...skyPlaces];
}

const launched = measuresLike(/\.launched$/u);

/** Whether what is counted happened where the sentences before were: not what is told of another day. */
export function isHereStill(setting: Setting, { deed, scope, date }: Occurrence): boolean {
  if (!carriesPlaces.has(deed.measure)) return false;
  if (scope !== "event") return false;
  return !isOfAnotherDay(setting, date);
}

const daysApart = 5;

/** "In the attack of October 7 some 1,200 were killed": a day stated here, long before the one told of. */
export function isOfAnotherDay(setting: Setting, date: string | null): boolean {
  const { carriedDay } = setting;
  if (date?.length !== 10 || carriedDay?.length !== 10) return false;
  if (!setting.dates.some((mention) => mention.value === date)) return false;
  return CalendarDay.from(date).daysUntil(CalendarDay.from(carriedDay)) > daysApart;
}
