import type { CaughtUp, ClaimedDelivery, ShownRevision } from "../model/delivery.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { RepeatWaits, Settlement } from "../ports/outbox-store.ts";
import type { Attempt } from "./attempt.ts";
import { longestRepeatMs, type TriesInVain } from "./tries.ts";

/** A chat that moves on, or a message that is gone, so many times is given up. */
const maxRedirections = 8;
/** What goes unanswered for this long while the platform serves others is given up. An outage, however long, ends nothing. */
const longestPassedOverMs = 24 * 3_600_000;
/** The wait has long reached its longest by then; the power stays a number that can be reckoned with. */
const maxGrowths = 16;
/** How waits grow, and up to what. */
interface Patience {
  readonly growth: number;
  readonly longestMs: number;
}
const patience: Patience = { growth: 4, longestMs: 15 * 60_000 };
/** What may be one more message in the chat each time: once soon, and seldom after that. docs/decisions/0005-repeats.md */
const repeatPatience: Patience = { growth: 16, longestMs: longestRepeatMs };

/** How far repeats stay apart over restarts. Undefined: there are none that may double. */
export function repeatWaitsOf(
  { tellsRepeats }: Pick<ChatPlatform, "tellsRepeats">,
  retryMs: number,
): RepeatWaits | undefined {
  if (tellsRepeats === true) return undefined;
  const { growth } = repeatPatience;
  const atMost = (ms: number) => Math.min(patience.longestMs, ms);
  return { secondMs: atMost(retryMs * growth), laterMs: atMost(retryMs * growth ** 2) };
}

export interface SettleRules {
  readonly now: number;
  /** The wait before the second try. */
  readonly retryMs: number;
  readonly tellsRepeats: boolean;
  /** What this process has tried in vain before. */
  readonly tries: TriesInVain;
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
        ...(attempt.isShownGone === true ? { isShownGone: true } : {}),
        ...shownBy(delivery, attempt),
        isPossibleRepeat:
          delivery.mayRepeat && attempt.kind === "send" && (!rules.tellsRepeats || outcome.isMarked === true),
      };
    case "wait":
      return { kind: "retry", dueAt: now + outcome.retryAfterMs, countAttempt: false, why: outcome.why };
    case "unauthorized":
      return { kind: "retry", dueAt: now, countAttempt: false, why: outcome.why };
    case "chat-moved":
      return isRedirectedForEver(rules)
        ? { kind: "failed", why: "the chat moved on again and again" }
        : { kind: "retry", dueAt: movedDueAt(rules), countAttempt: true, why: "the chat has moved" };
    case "message-gone":
      if (attempt.isUnwanted === true) return unwanted(delivery, outcome.why, now);
      // Nothing shown: an unanswered send had arrived and was deleted since. Who deletes news does not want it again.
      return delivery.kind !== "alert" || delivery.shown === null || isRedirectedForEver(rules)
        ? { kind: "failed", why: outcome.why }
        : { kind: "forget-message", dueAt: retryAt(rules), why: outcome.why };
    case "refused":
      // Of many developments one may be what is refused: the others are not to be lost with it.
      return delivery.kind === "catch-up"
        ? { kind: "apart", dueAt: now, why: outcome.why }
        : { kind: "failed", why: outcome.why };
    case "chat-gone":
    case "no-rights":
      return { kind: "failed", why: outcome.why };
    case "unknown":
      return unanswered(attempt, outcome.why, rules);
  }
}

/** Each development of a catch-up may have been told, and is corrected by itself. */
function unwanted({ kind }: ClaimedDelivery, why: string, now: number): Settlement {
  return kind === "catch-up" ? { kind: "apart", dueAt: now, why } : { kind: "unwanted", why };
}

/** Up to where the message tells what it tells. */
function shownBy(
  delivery: ClaimedDelivery,
  { kind, revision }: Attempt,
): Pick<Extract<Settlement, { kind: "sent" }>, "revision" | "others"> {
  switch (delivery.kind) {
    case "notice":
      return { revision: 0 };
    case "alert": {
      const others = kind === "edit" ? (delivery.within?.covers ?? []) : [];
      return { revision: revision ?? delivery.newest.revision, others };
    }
    case "catch-up":
      return { revision: 0, others: delivery.stories.map((story) => shownOf(story, revision)) };
  }
}

/** Up to where a catch-up tells one of its developments. `upToSeq`: the newest alert in it; undefined: it tells the newest of all. */
function shownOf({ newest, unseen }: CaughtUp, upToSeq: number | undefined): ShownRevision {
  const told = upToSeq === undefined ? newest : unseen.findLast(({ seq }) => (seq ?? 0) <= upToSeq);
  return { development: newest.development, revision: (told ?? newest).revision };
}

/**
 * An edit is simply made again: twice is as good as once. A send is due again, as a possible repeat. Where the key tells repeats a send
 * is never given up: the chat's next message on the development would carry the same key, and be taken for this one.
 */
function unanswered(attempt: Attempt, why: string, rules: SettleRules): Settlement {
  const isEdit = attempt.kind === "edit";
  const mayGiveUp = isEdit || !rules.tellsRepeats;
  if (mayGiveUp && rules.tries.passedOverMs >= longestPassedOverMs) return { kind: "failed", why };
  const dueAt = retryAt(rules, mayGiveUp && !isEdit ? repeatPatience : patience);
  return isEdit ? { kind: "retry", dueAt, countAttempt: true, why } : { kind: "unknown", dueAt, why };
}

/** `retryMs` from now, then longer each time. */
function retryAt({ now, retryMs, tries }: SettleRules, { growth, longestMs }: Patience = patience): number {
  const growths = Math.min(tries.unanswered + tries.redirected, maxGrowths);
  return now + Math.min(longestMs, retryMs * growth ** growths);
}

/** At once where it has moved to; one that moves on and on may lead in a circle. */
const movedDueAt = (rules: SettleRules): number =>
  rules.tries.redirected === 0 ? rules.now : retryAt(rules);

const isRedirectedForEver = ({ tries }: SettleRules): boolean => tries.redirected + 1 >= maxRedirections;
