/** Land that is told of by who lost it or leaves it. */

import { placeByCode } from "../../reference/places.ts";
import type { Scene, Setting } from "../claim.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const armies = anyOf("army", "military", "militants");
const notLeft = anyOf("planned", "possible", "proposed", "condition", "negation", "denial", "clause");

const fallReach = 3;

/** "The government acknowledged that the city had been taken", "the speaker confirmed that the province had fallen": of a state at war, by its own. */
export function isFallConfirmed(
  { document, profile }: Scene,
  { sentence, speaker, places }: Setting,
): boolean {
  const { admits, lostLand, settlement, regionWord, negation } = sentence.hits.of;
  if (document.language.freeOrder || lostLand.length === 0 || negation.length > 0) return false;
  const side = speaker?.side ?? null;
  return admits.some(
    (word) =>
      (side === null || profile.foes.includes(side)) &&
      lostLand.some(
        (fall) =>
          fall.from >= word.to &&
          [...settlement, ...regionWord, ...places].some(
            (land) => land.from >= word.to && land.to <= fall.from && fall.from - land.to <= fallReach,
          ),
      ),
  );
}

const leaverReach = 4;
const leftReach = 2;

/** "His troops had left El Fasher", "Ukrainian forces withdrew from Avdiivka": an army, right before the verb, that gives up a town of a land at war. */
export function isLandLeft({ document, profile }: Scene, { sentence, places }: Setting): boolean {
  const { leavesLand, settlement } = sentence.hits.of;
  if (document.language.freeOrder || leavesLand.length === 0 || profile.foes.length === 0) return false;
  return leavesLand.some((verb) => {
    const isLand =
      settlement.some((land) => land.from >= verb.to && land.from - verb.to <= leftReach) ||
      places.some(
        (place) =>
          place.from >= verb.to &&
          place.from - verb.to <= leftReach &&
          placeByCode(place.code)?.kind !== "country",
      );
    const isArmy = hitsOfAny(sentence, armies).some(
      (hit) => hit.to <= verb.from && verb.from - hit.to <= leaverReach,
    );
    const isOpen = hitsOfAny(sentence, notLeft).some(
      (cue) => cue.to <= verb.from && verb.from - cue.to <= leaverReach,
    );
    return isLand && isArmy && !isOpen;
  });
}
