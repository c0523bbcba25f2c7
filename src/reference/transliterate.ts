/** The languages whose letters are turned into Latin ones. */
export type CyrillicLanguage = "uk" | "ru";

/** Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010; also ICAO-compatible. */
const ukrainian: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ь: "",
  ю: "iu",
  я: "ia",
  "'": "",
};

/** The same letters at the beginning of a word. */
const ukrainianInitial: Readonly<Record<string, string>> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/**
 * BGN/PCGN 1947 for Russian, simplified as the press writes it: soft and hard signs dropped, ё as yo,
 * final -ый and -ий as -y.
 */
const russian: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

const russianVowelOrSign = /[аеёиоуыэюяйъь]/u;

/**
 * A Cyrillic name in Latin letters. Other characters stay as they are; capitals are kept. Ukrainian:
 * resolution 55 of 2010. Russian: BGN/PCGN, simplified.
 */
export function transliterate(name: string, lang: CyrillicLanguage): string {
  return name
    .normalize("NFC")
    .replaceAll(/[’ʼ`]/gu, "'")
    .replaceAll(/[\p{L}']+/gu, (word) => (lang === "uk" ? ukrainianWord(word) : russianWord(word)));
}

function ukrainianWord(word: string): string {
  const lower = word.toLowerCase();
  const letters = Array.from(lower, (letter, at) => {
    // зг is zgh so that it is not read as zh.
    if (letter === "г" && lower[at - 1] === "з") return "gh";
    const initial = at === 0 ? ukrainianInitial[letter] : undefined;
    return initial ?? ukrainian[letter] ?? letter;
  });
  return withCase(word, letters);
}

function russianWord(word: string): string {
  const lower = word.toLowerCase();
  const stem = lower.replace(/[ыи]й$/u, "");
  const letters = Array.from(lower, (letter, at) => {
    if (at >= stem.length) return at === stem.length ? "y" : "";
    const before = lower[at - 1];
    if (letter === "е" && (before === undefined || russianVowelOrSign.test(before))) return "ye";
    return russian[letter] ?? letter;
  });
  return withCase(word, letters);
}

/** A capital gives a capital first letter; a word all in capitals stays all in capitals. */
function withCase(word: string, letters: readonly string[]): string {
  const isShouted = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const cased = letters.map((latin, at) => {
    const letter = word[at] ?? "";
    if (letter === letter.toLowerCase()) return latin;
    return isShouted ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
  return cased.join("");
}
