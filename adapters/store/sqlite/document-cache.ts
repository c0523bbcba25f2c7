/**
 * Decoded documents by id and version, the least recently used dropped first. A development is
 * looked at with every report on its day, and decoding its JSON costs more than finding it.
 */
export class DocumentCache<T> {
  readonly #entries = new Map<
    string,
    { readonly version: number; readonly size: number; readonly value: T }
  >();
  readonly #maxSize: number;
  #size = 0;

  /** `maxSize`: characters of JSON behind all kept documents. */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Null: not kept, or of another version. */
  get(id: string, version: number): T | null {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.version !== version) return null;
    // A Map keeps the order of insertion: the oldest is the first.
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry.value;
  }

  /** Keeps a document; `size`: characters of its JSON. */
  set(id: string, version: number, document: { readonly value: T; readonly size: number }): void {
    this.#drop(id);
    this.#entries.set(id, { version, ...document });
    this.#size += document.size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#maxSize) return;
      this.#drop(oldest);
    }
  }

  #drop(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#size -= entry.size;
  }
}
