/** What a UTF-16 unit may be to a token, one bit each. */
export const letter = 1;
/** Goes on with a word: letters, marks on them, digits. */
export const inner = 2;
/** Goes on with a word after an apostrophe or a hyphen. */
export const afterJoint = 4;
/** A capital letter. */
export const capital = 8;
/** A digit. */
export const digit = 16;
/** A letter that lexicons spell as it is, but for its case. */
export const plain = 32;
/** A mark that is a token of its own wherever it stands. */
export const ownMark = 64;
/** Joins the parts of a word. */
export const joint = 128;
/** A unit that only the grammar's pattern can tell. */
export const rare = 256;

/** Latin, Greek and Cyrillic. */
const tableSize = 0x500;

const tests: readonly (readonly [number, RegExp])[] = [
  [letter, /\p{L}/u],
  [inner, /[\p{L}\p{M}\p{N}]/u],
  [afterJoint, /[\p{L}\p{N}]/u],
  [capital, /\p{Lu}/u],
  [digit, /\d/],
  [plain, /[A-Za-zА-Яа-яІіЇїЄєҐґ]/],
  // The others may begin a link, a tag, an entity or the end of a line, or are the marks of Markdown.
  [ownMark, /[^\p{L}\p{M}\d\s&<_`[\]*]/u],
  [joint, /['ʼ`-]/u],
];

const classes = Uint8Array.from({ length: tableSize }, (_, code) => {
  const unit = String.fromCharCode(code);
  return tests.reduce((bits, [bit, test]) => (test.test(unit) ? bits | bit : bits), 0);
});

const firstPunctuation = 0x2010;
const lastPunctuation = 0x2027;
const curlyApostrophe = 0x2019;
/** "Сім‘ю": a quotation mark that some write for the apostrophe inside a word. */
const openingQuote = 0x2018;
const hardHyphen = 0x2011;

/** The classes of a UTF-16 unit. */
function classOf(unit: number): number {
  if (unit < tableSize) return classes[unit] ?? 0;
  if (unit < firstPunctuation || unit > lastPunctuation) return rare;
  return unit <= hardHyphen || unit === curlyApostrophe || unit === openingQuote ? ownMark | joint : ownMark;
}

/** A text by its UTF-16 units, with the classes of each: a string takes several times as long to give one, and each is asked for three times. */
export interface Units {
  readonly codes: Uint16Array;
  readonly classes: Uint16Array;
}

/** A unit may be asked for so far past the end: it is 0, of no class. */
const beyond = 2;

/** The units of a text. They hold until the next text is asked for: all texts share their place. */
export function unitsOf(text: string): Units {
  const { length } = text;
  if (length + beyond > shared.codes.length) shared = emptyUnits(length + beyond);
  const { codes, classes: found } = shared;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    codes[at] = code;
    found[at] = classOf(code);
  }
  // `fill` takes as long as fifty units do.
  for (let at = length; at < length + beyond; at++) {
    codes[at] = 0;
    found[at] = 0;
  }
  return shared;
}

function emptyUnits(length: number): Units {
  return { codes: new Uint16Array(length), classes: new Uint16Array(length) };
}

const usualLength = 4096;
let shared = emptyUnits(usualLength);
