import { iso31661 } from "iso-3166";
import type { PlaceRow } from "../src/reference/places.ts";
import { ambiguousIf, namedForms } from "./place-names.ts";
import { englishForms, readHints } from "./place-forms.ts";
import { listOf, readSeed } from "./seed.ts";

const cldr = {
  en: new Intl.DisplayNames("en", { type: "region" }),
  uk: new Intl.DisplayNames("uk", { type: "region" }),
  ru: new Intl.DisplayNames("ru", { type: "region" }),
};

/** All countries, by code; names that the seed leaves out are CLDR's. Kosovo's code is user-assigned. */
export function buildCountries(): PlaceRow[] {
  const seed = new Map(readSeed("data/places/seed-countries.tsv").map((row) => [row[0] ?? "", row]));
  const codes: readonly string[] = [...iso31661.map((country) => country.alpha2), "XK"];
  return codes.toSorted().map((code) => countryRow(code, seed.get(code) ?? []));
}

/** code, en, uk, ru, en aliases, flags, zone, uk further names, ru further names. */
function countryRow(code: string, row: readonly string[]): PlaceRow {
  const name = row[1] || (cldr.en.of(code) ?? code);
  const uk = row[2] || (cldr.uk.of(code) ?? code);
  const ru = row[3] || (cldr.ru.of(code) ?? code);
  const hints = readHints(row[5] ?? "", false);
  const zone = row[6] || singleZone(code);
  const forms = {
    en: englishForms([name, ...listOf(row[4])], null),
    uk: namedForms({ name: uk, further: listOf(row[7]) }, "uk", hints),
    ru: namedForms({ name: ru, further: listOf(row[8]) }, "ru", hints),
  };
  return {
    code,
    kind: "country",
    parent: null,
    name,
    names: { uk, ru },
    forms,
    ...ambiguousIf(hints.isAmbiguous, { ...forms, uk: [], ru: [] }),
    lat: hints.lat,
    lon: hints.lon,
    ...(zone === null ? {} : { zone }),
  };
}

/** The zone of a country that has one only; null: several or none. */
function singleZone(code: string): string | null {
  const zones = new Intl.Locale(`und-${code}`).getTimeZones();
  return zones?.length === 1 ? (zones[0] ?? null) : null;
}
