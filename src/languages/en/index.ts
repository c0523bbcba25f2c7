import type { Language } from "../language.ts";
import { lexicon } from "./lexicon.ts";
import { numerals } from "./numerals.ts";
import { speakers } from "./speakers.ts";

/** English. */
export const english: Language = {
  tag: "en",
  ownLetters: null,
  commonWords: ["the", "of", "and", "in", "to", "said", "on", "at", "was", "were", "has", "for", "with", "by", "from"],
  lexicon,
  numerals,
  calendar: {
    months: [
      "january, jan",
      "february, feb",
      "march, mar",
      "april, apr",
      "may",
      "june, jun",
      "july, jul",
      "august, aug",
      "september, sept, sep",
      "october, oct",
      "november, nov",
      "december, dec",
    ],
    weekdays: [
      "monday, mon",
      "tuesday, tues, tue",
      "wednesday",
      "thursday, thurs",
      "friday, fri",
      "saturday",
      "sunday",
    ],
  },
  abbreviations: [
    "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "sen", "rep", "gov", "st", "jr", "sr", "vs",
    "u.s", "u.k", "u.n", "e.u", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec", "prof", "adm", "brig", "inc", "ltd", "co", "d.c", "a.m", "p.m", "sq", "approx", "j", "k", "b", "c",
  ],
  speakers,
  freeOrder: false,
};
