import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { TallywireError } from "../errors.ts";

/** Values of a text's variables. Numbers choose plural forms; what people read is passed as text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Texts {
  /** BCP-47 primary tag. */
  readonly language: string;
  /** A text with its variables filled in. Throws TallywireError `missing-text`: a text that is named in code is in every language. */
  text(id: string, values?: TextValues): string;
  /** Whether the language has the text. */
  has(id: string): boolean;
  /** The ids of all texts. */
  ids(): readonly string[];
  /** A number with the language's separators: 1,212 or 1 212. */
  number(value: number): string;
}

/** Languages that messages are written in; the first is the one for everybody else. */
export const textLanguages = ["en", "uk", "ru"] as const;

/** What alerts say, what commands and the board say, what commands are called, what the settings panel says, what only Telegram shows, what admins read. */
const textFiles = [
  "texts.ftl",
  "commands.ftl",
  "command-names.ftl",
  "settings.ftl",
  "telegram.ftl",
  "digest.ftl",
  "admin.ftl",
] as const;

const loaded = new Map<string, Texts>();

/** The texts of a language, read once; English for a language without texts. */
export function textsOf(language: string): Texts {
  const tag = textLanguages.find((known) => known === language) ?? textLanguages[0];
  const known = loaded.get(tag);
  if (known !== undefined) return known;
  const texts = loadTexts(tag);
  loaded.set(tag, texts);
  return texts;
}

function loadTexts(language: string): Texts {
  // No isolating marks: platforms draw them, and all our languages run from left to right.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const ids: string[] = [];
  for (const file of textFiles) {
    const source = readFileSync(new URL(`./${language}/${file}`, import.meta.url), "utf8");
    ids.push(...[...source.matchAll(/^([a-z][\w-]*) =/gmu)].flatMap(([, id]) => id ?? []));
    const faults = bundle.addResource(new FluentResource(source));
    if (faults.length > 0)
      throw new TallywireError(`${file} of ${language} cannot be read.`, {
        code: "bad-texts",
        cause: faults[0],
      });
  }
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return {
    language,
    has: (id) => bundle.hasMessage(id),
    ids: () => ids,
    number: (value) => format.format(value),
    text(id, values = {}) {
      const pattern = bundle.getMessage(id)?.value;
      if (pattern == null)
        throw new TallywireError(`The texts of ${language} have no "${id}".`, { code: "missing-text" });
      return bundle.formatPattern(pattern, { ...values });
    },
  };
}
