/**
 * The forms of a Ukrainian or Russian name in the cases, by its ending. It over-generates on
 * purpose (both genitives in -а and -у): a form that nobody writes matches nothing.
 * Rules: Український правопис 2019, §§ 82-100; Русская грамматика 1980, §§ 1177-1220.
 */

/** Alternatives in the order nominative, genitive, dative, accusative, instrumental, locative. */
export type Paradigm = readonly [
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
];

/**
 * How a word is declined; `auto` goes by the ending. `fixed`: no cases. `soft-f`: feminine in -ь or
 * a hushing consonant. `man`, `woman`: a person's name (animate accusative, surnames in -ов, -ин).
 */
export type Declension =
  | "auto"
  | "fixed"
  | "m"
  | "f"
  | "soft-f"
  | "n"
  | "pl"
  | "adj"
  | "man"
  | "woman"
  | "surname-m"
  | "surname-f";

/** What a seed row may say beyond the endings. */
export interface DeclensionHints {
  readonly kind: Declension;
  /** The stem before case endings, where a vowel is lost or changed (Орёл: `Орл`); null: by rule. */
  readonly stem: string | null;
  /** A word of the language itself, so that і changes to о in open syllables (Харків, Харкова). */
  readonly native: boolean;
}

export const noHints: DeclensionHints = { kind: "auto", stem: null, native: true };

export const fixed = (word: string): Paradigm => {
  const same = [word];
  return [same, same, same, same, same, same];
};

/** Builds a paradigm from a nominative, a stem and endings parted by "/" in five oblique cases. */
export function paradigm(word: string, stem: string, endings: string): Paradigm {
  const [gen = "", dat = "", acc = "", ins = "", loc = ""] = endings.split(" ");
  const expand = (list: string): string[] =>
    list.split("/").map((ending) => (ending === "=" ? word : ending === "-" ? stem : stem + ending));
  return [[word], expand(gen), expand(dat), expand(acc), expand(ins), expand(loc)];
}

/** Joins two paradigms case by case (Кривий + Ріг: Кривого Рогу). */
export function joinParadigms(first: Paradigm, second: Paradigm, joiner: string): Paradigm {
  const cases = first.map((forms, index) =>
    forms.flatMap((form) => (second[index] ?? []).map((other) => form + joiner + other)),
  );
  return cases as unknown as Paradigm;
}

/** Puts two ways to decline one word side by side. */
export function mergeParadigms(first: Paradigm, second: Paradigm): Paradigm {
  const cases = first.map((forms, index) => [...forms, ...(second[index] ?? [])]);
  return cases as unknown as Paradigm;
}

/** All distinct forms of a paradigm, the nominative first. */
export function formsOf(cases: Paradigm): string[] {
  return [...new Set(cases.flat())];
}
