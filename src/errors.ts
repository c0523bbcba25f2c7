/** What every error of ours carries, so that callers branch on fields and never on text. */
export interface ErrorFields {
  /** Stable, kebab-case: `bad-token`, `port-in-use`. */
  readonly code: string;
  /** True: doing the same again cannot help. */
  readonly permanent?: boolean;
  /** How long the other side asked us to wait, milliseconds; null: it did not say. */
  readonly retryAfterMs?: number | null;
  /** What the reader of the message can do about it. */
  readonly hint?: string | null;
  readonly cause?: unknown;
}

/** The root of our errors: a sentence for people, a code and flags for programs. */
export class TallywireError extends Error {
  readonly code: string;
  readonly permanent: boolean;
  readonly retryAfterMs: number | null;
  readonly hint: string | null;

  constructor(message: string, fields: ErrorFields) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = new.target.name;
    this.code = fields.code;
    this.permanent = fields.permanent ?? false;
    this.retryAfterMs = fields.retryAfterMs ?? null;
    this.hint = fields.hint ?? null;
  }
}

/** Configuration, command line or set-up that cannot work as it is. */
export class ConfigError extends TallywireError {}

/** A source that could not be fetched or read. */
export class SourceError extends TallywireError {}

/** A message that could not be handed to a platform. */
export class DeliveryError extends TallywireError {}

/** A change that the ledger cannot take. */
export class LedgerError extends TallywireError {}

/** A store that cannot do what it was asked (busy beyond its timeout, full disk, unknown schema). */
export class StoreError extends TallywireError {}

/** A report line, feed or file that is not in its documented form. */
export class FormatError extends TallywireError {}

/** A chart that cannot be drawn. */
export class ChartError extends TallywireError {}

/** The text of anything thrown, for logs: our hint included, never a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof TallywireError && error.hint !== null) return `${error.message} ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
