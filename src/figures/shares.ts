import type { PlaceCode } from "../model/place.ts";
import type { Claim, Setting } from "./claim.ts";
import type { NumberHit } from "./numbers.ts";

/** "По одному – над територією": a word right before the number says that it is told of each. */
export function isShared(setting: Setting, number: NumberHit): boolean {
  return setting.sentence.hits.some(
    (hit) => hit.id === "each" && hit.to - hit.from === 1 && hit.to === number.start,
  );
}

/** "По три над областями А, Б і В": three in each place. The claim alone where it is told of one place, or of people. */
export function sharesOf(claim: Claim): Claim[] {
  const { setting, number, measure } = claim;
  if (!isShared(setting, number) || !/^(?:drones|missiles|weapons|bombs)\./.test(measure)) return [claim];
  const until = setting.numbers.find((other) => other.start >= number.to)?.start ?? Infinity;
  const codes = setting.places
    .filter((place) => place.from >= number.to && place.from < until)
    .map((place): PlaceCode => place.code)
    .filter((code) => claim.places.includes(code));
  const places = [...new Set(codes)];
  return places.length < 2 ? [claim] : places.map((code) => ({ ...claim, places: [code], isWithin: true }));
}
