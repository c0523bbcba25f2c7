interface Entry<T> {
  readonly version: number;
  readonly size: number;
  readonly value: T;
  /** The cache's clock when it was last asked for or set. */
  usedAt: number;
}

/** What is kept when the cache has become too full, as a share of its size: so it is gone through seldom. */
const keptShare = 7 / 8;

/**
 * Decoded documents by id and version, the least recently used dropped first. A development is
 * looked at with every report on its day, and decoding its JSON costs more than finding it.
 */
export class DocumentCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #maxSize: number;
  #size = 0;
  #clock = 0;

  /** `maxSize`: characters of JSON behind all kept documents. */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Null: not kept, or of another version. */
  get(id: string, version: number): T | null {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.version !== version) return null;
    entry.usedAt = ++this.#clock;
    return entry.value;
  }

  /** Keeps a document; `size`: characters of its JSON. */
  set(id: string, version: number, document: { readonly value: T; readonly size: number }): void {
    const { value, size } = document;
    this.#size += size - (this.#entries.get(id)?.size ?? 0);
    this.#entries.set(id, { version, size, value, usedAt: ++this.#clock });
    if (this.#size > this.#maxSize) this.#dropOldest();
  }

  #dropOldest(): void {
    const oldestFirst = [...this.#entries].toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [id, { size }] of oldestFirst) {
      if (this.#size <= this.#maxSize * keptShare) return;
      this.#entries.delete(id);
      this.#size -= size;
    }
  }
}
