/** Letters that are left of a word at least, so that short ones stay apart. */
const shortest = 4;

/** Endings of cases, numbers and persons in Ukrainian and Russian, longer ones first. */
const cyrillicEnding =
  /(?:ється|ються|ться|ами|ями|ого|его|ему|ому|ыми|ими|ість|ості|ость|ости|ала|али|або|ють|ять|ует|уют|ает|ают|ах|ях|ов|ев|ів|їв|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|их|ых|ую|юю|ою|ею|ам|ям|ом|ем|єм|ам|ли|ла|ло|ть|ся|сь|и|ы|і|ї|а|я|о|е|є|у|ю|ь|й)$/u;
const englishEnding = /(?:ingly|edly|ings|ing|ies|ed|es|ly|s)$/u;

/** A word without its ending, the same for its forms more often than not. Lower case, as tokens are. */
export function stemOf(word: string): string {
  const ending = /\p{Script=Cyrillic}/u.test(word) ? cyrillicEnding : englishEnding;
  const stem = word.replace(ending, "");
  return stem.length >= shortest ? stem : word;
}
