import type { Language } from "../language.ts";
import { lexicon } from "./lexicon.ts";
import { withMasculinePast } from "./past.ts";
import { numerals } from "./numerals.ts";
import { officeNames } from "./office-names.ts";
import { settlement } from "./settlement.ts";
import { speakers } from "./speakers.ts";

/** Ukrainian. */
export const ukrainian: Language = {
  tag: "uk",
  ownLetters: /[іїєґ]/u,
  commonWords: ["та", "що", "від", "до", "які", "було", "щодо", "після", "під", "це", "й", "вже"],
  lexicon: withMasculinePast(lexicon),
  numerals,
  calendar: {
    months: [
      "січня, січень, січні, січнем",
      "лютого, лютий, лютому",
      "березня, березень, березні",
      "квітня, квітень, квітні",
      "травня, травень, травні",
      "червня, червень, червні",
      "липня, липень, липні",
      "серпня, серпень, серпні",
      "вересня, вересень, вересні",
      "жовтня, жовтень, жовтні",
      "листопада, листопад, листопаді",
      "грудня, грудень, грудні",
    ],
    weekdays: [
      "понеділок, понеділка",
      "вівторок, вівторка",
      "середу, середи",
      "четвер, четверга",
      "п'ятницю, п'ятниці",
      "суботу, суботи",
      "неділю, неділі",
    ],
  },
  abbreviations: [
    "м",
    "с",
    "смт",
    "вул",
    "просп",
    "р",
    "рр",
    "ін",
    "тис",
    "млн",
    "млрд",
    "ген",
    "ст",
    "обл",
    "грн",
    "кв",
    "ч",
    "год",
    "хв",
    "чол",
    "о",
    "напр",
    "т",
    "в",
    "д",
    "мск",
    "св",
  ],
  speakers,
  officeNames,
  scorn: [{ party: "RU", forms: "окупант*, загарбник*, рашист*, орки, орків, русн*, країна-терорист*" }],
  home: "UA",
  armies: [
    {
      party: "UA",
      forms: "зсу, зс україни, сил оборони україни, сили оборони україни, силами оборони україни, нгу",
    },
    { party: "RU", forms: "пвк вагнер*, вагнерівц*, зс рф, армії рф, військ рф, вс рф" },
    { party: "IL", forms: "цахал, цагал, цахалу, цагалу" },
  ],
  genitivePlural: /^(?!внаслідок|наслідок).{3,}(?:ів|їв|ок|отек|ань|ень|цій|тей|ств)$/u,
  settlement,
  freeOrder: true,
  plurals: null,
};
