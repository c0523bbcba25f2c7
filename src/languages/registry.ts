import type { Language } from "./language.ts";
import { english } from "./en/index.ts";
import { russian } from "./ru/index.ts";
import { ukrainian } from "./uk/index.ts";

/** All languages that reports are read in. */
export const languages: readonly Language[] = [english, ukrainian, russian];

/** The language of a tag; null: not read. */
export function languageByTag(tag: string | null): Language | null {
  return languages.find((language) => language.tag === tag) ?? null;
}
