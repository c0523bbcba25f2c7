import { iso31662 } from "iso-3166";
import type { PlaceRow } from "../src/reference/places.ts";
import { nameForms, type CasedLanguage } from "./decline.ts";
import { findCity, type CityIndex } from "./geonames.ts";
import { ambiguousIf, furtherForms, namedForms, roundDegrees } from "./place-names.ts";
import { adjectiveForms, englishForms, readHints, regionForms } from "./place-forms.ts";
import { listOf } from "./seed.ts";

/** What follows the name of a region: in English, in both Cyrillic languages ("" for a republic). */
const kinds: Record<string, { readonly english: readonly string[]; readonly noun: string }> = {
  o: { english: ["region", "oblast", "province"], noun: "область" },
  k: { english: ["krai", "territory", "region", "kray"], noun: "край" },
  r: { english: ["region", "republic"], noun: "" },
};

/** code, en, type (o, k, r), uk, ru, uk second names, ru second names, en aliases, zone, GeoNames code, seat, further adjectives and axes of the front named after it (uk, ru). */
export function regionRow(row: readonly string[], cities: CityIndex): PlaceRow {
  const [code = "", name = "", type = "", uk = "", ru = ""] = row;
  const kind = kinds[type];
  if (kind === undefined) throw new Error(`${code}: unknown type ${type}`);
  assertRegionCode(code);
  const city = findCity(cities, { country: code.slice(0, 2), admin: null, names: [row[10] ?? ""] });
  const bare = [...(type === "r" ? [] : [name]), ...listOf(row[7]).filter((alias) => !alias.startsWith("="))];
  const adjectives = {
    en: englishForms(bare, null),
    uk: [uk, ...listOf(row[11])].flatMap((one) => adjectiveForms(one, "uk")),
    ru: [ru, ...listOf(row[12])].flatMap((one) => adjectiveForms(one, "ru")),
  };
  const full = (own: string): string => (kind.noun === "" ? own : `${own} ${kind.noun}`);
  return {
    code,
    kind: "region",
    parent: code.slice(0, 2),
    name,
    names: { uk: full(uk), ru: full(ru) },
    forms: {
      en: englishRegionForms(bare, listOf(row[7]), kind.english),
      uk: casedForms({ name: uk, noun: kind.noun, further: listOf(row[5]) }, "uk"),
      ru: casedForms({ name: ru, noun: kind.noun, further: listOf(row[6]) }, "ru"),
    },
    ...(kind.noun === "" ? {} : { adjectives }),
    lat: city === null ? null : roundDegrees(city.lat),
    lon: city === null ? null : roundDegrees(city.lon),
    ...(row[8] ? { zone: row[8] } : {}),
  };
}

function englishRegionForms(
  bare: readonly string[],
  aliases: readonly string[],
  nouns: readonly string[],
): string[] {
  const raw = aliases.filter((alias) => alias.startsWith("=")).map((alias) => alias.slice(1));
  return englishForms([...bare.flatMap((one) => nouns.map((noun) => `${one} ${noun}`)), ...raw], null);
}

interface RegionName {
  /** An adjective if a noun follows. */
  readonly name: string;
  readonly noun: string;
  readonly further: readonly string[];
}

function casedForms(names: RegionName, lang: CasedLanguage): string[] {
  const own = names.noun === "" ? nameForms(names.name, lang) : regionForms(names.name, names.noun, lang);
  return [...new Set([...own, ...names.further.flatMap((one) => furtherForms(one, lang, true))])];
}

/** code, parent, en, uk, ru, en aliases, uk further names, ru further names, flags, zone. */
export function areaRow(row: readonly string[]): PlaceRow {
  const [code = "", parent = "", name = "", uk = "", ru = "", aliases, ukMore, ruMore, flags = "", zone] =
    row;
  const hints = readHints(flags, false);
  const isRegion = /^[A-Z]{2}-/u.test(code);
  if (isRegion) assertRegionCode(code);
  const forms = {
    en: englishForms([...(hints.isFullNameOnly ? [] : [name]), ...listOf(aliases)], null),
    uk: namedForms({ name: uk, further: listOf(ukMore) }, "uk", hints),
    ru: namedForms({ name: ru, further: listOf(ruMore) }, "ru", hints),
  };
  return {
    code,
    kind: isRegion ? "region" : "area",
    parent: parent === "" ? null : parent,
    name,
    names: { uk, ru },
    forms,
    ...ambiguousIf(hints.isAmbiguous, forms),
    lat: hints.lat,
    lon: hints.lon,
    ...(zone ? { zone } : {}),
  };
}

function assertRegionCode(code: string): void {
  if (!iso31662.some((known) => known.code === code)) throw new Error(`${code} is not in ISO 3166-2`);
}
