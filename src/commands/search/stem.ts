/** Letters that are left of a word at least, so that short ones stay apart. */
const shortest = 4;

/** Endings of cases, numbers and persons in Ukrainian and Russian, and of English words; longer ones first. */
const cyrillicEndings = byLength(
  `ється ються ться ами ями ого его ему ому ыми ими ість ості ость ости ала али ють ять ует уют ает ают ах ях ов ев ів їв ей ий ый ой
  ая яя ое ее ые ие их ых ую юю ою ею ам ям ом ем єм ли ла ло ть ся сь и ы і ї а я о е є у ю ь й`,
);
const englishEndings = byLength("ingly edly ings ing ies ed es ly s");

function byLength(endings: string): readonly string[] {
  return endings.split(/\s+/u).toSorted((a, b) => b.length - a.length);
}

/**
 * A word without the longest ending that leaves enough of it, the same for its forms more often than not. `word`: lower case, as
 * tokens are.
 */
export function stemOf(word: string): string {
  const endings = /\p{Script=Cyrillic}/u.test(word) ? cyrillicEndings : englishEndings;
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortest);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
