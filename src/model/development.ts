import type { ConflictEvent, EventKind, EventStage } from "./event.ts";
import type { Figure, FigureKey, Span } from "./figure.ts";
import type { PlaceCode } from "./place.ts";
import type { Outlet } from "./report.ts";
import type { Ruling } from "./ruling.ts";
import type { TruceLimit } from "./reading.ts";
import type { Party } from "./side.ts";
import type { Speaker } from "./speaker.ts";

export type { FigureKey } from "./figure.ts";

/** `d1`, `d2` … in the order of their making; never used again. */
export type DevelopmentId = string;
/** `o1`, `o2` … */
export type OperationId = string;

/** Through which report something was asserted, and when it was seen. */
export interface Attribution {
  readonly reportId: string;
  /** Id of the followed source that the report came through; null: none (a replay, a review). */
  readonly sourceId: string | null;
  readonly outlet: Outlet;
  readonly isStateControlled: boolean;
  /** "" for a report without one. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  /** One key an independent origin: copies, relays and translations share it. */
  readonly origin: string;
}

/** A figure in the ledger: who asserted it, through which report, when it was seen. */
export interface Claim extends Span, Attribution {
  readonly approx: boolean;
  /**
   * The group or weapon as the report tells it, where the ledger counts it under a wider figure
   * ("310 soldiers came home" counts as 310 people); null: as the figure has it.
   */
  readonly group: Figure["group"];
  readonly weapon: Figure["weapon"];
  /** The number that the report says this one replaces; null: it says none. */
  readonly was: number | null;
  /** True: added up from parts that the report tells apart (a man and a woman). */
  readonly isSum: boolean;
  /** True: the story so far, beside a later leg or night: it leads only where nothing else is claimed. Absent: false. */
  readonly isRecap?: boolean;
  /** True: it stands in the report's title: the outlet's news, and no background to it. Absent: false. */
  readonly isHeadline?: boolean;
  /** True: it tells of the dead as their foe does ("eliminated"). Absent: false. */
  readonly isElimination?: boolean;
  readonly by: Speaker | null;
  readonly publishedAt: number | null;
  readonly evidence: string;
  /** True: a review took it out; it stays in the ledger and counts for nothing. Absent: false. */
  readonly isWithdrawn?: boolean;
  /** A reviewer's own word, with the reason. Absent: a report's. */
  readonly review?: { readonly by: string; readonly note: string };
  /** Language of the evidence; null: unknown. */
  readonly lang: string | null;
}

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
export interface StageClaim extends ConflictEvent, Attribution {
  /** The parties it is between, or attacker first, as the report has them. */
  readonly parties: readonly Party[];
  /** The party whose word it is: the speaker's, else that of the outlet's own side; null: nobody's. */
  readonly voice: Party | null;
  /** Who launched a strike, where the report names them. Absent: it does not. */
  readonly attacker?: Party;
  /** True: a strike that killed people of whom the report counts none. Absent: it does not say so. */
  readonly isDeadly?: true;
  /** As of a claim. Absent: false. */
  readonly isHeadline?: boolean;
  /** As of a claim. Absent: false. */
  readonly isWithdrawn?: boolean;
}

/** What subscribers were last told, to compare with what is now known. */
export interface Told {
  /** 1 for the first alert on the development, one more for each later one. */
  readonly revision: number;
  readonly at: number;
  readonly stage: EventStage;
  /** As the message shows them now. */
  readonly figures: readonly ToldFigure[];
  /** As they were in the last message that notified: what a material change is measured from. */
  readonly rungFigures: readonly ToldFigure[];
  readonly isConfirmedByBothSides: boolean;
}

/** A figure as an alert carries it: low and high are the leading claim's (or, with `by`, a rival's). */
export interface ToldFigure extends FigureKey, Span {
  readonly approx: boolean;
  readonly by: Speaker | null;
  readonly isRival: boolean;
  /** True: a reviewer put it right. Absent: false. */
  readonly isReviewed?: boolean;
}

/**
 * What of its kind a development is, so that two things of one kind and day stay apart.
 * Exchanges: a `deal`, a leg of `captives`, `bodies` or `children`, a `delay`. Strikes: a `night` (one
 * party's salvo at a whole country), a `place`, the `front`. Cease-fires: an `offer`, a `truce`
 * agreed, its `start`, a `breach`, its `end`. Everything else: `event`.
 */
export type Subject =
  | "deal"
  | "captives"
  | "bodies"
  | "children"
  | "delay"
  | "night"
  | "place"
  | "front"
  | "offer"
  | "truce"
  | "start"
  | "breach"
  | "end"
  | "event";

/** One thing that happened: what its claims are about. */
export interface Development {
  readonly id: DevelopmentId;
  readonly kind: EventKind;
  readonly subject: Subject;
  /** Who launched it; null: not known, or nobody did. */
  readonly attacker: Party | null;
  readonly stage: EventStage;
  readonly stages: readonly StageClaim[];
  /** Who says that it did not happen, or was not their doing. They say nothing of its stage. Absent: nobody does. */
  readonly denials?: readonly StageClaim[];
  /** Of a cease-fire: what it is limited to. Absent or null: not told, and that may be any. */
  readonly limit?: TruceLimit | null;
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
  /** What people decided, oldest first. Absent: nothing. */
  readonly rulings?: readonly Ruling[];
  /** What it went by where others were merged into it: reports on them find it. Absent: nothing was. */
  readonly faces?: readonly Face[];
  /** A reviewer's approval of its first news, where the policy asks for one. Absent: it was not asked for. */
  readonly approval?: Approval;
}

/** What a merged development was known by. */
export interface Face extends Pick<Development, "subject" | "date" | "places" | "attacker"> {
  readonly id: DevelopmentId;
}

/** `waiting`: until `holdUntil`, when it is told or dropped; `dropped`: nobody approved it, or somebody refused. */
export interface Approval {
  readonly state: "waiting" | "granted" | "dropped";
  readonly atTimeout: "tell" | "drop";
  /** The numbers of an update that it is about. Absent: first news. */
  readonly about?: string;
}

/** Developments that are legs of one agreed whole. */
export interface Operation {
  readonly id: OperationId;
  readonly kind: EventKind;
  /** What its legs hand over: `captives`, `bodies` or `children`, never two of them in one sum. */
  readonly subject: Subject;
  /** The development that agreed it; null: it was agreed before anything was followed. */
  readonly agreement: DevelopmentId | null;
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
  /** As of a development. Absent: none. */
  readonly rulings?: readonly Ruling[];
}

/** A total computed from legs; null bounds where a leg's number is open. */
export interface RunningTotal extends Span {
  readonly measure: Figure["measure"];
  readonly side: Figure["side"];
  readonly best: number | null;
}
