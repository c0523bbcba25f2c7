import {
  fixed,
  mergeParadigms,
  paradigm,
  type Declension,
  type DeclensionHints,
  type Paradigm,
} from "./declension.ts";

const adjectiveM = "ого ому =/ого им ому/ім";
const hushing = /[жчшщ]$/u;

/** The cases of one Ukrainian word. */
export function declineUkrainianWord(word: string, hints: DeclensionHints): Paradigm {
  const kind = hints.kind === "auto" ? kindByEnding(word) : hints.kind;
  switch (kind) {
    case "fixed":
      return fixed(word);
    case "adj":
      return adjective(word);
    case "pl":
      return plural(word, hints.stem);
    case "soft-f":
      return softFeminine(word, hints.stem);
    case "f":
    case "woman":
      return /[ая]$/u.test(word) ? feminine(word) : /ь$/u.test(word) ? softFeminine(word, null) : fixed(word);
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
  if (/(?:ий|ька)$/u.test(word)) return "adj";
  if (/(?:([^аеиоуіїєюя])\1|')я$/u.test(word)) return "n";
  if (/[^аеиоуіїєюя]е$/u.test(word)) return "adj";
  if (/(?:и|ці)$/u.test(word)) return "pl";
  if (/[уюіїєеоэ]$/u.test(word) && !/о$/u.test(word)) return "fixed";
  return "m";
}

function byEnding(word: string, hints: DeclensionHints): Paradigm {
  if (/(?:ова|ева|єва)$/u.test(word) && hints.native) return mergeParadigms(feminine(word), adjective(word));
  if (/[ая]$/u.test(word)) return feminine(word);
  if (/о$/u.test(word)) return paradigm(word, word.slice(0, -1), "а у/ові = ом і/у");
  const cases = masculine(word, hints);
  // Only persons and places of the language itself take -ові (Харкові is no case of Харк).
  return hints.native ? cases : withoutOvi(cases);
}

function withoutOvi(cases: Paradigm): Paradigm {
  return cases.map((forms) => forms.filter((form) => !/[оеє]ві$/u.test(form))) as unknown as Paradigm;
}

/** -ий, -а, -е, -і: decided by the last letter. */
function adjective(word: string): Paradigm {
  const soft = /[нр]ій$|нє$|ня$/u.test(word);
  const stem = word.replace(/(?:ий|ій|[аяеєіїи])$/u, "");
  if (soft) return paradigm(word, stem, "ього ьому =/ього ім ьому/ім");
  if (/(?:ий|ій|е)$/u.test(word)) return paradigm(word, stem, adjectiveM);
  if (/а$/u.test(word)) return paradigm(word, stem, "ої ій у ою ій");
  return paradigm(word, stem, "их им =/их ими их");
}

function feminine(word: string): Paradigm {
  const stem = word.slice(0, -1);
  if (/ія$/u.test(word)) return paradigm(word, stem, "ї ї ю єю ї");
  if (/[аеиоуєюїь']я$/u.test(word)) return paradigm(word, stem, "ї ї ю єю ї");
  if (/я$/u.test(word)) return paradigm(word, stem, "і і ю ею і");
  if (hushing.test(stem)) return paradigm(word, stem, "і і у ею і");
  const soft = softened(stem);
  const cases = paradigm(word, stem, "и - у ою -");
  return [cases[0], cases[1], [`${soft}і`], cases[3], cases[4], [`${soft}і`]];
}

/** к, г, х before -і: Макіївка, Макіївці. */
function softened(stem: string): string {
  const pairs: Record<string, string> = { к: "ц", г: "з", х: "с" };
  const last = stem.at(-1) ?? "";
  return stem.slice(0, -1) + (pairs[last] ?? last);
}

function softFeminine(word: string, oblique: string | null): Paradigm {
  const stem = oblique ?? word.replace(/ь$/u, "");
  const last = stem.at(-1) ?? "";
  const doubled = /[бпвмфр]$/u.test(stem) || /[^аеиоуіїєюя].$/u.test(stem) ? stem : stem + last;
  const nominative = word.replace(/ь$/u, "");
  const ins = oblique === null ? doubled : nominative + (nominative.at(-1) ?? "");
  return [[word], [`${stem}і`], [`${stem}і`], [word], [`${ins}ю`, `${stem}ю`], [`${stem}і`]];
}

function neuter(word: string): Paradigm {
  if (/я$/u.test(word)) {
    const stem = word.slice(0, -1);
    return paradigm(word, stem, "я ю = ям і/ї/ю");
  }
  if (/е$/u.test(word)) return paradigm(word, word.slice(0, -1), "я/а ю/у = ем і/ю");
  return paradigm(word, word.slice(0, -1), "а у/ові = ом і/у");
}

function plural(word: string, oblique: string | null): Paradigm {
  const stem = word.slice(0, -1);
  const genitive = oblique ?? stem;
  if (/ці$/u.test(word)) {
    const bare = stem.slice(0, -1);
    return [[word], [`${stem}ів`, `${bare}ець`], [`${stem}ям`], [word], [`${stem}ями`], [`${stem}ях`]];
  }
  const soft = /[іїй]$/u.test(word);
  const [dat, ins, loc] = soft ? ["ям", "ями", "ях"] : ["ам", "ами", "ах"];
  const genitives = [genitive, `${stem}ів`, ...withFleetingVowel(stem)];
  return [[word], genitives, [stem + dat], [word], [stem + ins], [stem + loc]];
}

function masculine(word: string, hints: DeclensionHints): Paradigm {
  if (/й$/u.test(word)) return paradigm(word, word.slice(0, -1), "я/ю ю/єві = єм ї/ю/єві");
  const soft = /ь$/u.test(word);
  const bare = hints.stem ?? obliqueStem(word, hints.native).replace(/ь$/u, "");
  if (soft || /ць?$/u.test(word)) return paradigm(word, bare, "я/ю ю/еві = ем і/ю/еві");
  if (hushing.test(word)) return paradigm(word, bare, "а/у у/еві = ем і/у/еві");
  if (/ів$/u.test(word) && hints.native && hints.stem === null) {
    const other = bare.replace(/ов$/u, "ев");
    const main = paradigm(word, bare, "а/у у/ові = ом і/у/ові");
    return /[нжчшрц]ів$/u.test(word) ? mergeParadigms(main, paradigm(word, other, "а у = ом і")) : main;
  }
  const cases = paradigm(word, bare, "а/у у/ові = ом і/у/ові");
  // Кременчук, у Кременчуці; Ріг, у Розі; but у Покровську.
  const isSoftened = /[кгх]$/u.test(bare) && !/[сцз]ьк$/u.test(bare);
  if (!isSoftened) return cases;
  return [cases[0], cases[1], cases[2], cases[3], cases[4], [`${softened(bare)}і`, ...cases[5]]];
}

/** Олешки: Олешок. */
function withFleetingVowel(stem: string): string[] {
  return /[^аеиоуіїєюяьй]к$/u.test(stem) ? [`${stem.slice(0, -1)}ок`] : [];
}

/** Харків: Харков-, Київ: Києв-, Тернопіль: Тернопол-, Козелець: Козельц-, Ріг: Рог-. */
function obliqueStem(word: string, native: boolean): string {
  if (/лець$/u.test(word)) return word.replace(/ець$/u, "ьц");
  if (/ець$/u.test(word)) return word.replace(/ець$/u, "ц");
  if (!native) return word;
  if (/їв$/u.test(word)) return word.replace(/їв$/u, "єв");
  if (/ів$/u.test(word)) return word.replace(/ів$/u, "ов");
  if (/піль$/u.test(word)) return word.replace(/іль$/u, "ол");
  if (/[рт]іг$/iu.test(word)) return word.replace(/іг$/u, "ог");
  if (/[^аеиоуіїєюя]ок$/u.test(word)) return word.replace(/ок$/u, "к");
  return word;
}

function animate(cases: Paradigm): Paradigm {
  return [cases[0], cases[1], cases[2], cases[1], cases[4], cases[5]];
}

function man(word: string, hints: DeclensionHints): Paradigm {
  if (/[ая]$/u.test(word)) return feminine(word);
  if (/о$/u.test(word)) return animate(paradigm(word, word.slice(0, -1), "а у/ові = ом ові/і"));
  if (/[еуюіиєї]$/u.test(word)) return fixed(word);
  return animate(masculine(word, { ...hints, native: false }));
}

function surnameOfMan(word: string, hints: DeclensionHints): Paradigm {
  if (/(?:ий|ій)$/u.test(word) && !/[аеоу]й$/u.test(word)) return adjective(word);
  if (/(?:ов|ев|єв|ін|їн|ин)$/u.test(word)) return paradigm(word, word, "а у/ові а им ові/і");
  if (/ів$/u.test(word) && hints.native) {
    return animate(paradigm(word, word.replace(/ів$/u, "ов"), "а у/ові а им/ом ові/і"));
  }
  return man(word, hints);
}

function surnameOfWoman(word: string): Paradigm {
  if (/(?:ова|ева|єва|іна|їна|ська|цька|зька)$/u.test(word)) return adjective(word);
  return /[ая]$/u.test(word) ? feminine(word) : fixed(word);
}
