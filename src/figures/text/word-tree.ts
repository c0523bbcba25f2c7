/**
 * The forms of a lexicon as a tree of words, in flat arrays: a language has some 40,000 forms, and an object for each
 * word of them costs five times the memory. A node of the first level has the number of its word; what follows
 * it are ranges of sorted edges and of entries.
 */
export interface WordTree {
  /** Words that stand in some form as they are, by their number. */
  readonly words: ReadonlyMap<string, number>;
  /** Words that stand for any ending ("загин*"), without their star. */
  readonly stems: Stems;
  /** Entries of node N: `entries` from `entryFrom[N]` up to `entryFrom[N + 1]`. */
  readonly entryFrom: Int32Array;
  readonly entries: Int32Array;
  /** Edges of node N: likewise; each a word's number and the node it leads to. */
  readonly edgeFrom: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeNodes: Int32Array;
  /** 1 for the number of every word that stands in some form after its first: most words of a text do in none. */
  readonly later: Uint8Array;
}

/** Beginnings of words. Most of a text's words have none: a sieve of hashes refuses them before any is cut and looked up. */
interface Stems {
  readonly numbers: ReadonlyMap<string, number>;
  /** One bit a hash. */
  readonly sieve: Int32Array;
  /** Letters of the longest stem. */
  readonly longest: number;
}

const shortestStem = 2;

/** Collects forms; `build` makes the tree of them. */
export class WordTreeBuilder {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #children = new Map<number, number>();
  /** Triples: node, word, node. Nodes below the first level count down from -1 until their number is known. */
  readonly #edges: number[] = [];
  /** In the order of their coming, each with its node. */
  readonly #entries: number[] = [];
  readonly #entryNodes: number[] = [];
  #count = 0;
  #deep = 0;

  /** `form`: words with a space between; `*` at a word's end stands for any ending. `entry`: what stands for it. */
  add(form: string, entry: number): void {
    let node: number | null = null;
    for (const word of form.replaceAll("/", " / ").split(" ")) {
      const number = this.#numberOf(word);
      node = node === null ? number : this.#childOf(node, number);
    }
    if (node === null) return;
    this.#entryNodes.push(node);
    this.#entries.push(entry);
  }

  build(): WordTree {
    const size = this.#count + this.#deep;
    const nodeOf = (node: number): number => (node < 0 ? this.#count - 1 - node : node);
    const edges = Array.from({ length: this.#edges.length / 3 }, (_, at) => ({
      node: nodeOf(this.#edges[at * 3] ?? 0),
      word: this.#edges[at * 3 + 1] ?? 0,
      to: nodeOf(this.#edges[at * 3 + 2] ?? 0),
    })).toSorted((a, b) => a.node - b.node || a.word - b.word);
    const entryFrom = rangesOf(
      size,
      this.#entryNodes.map((node) => nodeOf(node)),
    );
    const entries = new Int32Array(this.#entries.length);
    const next = entryFrom.slice();
    for (const [at, entry] of this.#entries.entries()) {
      const node = nodeOf(this.#entryNodes[at] ?? 0);
      const place = next[node] ?? 0;
      entries[place] = entry;
      next[node] = place + 1;
    }
    const later = new Uint8Array(this.#count);
    for (const { word } of edges) later[word] = 1;
    return {
      later,
      words: this.#words,
      stems: stemsOf(this.#stems),
      entryFrom,
      entries,
      edgeFrom: rangesOf(
        size,
        edges.map(({ node }) => node),
      ),
      edgeWords: Int32Array.from(edges, ({ word }) => word),
      edgeNodes: Int32Array.from(edges, ({ to }) => to),
    };
  }

  #numberOf(word: string): number {
    const isStem = word.endsWith("*");
    const numbers = isStem ? this.#stems : this.#words;
    const text = isStem ? word.slice(0, -1) : word;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, this.#count);
    return this.#count++;
  }

  #childOf(node: number, word: number): number {
    const key = node * maxWords + word;
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    const child = -1 - this.#deep++;
    this.#children.set(key, child);
    this.#edges.push(node, word, child);
    return child;
  }
}

/** More words than any language's lexicon has. */
const maxWords = 1 << 20;

/** Where the rows of each node begin once they are put in the order of their nodes; `rows`: the node of each. */
function rangesOf(size: number, rows: readonly number[]): Int32Array {
  const from = new Int32Array(size + 1);
  for (const node of rows) from[node + 1] = (from[node + 1] ?? 0) + 1;
  for (let node = 0; node < size; node++) from[node + 1] = (from[node + 1] ?? 0) + (from[node] ?? 0);
  return from;
}

const hashFactor = 31;

function withUnit(hash: number, unit: number): number {
  return (hash * hashFactor + unit) | 0;
}

/** So many bits for a stem let one in twenty others pass. */
const bitsPerStem = 16;
const bitsPerUnit = 32;

function stemsOf(numbers: ReadonlyMap<string, number>): Stems {
  const units = Math.ceil((numbers.size * bitsPerStem + 1) / bitsPerUnit);
  const sieve = new Int32Array(1 << Math.ceil(Math.log2(units)));
  let longest = 0;
  for (const word of numbers.keys()) {
    longest = Math.max(longest, word.length);
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = withUnit(hash, word.charCodeAt(at));
    const at = (hash >>> 5) & (sieve.length - 1);
    sieve[at] = (sieve[at] ?? 0) | (1 << hash);
  }
  return { numbers, sieve, longest };
}

/** A shift takes the hash's last five bits. */
function mayHold({ sieve }: Stems, hash: number): boolean {
  return ((sieve[(hash >>> 5) & (sieve.length - 1)] ?? 0) & (1 << hash)) !== 0;
}

/** Adds to `numbers` those of the word itself and of its stems, shortest first. */
export function addNumbers({ words, stems }: WordTree, word: string, numbers: number[]): void {
  const whole = words.get(word);
  if (whole !== undefined) numbers.push(whole);
  if (stems.numbers.size === 0) return;
  let hash = 0;
  // An endless word is no longer than the longest stem.
  const limit = Math.min(word.length, stems.longest);
  for (let length = 1; length <= limit; length++) {
    hash = withUnit(hash, word.charCodeAt(length - 1));
    if (length < shortestStem || !mayHold(stems, hash)) continue;
    const stem = stems.numbers.get(word.slice(0, length));
    if (stem !== undefined) numbers.push(stem);
  }
}

/** Whether some form begins with the word of this number. */
export function beginsForm(tree: WordTree, word: number): boolean {
  return endsForm(tree, word) || goesOn(tree, word);
}

/** Whether some form goes on after the node. */
export function goesOn(tree: WordTree, node: number): boolean {
  return (tree.edgeFrom[node + 1] ?? 0) > (tree.edgeFrom[node] ?? 0);
}

/** Whether some form ends at the node. */
export function endsForm(tree: WordTree, node: number): boolean {
  return (tree.entryFrom[node + 1] ?? 0) > (tree.entryFrom[node] ?? 0);
}

/** The node that a word leads to from another; -1: none. */
export function nodeAfter(tree: WordTree, node: number, word: number): number {
  let low = tree.edgeFrom[node] ?? 0;
  let high = tree.edgeFrom[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = tree.edgeWords[middle] ?? 0;
    if (found === word) return tree.edgeNodes[middle] ?? -1;
    if (found < word) low = middle + 1;
    else high = middle;
  }
  return -1;
}
