/** How an act ended. `refused`: it changed nothing; `failed`: a fault ended it; `cancelled`: somebody called it off before it was done. */
export type AuditOutcome = "done" | "refused" | "failed" | "cancelled";

/** Something that an admin did, or that somebody asked the admins to look at. */
export interface AuditEntry {
  /** 1, 2 … in the order of writing. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who: a platform and a user id, `telegram:7`. Never shown in chats of others. */
  readonly by: string;
  /** What: `source.pause`, `review.correct`, `announce`, `report`. */
  readonly act: string;
  /** To what: the id of a source or development; "": nothing in particular. */
  readonly subject: string;
  /** How it was and how it is, or what was asked for, in words; "": it does not apply. */
  readonly before: string;
  readonly after: string;
  /** Null: it is open. Of an act: it was begun, and nothing is known of its end. */
  readonly outcome: AuditOutcome | null;
  /** Who ended it, and when; null while it is open. */
  readonly endedBy: string | null;
  readonly endedAt: number | null;
}

export type NewAuditEntry = Pick<AuditEntry, "at" | "by" | "act" | "subject" | "before" | "after">;

export interface AuditEnd {
  readonly by: string;
  readonly at: number;
  readonly outcome: AuditOutcome;
  /** Absent: as it was begun. */
  readonly after?: string;
}

/** Which entries, newest first. */
export interface AuditQuery {
  /** Only of these acts. Absent: of any. */
  readonly acts?: readonly string[];
  /** Only open ones. Absent: all. */
  readonly openOnly?: boolean;
  /** Only those with a smaller seq. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * The audit log. An act is written before it is done and ended afterwards, so that a fault or a kill between the two leaves a trace of it
 * and never an act without one. Nothing is ever deleted.
 */
export interface AuditStore {
  /** Returns its seq. */
  begin(entry: NewAuditEntry): Promise<number>;
  /** False: there is none that is open. One of several who end it at once is told true. */
  end(seq: number, end: AuditEnd): Promise<boolean>;
  find(seq: number): Promise<AuditEntry | null>;
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
}
