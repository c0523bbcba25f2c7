/** The places that settlements of no table are: their codes, and where they are named. */

import type { PlaceCode } from "../../model/place.ts";
import type { Party } from "../../model/side.ts";
import { countryOf } from "../../reference/places.ts";
import { transliterate } from "../../reference/transliterate.ts";
import type { ListedName, PlaceMention } from "./place-mention.ts";
import { plainCode } from "./plain-names.ts";
import type { Document, Sentence } from "../text/document.ts";

/** The names of a sentence that may be villages. */
interface Listed {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly names: readonly ListedName[];
  /** The country of the report's places, where the sentence names none. */
  readonly home: Party | null;
  /** Names that a table has, but of another land than is meant. */
  readonly abroad: readonly PlaceMention[];
}

/** Adds the villages that no table holds. */
export function withVillages(listed: Listed, mentions: readonly PlaceMention[]): PlaceMention[] {
  const { document, sentence, names, home, abroad } = listed;
  if (names.length === 0) return [...mentions];
  const told = mentions.map((place) => countryOf(place.code)).find((party) => party !== null) ?? null;
  const villages = names
    .filter(
      (name) =>
        abroad.some(({ from, to }) => from === name.from && to === name.to) ||
        !sentence.hits.of.place.some((hit) => hit.from < name.to && name.from < hit.to),
    )
    .filter((name) => !sentence.hits.of.from.some((hit) => hit.to === name.from))
    .map((name): PlaceMention | null => {
      const code = villageCode(document, name, name.isAlone === true ? told : (told ?? home));
      if (code === null) return null;
      const next = document.tokens[name.to]?.norm ?? "";
      const isHead = next === "–" || next === "-" || next === ":";
      return {
        code,
        from: name.from,
        to: name.to,
        isLocated: true,
        isHead,
        isCounted: next === "(" && document.tokens[name.to + 1]?.kind === "number",
        isDomain: false,
        isDirection: false,
        isDistrict: false,
      };
    })
    .filter((place) => place !== null);
  return [...mentions, ...villages].toSorted((a, b) => a.from - b.from);
}

/** The code of a village that no table holds: its country and its name by the standard of transliteration. */
function villageCode(document: Document, name: ListedName, country: Party | null): PlaceCode | null {
  const { settlement } = document.language;
  if (country === null && name.isAlone !== true) return null;
  if (settlement === null) return plainCode(document, name, country);
  if (country === null) return null;
  const words = document.tokens
    .slice(name.from, name.to)
    .map((token) => document.whole.slice(token.start, token.end));
  const told = settlement(words, { isNominative: name.isNominative, country });
  const slug = transliterate(told.name, told.standard)
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return slug === "" ? null : `${country}:${slug}`;
}
