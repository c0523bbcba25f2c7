import type { ConflictEvent, EventKind, EventStage } from "./event.ts";
import type { Figure, Span } from "./figure.ts";
import type { PlaceCode } from "./place.ts";
import type { Outlet } from "./report.ts";
import type { Party } from "./side.ts";
import type { Speaker } from "./speaker.ts";

/** `d1`, `d2` … in the order of their making; never used again. */
export type DevelopmentId = string;
/** `o1`, `o2` … */
export type OperationId = string;

/** A figure in the ledger: who asserted it, through which report, when it was seen. */
export interface Claim extends Span {
  readonly approx: boolean;
  readonly by: Speaker | null;
  readonly reportId: string;
  readonly outlet: Outlet;
  readonly isStateControlled: boolean;
  readonly url: string;
  readonly seenAt: number;
  readonly publishedAt: number | null;
  readonly evidence: string;
  /** Language of the evidence; null: unknown. */
  readonly lang: string | null;
  /** One key an independent origin: copies, relays and translations share it. */
  readonly origin: string;
}

/** What tells one number of a development from another. */
export type FigureKey = Pick<Figure, "measure" | "side" | "group" | "weapon" | "scope">;

/** One number of a development with every claim about it. */
export interface LedgerFigure extends FigureKey {
  readonly claims: readonly Claim[];
  /** The claim that leads (the rule: docs/ledger.md); null: none stands yet. */
  readonly leading: Claim | null;
  /** Opposing claims that stand beside the leading one. */
  readonly rivals: readonly Claim[];
  /** The range that credible speakers still stand by, and the leading number; null = open. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** A stage that a development reached, and who says so. */
export interface StageClaim extends ConflictEvent {
  readonly reportId: string;
  readonly seenAt: number;
}

/** What subscribers were last told, to compare with what is now known. */
export interface Told {
  /** 1 for the first alert on the development, one more for each later one. */
  readonly revision: number;
  readonly at: number;
  readonly stage: EventStage;
  readonly figures: readonly ToldFigure[];
}

/** A figure as an alert carries it: low and high are the leading claim's (or, with `by`, a rival's). */
export interface ToldFigure extends FigureKey, Span {
  readonly approx: boolean;
  readonly by: Speaker | null;
  readonly isRival: boolean;
}

/** One thing that happened: what its claims are about. */
export interface Development {
  readonly id: DevelopmentId;
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly stages: readonly StageClaim[];
  /** Of data/conflicts.jsonl; null: unknown, and that is a value of its own. */
  readonly conflict: string | null;
  /** As in a figure; null: unknown. */
  readonly date: string | null;
  readonly places: readonly PlaceCode[];
  readonly parties: readonly Party[];
  readonly operation: OperationId | null;
  /** Ids of every supporting report, in the order in which they were seen. */
  readonly reports: readonly string[];
  readonly figures: readonly LedgerFigure[];
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Null: nothing was told. */
  readonly told: Told | null;
  /** When a held alert is due, epoch milliseconds; null: none is held. */
  readonly holdUntil: number | null;
  /** Set when it was merged into another: readers follow it. */
  readonly mergedInto: DevelopmentId | null;
}

/** Developments that are legs of one agreed whole. */
export interface Operation {
  readonly id: OperationId;
  readonly kind: EventKind;
  readonly conflict: string | null;
  /** Ids of its legs, in the order of their dates. */
  readonly developments: readonly DevelopmentId[];
  /** What was agreed, per measure and side. */
  readonly planned: readonly LedgerFigure[];
  /** What reports state for the whole; it changes nothing. */
  readonly claimed: readonly LedgerFigure[];
  /** The sum of the legs' standing numbers, per measure and side. */
  readonly running: readonly RunningTotal[];
  readonly firstDate: string | null;
  readonly lastSeenAt: number;
}

/** A total computed from legs; null bounds where a leg's number is open. */
export interface RunningTotal extends Span {
  readonly measure: Figure["measure"];
  readonly side: Figure["side"];
  readonly best: number | null;
}
