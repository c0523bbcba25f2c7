import type { Clock } from "../../clock.ts";
import { TallywireError } from "../../errors.ts";
import type { AuditOutcome, AuditStore } from "../../ports/audit-store.ts";
import type { Invocation } from "../../ports/command.ts";
import type { CommandCall } from "../context.ts";

/** What an admin is about to do. */
export interface Act {
  /** Its texts: `audit-ACT`, with a dash for each dot. */
  readonly act: string;
  /** The id of a source or development; "": nothing in particular. */
  readonly subject: string;
  /** How it is, and how it is to be, in words; absent: it does not apply. */
  readonly before?: string;
  readonly after?: string;
}

/** What came of it. */
export interface Acted<Result> {
  readonly result: Result;
  readonly outcome: AuditOutcome;
  /** How it is now, where that was not known before. */
  readonly after?: string;
}

/** How a person stands in the audit log and the journal. */
export function personKey({ platform, id }: Pick<Invocation["user"], "platform" | "id">): string {
  return `${platform}:${id}`;
}

/** Where an act is kept, and whose it is. */
export interface Recorder {
  readonly audit: Pick<AuditStore, "begin" | "end">;
  readonly clock: Pick<Clock, "now">;
  /** A person's key, or `cli`: whoever has the machine. */
  readonly by: string;
}

/** Does something with the audit log's entry around it: begun before, ended after, so that no act goes without one. Rejects as `work` does. */
export async function recorded<Result>(
  { audit, clock, by }: Recorder,
  { act, subject, before = "", after = "" }: Act,
  work: () => Promise<Acted<Result>>,
): Promise<Result> {
  const seq = await audit.begin({ at: clock.now(), by, act, subject, before, after });
  try {
    const acted = await work();
    const end = { by, at: clock.now(), outcome: acted.outcome };
    await audit.end(seq, acted.after === undefined ? end : { ...end, after: acted.after });
    return acted.result;
  } catch (error) {
    // What is refused for good was the person's to put right; everything else is a fault.
    const isRefused = error instanceof TallywireError && error.permanent;
    await audit.end(seq, { by, at: clock.now(), outcome: isRefused ? "refused" : "failed" });
    throw error;
  }
}

/** Who made a call, for the audit log. */
export function recorderOf({ context, invocation }: Pick<CommandCall, "context" | "invocation">): Recorder {
  const { store, clock } = context;
  return { audit: store.audit, clock, by: personKey(invocation.user) };
}
