import { dateFormat } from "../languages/date-format.ts";
import type { PlaceCode } from "../model/place.ts";
import { placeByCode, placeRows, timeZoneOf } from "../reference/places.ts";
import { findPlaces, placeLabel, suggestPlaces } from "./find-place.ts";
import { fromShortKey } from "./short-key.ts";

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

/**
 * Letters by which zones go, each with the zones that it may mean. The zones of Central and Eastern European time are those of the
 * region's largest cities here; IANA keeps these letters as links to others with the same times.
 */
const abbreviations: ReadonlyMap<string, readonly string[]> = new Map([
  ["gmt", ["UTC"]],
  ["z", ["UTC"]],
  ["msk", ["Europe/Moscow"]],
  ["мск", ["Europe/Moscow"]],
  ["wet", ["Europe/Lisbon"]],
  ["bst", ["Europe/London"]],
  ["cet", ["Europe/Warsaw"]],
  ["cest", ["Europe/Warsaw"]],
  ["eet", ["Europe/Kyiv"]],
  ["eest", ["Europe/Kyiv"]],
  ["est", ["America/New_York"]],
  ["edt", ["America/New_York"]],
  ["pst", ["America/Los_Angeles"]],
  ["pdt", ["America/Los_Angeles"]],
  ["cst", ["America/Chicago", "Asia/Shanghai"]],
  ["mst", ["America/Denver"]],
  ["ist", ["Asia/Jerusalem", "Asia/Kolkata", "Europe/Dublin"]],
]);

/**
 * The time zone that is named in full: by IANA name or the city in it, by its letters, by its distance from UTC, or by the whole name of a
 * place. Null: nothing is, or several are; `findZones` says which may be meant.
 */
export function namedZone(typed: string, language: string): FoundZone | null {
  const text = plain(typed);
  const exact =
    fromShortKey(typed.trim(), zoneNames()) ?? zoneNames().find((name) => name.toLowerCase() === text);
  const plainZone = exact ?? offsetZone(typed);
  if (plainZone !== null && !abbreviations.has(text)) return { zone: plainZone, place: null };
  const [meant, ...others] = abbreviations.get(text) ?? [];
  if (meant !== undefined) return others.length === 0 ? { zone: meant, place: null } : null;
  const byPlace = zonesOfPlaces(
    wellKnown(findPlaces(typed)).filter((code) => code.toLowerCase() !== text),
    language,
  );
  const [place] = byPlace;
  if (place !== undefined) return byPlace.every(({ zone }) => zone === place.zone) ? place : null;
  const byCity = zoneNames().filter((name) => name.toLowerCase().endsWith(`/${text}`));
  return byCity[0] === undefined || byCity.length > 1 ? null : { zone: byCity[0], place: null };
}

/** Without the villages that share a name with a city. */
function wellKnown(codes: readonly PlaceCode[]): readonly PlaceCode[] {
  const known = codes.filter((code) => placeByCode(code)?.isLesser !== true);
  return known.length === 0 ? codes : known;
}

/**
 * Time zones by IANA name, by a place in any of the languages, by their letters or by their distance from UTC at `now`, also by what only
 * begins a name; the likeliest first.
 */
export function findZones(
  typed: string,
  { language, now, limit = 25 }: { readonly language: string; readonly now: number; readonly limit?: number },
): readonly FoundZone[] {
  const text = plain(typed);
  if (text === "") return [];
  const named = namedZone(typed, language);
  const places = [...findPlaces(typed), ...suggestPlaces(typed, language)];
  const bare = (zone: string): FoundZone => ({ zone, place: null });
  const all = [
    ...(named === null ? [] : [named]),
    ...(abbreviations.get(text) ?? []).map(bare),
    ...zonesOfPlaces(places, language),
    ...zoneNames()
      .filter((name) => name.toLowerCase().includes(text))
      .map(bare),
    ...zonesAt(typed, now).map(bare),
  ];
  const seen = new Set<string>();
  return all.filter(({ zone }) => !seen.has(zone) && seen.add(zone)).slice(0, limit);
}

function zonesOfPlaces(codes: readonly PlaceCode[], language: string): readonly FoundZone[] {
  return codes.flatMap((code): readonly FoundZone[] => {
    const zone = timeZoneOf(code);
    return zone === null ? [] : [{ zone, place: placeLabel(code, language) }];
  });
}

function plain(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(" ", "_");
}

const offset = /^(?:utc|gmt)?\s*(?<sign>[+−-])\s*0?(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/iu;

/** `UTC+3`, `GMT-5`, `+2` as a zone without summer time; the sign of these names is the other way round (POSIX). Null for half hours. */
function offsetZone(typed: string): string | null {
  const { sign, hours, minutes = "00" } = offset.exec(typed.trim())?.groups ?? {};
  if (hours === undefined || minutes !== "00" || Number(hours) > 14) return null;
  const name = Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
  return isZone(name) ? name : null;
}

/** For a distance that no zone is named by (`UTC+5:30`): the zones that are that far from UTC at `now`. */
function zonesAt(typed: string, now: number): readonly string[] {
  const { sign, hours, minutes = "00" } = offset.exec(typed.trim())?.groups ?? {};
  if (hours === undefined || minutes === "00") return [];
  const meant = `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
  const at = Temporal.Instant.fromEpochMilliseconds(now);
  return zoneNames().filter((zone) => at.toZonedDateTimeISO(zone).offset === meant);
}

/** A zone as it is shown: "Europe/Kyiv (UTC+3)", by its distance at `now`. */
export function zoneText(zone: string, now: number): string {
  const name = zoneName(zone, now);
  const offset = zoneOffset(zone, now);
  return name === offset || name === "UTC" ? offset : `${name} (${offset})`;
}

/** A zone's name alone: "Europe/Kyiv"; "UTC+3" for one that is a distance only: its name among zones says the opposite (POSIX). */
export function zoneName(zone: string, now: number): string {
  return /^Etc\/GMT/u.test(zone) ? zoneOffset(zone, now) : zone.replaceAll("_", " ");
}

function zoneOffset(zone: string, now: number): string {
  const parts = dateFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now);
  return (parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT").replace("GMT", "UTC");
}
