import type { ClaimedDelivery } from "../model/delivery.ts";
import type { Settlement } from "../ports/outbox-store.ts";
import type { Attempt } from "./attempt.ts";

/** A delivery is given up after so many attempts that counted; with the waits below that is an hour. */
export const maxAttempts = 8;
/** Between two attempts the wait grows fourfold up to this. */
const longestRetryMs = 15 * 60_000;

export interface SettleRules {
  readonly now: number;
  /** The wait before the second attempt. */
  readonly retryMs: number;
  readonly tellsRepeats: boolean;
}

/** How a delivery ends, or when it is tried again, by how its last call ended. docs/delivery.md has the table. */
export function settlementOf(delivery: ClaimedDelivery, attempt: Attempt, rules: SettleRules): Settlement {
  const { now } = rules;
  const { outcome } = attempt;
  switch (outcome.kind) {
    case "sent":
      return {
        kind: "sent",
        messageId: outcome.messageId,
        isEdit: attempt.kind === "edit",
        revision: delivery.newest.revision,
      };
    case "wait":
      return { kind: "retry", dueAt: now + outcome.retryAfterMs, countAttempt: false, why: outcome.why };
    case "unauthorized":
      return { kind: "retry", dueAt: now, countAttempt: false, why: outcome.why };
    case "chat-moved":
      return isSpent(delivery)
        ? { kind: "failed", why: "the chat moved on again and again" }
        : { kind: "retry", dueAt: now, countAttempt: true, why: "the chat has moved" };
    case "message-gone":
      // Nothing shown: an unanswered send had arrived and was deleted since. Who deletes news does not want it again.
      return delivery.shown === null
        ? { kind: "failed", why: outcome.why }
        : { kind: "forget-message", dueAt: retryAt(delivery.attempts, rules), why: outcome.why };
    case "chat-gone":
    case "no-rights":
    case "refused":
      return { kind: "failed", why: outcome.why };
    case "unknown":
      return attempt.kind === "edit"
        ? unansweredEdit(delivery, outcome.why, rules)
        : unansweredSend(delivery, outcome.why, rules);
  }
}

/** When an attempt is made again: `retryMs`, then four times as long, and so on. */
export function retryAt(attempts: number, { now, retryMs }: Pick<SettleRules, "now" | "retryMs">): number {
  return now + Math.min(longestRetryMs, retryMs * 4 ** Math.min(attempts, maxAttempts));
}

/** An edit is simply made again: twice is as good as once. */
function unansweredEdit(delivery: ClaimedDelivery, why: string, rules: SettleRules): Settlement {
  if (isSpent(delivery)) return { kind: "failed", why };
  return { kind: "retry", dueAt: retryAt(delivery.attempts, rules), countAttempt: true, why };
}

/**
 * A send is due again, as a possible repeat. Where the key tells repeats it is never given up: the chat's next message
 * on the development would carry the same key, and be taken for this one.
 */
function unansweredSend(delivery: ClaimedDelivery, why: string, rules: SettleRules): Settlement {
  if (isSpent(delivery) && !rules.tellsRepeats) return { kind: "failed", why };
  return { kind: "unknown", dueAt: retryAt(delivery.attempts, rules), why };
}

const isSpent = (delivery: ClaimedDelivery): boolean => delivery.attempts + 1 >= maxAttempts;
