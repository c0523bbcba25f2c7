import type { Alert } from "../../model/alert.ts";
import type { RefusalCode, Review } from "../../model/review.ts";
import type { Report } from "../../model/report.ts";
import type { Source } from "../../model/source.ts";

/** What one poll of a source brought, nothing of which was stored. */
export interface SourceTrial {
  /** Oldest first. */
  readonly reports: readonly Report[];
  /** What these reports alone would have told, in the order of telling. */
  readonly alerts: readonly Alert[];
  /** Null: it went well. `text`: in English, for the log. */
  readonly fault: { readonly code: string; readonly text: string } | null;
  /** What the source calls itself; null: it does not say. */
  readonly title: string | null;
  /** Its usual gap between two items, milliseconds; null: too few dates. */
  readonly usualGapMs: number | null;
  /** How often it would be polled, milliseconds. */
  readonly intervalMs: number;
  /** Where it has moved for good; null: nowhere. */
  readonly movedTo: string | null;
}

/** Polls a source once as the poller would, over a store in memory. Throws when it cannot be tried at all. */
export type TrySource = (source: Source) => Promise<SourceTrial>;

/** What came of a review: what is told of it, or why it changed nothing. */
export type ReviewOutcome =
  | { readonly kind: "reviewed"; readonly alerts: readonly Alert[] }
  | { readonly kind: "refused"; readonly code: RefusalCode };

/** The ledger's one door for people. */
export type DecideReview = (review: Review) => Promise<ReviewOutcome>;
