import type { Scope } from "../../model/figure.ts";
import type { PlaceCode } from "../../model/place.ts";
import { countryOf, isWithin, placeByCode } from "../../reference/places.ts";
import type { Setting } from "../claim.ts";
import type { Deed } from "../deeds/acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { carriedOf, isNarrowedByLead } from "./carried-places.ts";
import { withoutDirections } from "./directions.ts";
import { withRegion } from "./opening-region.ts";
import type { PlaceMention } from "./place-mention.ts";
import { countedPlace, ownerIndex, placesOfClause } from "./place-owner.ts";
import { handoverPlaces } from "./homecoming-places.ts";
import { isOneClause, isTotalOfParts } from "./later-places.ts";
import { codesOf } from "./listed-lands.ts";
import { isOfTalks } from "./places.ts";
import { isBesideRegions } from "./region-words.ts";
import { inPart } from "./semicolon-part.ts";
import { nearestSoil } from "./soil.ts";
import type { Occurrence } from "./unnamed-places.ts";
import { carriesPlaces, isHereStill, unnamedPlaces } from "./unnamed-places.ts";
import { isHomecoming, measuresLike } from "../things/measure-kinds.ts";
import { lastOf } from "../text/last-of.ts";

/** Of captives where they were handed over; over a whole country what was aimed at it is not yet downed. */
export function fitting(
  places: readonly PlaceCode[],
  setting: Setting,
  { number, deed, scope }: { readonly number: NumberHit; readonly deed: Deed; readonly scope: Scope },
): PlaceCode[] {
  if (isHomecoming(deed.measure)) return handoverPlaces(places, setting, number, scope);
  const { act, measure } = deed;
  if (act === null || !downed.has(measure)) return [...places];
  const { overhead } = setting.sentence.hits.of;
  // "Над восемью регионами России сбиты 35": over it they were.
  const isOver = ({ from }: PlaceMention): boolean =>
    overhead.some((cue) => cue.to <= from && from - cue.to <= overReach);
  const isTarget = (code: PlaceCode): boolean =>
    setting.places.some((place) => place.code === code && place.from < act.from && !isOver(place));
  return places.filter((code) => countryOf(code) !== code || !isTarget(code));
}

const overReach = 2;

const downed = measuresLike(/\.(?:downed|suppressed|stopped)$/u);
const departs = measuresLike(/^(?:evacuated|displaced|rescued)$/);

/** Where the counted thing happened: where the text says it, else the country whose land it says that it was. */
export function placesOf(setting: Setting, index: number, counted: Occurrence): PlaceCode[] {
  const told = toldPlaces(setting, index, counted);
  const places = told.length > 0 ? told : [...setting.homePlaces];
  const soil = nearestSoil(setting.soils, setting.numbers[index]?.from ?? 0);
  // "Над российскими регионами уничтожены 25 дронов: 14 – над Краснодарским краем": the places told are those of parts.
  if (setting.places.length > 0 && soil !== null && places.length === 0 && index === 0) return [soil];
  if (setting.places.length === 0 && soil !== null && !places.some((code) => countryOf(code) === soil))
    return [soil];
  const isOfFront = setting.places.some((place) => place.isDirection && places.includes(place.code));
  return isOfFront ? places : withRegion(setting.openingRegion, places);
}

/** Stated between this number and the next, before all numbers, after them, or earlier. */
function toldPlaces(setting: Setting, index: number, counted: Occurrence): PlaceCode[] {
  const { deed } = counted;
  const number = setting.numbers[index];
  if (number === undefined) return [];
  const counting = countedPlace(setting, number);
  if (counting !== null) return [counting.code];
  if (isAlongFront(setting, index)) return [];
  const ofClause = placesOfClause(setting, index);
  if (ofClause.length > 0) return codesOf(ofClause);
  const mentions = mentionsFor(setting, number, deed);
  return mentions.length > 0
    ? placesAmong(mentions, setting, index, counted)
    : unnamedPlaces(setting, number, counted);
}

/** Of the places that a sentence names those where it was: the number's own, else those told before it, else the ones after. */
function placesAmong(
  mentions: readonly PlaceMention[],
  setting: Setting,
  index: number,
  counted: Occurrence,
): PlaceCode[] {
  const { deed } = counted;
  const { from = 0, to = 0 } = setting.numbers[index] ?? {};
  const own: PlaceMention[] = [];
  const leading: PlaceMention[] = [];
  const before: PlaceMention[] = [];
  for (const place of mentions) {
    const owner = ownerIndex(setting, place);
    if (owner === -1) leading.push(place);
    if (owner < index) before.push(place);
    else if (owner === index) own.push(place);
  }
  // "In Grayvoron one was killed and three were hurt, the governor of Belgorod said": who tells so is of no clause.
  const isLed = leading.some((place) => !place.isDomain);
  // "14 пострадали в Кривом Роге, сообщил глава Днепропетровской администрации": nor where a town is told.
  const isTold =
    isLed || own.some((place) => !place.isDomain && (placeByCode(place.code)?.kind ?? "town") === "town");
  const ofClause = own.filter(
    (place) => !(isTold && place.isDomain) && !(leading.length > 0 && isOfClause(setting, to, place)),
  );
  const earlier = fromLastOpener(before);
  const isCarried = isHereStill(setting, counted) && setting.carriedPlaces.length > 0;
  const nearest =
    ofClause.length > 0
      ? ofClause
      : leading.length > 0
        ? leading
        : earlier.length > 0
          ? earlier
          : isCarried && !isOneClause(setting, index, mentions)
            ? []
            : isTotalOfParts(setting, index, mentions)
              ? []
              : mentions;
  if (isCarried && nearest.every((place) => place.isDomain)) return carriedOf(setting, deed);
  const chosen = withoutDirections(
    deed.measure,
    nearest === ofClause || nearest === mentions ? nearest : lastClause(setting, nearest, from),
  );
  const holders = [...leading, ...earlier].filter(
    (place) =>
      !place.isDirection &&
      !place.isDistrict &&
      !place.isDomain &&
      chosen.some((one) => one.code !== place.code && isWithin(one.code, place.code)),
  );
  const stated = codesOf([...chosen, ...holders]);
  const isNarrowed = carriesPlaces.has(deed.measure) && isNarrowedByLead(setting, stated);
  return isNarrowed ? [...setting.carriedPlaces] : stated;
}

