import type { PollState, QuietTimes, Source } from "../model/source.ts";

/** One item of a source as it came. */
export interface SourceItem {
  /** Every identity it goes by, the most trustworthy first; at least one. */
  readonly keys: readonly string[];
  readonly url: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text, paragraphs separated by a blank line. */
  readonly text: string;
  readonly publishedAt: number | null;
  /** BCP-47 primary tag; null: the source's, or to be detected. */
  readonly lang: string | null;
  /** Whom it was taken from (a forwarded post); null: the source itself. */
  readonly origin: string | null;
}

/** What a poll brought. */
export type PollResult =
  | {
      readonly kind: "items";
      readonly items: readonly SourceItem[];
      readonly title: string | null;
      readonly validators: Pick<PollState, "etag" | "lastModified" | "validatorUrl" | "bodyHash">;
      /** What the source asks us to wait at least (ttl, max-age), milliseconds; null: nothing. */
      readonly notBeforeMs: number | null;
      /** When it asks not to be polled; null or absent: never. */
      readonly quiet?: QuietTimes | null;
      /** It has permanently moved here; null: no. */
      readonly movedTo: string | null;
      /** How many items are known to have come and gone since the last poll, unread; absent: none known of. */
      readonly missed?: number;
    }
  /** 304, or the same bytes. */
  | {
      readonly kind: "unchanged";
      readonly notBeforeMs: number | null;
      /** As above; absent: the answer does not tell. */
      readonly movedTo?: string | null;
    };

/** A kind of source. Faults are thrown as SourceError: code, permanent, retryAfterMs, hint. */
export interface SourceKind {
  readonly kind: string;
  poll(source: Source, state: PollState, signal: AbortSignal): Promise<PollResult>;
}
