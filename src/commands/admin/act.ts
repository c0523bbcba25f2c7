import { TallywireError } from "../../errors.ts";
import type { AuditOutcome } from "../../ports/audit-store.ts";
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

/** Does something with the audit log's entry around it: begun before, ended after, so that no act goes without one. Rejects as `work` does. */
export async function recorded<Result>(
  call: Pick<CommandCall, "context" | "invocation">,
  { act, subject, before = "", after = "" }: Act,
  work: () => Promise<Acted<Result>>,
): Promise<Result> {
  const { store, clock } = call.context;
  const by = personKey(call.invocation.user);
  const seq = await store.audit.begin({ at: clock.now(), by, act, subject, before, after });
  try {
    const acted = await work();
    const end = { by, at: clock.now(), outcome: acted.outcome };
    await store.audit.end(seq, acted.after === undefined ? end : { ...end, after: acted.after });
    return acted.result;
  } catch (error) {
    // What is refused for good was the person's to put right; everything else is a fault.
    const isRefused = error instanceof TallywireError && error.permanent;
    await store.audit.end(seq, { by, at: clock.now(), outcome: isRefused ? "refused" : "failed" });
    throw error;
  }
}
