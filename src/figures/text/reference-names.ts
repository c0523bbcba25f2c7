import type { Language } from "../../languages/language.ts";
import { partyRows } from "../../reference/parties.ts";
import { placeByCode, placeRows } from "../../reference/places.ts";
import { speakerRows } from "../../reference/speakers.ts";
import type { Entry } from "./entries.ts";
import { splitForms } from "./split-forms.ts";

/** What a form stands for, before it has a place among a lexer's entries. */
export type NewEntry = Pick<Entry, "family" | "id" | "isName" | "isAcronym">;

/** Adds the names of places, parties and speakers that the reference tables have in a language. */
export function addReference(
  { tag, lexicon, plurals }: Language,
  add: (forms: readonly string[], entry: NewEntry) => void,
): void {
  if (tag !== "en" && tag !== "uk" && tag !== "ru") return;
  // "The capital city": the noun after its article.
  const capitals = new Set(
    splitForms(lexicon.thatCapital).map((form) => form.split(" ").find((word) => word !== plurals?.definite)),
  );
  const isTold = (form: string): boolean =>
    form.includes(" ") && form.split(" ").some((word) => capitals.has(word));
  for (const { code, forms, adjectives } of placeRows()) {
    const isName = isNameInLanguage(code, tag);
    add(
      forms[tag].filter((form) => !isTold(form)),
      { family: "place", id: code, isName, isAcronym: false },
    );
    // "В иранской столице": told by words that have no capital.
    const told = forms[tag].filter(isTold);
    if (told.length > 0) add(told, { family: "place", id: code, isName: false, isAcronym: false });
    if (adjectives === undefined) continue;
    add(adjectives[tag], { family: "placeAdjective", id: code, isName: tag === "en", isAcronym: false });
  }
  for (const { party, forms, metonyms } of partyRows()) {
    for (const form of forms[tag]) {
      // The name itself is among the forms.
      if (form.endsWith("'s")) continue;
      const isAcronym = tag === "en" && form.length <= longestAcronym;
      add([form], { family: "party", id: party, isName: isCapitalized(party, form, tag), isAcronym });
      // "RSF-led forces", "Hezbollah-led fighters".
      if (tag === "en" && !form.includes(" "))
        add([`${form}-led`], { family: "party", id: party, isName: true, isAcronym: false });
    }
    add(metonyms[tag], { family: "metonym", id: party, isName: true, isAcronym: false });
  }
  for (const { id, forms, ambiguous, acronyms } of speakerRows()) {
    const own = forms[tag].filter((form) => ambiguous?.includes(form) !== true || form.includes(" "));
    // "WHO said", not "Who said".
    const isAcronym = (form: string): boolean =>
      tag === "en" && form.length <= longestAcronym && acronyms?.includes(form) === true;
    for (const form of own) add([form], { family: "speaker", id, isName: true, isAcronym: isAcronym(form) });
  }
}

/** English names of so few letters are acronyms: IS, US, CAR, LeT. */
const longestAcronym = 3;

/** English writes all names with a capital, Ukrainian and Russian only those of countries, not adjectives. */
function isCapitalized(party: string, form: string, tag: "en" | "uk" | "ru"): boolean {
  if (tag === "en") return true;
  return isNameInLanguage(party, tag) && (placeByCode(party)?.forms[tag].includes(form) ?? false);
}

/** Ukrainian posts often write the aggressors' names in lower case on purpose. */
function isNameInLanguage(code: string, tag: string): boolean {
  return tag !== "uk" || (code !== "RU" && code !== "BY");
}
