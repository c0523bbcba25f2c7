import { fixed, formsOf, joinParadigms, noHints, type DeclensionHints, type Paradigm } from "./declension.ts";
import { declineRussianWord } from "./decline-ru.ts";
import { declineUkrainianWord } from "./decline-uk.ts";

/** The two languages whose names are declined here. */
export type CasedLanguage = "uk" | "ru";

const adjectiveEnding: Record<CasedLanguage, RegExp> = {
  uk: /(?:ий|[аеі])$/u,
  ru: /(?:ий|ый|ой|ая|яя|ое|ее|ые|ие)$/u,
};

function declineWord(word: string, lang: CasedLanguage, hints: DeclensionHints): Paradigm {
  return lang === "uk" ? declineUkrainianWord(word, hints) : declineRussianWord(word, hints);
}

/** Івано-Франківськ: the last part; Кам'янець-Подільський: both; Ростов-на-Дону: the first. */
function declineHyphenated(word: string, lang: CasedLanguage, hints: DeclensionHints): Paradigm {
  const cut = word.lastIndexOf("-");
  if (cut < 0) return declineWord(word, lang, hints);
  const middle = /^(.+?)(-(?:на|над|ан)-.+)$/u.exec(word);
  if (middle !== null) {
    const [, head = "", tail = ""] = middle;
    return joinParadigms(declineWord(head, lang, hints), fixed(tail), "");
  }
  const head = word.slice(0, cut);
  const tail = declineWord(word.slice(cut + 1), lang, hints);
  const agrees = /(?:ський|цький|зький|ский|цкий)$/u.test(word) && head.length > 3;
  return joinParadigms(agrees ? declineWord(head, lang, noHints) : fixed(head), tail, "-");
}

/**
 * The cases of a name of one or more words. Words before the last that end like an adjective agree
 * with it (Нова Каховка: Нової Каховки); `hints` speak of the last word.
 */
export function declineName(name: string, lang: CasedLanguage, hints: DeclensionHints = noHints): Paradigm {
  const words = name.split(" ");
  const last = words.pop() ?? name;
  const tail = declineHyphenated(last, lang, hints);
  if (hints.kind === "fixed") return fixed(name);
  return words.reduceRight((done, word) => {
    const isLinking = word.length <= 2;
    const kind = isLinking ? "fixed" : adjectiveEnding[lang].test(word) ? "adj" : "auto";
    return joinParadigms(declineHyphenated(word, lang, { ...noHints, kind }), done, " ");
  }, tail);
}

/**
 * The cases of a body's name whose first `count` words are declined and whose rest is a fixed
 * genitive (2, "Повітряні сили України"). The last declined word is the noun.
 */
export function declineHead(name: string, count: number, lang: CasedLanguage): Paradigm {
  const words = name.split(" ");
  const head = declineName(words.slice(0, count).join(" "), lang);
  const tail = words.slice(count).join(" ");
  return tail === "" ? head : joinParadigms(head, fixed(tail), " ");
}

/** Folds a form as a reader folds a text before looking it up: lower case, one apostrophe, no ё. */
export function foldForm(form: string): string {
  return form.normalize("NFC").toLowerCase().replaceAll(/[’ʼ`]/gu, "'").replaceAll("ё", "е");
}

/** All folded forms of a name in one language, the nominative first. */
export function nameForms(name: string, lang: CasedLanguage, hints: DeclensionHints = noHints): string[] {
  return [...new Set(formsOf(declineName(name, lang, hints)).map(foldForm))];
}
