import { speakerByName } from "../../reference/speakers.ts";
import type { Scene, Setting } from "../claim.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

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
