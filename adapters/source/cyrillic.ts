/** The letters of Ukrainian and Russian, the rarest left out. */
const COMMON = new Set("оаеинтсрвлкмдпуіяьзбгїєчйхжшюцщфыэ");

/**
 * How much a text reads like Ukrainian, Russian or an accented Latin language: the mean over its characters beyond ASCII, about 1 for
 * a right reading, below 0 for a wrong one (letters of the wrong case, frames, letters of two alphabets in one word). 0 for none.
 */
export function plausibility(text: string): number {
  let score = 0;
  let count = 0;
  let previous = " ";
  for (const character of text) {
    if (character > "\x7f") {
      count += 1;
      score += scoreOf(character, previous);
    } else if (isCyrillicLetter(previous) && isLatinLetter(character)) {
      score -= 2;
    }
    previous = character;
  }
  return count === 0 ? 0 : score / count;
}

function scoreOf(character: string, previous: string): number {
  if (isCyrillicLetter(character)) {
    if (isLatinLetter(previous)) return -2;
    const lower = character.toLowerCase();
    if (!COMMON.has(lower) && lower !== "ъ" && lower !== "ё") return lower === "ґ" ? 0.2 : -1;
    if ("»”".includes(previous)) return -1;
    if (character !== lower)
      return isCyrillicLetter(previous) && previous === previous.toLowerCase() ? -2 : 0.3;
    return 1;
  }
  if (isLatinLetter(character)) return isLatinLetter(previous) && previous <= "\x7f" ? 0.6 : -0.3;
  if ("\u00a0«»„“”’‘–—№…€£§©®°±·".includes(character)) return 0.5;
  return -1.5;
}

function isCyrillicLetter(character: string): boolean {
  return character >= "\u0400" && character <= "\u04ff";
}

function isLatinLetter(character: string): boolean {
  return /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]/.test(character);
}
