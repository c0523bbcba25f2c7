import { transliterate } from "../src/reference/transliterate.ts";
import { declineName, foldForm, nameForms, type CasedLanguage } from "./decline.ts";
import { formsOf, joinParadigms, noHints, type Declension, type DeclensionHints } from "./declension.ts";

/** Hints of a seed row, both languages. */
export interface NameHints {
  readonly uk: DeclensionHints;
  readonly ru: DeclensionHints;
  readonly isAmbiguous: boolean;
  /** Another place of that name is better known. */
  readonly isLesser: boolean;
  /** The bare English name is no form of it (Idlib province beside Idlib). */
  readonly isFullNameOnly: boolean;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly slug: string | null;
  /** Adjectives that the endings do not tell, Ukrainian and Russian. */
  readonly adjectives: readonly [uk: string, ru: string] | null;
}

const kinds: Record<string, Declension> = {
  "0": "fixed",
  m: "m",
  f: "f",
  s: "soft-f",
  n: "n",
  p: "pl",
  a: "adj",
};

/**
 * Flags of a seed row, parted by spaces: a letter of `kinds` for both languages (`s`), after `u` or `r` for
 * one (`us`, `r0`); `u:Ірпен` or `r:Орл` a stem (genitive plural of plurals); `!` ambiguous; `~` lesser; `^` not by
 * its bare English name; `@50.1,30.2` coordinates; `#slug`;
 * `A:сумський/сумский` adjectives, several of a language parted by "|".
 */
export function readHints(cell: string, isNative: boolean): NameHints {
  const uk = { kind: "auto" as Declension, stem: null as string | null, native: isNative };
  const ru = { ...uk };
  const flags = cell.split(" ").filter((item) => item !== "");
  let point: readonly [number, number] | null = null;
  let slug: string | null = null;
  let adjectives: NameHints["adjectives"] = null;
  for (const flag of flags) {
    if (["!", "~", "^"].includes(flag)) continue;
    if (flag.startsWith("@")) point = readPoint(flag);
    else if (flag.startsWith("#")) slug = flag.slice(1);
    else if (flag.startsWith("A:")) adjectives = readAdjectives(flag);
    else if (flag.startsWith("u:")) uk.stem = flag.slice(2);
    else if (flag.startsWith("r:")) ru.stem = flag.slice(2);
    else setKind(flag, uk, ru);
  }
  const [isAmbiguous, isLesser, isFullNameOnly] = ["!", "~", "^"].map((flag) => flags.includes(flag)) as [
    boolean,
    boolean,
    boolean,
  ];
  return {
    uk,
    ru,
    isAmbiguous,
    isLesser,
    isFullNameOnly,
    lat: point?.[0] ?? null,
    lon: point?.[1] ?? null,
    slug,
    adjectives,
  };
}

function readPoint(flag: string): readonly [number, number] {
  const [lat, lon] = flag.slice(1).split(",").map(Number);
  if (lat === undefined || lon === undefined || Number.isNaN(lat + lon)) throw new Error(`bad point ${flag}`);
  return [lat, lon];
}

function readAdjectives(flag: string): readonly [string, string] {
  const [uk, ru] = flag.slice(2).split("/");
  if (uk === undefined || ru === undefined) throw new Error(`bad adjectives ${flag}`);
  return [uk, ru];
}

function setKind(flag: string, uk: { kind: Declension }, ru: { kind: Declension }): void {
  const kind = kinds[flag.at(-1) ?? ""];
  if (kind === undefined || flag.length > 2) throw new Error(`unknown flag ${flag}`);
  if (flag.length === 1 || flag[0] === "u") uk.kind = kind;
  if (flag.length === 1 || flag[0] === "r") ru.kind = kind;
}

/** Foreign names in a vowel other than -а, -я (and -и of Ukrainian, Russian plurals by flag) have no cases. */
export function withForeignRule(name: string, hints: DeclensionHints): DeclensionHints {
  const isIndeclinable = !hints.native && hints.kind === "auto" && /[оеіїуюєиэ]$/u.test(name);
  return isIndeclinable ? { ...hints, kind: "fixed" } : hints;
}

/** English forms: the names given, both transliterations and their older or looser spellings. */
export function englishForms(
  names: readonly string[],
  cyrillic: { uk: string; ru: string } | null,
): string[] {
  const given = [...names];
  if (cyrillic !== null) {
    const ukrainian = transliterate(cyrillic.uk, "uk");
    given.push(ukrainian, softSpelling(ukrainian), transliterate(cyrillic.ru, "ru"));
    given.push(transliterate(cyrillic.ru, "ru").replaceAll(/ye/gu, "e"));
  }
  const forms = given.map((name) => foldForm(name));
  return [...new Set(forms.flatMap(looserSpellings))];
}

