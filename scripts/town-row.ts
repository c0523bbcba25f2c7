import type { Forms } from "../src/reference/forms.ts";
import type { PlaceRow } from "../src/reference/places.ts";
import { foldForm } from "./decline.ts";
import { findCity, type CityIndex } from "./geonames.ts";
import { ambiguousIf, namedForms, roundDegrees } from "./place-names.ts";
import { adjectiveForms, englishForms, readHints, townAdjective, type NameHints } from "./place-forms.ts";
import { listOf, readSeed, slugOf } from "./seed.ts";

/** Ukrainian towns whose adjective names a district, a community or a direction of the front. */
const districtSeats = new Set(
  readSeed("data/places/district-seats.txt").flatMap(([line = ""]) => line.split(" ")),
);

/** Russian regions whose districts are in the war's news; elsewhere the adjectives would only cost memory. */
const borderRegions = new Set(["RU-BEL", "RU-KRS", "RU-BRY", "RU-VOR", "RU-ROS", "RU-KDA", "RU-SMO"]);

/** Where coordinates are looked up. */
export interface Atlas {
  readonly cities: CityIndex;
  /** GeoNames code of a region by its ISO code. */
  readonly admins: ReadonlyMap<string, string>;
}

/** parent, en, uk, ru, aliases (Cyrillic ones are further names), flags. */
export function townRow(row: readonly string[], atlas: Atlas): PlaceRow {
  const [parent = "", name = "", uk = "", ru = "", aliases, flags = ""] = row;
  const country = parent.slice(0, 2);
  const isCased = country === "UA" || country === "RU";
  const hints = readHints(flags, isCased);
  const latin = listOf(aliases).filter((alias) => !isCyrillic(alias));
  const further = listOf(aliases).filter(isCyrillic);
  const forms = {
    en: englishForms([name, ...latin], isCased ? { uk, ru } : null),
    uk: namedForms({ name: uk, further: namesIn("uk", further) }, "uk", hints),
    ru: namedForms({ name: ru, further: namesIn("ru", further) }, "ru", hints),
  };
  const slug = hints.slug ?? slugOf(name);
  const admin = atlas.admins.get(parent) || null;
  const city = findCity(atlas.cities, { country, admin, names: [name, ...latin, ...forms.en] });
  const isSeat = borderRegions.has(parent) || (country === "UA" && districtSeats.has(slug));
  return {
    code: `${country}:${slug}`,
    kind: "town",
    parent,
    name,
    names: { uk, ru },
    forms,
    ...(isSeat || hints.adjectives !== null ? townAdjectives(name, { uk, ru, further }, hints) : {}),
    ...(hints.isLesser || slug !== slugOf(name) ? { isLesser: true } : {}),
    ...ambiguousIf(hints.isAmbiguous, forms),
    lat: hints.lat ?? (city === null ? null : roundDegrees(city.lat)),
    lon: hints.lon ?? (city === null ? null : roundDegrees(city.lon)),
  };
}

function isCyrillic(name: string): boolean {
  return /\p{Script=Cyrillic}/u.test(name);
}

/** Further Cyrillic names are told by their letters; those that fit both languages go to both. */
function namesIn(lang: "uk" | "ru", names: readonly string[]): string[] {
  const foreign = lang === "uk" ? /[ыэъё]/iu : /[іїєґ]/iu;
  return names.filter((name) => !foreign.test(name));
}

interface CyrillicNames {
  readonly uk: string;
  readonly ru: string;
  readonly further: readonly string[];
}

/** The adjectives of the names and of older ones (Бахмутський, Артемівський), and those of the seed. */
function townAdjectives(name: string, names: CyrillicNames, hints: NameHints): { adjectives?: Forms } {
  const of = (lang: "uk" | "ru"): string[] => {
    const own = hints.adjectives?.[lang === "uk" ? 0 : 1] ?? townAdjective(names[lang], lang);
    const older = namesIn(lang, names.further).map((one) => townAdjective(one, lang));
    const all = [...(own?.split("|") ?? []), ...older].filter((one) => one !== null);
    return [...new Set(all.flatMap((one) => adjectiveForms(one, lang)))];
  };
  const adjectives = { en: [foldForm(name)], uk: of("uk"), ru: of("ru") };
  return adjectives.uk.length + adjectives.ru.length === 0 ? {} : { adjectives };
}
