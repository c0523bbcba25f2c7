import type { Party } from "./side.ts";

/** The outlet that published a report. */
export interface Outlet {
  readonly name: string;
  /** The party to the conflict that publishes it; null: none. */
  readonly side: Party | null;
}

/** One item of a source, in one revision. A later report with the same id replaces it. */
export interface Report {
  /** Stable for the item however the feed edits it. */
  readonly id: string;
  /** BCP-47 primary tag; null: to be detected. */
  readonly lang: string | null;
  /** Epoch milliseconds; null: only dates that the text itself fixes can be resolved. */
  readonly publishedAt: number | null;
  /** When the source was polled, epoch milliseconds: the clock of every stage. */
  readonly seenAt: number;
  readonly source: Outlet;
  readonly url: string;
  /** May be empty. Counts as text. */
  readonly title: string;
  /** Plain text, paragraphs separated by a blank line; may be cut off. */
  readonly text: string;
  /**
   * Seen at the first sight of its source, or published longer ago than the configured age: it is
   * read into the ledger and told to no one as news.
   */
  readonly isBackfill: boolean;
  /** Id of the followed source that it came through. Absent or null: through none (a replay). */
  readonly sourceId?: string | null;
  /** Whether the outlet is controlled by a state (it is then marked so wherever it is named). */
  readonly isStateControlled: boolean;
}