/** ia and ya, iu and yu, ii and iy, accents dropped. */
function looserSpellings(form: string): string[] {
  const plain = form.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
  const glides = form.replaceAll(/ia\b/gu, "ya").replaceAll(/iu/gu, "yu").replaceAll(/ii/gu, "iy");
  const bare = form.replaceAll("'", "");
  return [form, plain, glides, bare];
}

/** "Vilnyansk" for "Vilniansk": how much of the press writes я after a consonant. */
function softSpelling(transliterated: string): string {
  return transliterated.replaceAll(/(?<=[b-df-hj-np-tv-xz])ia(?=[b-df-hj-np-tv-xz])/gu, "ya");
}

const regionNouns: Record<CasedLanguage, readonly string[]> = {
  uk: ["обл", "обл."],
  ru: ["обл", "обл."],
};

/** "Харківська область" in all cases, with обл. and the noun cut off, from its adjective and noun. */
export function regionForms(adjective: string, noun: string, lang: CasedLanguage): string[] {
  const nounHints = { ...noHints, kind: (noun === "область" ? "soft-f" : "auto") as Declension };
  const cases = declineName(adjective, lang, { ...noHints, kind: "adj" });
  const full = joinParadigms(cases, declineName(noun, lang, nounHints), " ");
  const short =
    noun === "область"
      ? formsOf(cases).flatMap((form) => regionNouns[lang].map((word) => `${form} ${word}`))
      : [];
  return [...new Set([...formsOf(full), ...short].map(foldForm))];
}

/** All cases of an adjective given in its masculine, feminine or neuter nominative, in all genders. */
export function adjectiveForms(adjective: string, lang: CasedLanguage): string[] {
  const endings = lang === "uk" ? ["ий", "а", "е", "і"] : ["ий", "ая", "ое", "ие"];
  const stem = lang === "uk" ? adjective.replace(/(?:ий|[аеі])$/u, "") : adjective.slice(0, -2);
  const all = endings.flatMap((ending) => nameForms(stem + ending, lang, { ...noHints, kind: "adj" }));
  return [...new Set(all)];
}

/** The adjective of a town (Харків: харківський), by its ending; null for names of several words. */
export function townAdjective(name: string, lang: CasedLanguage): string | null {
  const word = name.split("-").at(-1) ?? name;
  if (name.includes(" ") || word.length < 4) return null;
  return lang === "uk" ? ukrainianAdjective(name) : russianAdjective(name);
}

function ukrainianAdjective(name: string): string {
  if (/(?:ський|цький)$/u.test(name)) return name;
  if (/[сцз]ьк$/u.test(name)) return `${name}ий`;
  if (/[сц]ьке$/u.test(name)) return name.replace(/е$/u, "ий");
  if (/ове$/u.test(name)) return name.replace(/ове$/u, "івський");
  if (/[нрвл]е$/u.test(name)) return name.replace(/е$/u, "енський");
  if (/ець$/u.test(name)) return name.replace(/ь$/u, "ький");
  if (/(?:са|сса)$/u.test(name)) return name.replace(/са$/u, "ський");
  if (/цьк?[іяа]$|ці$|ця$/u.test(name)) return name.replace(/ц[іья]$/u, "цький");
  if (/[кгх]а$/u.test(name)) return name.replace(/[кгх]а$/u, "ський");
  return `${name.replace(/[аяиіоеь]$/u, (last) => (last === "ь" ? "ь" : ""))}ський`.replace("нья", "н");
}

function russianAdjective(name: string): string {
  if (/(?:ский|цкий)$/u.test(name)) return name;
  if (/[сц]к$/u.test(name)) return `${name}ий`;
  if (/ец$/u.test(name)) return `${name}кий`;
  if (/[сц]кое$/u.test(name)) return name.replace(/ое$/u, "ий");
  if (/[нв]ое$/u.test(name)) return name.replace(/ое$/u, "енский");
  if (/(?:са|сса)$/u.test(name)) return name.replace(/с+а$/u, "сский");
  if (/ц[аыи]$/u.test(name)) return name.replace(/ц[аыи]$/u, "цкий");
  if (/[кгх]а$/u.test(name)) return name.replace(/[кгх]а$/u, "ский");
  return `${name.replace(/[аяыиоей]$/u, "")}ский`;
}
