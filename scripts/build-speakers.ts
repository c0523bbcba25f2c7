/**
 * Compiles data/speakers/seed-*.tsv into data/speakers/speakers.jsonl. Run: node scripts/build-speakers.ts
 */
import type { Forms } from "../src/reference/forms.ts";
import type { SpeakerRank, SpeakerRow } from "../src/reference/speakers.ts";
import { transliterate } from "../src/reference/transliterate.ts";
import { acronymsIn } from "./acronyms.ts";
import { declineHead, declineName, foldForm, type CasedLanguage } from "./decline.ts";
import { formsOf, joinParadigms, noHints, type Declension, type Paradigm } from "./declension.ts";
import { listOf, readSeed, slugOf, writeTable } from "./seed.ts";

const source = "public record, written by hand";

const ranks: Record<string, SpeakerRank> = { a: "authority", p: "party", m: "mediator", o: "other" };

/** The whole table, persons before bodies, in the order of the seeds. */
export function buildSpeakers(): SpeakerRow[] {
  const persons = readSeed("data/speakers/seed-persons.tsv").map(personRow);
  const bodies = readSeed("data/speakers/seed-bodies.tsv").map(bodyRow);
  return [...persons, ...bodies];
}

function rankOf(cell: string | undefined): SpeakerRank {
  const rank = ranks[cell ?? ""];
  if (rank === undefined) throw new Error(`unknown rank ${cell}`);
  return rank;
}

/** The cells of a person's row, in the order of the seed's heading. */
type PersonCells = readonly [
  name: string,
  side: string,
  uk: string,
  ru: string,
  enMore: string,
  ukMore: string,
  ruMore: string,
  places: string,
  rank: string,
  office: string,
  since: string,
  until: string,
  flags: string,
];

/** Flags: w a woman, 0 no cases, ! a surname that others share. */
function personRow(row: readonly string[]): SpeakerRow {
  const cells = Array.from({ length: 13 }, (_, at) => row[at] ?? "") as unknown as PersonCells;
  const [name, side, uk, ru, enMore, ukMore, ruMore, places, rank, office, since, until, flags] = cells;
  const latin = [name, ...listOf(enMore), ...transliterations(side, uk, ru)];
  const forms = {
    en: [...new Set([...latin, ...latin.map(lastWord)].flatMap(englishSpellings))],
    uk: personForms([uk, ...listOf(ukMore)], "uk", flags),
    ru: personForms([ru, ...listOf(ruMore)], "ru", flags),
  };
  return {
    id: slugOf(name),
    name,
    side: side || null,
    kind: "person",
    forms,
    ...sharedIf(flags.includes("!"), forms),
    places: listOf(places),
    rank: rankOf(rank),
    office: office || null,
    since: since || null,
    until: until || null,
    source,
  };
}

/** How the English press may write a Ukrainian or Russian name. */
function transliterations(side: string, uk: string, ru: string): string[] {
  if (side === "UA") return [transliterate(uk, "uk"), transliterate(ru, "ru")];
  return side === "RU" || side === "BY" ? [transliterate(ru, "ru")] : [];
}

/** Forms of one word, if the seed says that others share them. */
function sharedIf(isShared: boolean, forms: Forms): { ambiguous?: readonly string[] } {
  const single = [...forms.en, ...forms.uk, ...forms.ru].filter((form) => !form.includes(" "));
  return isShared ? { ambiguous: [...new Set(single)] } : {};
}

function lastWord(name: string): string {
  return name.split(" ").at(-1) ?? name;
}

function englishSpellings(name: string): string[] {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
  return [...new Set([foldForm(name), foldForm(plain.replaceAll("ı", "i"))])];
}

/** Full names and bare surnames in all cases. */
function personForms(names: readonly string[], lang: CasedLanguage, flags: string): string[] {
  const all = names.filter((name) => name !== "").flatMap((name) => fullNameForms(name, lang, flags));
  return [...new Set(all.map(foldForm))];
}

function fullNameForms(name: string, lang: CasedLanguage, flags: string): string[] {
  const words = name.split(" ");
  const surname = words.pop() ?? name;
  const isWoman = flags.includes("w");
  const decline = (word: string, kind: Declension): Paradigm => {
    const hints = { ...noHints, native: kind.startsWith("surname") };
    return declineName(word, lang, { ...hints, kind: flags.includes("0") ? "fixed" : kind });
  };
  const tail = decline(surname, isWoman ? "surname-f" : "surname-m");
  const full = words.reduceRight(
    (done, word) => joinParadigms(decline(word, isWoman ? "woman" : "man"), done, " "),
    tail,
  );
  return [...formsOf(full), ...formsOf(tail)];
}

/** name, side, en aliases, uk names, ru names ("2:" words declined, "=" as it is), places, rank, flags (! : names in one word are shared). */
function bodyRow(row: readonly string[]): SpeakerRow {
  const [name = "", side, enMore, uk, ru, places, rank, flags = ""] = row;
  const forms = {
    en: [...new Set([name, ...listOf(enMore)].flatMap(englishSpellings))],
    uk: [...new Set(listOf(uk).flatMap((one) => bodyForms(one, "uk")))],
    ru: [...new Set(listOf(ru).flatMap((one) => bodyForms(one, "ru")))],
  };
  return {
    id: slugOf(name),
    name,
    side: side || null,
    kind: "body",
    forms,
    ...sharedIf(flags.includes("!"), forms),
    ...acronymsIn(forms),
    places: listOf(places),
    rank: rankOf(rank),
    office: null,
    since: null,
    until: null,
    source,
  };
}

function bodyForms(name: string, lang: CasedLanguage): string[] {
  if (name.startsWith("=")) return [foldForm(name.slice(1))];
  const counted = /^(\d):(.+)$/u.exec(name);
  const [count, full] = counted === null ? [1, name] : [Number(counted[1]), counted[2] ?? ""];
  return formsOf(declineHead(full, count, lang)).map(foldForm);
}

if (import.meta.main) writeTable("data/speakers/speakers.jsonl", buildSpeakers());
