/** Letters of Ukrainian and Russian, each as one of ASCII, so that words fit into a button. */
const cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґё";
const ascii = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** What stands before words in Cyrillic letters. */
const mark = "!";

/** Words as ASCII, which `readWords` reads back. Null: they have letters of both scripts, or others. */
export function writeWords(words: string): string | null {
  const lower = words.toLowerCase().replaceAll("’", "'");
  if (/^[\x20-\x7e]*$/u.test(lower)) return lower;
  const letters = Array.from(lower, (letter) => {
    const at = cyrillic.indexOf(letter);
    if (at >= 0) return ascii[at] ?? null;
    return /[\d '-]/u.test(letter) ? letter : null;
  });
  return letters.includes(null) ? null : `${mark}${letters.join("")}`;
}

/** The reverse of `writeWords`; anything else is left as it is. */
export function readWords(words: string): string {
  if (!words.startsWith(mark)) return words;
  return Array.from(words.slice(1), (letter) => {
    const at = ascii.indexOf(letter);
    return at >= 0 && at < cyrillic.length ? cyrillic[at] : letter;
  }).join("");
}
