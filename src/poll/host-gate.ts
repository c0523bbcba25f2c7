/** Forgets the hosts whose gap is over when there are more than this many. */
const MAX_REMEMBERED = 5_000;

/** A host that says "too often" rests this long at most: its feeds may have nothing to do with one another. */
const MAX_REST_MS = 3_600_000;

/** Holds requests to one host apart: one at a time, with a gap between two. */
export class HostGate {
  readonly #gapMs: number;
  readonly #busy = new Set<string>();
  readonly #freeAt = new Map<string, number>();

  constructor(gapMs: number) {
    this.#gapMs = gapMs;
  }

  isOpen(host: string, now: number): boolean {
    const freeAt = this.#freeAt.get(host) ?? 0;
    // A rest that reaches further than any can was set before the clock was put back.
    return !this.#busy.has(host) && (freeAt <= now || freeAt > now + MAX_REST_MS + this.#gapMs);
  }

  enter(host: string): void {
    this.#busy.add(host);
  }

  /** `restMs`: how long the host asked to be left alone altogether; 0: it did not. */
  leave(host: string, now: number, restMs: number): void {
    this.#busy.delete(host);
    this.#freeAt.set(host, now + Math.max(this.#gapMs, Math.min(restMs, MAX_REST_MS)));
    if (this.#freeAt.size <= MAX_REMEMBERED) return;
    for (const [name, freeAt] of this.#freeAt) {
      if (freeAt <= now) this.#freeAt.delete(name);
    }
  }
}

/** The host that a source's requests go to, port included; the text itself when it is no URL. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
