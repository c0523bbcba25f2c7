import type { Alert } from "../../../model/alert.ts";
import type { ReviewAction } from "../../../model/review.ts";
import type { CommandCall } from "../../context.ts";
import type { ReviewOutcome } from "../abilities.ts";
import { personKey, recorded, recorderOf } from "../act.ts";

/** What an admin has decided, with the words of the audit log. */
export interface Decision {
  readonly action: ReviewAction;
  /** Id of what it is about. */
  readonly subject: string;
  readonly note: string;
  readonly before?: string;
  readonly after?: string;
}

/** Decides it through the ledger's one door, and returns in words what came of it and what the chats are told. */
export async function decide(
  call: CommandCall,
  { action, subject, note, before, after }: Decision,
): Promise<string> {
  const { context } = call;
  const { review } = context;
  if (review === undefined) return call.text("review-unable");
  const act = {
    act: `review.${action.kind}`,
    subject,
    ...(before === undefined ? {} : { before }),
    after: [after ?? "", note].filter((words) => words !== "").join(". "),
  };
  const result = await recorded<ReviewOutcome>(recorderOf(call), act, async () => {
    const reviewed = await review({ by: personKey(call.invocation.user), note, action });
    return reviewed.kind === "reviewed"
      ? { result: reviewed, outcome: "done" }
      : { result: reviewed, outcome: "refused", after: reviewed.code };
  });
  if (result.kind === "reviewed") context.poke();
  return outcomeText(call, action, result);
}

function outcomeText(call: CommandCall, action: ReviewAction, result: ReviewOutcome): string {
  if (result.kind === "refused") return call.text(`review-refused-${result.code}`);
  const done = call.text(`review-done-${action.kind}`);
  const told = [...new Set(result.alerts.map(toldKey))].map((key) => call.text(key));
  return [done, ...(told.length === 0 ? [call.text("review-told-nothing")] : told)].join(" ");
}

function toldKey(alert: Alert): string {
  return alert.mergedInto === undefined ? `review-told-${alert.type}` : "review-told-pointer";
}
