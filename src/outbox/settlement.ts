import type { ClaimedDelivery } from "../model/delivery.ts";
import type { Settlement } from "../ports/outbox-store.ts";
import type { Attempt } from "./attempt.ts";

/** A process gives a delivery up after so many tries; with the waits below that is an hour. */
const maxTries = 8;
/** All processes together, crashes included: the end also for a message that kills whoever sends it. */
const maxAttempts = 100;
/** Between two tries the wait grows fourfold up to this. */
const longestRetryMs = 15 * 60_000;

export interface SettleRules {
  readonly now: number;
  /** The wait before the second try. */
  readonly retryMs: number;
  readonly tellsRepeats: boolean;
  /** How often this process has tried in vain before. */
  readonly tries: number;
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
        revision: delivery.kind === "alert" ? (attempt.revision ?? delivery.newest.revision) : 0,
        isPossibleRepeat:
          delivery.mayRepeat && attempt.kind === "send" && (!rules.tellsRepeats || outcome.isMarked === true),
      };
    case "wait":
      return { kind: "retry", dueAt: now + outcome.retryAfterMs, countAttempt: false, why: outcome.why };
    case "unauthorized":
      return { kind: "retry", dueAt: now, countAttempt: false, why: outcome.why };
    case "chat-moved":
      return isSpent(delivery, rules)
        ? { kind: "failed", why: "the chat moved on again and again" }
        : { kind: "retry", dueAt: now, countAttempt: true, why: "the chat has moved" };
    case "message-gone":
      // Nothing shown: an unanswered send had arrived and was deleted since. Who deletes news does not want it again.
      return delivery.kind === "notice" || delivery.shown === null || isSpent(delivery, rules)
        ? { kind: "failed", why: outcome.why }
        : { kind: "forget-message", dueAt: retryAt(rules), why: outcome.why };
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

/** An edit is simply made again: twice is as good as once. */
function unansweredEdit(delivery: ClaimedDelivery, why: string, rules: SettleRules): Settlement {
  if (isSpent(delivery, rules)) return { kind: "failed", why };
  return { kind: "retry", dueAt: retryAt(rules), countAttempt: true, why };
}

/**
 * A send is due again, as a possible repeat. Where the key tells repeats it is never given up: the chat's next message
 * on the development would carry the same key, and be taken for this one.
 */
function unansweredSend(delivery: ClaimedDelivery, why: string, rules: SettleRules): Settlement {
  if (isSpent(delivery, rules) && !rules.tellsRepeats) return { kind: "failed", why };
  return { kind: "unknown", dueAt: retryAt(rules), why };
}

/** `retryMs` from now, then four times as long, and so on. */
function retryAt({ now, retryMs, tries }: SettleRules): number {
  return now + Math.min(longestRetryMs, retryMs * 4 ** Math.min(tries, maxTries));
}

const isSpent = (delivery: ClaimedDelivery, { tries }: SettleRules): boolean =>
  tries + 1 >= maxTries || delivery.attempts + 1 >= maxAttempts;
