/** What a fetch may be told beside its URL. */
export interface FetchOptions {
  /** Validators exactly as received, sent only to `validatorUrl` (default: the URL itself); null: none. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly validatorUrl?: string | null;
  /** Aborting throws SourceError `aborted`. */
  readonly signal?: AbortSignal;
  /** The Accept header; default: feeds first, then pages. */
  readonly accept?: string;
}

/** A complete answer: 200-299, or 304 with an empty body. Anything else is thrown. */
export interface FetchResult {
  readonly status: number;
  /** Lower-case names; repeated ones are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly finalUrl: string;
  /** Where the chain of 301 and 308 that begins at the URL leads; null: it has not moved for good. */
  readonly permanentUrl: string | null;
  /** How long the answer asks not to be asked for again (max-age, Expires), milliseconds; null: it does not say. */
  readonly freshMs: number | null;
}

/**
 * Fetches a public URL under guard: no private address, no unbounded body, one deadline. Faults are SourceErrors with a
 * code and words for admins; `docs/sources.md` lists them.
 */
export type Fetcher = (url: string, options?: FetchOptions) => Promise<FetchResult>;
