/**
 * Numbers in a signature, and its bands: the first sixteen numbers in pairs. Texts that share half of all their shingles meet in one of them nine
 * times in ten, those that share nothing never; every meeting is looked at again word by word, so that few and loose bands do.
 */
const size = 128;
const bandCount = 8;
const rowsPerBand = 2;

/** Share of the smaller text's shingles that the other must hold to be its copy. Measured: feeds.md, section 6 of the contracts. */
const copyShare = 0.6;

/** Below this many words a text has too few shingles to tell a copy by. */
const minimumWords = 8;

/** MinHash over shingles of three words: 128 unsigned 32-bit numbers. Null: the text is too short to tell a copy by. */
export function signText(text: string): Uint32Array | null {
  const hashes = hashesOf(wordsOf(text));
  if (hashes.length === 0) return null;
  const signature = new Uint32Array(size).fill(0xffffffff);
  for (const hash of hashes) {
    for (let row = 0; row < size; row++) {
      const value = mix(hash ^ (seeds[row] ?? 0));
      if (value < (signature[row] ?? 0)) signature[row] = value;
    }
  }
  return signature;
}

/** The keys of a signature's bands, unsigned 32-bit numbers: two texts with one in common may be copies. */
export function bandsOf(signature: Uint32Array): readonly number[] {
  return Array.from({ length: bandCount }, (_, band) => {
    let key = mix(band + 1);
    for (let row = 0; row < rowsPerBand; row++) key = mix(key ^ (signature[band * rowsPerBand + row] ?? 0));
    return key;
  });
}

/** Share of equal numbers: an estimate of how much of both texts together they share. */
export function similarityOf(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let row = 0; row < size; row++) if (a[row] === b[row]) same++;
  return same / size;
}

/**
 * Whether one text is a copy of the other: it holds most of its shingles and no number that the other lacks. Two daily
 * tallies differ in little but their numbers, so likeness of words alone never makes a copy.
 */
export function isCopy(a: string, b: string): boolean {
  const [left, right] = [shinglesOf(a), shinglesOf(b)];
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  const [few, many] = left.size <= right.size ? [a, b] : [b, a];
  if (small.size === 0 || !numbersOf(few).isSubsetOf(numbersOf(many))) return false;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size >= copyShare;
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+/gu));
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** In small letters; []: too few to tell a copy by. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < minimumWords ? [] : words;
}

/** A number for each shingle, of the texts of `shinglesOf`, which need not be made for it. */
function hashesOf(words: readonly string[]): readonly number[] {
  return words.slice(2).map((word, index) => {
    const first = hashOn(fnvStart, words[index] ?? "");
    const second = hashOn(hashOn(first, " "), words[index + 1] ?? "");
    return hashOn(hashOn(second, " "), word);
  });
}

/** FNV-1a. */
const fnvStart = 0x811c9dc5;

/** The hash of what was hashed before with `text` behind it. */
function hashOn(before: number, text: string): number {
  let hash = before;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const seeds = Uint32Array.from({ length: size }, (_, row) => mix((row + 1) * 0x9e3779b9));
