/** Where a title's counts happened, which the title does not say. */

import { leadingSettings } from "../carry.ts";
import type { Setting } from "../claim.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";
import { codesOf } from "./listed-lands.ts";
import { isOfTalks } from "./places.ts";

const attackWords = anyOf("strike", "attack", "airAttack", "airStrike", "assault", "hit", "explosion");

/** A title that states no place happened where the first sentences say that something was done: where armies stand, or somebody meets, is none of it; one that states a country only, if the lead goes on with its attack. */
export function titlesPlaced(settings: readonly Setting[]): Setting[] {
  const isPlaced = settings.every(
    ({ sentence, carriedPlaces }) => !sentence.isTitle || carriedPlaces.length > 0,
  );
  if (isPlaced) return [...settings];
  const lead = settings
    .filter((setting) => !setting.sentence.isTitle)
    .slice(0, leadingSettings)
    .filter(({ sentence }) => hasAny(sentence, harmOrAttack))
    .find(({ sentence, places }) => places.some((place) => !isOfTalks(sentence, place)));
  if (lead === undefined) return [...settings];
  const places = codesOf(lead.places.filter((place) => !isOfTalks(lead.sentence, place)));
  return settings.map((setting) =>
    setting.sentence.isTitle &&
    setting.carriedPlaces.length === 0 &&
    (setting.places.length === 0 || goesOn(setting, lead))
      ? { ...setting, carriedPlaces: places }
      : setting,
  );
}

const harmOrAttack = anyOf(
  "kill",
  "injure",
  "attack",
  "strike",
  "strikes",
  "airStrike",
  "bombards",
  "down",
  "explosion",
  "shelling",
  "capture",
  "swap",
  "release",
  "evacuate",
  "displace",
  "blackout",
);

/** "9 killed in strikes on Ukraine. Three children were among the victims in Dnipro": a lead that counts others tells of a part. */
function goesOn(title: Setting, lead: Setting): boolean {
  const isPart = lead.numbers.some(
    ({ low, isWeak }) => !isWeak && !title.numbers.some((number) => number.low === low),
  );
  return hasAny(lead.sentence, attackWords) && !isPart;
}
