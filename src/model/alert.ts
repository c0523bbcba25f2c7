import type { DevelopmentId, OperationId, Subject, ToldFigure } from "./development.ts";
import type { EventKind, EventStage } from "./event.ts";
import type { Link } from "./message.ts";
import type { PlaceCode } from "./place.ts";
import type { TruceLimit } from "./reading.ts";
import type { Party } from "./side.ts";
import type { Speaker } from "./speaker.ts";

/** One thing that moved since the alert before. */
export type AlertChange =
  | { readonly kind: "figure"; readonly from: ToldFigure | null; readonly to: ToldFigure | null }
  | { readonly kind: "stage"; readonly from: EventStage | null; readonly to: EventStage }
  | { readonly kind: "denied" | "confirmed" | "withdrawn"; readonly by: string }
  /** Two events had been told as one; the other one's numbers are not told here any more. */
  | { readonly kind: "split" };

/** How far an operation has come, for one measure and side. */
export interface AlertProgress {
  readonly operation: OperationId;
  readonly measure: ToldFigure["measure"];
  readonly side: ToldFigure["side"];
  readonly done: number;
  readonly target: number | null;
  /** A total that reports claim and that the legs do not add up to; null: none. */
  readonly claimed: number | null;
}

/** A source that stands behind an alert. `label` is the outlet's name; `url` may be "" for a report without one. */
export interface AlertSource extends Link {
  readonly reportId: string;
  /** Id of the followed source that the report came through, by which chats choose; null: none. */
  readonly sourceId: string | null;
  readonly isStateControlled: boolean;
  readonly side: Party | null;
}

/**
 * What is told about a development. It carries everything that a message shows, so that a waiting
 * delivery can be drawn from the newest one with nothing else at hand.
 */
export interface Alert {
  /** 1, 2 … in the order of telling; null until it is committed. */
  readonly seq: number | null;
  readonly at: number;
  readonly type: "new" | "update" | "correction";
  readonly isLoud: boolean;
  readonly development: DevelopmentId;
  /** The development's revision that this alert tells (`Told.revision`). */
  readonly revision: number;
  readonly kind: EventKind;
  readonly subject: Subject;
  /** Who launched it; null: not known, or nobody did. */
  readonly attacker: Party | null;
  readonly stage: EventStage;
  /** The day on which it happened; null: nobody told it. */
  readonly date: string | null;
  /** Without a date: the day, where it happened, on which it was first told of. Absent: it has a date. */
  readonly reportedOn?: string;
  /** Of a cease-fire: what it is limited to. Absent: not told. */
  readonly limit?: TruceLimit;
  readonly conflict: string | null;
  readonly places: readonly PlaceCode[];
  readonly parties: readonly Party[];
  /** Ids of the reports that support what this alert adds. */
  readonly reports: readonly string[];
  readonly figures: readonly ToldFigure[];
  readonly progress: readonly AlertProgress[];
  readonly changes: readonly AlertChange[];
  readonly sources: readonly AlertSource[];
  /** Whose word the stage is, in the order in which they were heard; []: the outlets' own. */
  readonly speakers: readonly Speaker[];
  /** Who denies it, each once, in the order in which they were heard. Absent: nobody does. */
  readonly denials?: readonly Speaker[];
  /** True: people were killed, and nobody has told how many. Absent: their number is among the figures, or nobody died as far as is told. */
  readonly isDeadly?: true;
  /** How many independent origins stand behind it. */
  readonly origins: number;
  /** Whether both sides assert it. */
  readonly isConfirmedByBothSides: boolean;
  /** Told only to chats that have chosen its kind. Absent: to those, too, that have chosen none. */
  readonly isOnRequest?: true;
  /** The one chat that it is for, as it rests on that chat's own sources (the store's id). Absent: it is for all. */
  readonly ownerChat?: number;
  /** The development that it turned out to be one with, whose message tells it from now on. Absent: none. */
  readonly mergedInto?: DevelopmentId;
}
