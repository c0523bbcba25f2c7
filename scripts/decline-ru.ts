import {
  fixed,
  mergeParadigms,
  paradigm,
  type Declension,
  type DeclensionHints,
  type Paradigm,
} from "./declension.ts";

const velarOrHushing = /[гкхжчшщ]$/u;
const hushing = /[жчшщц]$/u;

/** The cases of one Russian word. */
export function declineRussianWord(word: string, hints: DeclensionHints): Paradigm {
  const kind = hints.kind === "auto" ? kindByEnding(word) : hints.kind;
  switch (kind) {
    case "fixed":
      return fixed(word);
    case "adj":
      return adjective(word);
    case "pl":
      return plural(word, hints.stem);
    case "soft-f":
      return paradigm(word, hints.stem ?? word.replace(/ь$/u, ""), hints.stem ? "и и = ью и" : "и и = ью и");
    case "f":
    case "woman":
      return /[ая]$/u.test(word) ? feminine(word) : /ь$/u.test(word) ? softFeminine(word) : fixed(word);
    case "n":
      return neuter(word);
    case "man":
      return man(word, hints);
    case "surname-m":
      return surnameOfMan(word, hints);
    case "surname-f":
      return surnameOfWoman(word);
    default:
      return byEnding(word, hints);
  }
}

function kindByEnding(word: string): Declension {
  if (/[нтв]ие$/u.test(word)) return "n";
  if (/(?:ий|ый|ая|яя|ое|ее|ые|ие)$/u.test(word)) return "adj";
  if (/(?:е|ово|ево|ёво|ино|ыно|о)$/u.test(word)) return "n";
  if (/[ыи]$/u.test(word)) return "pl";
  if (/[уюэ]$/u.test(word)) return "fixed";
  return "m";
}

function byEnding(word: string, hints: DeclensionHints): Paradigm {
  return /[ая]$/u.test(word) ? feminine(word) : masculine(word, hints);
}

function adjective(word: string): Paradigm {
  const stem = word.slice(0, -2);
  const soft = /(?:[нр]ий|яя|ее)$/u.test(word);
  const i = soft || velarOrHushing.test(stem) ? "и" : "ы";
  const o = soft ? "е" : "о";
  if (/(?:ий|ый|ой|ое|ее)$/u.test(word)) {
    return paradigm(word, stem, `${o}го ${o}му =/${o}го ${i}м ${o}м`);
  }
  if (/(?:ая|яя)$/u.test(word)) {
    return paradigm(word, stem, `${o}й ${o}й ${soft ? "юю" : "ую"} ${o}й/${o}ю ${o}й`);
  }
  return paradigm(word, stem, `${i}х ${i}м =/${i}х ${i}ми ${i}х`);
}

function feminine(word: string): Paradigm {
  const stem = word.slice(0, -1);
  if (/ия$/u.test(word)) return paradigm(word, stem, "и и ю ей/ею и");
  if (/я$/u.test(word)) return paradigm(word, stem, "и е ю ей/ею е");
  const i = velarOrHushing.test(stem) ? "и" : "ы";
  return paradigm(word, stem, hushing.test(stem) ? `${i} е у ей/ою е` : `${i} е у ой/ою е`);
}

function softFeminine(word: string): Paradigm {
  return paradigm(word, word.slice(0, -1), "и и = ью и");
}

function neuter(word: string): Paradigm {
  const stem = word.slice(0, -1);
  if (/е$/u.test(word)) return paradigm(word, stem, "я ю = ем е/и");
  const cases = paradigm(word, stem, "а у = ом е");
  return /(?:ов|ев|ёв|ин|ын)$/u.test(stem) ? mergeParadigms(cases, fixed(word)) : cases;
}

function plural(word: string, oblique: string | null): Paradigm {
  const stem = word.slice(0, -1);
  const genitive = oblique ?? stem;
  const soft = /и$/u.test(word) && !velarOrHushing.test(stem);
  const genitives = /ц$/u.test(stem)
    ? [`${stem}ов`, `${stem}ев`, `${stem.slice(0, -1)}ец`, genitive]
    : [genitive, soft ? `${stem}ей` : `${stem}ов`, ...withFleetingVowel(stem)];
  const [dat, ins, loc] = soft ? ["ям", "ями", "ях"] : ["ам", "ами", "ах"];
  return [[word], genitives, [stem + dat], [word], [stem + ins], [stem + loc]];
}

/** Горки: Горок, Алешки: Алешек. */
function withFleetingVowel(stem: string): string[] {
  if (!/[^аеиоуыэюяьй]к$/u.test(stem)) return [];
  const before = stem.slice(0, -1);
  return [`${before}${hushing.test(before) ? "е" : "о"}к`];
}

function masculine(word: string, hints: DeclensionHints): Paradigm {
  if (/ий$/u.test(word)) return paradigm(word, word.slice(0, -1), "я ю = ем и");
  if (/й$/u.test(word)) return paradigm(word, word.slice(0, -1), "я ю = ем е");
  const stem = (hints.stem ?? obliqueStem(word)).replace(/ь$/u, "");
  if (/ь$/u.test(word)) return paradigm(word, stem, "я ю = ем/ём е");
  if (hushing.test(word)) return paradigm(word, stem, "а у = ем/ом е");
  return paradigm(word, stem, "а у = ом е");
}

/** Городец: Городц-, Елец: Ельц-, Городок: Городк-. */
function obliqueStem(word: string): string {
  if (/лец$/u.test(word)) return word.replace(/ец$/u, "ьц");
  if (/[^аеиоуыэюя]ец$/u.test(word)) return word.replace(/ец$/u, "ц");
  if (/[^аеиоуыэюя]ок$/u.test(word) && !/(?:сток|восток|поток)$/u.test(word))
    return word.replace(/ок$/u, "к");
  return word;
}

function animate(cases: Paradigm): Paradigm {
  return [cases[0], cases[1], cases[2], cases[1], cases[4], cases[5]];
}

function man(word: string, hints: DeclensionHints): Paradigm {
  if (/[ая]$/u.test(word)) return feminine(word);
  if (/[оеуюиыэ]$/u.test(word)) return fixed(word);
  return animate(masculine(word, hints));
}

function surnameOfMan(word: string, hints: DeclensionHints): Paradigm {
  if (/(?:ий|ый|ой)$/u.test(word) && word.length > 4) return adjective(word);
  if (/(?:ов|ев|ёв|ин|ын)$/u.test(word)) return paradigm(word, word, "а у а ым е");
  return man(word, hints);
}

function surnameOfWoman(word: string): Paradigm {
  if (/(?:ова|ева|ёва|ина|ына)$/u.test(word)) return paradigm(word, word.slice(0, -1), "ой ой у ой/ою ой");
  if (/ая$/u.test(word)) return adjective(word);
  return /[ая]$/u.test(word) ? feminine(word) : fixed(word);
}
