import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { Forms, FormLanguage } from "./forms.ts";
import { lazyIndex, lazyRows } from "./rows.ts";

/** `area`: what is no unit of administration: Donbas, the Gaza Strip, a sea. */
export type PlaceKind = "country" | "region" | "town" | "area";

/** A place of the gazetteer (data/places, origin and licences in data/README.md). */
export interface PlaceRow {
  readonly code: PlaceCode;
  readonly kind: PlaceKind;
  /** The place that holds it; null: a country, or an area that no one country holds. */
  readonly parent: PlaceCode | null;
  /** The contract's English name: as GeoNames spells it, regions without "region" or "oblast". */
  readonly name: string;
  /** Nominatives for display. */
  readonly names: { readonly uk: string; readonly ru: string };
  readonly forms: Forms;
  /** Another place of the same name is better known: this one only with its region named beside it. */
  readonly isLesser?: boolean;
  /**
   * Of regions and of towns of Ukraine and Russia: the adjective (en: the bare name) that stands before
   * "область", "район", "напрямок", "region", also in lists ("Kharkiv, Sumy and Odesa regions").
   */
  readonly adjectives?: Forms;
  /** Forms that are common words, surnames or other places too: they need a cue of place beside them. */
  readonly ambiguous?: readonly string[];
  /** Forms that are written in capitals only (US, WHO, РФ). */
  readonly acronyms?: readonly string[];
  /** Degrees, WGS 84; null: not known, or too wide for a point. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** IANA time zone where it differs from the parent's, and on every country that has one. */
  readonly zone?: string;
}

/** All places, regions and countries before towns. */
export const placeRows: () => readonly PlaceRow[] = lazyRows<PlaceRow>("data/places/places.jsonl");

const byCode = lazyIndex(placeRows, (row) => row.code);

/** Null: the gazetteer does not list it. */
export function placeByCode(code: PlaceCode): PlaceRow | null {
  return byCode().get(code) ?? null;
}

/**
 * The contract's English name of a place. A town that is not listed (`UA:mala-tokmachka`, minted by a
 * reader for a village) is named by its slug: "Mala Tokmachka".
 */
export function placeName(code: PlaceCode): string {
  const row = placeByCode(code);
  if (row !== null) return row.name;
  const slug = code.slice(code.indexOf(":") + 1);
  return slug
    .replaceAll(/(?:^|-)([^-]+)/gu, (_, word: string) => ` ${word[0]?.toUpperCase()}${word.slice(1)}`)
    .trim();
}

/** The name to show in a language; English for languages that the table has no names in. */
export function displayName(code: PlaceCode, lang: string): string {
  const names = placeByCode(code)?.names;
  if (names === undefined || !isNamed(lang)) return placeName(code);
  return names[lang];
}

function isNamed(lang: string): lang is Exclude<FormLanguage, "en"> {
  return lang === "uk" || lang === "ru";
}

/** The place that holds it; for an unlisted town its country. Null: nothing does. */
export function parentOf(code: PlaceCode): PlaceCode | null {
  const row = placeByCode(code);
  if (row !== null) return row.parent;
  const cut = code.search(/[:-]/u);
  return cut < 0 ? null : code.slice(0, cut);
}

/** Whether `inner` is `outer` or lies in it (town < region < country). */
export function isWithin(inner: PlaceCode, outer: PlaceCode): boolean {
  for (let at: PlaceCode | null = inner; at !== null; at = parentOf(at)) {
    if (at === outer) return true;
  }
  return false;
}

/** The state whose recognised territory it lies on. Null: a sea, or an area of several states. */
export function countryOf(code: PlaceCode): Party | null {
  countries ??= new Map(placeRows().map((row) => [row.code, topOf(row.code)]));
  const known = countries.get(code);
  return known === undefined ? topOf(code) : known;
}

/** Of all listed places: a reader asks many times a sentence. */
let countries: ReadonlyMap<PlaceCode, Party | null> | null = null;

/** The state at the end of the chain of what holds it. */
function topOf(code: PlaceCode): Party | null {
  let at = code;
  for (let up = parentOf(at); up !== null; up = parentOf(at)) at = up;
  return /^[A-Z]{2}$/u.test(at) ? at : null;
}

/** IANA time zone of a place, of its region or of its country's capital. Null: not known. */
export function timeZoneOf(code: PlaceCode): string | null {
  for (let at: PlaceCode | null = code; at !== null; at = parentOf(at)) {
    const zone = placeByCode(at)?.zone;
    if (zone !== undefined) return zone;
  }
  return null;
}
