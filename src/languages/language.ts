import type { Concept } from "./concepts.ts";

/**
 * The words of each concept: one string a concept, forms separated by commas. A form is one or
 * more words in lower case, with plain apostrophes (') and е for ё; `*` at a word's end stands for
 * any ending ("загин*"). The longest match wins; a word may stand under several concepts.
 */
export type Lexicon = Readonly<Record<Concept, string>>;

/** Number words: every inflected form, in lower case. */
export interface Numerals {
  /** Form to value: units, tens, hundreds, dozens ("двоє": 2, "п'ятсот": 500). */
  readonly cardinals: Readonly<Record<string, number>>;
  /** Form to multiplier, written out or abbreviated ("тис", "million"). */
  readonly scales: Readonly<Record<string, number>>;
  /** Forms that mean a share of the scale that follows ("пів": 0.5, "полторы": 1.5). */
  readonly fractions: Readonly<Record<string, number>>;
  /** Ordinals of days, in lower case ("third": 3); left out: none are asked for. */
  readonly ordinals?: Readonly<Record<string, number>>;
  /** Words that make a scale after them a number: "a" in "a hundred"; empty: none needed. */
  readonly articles: readonly string[];
  /** Forms of "one" that are often no count; they need their noun. */
  readonly weakOnes: readonly string[];
  /** Words after a scale with an article that make it no number ("a hundred or so"). */
  readonly loose: readonly string[];
  /** Words between parts of one number ("and" in "one hundred and five"). */
  readonly joins: readonly string[];
  /** Endings after a hyphen that keep a number a cardinal ("157-ми"); others make ordinals. */
  readonly cardinalSuffixes: readonly string[];
  /** Whether a plain space may group digits ("1 050"). */
  readonly spaceGroups: boolean;
  /** Vague amounts that are no numbers when they stand alone ("dozens"). */
  readonly vague: readonly string[];
  /** Words after which one of them in the genitive is a number ("около сотни", "до тисячі"). */
  readonly beforeOne: readonly string[];
}

/** Names of days, months and weeks, and what is written by an hour. */
export interface Calendar {
  /** Twelve entries, January first; forms separated by commas, `*` as in the lexicon. */
  readonly months: readonly string[];
  /** Seven entries, Monday first. */
  readonly weekdays: readonly string[];
  /** Every form of "week" in words for days before and after ("a week earlier"). */
  readonly weekWords: readonly string[];
  /** Words after an hour that tell it is one ("15.00 мск", "3.30 pm"). */
  readonly clockWords: readonly string[];
  /** Words for a time of the day, after a whole hour in digits ("в 6 утра"). */
  readonly hourWords: readonly string[];
  /** Hours, between a number and such a word ("2 часа ночи"). */
  readonly hourUnits: readonly string[];
}

/** A body or office that speaks without a name: "the defence ministry", "officials". */
export interface SpeakerNoun {
  /** Forms as in the lexicon. */
  readonly forms: string;
  /** English name, with `%` where the party's adjective goes ("% Ministry of Defence"). */
  readonly name: string;
  /** A body of people told in the plural or without office speaks for the place's side. */
  readonly local?: boolean;
  /** Whose it is, whoever names it ("Кремль"): ISO 3166-1 alpha-2. */
  readonly party?: string;
  /** Speaks for no party (UN, analysts, media). */
  readonly neutral?: boolean;
}

/** Names to show of offices and bodies that speak without a name, by the English pattern of their {@link SpeakerNoun}. */
export type OfficeNames = Readonly<Record<string, string>>;

/** The usual names of a party's army, which its demonyms do not hold ("ВСУ"). */
export interface ArmyNames {
  /** ISO 3166-1 alpha-2, or `x-` and a slug. */
  readonly party: string;
  readonly forms: string;
}

/**
 * Words and endings of a language without cases, by which rules tell what no lexicon holds. A plural noun told by its form is no weapon
 * and no place of ours, but may be people.
 */
export interface PluralForms {
  /** A plural noun. */
  readonly noun: RegExp;
  /** Words of that form that are no nouns ("was", "across"). */
  readonly notNouns: ReadonlySet<string>;
  /** A plural noun for people ("tourists", "holidaymakers"). */
  readonly people: RegExp;
  /** Words of that form that are things ("containers"). */
  readonly notPeople: ReadonlySet<string>;
  /** Verbs that make a perfect with the participle after them ("has killed"). */
  readonly perfect: ReadonlySet<string>;
  /** The one of them that tells of what was over ("had killed"). */
  readonly pastPerfect: string;
  /** A participle of what goes on ("hitting"), which no passive is made with. */
  readonly ongoing: RegExp;
  /** Verbs that make the participle after them passive ("are said to have died"). */
  readonly passive: ReadonlySet<string>;
  /** Other adverbs ("barbarously"). */
  readonly adverb: RegExp;
  /** Adverbs of how badly somebody was hurt ("two critically"). */
  readonly gravity: ReadonlySet<string>;
  /** The definite article: what it stands before is known already. */
  readonly definite: string;
  /** What begins a clause about the noun before it ("since 2022 that killed"). */
  readonly relative: string;
  /** A word that describes the noun after it ("white buses"). */
  readonly adjective: RegExp;
}

/** What is known of a settlement's name beside its words. */
export interface SettlementClues {
  /** The text has it in the nominative already ("населених пунктів Степове, Лобкове"). */
  readonly isNominative: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The name of a settlement in the nominative, and whose standard of transliteration it takes. */
export type SettlementName = (
  words: readonly string[],
  clues: SettlementClues,
) => { readonly name: string; readonly standard: "uk" | "ru" };

/** One language that reports are read in. A fourth is one folder and one line of the registry. */
export interface Language {
  /** BCP-47 primary tag. */
  readonly tag: string;
  /** Letters that only this one of the languages uses, for detection; null: none. */
  readonly ownLetters: RegExp | null;
  /** Its most frequent short words, for detection of texts without such letters. */
  readonly commonWords: readonly string[];
  readonly lexicon: Lexicon;
  readonly numerals: Numerals;
  readonly calendar: Calendar;
  /** Abbreviations whose full stop ends no sentence, in lower case, without the stop. */
  readonly abbreviations: readonly string[];
  /** Words that no line ends with: posts break lines where a link or bold type begins. Left out: none are known. */
  readonly openWords?: readonly string[];
  readonly speakers: readonly SpeakerNoun[];
  /** Every language's offices as this one calls them; null: the patterns themselves are its names. */
  readonly officeNames: OfficeNames | null;
  readonly armies: readonly ArmyNames[];
  /** What only a party's foes call it ("орки", "киевский режим"). */
  readonly scorn: readonly ArmyNames[];
  /** Names of what only one party to a war fires ("«Искандер»", "ATACMS"). */
  readonly arms: readonly ArmyNames[];
  /** The party whose language it is alone, in its own wars; null: outlets of many parties write it. */
  readonly home: string | null;
  /** Endings of nouns after a number, by which an unknown noun is told from a verb; null: none are sure. */
  readonly genitivePlural: RegExp | null;
  /** How a settlement's name that no table holds is told; null: names have no cases. */
  readonly settlement: SettlementName | null;
  /** Whether the counted noun may stand before its number in running text ("осіб 20"). */
  readonly freeOrder: boolean;
  /** How plural nouns are told that no lexicon holds; null: they cannot be. */
  readonly plurals: PluralForms | null;
}