/** The places of a sentence where what a number counts may have happened. */
function mentionsFor(setting: Setting, number: NumberHit, deed: Deed): readonly PlaceMention[] {
  const all = departs.has(deed.measure) ? [...setting.places, ...setting.origins] : setting.places;
  if (all.length === 0) return all;
  const isHere = (place: PlaceMention): boolean =>
    !isBesideRegions(setting.sentence, setting.numbers, place.from) &&
    (!carriesPlaces.has(deed.measure) ||
      (!isOfTalks(setting.sentence, place) && !isOfReprisal(setting, place)));
  const here = inPart(setting, number.from, all.filter(isHere));
  return withoutGoals(setting, deed, withoutParts(setting, number, deed, here));
}

/** "Killed six in Sanaa, in retaliation for missiles launched at Israel": what was answered was elsewhere, unless a number follows. */
function isOfReprisal({ sentence, numbers, places }: Setting, place: PlaceMention): boolean {
  if (!sentence.hits.has.reprisal || places.length < 2) return false;
  return sentence.hits.of.reprisal.some(
    (cue) =>
      cue.to <= place.from &&
      places.some((other) => other.to <= cue.from) &&
      !numbers.some((number) => number.from >= cue.to),
  );
}

/** "143 clashes along the whole front, 22 of them near Kupiansk": of no one place; what leads a sentence holds for its numbers that have none. */
function isAlongFront(setting: Setting, index: number): boolean {
  const { wholeFront } = setting.sentence.hits.of;
  if (wholeFront.length === 0) return false;
  return wholeFront.some(({ from }) => {
    const before = setting.numbers.findLastIndex((number) => number.from < from);
    if (before === index) return true;
    return before === -1 && !setting.places.some((place) => ownerIndex(setting, place) === index);
  });
}

const goalReach = 3;

/** "Два беспилотника, летевших на Москву, сбиты в Раменском": what was shot down on its way was nowhere near where it flew to, if another place is told. */
function withoutGoals(
  { sentence }: Setting,
  deed: Deed,
  places: readonly PlaceMention[],
): readonly PlaceMention[] {
  if (places.length < 2 || !downed.has(deed.measure) || !sentence.hits.has.flownTo) return places;
  const others = places.filter(
    ({ from }) => !sentence.hits.of.flownTo.some((cue) => cue.to <= from && from - cue.to <= goalReach),
  );
  return others.length > 0 ? others : places;
}

/** "Two in Kyiv, and in Kharkiv one was killed and six were hurt": what follows is of the last clause that names a place. */
function fromLastOpener(places: readonly PlaceMention[]): readonly PlaceMention[] {
  const last = places.findLastIndex((place) => place.opens === true);
  return last < 0 ? places : places.slice(last);
}

/** "48 air strikes, among them on plants in Zhytomyr": places of a part are not the count's, unless settlements are counted. */
function withoutParts(
  setting: Setting,
  number: NumberHit,
  deed: Deed,
  places: readonly PlaceMention[],
): readonly PlaceMention[] {
  if (deed.measure !== "attacks") return places;
  const cue = setting.sentence.hits.of.including.find((hit) => hit.from >= number.to);
  if (cue === undefined || setting.numbers.some((other) => other.from >= number.to && other.to <= cue.from))
    return places;
  return places.filter((place) => place.from < cue.from);
}

/** "Near Saratov, damaging two bombers which were used to attack Ukraine": a place of a clause about something else. */
function isOfClause({ sentence }: Setting, from: number, place: PlaceMention): boolean {
  return (
    sentence.hits.has.clause &&
    sentence.hits.of.clause.some((hit) => hit.from >= from && hit.to <= place.from)
  );
}

/** Of places before a number those of its own clause: an act between two of them ends what is told of the first. */
function lastClause(setting: Setting, places: readonly PlaceMention[], number: number): PlaceMention[] {
  if (places.length < 2) return [...places];
  const sorted = places.toSorted((a, b) => a.from - b.from);
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const acts = setting.sentence.hits.filter(
    (hit) => ((hit.family === "act" && hit.id !== "hold") || hit.id === "clause") && hit.to <= number,
  );
  const from =
    lastOf(acts, (act) => act.to <= last.from && sorted.some((place) => place.to <= act.from))?.to ?? 0;
  return sorted.filter((place) => place.from >= from);
}
