import type { PlaceCode } from "../model/place.ts";
import { textsOf } from "../languages/texts.ts";
import { placeText } from "../alert/place-text.ts";
import { foughtConflicts } from "../reference/conflicts.ts";
import { formLanguages } from "../reference/forms.ts";
import { countryOf, displayName, placeByCode, placeRows, type PlaceRow } from "../reference/places.ts";

/** Words for a region, which are no part of its name, in the languages of the gazetteer. */
const regionWord =
  /(?:^|\s)(?:region|oblast|province|governorate|krai|область|області|обл\.?|области|регіон|регион|край|краю|края)(?=\s|$)/u;
/** Words for a town before its name. */
const townWord = /^(?:city of|town of|м\.|місто|г\.|город)\s+/u;

/**
 * Places that a person means by a name in any case of any of the languages: "Харкові", "Kharkiv region", "Dnipro". The best known
 * first, a region's town before the region. []: none is called so. At most `limit`.
 */
export function findPlaces(typed: string, limit = 8): readonly PlaceCode[] {
  const text = plain(typed);
  const isRegion = regionWord.test(text);
  const name = text.replace(regionWord, " ").replace(townWord, "").trim();
  if (name === "") return [];
  const found = namedRows()
    .filter((named) => isNamed(named, name, isRegion) || (text !== name && isNamed(named, text, isRegion)))
    .map(({ row }) => row);
  const fitting = isRegion ? found.filter(({ kind }) => kind === "region" || kind === "area") : found;
  return (fitting.length > 0 ? fitting : found)
    .toSorted((a, b) => rankOf(a, text) - rankOf(b, text))
    .slice(0, limit)
    .map(({ code }) => code);
}

function isNamed({ row, names }: NamedRow, name: string, isRegion: boolean): boolean {
  if (row.code.toLowerCase() === name) return true;
  if (formLanguages.some((language) => row.forms[language].includes(name))) return true;
  if (row.kind !== "region") return false;
  // Regions are also called by their name alone, and in lists by their adjective.
  return (
    names.some((full) => full.replace(regionWord, " ").trim() === name) ||
    (isRegion && formLanguages.some((language) => row.adjectives?.[language].includes(name) ?? false))
  );
}

const kindOrder = { country: 0, town: 1, region: 2, area: 3 } as const;

function rankOf({ kind, code, isLesser }: PlaceRow, text: string): number {
  return kindOrder[kind] + (isLesser === true ? 10 : 0) - (code.toLowerCase() === text ? 20 : 0);
}

interface NamedRow {
  readonly row: PlaceRow;
  readonly names: readonly string[];
}

let plainNames: readonly NamedRow[] | null = null;

/** Every place with its shown names, as they are compared; made once. */
function namedRows(): readonly NamedRow[] {
  plainNames ??= placeRows().map((row) => ({
    row,
    names: [row.name, row.names.uk, row.names.ru].map(plain),
  }));
  return plainNames;
}

/** Places whose shown name in the language begins with the text, the widest first, and of these what is told of more; for completion. */
export function suggestPlaces(typed: string, language: string, limit = 25): readonly PlaceCode[] {
  const text = plain(typed);
  if (text === "") return [];
  const exact = findPlaces(typed);
  const begun = namedRows()
    .filter(({ names }) => names.some((name) => name.startsWith(text)))
    .map(({ row }) => row)
    .toSorted(
      (a, b) =>
        rankOf(a, text) - rankOf(b, text) ||
        fameOf(a) - fameOf(b) ||
        sortName(a, language) - sortName(b, language),
    )
    .map(({ code }) => code);
  return [...new Set([...exact, ...begun])].slice(0, limit);
}

let ranks: ReadonlyMap<PlaceCode, number> | null = null;

/** Lower for what is told of more: the countries of conflicts in their order, and in them first what has a region of its name. */
function fameOf({ code, adjectives }: PlaceRow): number {
  ranks ??= new Map(
    foughtConflicts()
      .flatMap(({ places }) => places.flatMap((place) => countryOf(place) ?? []))
      .toReversed()
      .map((country, index, all): [PlaceCode, number] => [country, all.length - index]),
  );
  const rank = ranks.get(countryOf(code) ?? "") ?? ranks.size + 1_000;
  return 2 * rank + (adjectives === undefined ? 1 : 0);
}

function sortName({ code }: PlaceRow, language: string): number {
  return displayName(code, language).length;
}

/** A place as it is shown where several may have one name: with what holds it. */
export function placeLabel(code: PlaceCode, language: string): string {
  const texts = textsOf(language);
  const row = placeByCode(code);
  const name = placeText(code, texts);
  if (row === null || row.parent === null || row.kind === "region") return name;
  return `${name} (${placeText(row.parent, texts)})`;
}

/** As the gazetteer keeps forms: lower case, one kind of apostrophe, ё as е, single spaces. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[’ʼ`‘]/gu, "'")
    .replaceAll("ё", "е")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
