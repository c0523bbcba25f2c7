import type { Clock } from "../clock.ts";
import type { SendOutcome } from "../ports/chat-platform.ts";

/** What waited because no call was served for so long, milliseconds, was held back, and comes as a catch-up however young it is. */
const holdingBackMs = 60_000;

/** Whether a platform serves calls, and since when it does not. */
export interface Service {
  /** Takes how a call ended that began at `begunAt` on the steady clock. */
  note(outcome: SendOutcome, begunAt: number): void;
  /** Whether the platform said who we are. */
  noteQuestion(isAnswered: boolean): void;
  /** Nobody made calls for long: what comes within so long from now, milliseconds, was held back by that. */
  noteAbsence(forMs: number): void;
  /** The last that was heard of it was an answer. */
  isAnswering(): boolean;
  /** For how long no call has ended, milliseconds. */
  idleMs(): number;
  /** What was queued before this was held back by an outage, epoch milliseconds: now, while it lasts. Null: there was none. */
  heldBefore(): number | null;
}

/** Nothing was heard yet. `clock`: the machine's; `steady`: one that is never put back. */
export function createService(clock: Clock, steady: Clock): Service {
  let isAnswering = false;
  /** Since when no call was served; null: the last one was. */
  let unservedSince: number | null = null;
  let heldBefore: number | null = null;
  let notedAt = steady.now();
  const isHoldingBack = (): boolean =>
    unservedSince !== null && steady.now() - unservedSince >= holdingBackMs;

  return {
    note(outcome, begunAt) {
      notedAt = steady.now();
      // A chat that is to be left alone tells nothing of the others.
      if (outcome.kind === "wait" && outcome.scope !== "platform") return;
      isAnswering = outcome.kind !== "unknown" && outcome.kind !== "wait";
      if (isAnswering && isHoldingBack()) heldBefore = Math.max(heldBefore ?? -Infinity, clock.now());
      unservedSince = isAnswering ? null : (unservedSince ?? begunAt);
    },
    noteQuestion(isAnswered) {
      isAnswering = isAnswered;
    },
    noteAbsence(forMs) {
      heldBefore = clock.now() + forMs;
    },
    isAnswering: () => isAnswering,
    idleMs: () => steady.now() - notedAt,
    heldBefore: () => (isHoldingBack() ? clock.now() : heldBefore),
  };
}
