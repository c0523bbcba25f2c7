/**
 * Compiles data/parties/seed.tsv into data/parties/parties.jsonl: every state (its names from the
 * compiled places) and the non-state parties of current conflicts. Run: node scripts/build-parties.ts,
 * after build-places.ts.
 */
import type { PartyRow } from "../src/reference/parties.ts";
import { placeRows, type PlaceRow } from "../src/reference/places.ts";
import { acronymsIn } from "./acronyms.ts";
import { declineHead, foldForm, nameForms, type CasedLanguage } from "./decline.ts";
import { formsOf, noHints } from "./declension.ts";
import { adjectiveForms } from "./place-forms.ts";
import { listOf, readSeed, writeTable } from "./seed.ts";

/**
 * party, en, uk, ru, then three lists each of people and adjectives (en demonyms; uk and ru, where
 * words in -ий are adjectives), then three lists of metonyms.
 */
type SeedRow = readonly string[];

/** The whole table: states in the order of their codes, then the others in the order of the seed. */
export function buildParties(): PartyRow[] {
  const seed = readSeed("data/parties/seed.tsv");
  const byParty = new Map(seed.map((row) => [row[0] ?? "", row]));
  const countries = placeRows().filter((row) => row.kind === "country");
  const states = countries.map((place) => partyRow(place.code, byParty.get(place.code) ?? [], place));
  const others = seed
    .filter(([party = ""]) => party.startsWith("x-"))
    .map((row) => partyRow(row[0] ?? "", row, null));
  return [...states, ...others];
}

/** Names of states that are first of all words like "of that" and "the very": they begin sentences with a capital, too. */
const functionWords: ReadonlySet<string> = new Set(["того", "самое"]);

function partyRow(party: string, row: SeedRow, place: PlaceRow | null): PartyRow {
  const [, en, uk, ru, enMore, ukMore, ruMore, enMetonyms, ukMetonyms, ruMetonyms] = row;
  const name = {
    en: en || place?.name || party,
    uk: uk || place?.names.uk || party,
    ru: ru || place?.names.ru || party,
  };
  const own = (lang: CasedLanguage): string[] =>
    place === null
      ? wordForms(name[lang], lang)
      : place.forms[lang].filter((form) => !functionWords.has(form));
  const english = listOf(enMore).map(foldForm);
  const forms = {
    en: [...new Set([foldForm(name.en), ...(place?.forms.en ?? []), ...english])],
    uk: [...new Set([...own("uk"), ...allForms(ukMore, "uk")])],
    ru: [...new Set([...own("ru"), ...allForms(ruMore, "ru")])],
  };
  return {
    party,
    name,
    forms,
    ...acronymsIn(forms),
    metonyms: {
      en: listOf(enMetonyms).map(foldForm),
      uk: allForms(ukMetonyms, "uk"),
      ru: allForms(ruMetonyms, "ru"),
    },
  };
}

function allForms(cell: string | undefined, lang: CasedLanguage): string[] {
  return [...new Set(listOf(cell).flatMap((word) => wordForms(word, lang)))];
}

/** "=word" as it is; "2:Швидкі сили підтримки": two words declined; -ий an adjective; -и, -і, -ы, -е a plural. */
function wordForms(word: string, lang: CasedLanguage): string[] {
  if (word.startsWith("=")) return [foldForm(word.slice(1))];
  const counted = /^(\d):(.+)$/u.exec(word);
  if (counted !== null) return formsOf(declineHead(counted[2] ?? "", Number(counted[1]), lang)).map(foldForm);
  if (/(?:[сц]ький|[сц]кий|ний|ный)$/u.test(word)) return adjectiveForms(word, lang);
  if (/(?:[иі]|[ыие])$/u.test(word)) return nameForms(word, lang, { ...noHints, kind: "pl" });
  return nameForms(word, lang);
}

if (import.meta.main) writeTable("data/parties/parties.jsonl", buildParties());
