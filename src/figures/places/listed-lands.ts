/** Places that are told in one list: "in Mali, Burkina Faso and Niger", "над Курской областью, Крымом и Черным морем". */

import type { PlaceCode } from "../../model/place.ts";
import { countryOf, placeByCode } from "../../reference/places.ts";
import type { Document, Sentence } from "../text/document.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { orderPlaces, rank } from "./place-order.ts";
import type { PlaceMention } from "./place-mention.ts";
import { itemAt } from "../text/item-at.ts";

/** What stands between two places of a list beside commas and the words of a place's own name. */
const links = anyOf("and", "in", "regionWord");
const longestGap = 5;
/** "Annexed Crimea", "окупованим Кримом": words that describe the next place. */
const described = 1;

/** Marks each place that stands in a list with the one before it. */
export function withJoints(
  { tokens, language }: Document,
  sentence: Sentence,
  places: PlaceMention[],
): PlaceMention[] {
  if (places.length < 2) return places;
  return places.map((place, at) => {
    const before = itemAt(places, at - 1);
    if (before === undefined || place.from - before.to > longestGap || place.from <= before.to) return place;
    let isJoined = false;
    let others = 0;
    for (let gap = before.to; gap < place.from; gap++) {
      const token = tokens[gap];
      const link = hitsOfAny(sentence, links).find((hit) => hit.from <= gap && hit.to > gap);
      if (token?.norm === "," || link?.id === "and") isJoined = true;
      else if (token?.norm === language.plurals?.definite || link !== undefined) continue;
      else if (token?.kind !== "word" || sentence.hits.of.act.some((act) => act.from === gap)) return place;
      else others++;
    }
    return isJoined && others <= described ? { ...place, isJoined } : place;
  });
}

/** The places of mentions, most specific first; all of one country but where a list names regions, seas or countries of several. */
export function codesOf(places: readonly PlaceMention[]): PlaceCode[] {
  return listedLands(places) ?? orderPlaces(places.map((place) => place.code));
}

/** Regions, areas and countries of several lands in one list. Null: no such list. */
function listedLands(places: readonly PlaceMention[]): PlaceCode[] | null {
  if (places.length < 2) return null;
  const sorted = places.toSorted((a, b) => a.from - b.from);
  const isList = sorted.every(
    ({ code, isJoined }, at) =>
      (at === 0 || isJoined === true) && placeByCode(code) !== null && placeByCode(code)?.kind !== "town",
  );
  const lands = new Set(sorted.map(({ code }) => countryOf(code)));
  if (!isList || lands.size < 2) return null;
  return [...new Set(sorted.map(({ code }) => code))].toSorted((a, b) => rank(a) - rank(b));
}
