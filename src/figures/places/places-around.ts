import { speakerByName } from "../../reference/speakers.ts";
import { placeByCode } from "../../reference/places.ts";
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
