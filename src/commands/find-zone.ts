import { dateFormat } from "../languages/date-format.ts";
import { placeRows, timeZoneOf } from "../reference/places.ts";
import { findPlaces, placeLabel, suggestPlaces } from "./find-place.ts";

/** A time zone that a person may mean, with what it was found by. */
export interface FoundZone {
  /** IANA name. */
  readonly zone: string;
  /** A place there in the person's language; null: it was found by its own name. */
  readonly place: string | null;
}

let names: readonly string[] | null = null;

/** IANA names that this machine knows, and those of the gazetteer. */
function zoneNames(): readonly string[] {
  names ??= [
    ...new Set([
      "UTC",
      ...placeRows().flatMap(({ zone }) => zone ?? []),
      ...Intl.supportedValuesOf("timeZone"),
    ]),
  ].filter((name) => isZone(name));
  return names;
}

/** Whether times can be shown in a zone of that name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Time zones by IANA name, by a place in any of the languages, or by their distance from UTC; the likeliest first. */
export function findZones(typed: string, language: string, limit = 25): readonly FoundZone[] {
  const text = typed.trim().toLowerCase().replaceAll(" ", "_");
  if (text === "") return [];
  const exact = zoneNames().filter((name) => name.toLowerCase() === text);
  const offset = offsetZone(typed);
  const byPlace = [...findPlaces(typed), ...suggestPlaces(typed, language)].flatMap(
    (code): readonly FoundZone[] => {
      const zone = timeZoneOf(code);
      return zone === null ? [] : [{ zone, place: placeLabel(code, language) }];
    },
  );
  const byName = zoneNames().filter((name) => name.toLowerCase().includes(text));
  const plain = (zone: string): FoundZone => ({ zone, place: null });
  const all = [
    ...exact.map(plain),
    ...(offset === null ? [] : [plain(offset)]),
    ...byPlace,
    ...byName.map(plain),
  ];
  const seen = new Set<string>();
  return all.filter(({ zone }) => !seen.has(zone) && seen.add(zone)).slice(0, limit);
}

/** `UTC+3`, `GMT-5`, `+2` as a zone without summer time; the sign of these names is the other way round (POSIX). */
function offsetZone(typed: string): string | null {
  const [, sign, hours] = /^(?:utc|gmt)?\s*([+−-])\s*0?(\d{1,2})(?::?00)?$/iu.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 14) return null;
  const name = Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
  return isZone(name) ? name : null;
}

/** A zone as it is shown: "Europe/Kyiv (UTC+3)", by its distance at `now`. */
export function zoneText(zone: string, now: number): string {
  const name = /^Etc\/GMT/u.test(zone) ? "" : zone.replaceAll("_", " ");
  const offset = zoneOffset(zone, now);
  if (name === "" || name === "UTC") return offset;
  return `${name} (${offset})`;
}

function zoneOffset(zone: string, now: number): string {
  const parts = dateFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now);
  return (parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT").replace("GMT", "UTC");
}
