import { speakerByName } from "../../reference/speakers.ts";
import type { PlaceCode } from "../../model/place.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Sentence } from "../text/document.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const includingOrOfThem = anyOf("including", "ofThem");

/** A regional head or a mayor who names no place tells of their own. */
export function inOfficePlaces(setting: Setting): Setting {
  if (setting.places.length > 0 || setting.carriedPlaces.length > 0 || setting.speaker === null)
    return setting;
  const own = speakerByName(setting.speaker.name)?.places ?? [];
  return own.length === 0 ? setting : { ...setting, carriedPlaces: own };
}

const fewTowns = 2;

/** "Обстріляно 20 населених пунктів. Серед них – Невське, Кремінна": the settlements that are counted are named in the next sentence, or after a colon. */
export function withListedTowns({ document }: Scene, settings: readonly Setting[]): Setting[] {
  return settings.map((setting, at) => {
    const next = settings[at + 1];
    if (!document.language.freeOrder || next === undefined || next.places.length < fewTowns) return setting;
    const { sentence, numbers, counted, places } = setting;
    const isOfTowns = numbers.length === 1 && counted[0]?.things.includes("settlement") === true;
    const isColon = document.tokens[sentence.to - 1]?.norm === ":";
    const isAmong = hitsOfAny(next.sentence, includingOrOfThem).some(
      (hit) => hit.from === next.sentence.from,
    );
    if (!isOfTowns || places.length > 0 || next.numbers.length > 0 || !(isColon || isAmong)) return setting;
    return { ...setting, places: next.places };
  });
}

const repels = anyOf("down", "stop");
const airDefence = anyOf("airDefenceForce", "airAttack", "down", "stop");
const skyReach = 3;

/**
 * "Збито 37 дронів. Повітряний напад відбивали у Київській та Сумській областях": what was shot down was over the regions of a sentence
 * soon after it, which counts nothing itself and tells of air defences.
 */
export function withSkyRegions({ document }: Scene, settings: readonly Setting[]): Setting[] {
  if (!document.language.freeOrder) return [...settings];
  return settings.map((setting, at) => {
    const { sentence, numbers, places } = setting;
    if (places.length > 0 || numbers.length === 0 || !hasAny(sentence, repels)) return setting;
    const over = settings.slice(at + 1, at + 1 + skyReach).find((next) => isOverRegions(sentence, next));
    return over === undefined ? setting : { ...setting, places: over.places };
  });
}

function isOverRegions(before: Sentence, { sentence, numbers, places }: Setting): boolean {
  return (
    !before.isTitle &&
    sentence.paragraph === before.paragraph &&
    numbers.length === 0 &&
    places.length >= fewTowns &&
    places.every(({ code }) => placeByCode(code)?.kind === "region") &&
    hasAny(sentence, airDefence)
  );
}

const villageReach = 4;

/**
 * "Killed 24 in a village in the Kherson region. … in the town of Khorly": a settlement that is told without its name, by its region, is the
 * one that is named in it soon after.
 */
export function withNamedVillage(settings: readonly Setting[]): Setting[] {
  return settings.map((setting, at) => {
    if (!setting.sentence.hits.has.someVillage) return setting;
    const region = setting.places.find(({ code }) => placeByCode(code)?.kind === "region");
    if (region === undefined || setting.places.some(({ code }) => isTown(code))) return setting;
    for (const next of settings.slice(at + 1, at + 1 + villageReach)) {
      const towns = next.places.filter(({ code }) => isTown(code));
      const [village, ...others] = towns;
      if (village === undefined) continue;
      // The region's seat is no village.
      const isOfIt = others.length === 0 && isVillageOf(village.code, region.code);
      return isOfIt
        ? { ...setting, places: [{ ...village, from: region.from, to: region.to }, ...setting.places] }
        : setting;
    }
    return setting;
  });
}

function isTown(code: PlaceCode): boolean {
  return (placeByCode(code)?.kind ?? "town") === "town";
}

/** Whether it lies in the region, or no table tells where in its land it lies. */
function isVillageOf(code: PlaceCode, region: PlaceCode): boolean {
  const row = placeByCode(code);
  return row === null
    ? countryOf(code) === countryOf(region) || countryOf(code) === null
    : row.parent === region && row.name !== placeByCode(region)?.name;
}
