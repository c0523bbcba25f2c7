/**
 * Compiles data/speakers/seed-*.tsv into data/speakers/speakers.jsonl. Run: node scripts/build-speakers.ts
 */
import type { SpeakerRank, SpeakerRow } from "../src/reference/speakers.ts";
import { transliterate } from "../src/reference/transliterate.ts";
import { acronymsIn } from "./acronyms.ts";
import { declineHead, declineName, foldForm, type CasedLanguage } from "./decline.ts";
import { formsOf, joinParadigms, noHints, type Declension } from "./declension.ts";
import { listOf, readSeed, slugOf, writeTable } from "./seed.ts";

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

/** name, side, uk, ru, en aliases, uk aliases, ru aliases, places, rank, office, since, until, flags (w woman, 0 fixed, ! shared surname). */
function personRow(row: readonly string[]): SpeakerRow {
  const [
    name = "",
    side,
    uk = "",
    ru = "",
    enMore,
    ukMore,
    ruMore,
    places,
    rank,
    office,
    since,
    until,
    flags = "",
  ] = row;
  const latin = [
    name,
    ...listOf(enMore),
    ...(side === "RU" || side === "BY" ? [transliterate(ru, "ru")] : []),
    ...(side === "UA" ? [transliterate(uk, "uk"), transliterate(ru, "ru")] : []),
  ];
  const surnames = latin.map(lastWord);
  const forms = {
    en: [...new Set([...latin, ...surnames].flatMap(englishSpellings))],
    uk: personForms([uk, ...listOf(ukMore)], "uk", flags),
    ru: personForms([ru, ...listOf(ruMore)], "ru", flags),
  };
  const single = Object.values(forms)
    .flat()
    .filter((form) => !form.includes(" "));
  return {
    id: slugOf(name), name, side: side || null, kind: "person", forms,
    ...(flags.includes("!") ? { ambiguous: [...new Set(single)] } : {}),
    places: listOf(places), rank: rankOf(rank), office: office || null,
    since: since || null, until: until || null, source: "public record, written by hand",
  }; // prettier-ignore
}

function lastWord(name: string): string {
  return name.split(" ").at(-1) ?? name;
}

function englishSpellings(name: string): string[] {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
  return [...new Set([foldForm(name), foldForm(plain.replaceAll("ı", "i"))])];
}

/** Full name and bare surname in all cases. */
function personForms(names: readonly string[], lang: CasedLanguage, flags: string): string[] {
  const all = names
    .filter((name) => name !== "")
    .flatMap((name) => {
      const words = name.split(" ");
      const surname = words.pop() ?? name;
      const isWoman = flags.includes("w");
      const kindOf = (last: boolean): Declension => {
        if (flags.includes("0")) return "fixed";
        if (last) return isWoman ? "surname-f" : "surname-m";
        return isWoman ? "woman" : "man";
      };
      const tail = declineName(surname, lang, { ...noHints, kind: kindOf(true) });
      const full = words.reduceRight(
        (done, word) =>
          joinParadigms(
            declineName(word, lang, { ...noHints, native: false, kind: kindOf(false) }),
            done,
            " ",
          ),
        tail,
      );
      return [...formsOf(full), ...formsOf(tail)];
    });
  return [...new Set(all.map(foldForm))];
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
    id: slugOf(name), name, side: side || null, kind: "body", forms,
    ...(flags.includes("!") ? { ambiguous: [...new Set(Object.values(forms).flat().filter((form) => !form.includes(" ")))] } : {}),
    ...acronymsIn(forms),
    places: listOf(places), rank: rankOf(rank), office: null, since: null, until: null,
    source: "public record, written by hand",
  }; // prettier-ignore
}

function bodyForms(name: string, lang: CasedLanguage): string[] {
  if (name.startsWith("=")) return [foldForm(name.slice(1))];
  const counted = /^(\d):(.+)$/u.exec(name);
  const [count, full] = counted === null ? [1, name] : [Number(counted[1]), counted[2] ?? ""];
  return formsOf(declineHead(full, count, lang)).map(foldForm);
}

if (import.meta.main) writeTable("data/speakers/speakers.jsonl", buildSpeakers());
