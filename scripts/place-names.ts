import type { Forms } from "../src/reference/forms.ts";
import { declineHead, foldForm, nameForms, type CasedLanguage } from "./decline.ts";
import { formsOf, noHints } from "./declension.ts";
import { withForeignRule, type NameHints } from "./place-forms.ts";

/** A further name; with a leading "=" it is not declined, with "1:" only its first word is. */
export function furtherForms(name: string, lang: CasedLanguage, isNative: boolean): string[] {
  if (name.startsWith("=")) return [foldForm(name.slice(1))];
  const counted = /^(\d):(.+)$/u.exec(name);
  if (counted !== null) {
    return formsOf(declineHead(counted[2] ?? "", Number(counted[1]), lang)).map(foldForm);
  }
  return nameForms(name, lang, withForeignRule(name, { ...noHints, native: isNative }));
}

/** A name and its further ones in one language. */
export interface NameSet {
  readonly name: string;
  readonly further: readonly string[];
}

/** All forms of a name and of its further names. */
export function namedForms(names: NameSet, lang: CasedLanguage, hints: NameHints): string[] {
  const own = nameForms(names.name, lang, withForeignRule(names.name, hints[lang]));
  const further = names.further.flatMap((name) => furtherForms(name, lang, hints[lang].native));
  return [...new Set([...own, ...further])];
}

/** All forms of a row as ambiguous ones, if its seed says so. */
export function ambiguousIf(isAmbiguous: boolean, forms: Forms): { ambiguous?: readonly string[] } {
  return isAmbiguous ? { ambiguous: [...new Set([...forms.en, ...forms.uk, ...forms.ru])] } : {};
}

/** Degrees to four decimals, about ten metres. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
