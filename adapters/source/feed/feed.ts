import type { QuietTimes } from "../../../src/model/source.ts";

/** A feed as read, whatever its format. Absent parts are null. */
export interface Feed {
  /** Plain text. */
  readonly title: string | null;
  /** Absolute. */
  readonly link: string | null;
  /** HTML. */
  readonly description: string | null;
  readonly lang: string | null;
  /** RSS `ttl`, milliseconds. */
  readonly ttlMs: number | null;
  /** RSS `skipHours` and `skipDays`; null: neither. */
  readonly quiet: QuietTimes | null;
  /** In the order of the document. */
  readonly items: readonly FeedItem[];
  /** The document broke off: the items are not all, and the next poll must ask again. */
  readonly isCutOff: boolean;
}

/** One item of a feed. Instants are epoch milliseconds. */
export interface FeedItem {
  /** As given, not resolved. */
  readonly id: string | null;
  /** Absolute. */
  readonly link: string | null;
  /** Plain text. */
  readonly title: string | null;
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  /** The full text, HTML. */
  readonly content: string | null;
  /** The short text, HTML. */
  readonly summary: string | null;
  readonly enclosures: readonly Enclosure[];
  /** BCP-47, only where the item itself says it. */
  readonly lang: string | null;
  /** The name of the feed that it was taken from, as the item says; it may be this very feed. */
  readonly origin: string | null;
  /** That feed's address; null: not said. */
  readonly originUrl: string | null;
  /** The document broke off inside it. */
  readonly isCutOff: boolean;
}

export interface Enclosure {
  /** Absolute. */
  readonly url: string;
  readonly type: string | null;
  /** Bytes, as announced. */
  readonly length: number | null;
}
