import type { SendOutcome } from "../ports/chat-platform.ts";

/** So many different chats without an answer in a row, and it is the platform rather than the chats. */
const suspicious = 3;
const firstRestMs = 1_000;
const longestRestMs = 60_000;

/** Notices that a platform answers nobody, so that a queue is not burnt on calls whose outcome stays unknown. */
export interface OutageWatch {
  /** Takes how a call ended. Gives until when no call is to be made, epoch milliseconds; null: no need. */
  note(chatId: number, outcome: SendOutcome, begunAt: number, now: number): number | null;
  /** True until something is answered again: one call at a time is enough to find that out. */
  isSuspected(): boolean;
}

/** A watch that has seen nothing amiss. */
export function createOutageWatch(): OutageWatch {
  const unanswered = new Set<number>();
  let rests = 0;
  let lastRestAt = -Infinity;
  return {
    isSuspected: () => rests > 0,
    note(chatId, outcome, begunAt, now) {
      if (outcome.kind !== "unknown") {
        unanswered.clear();
        rests = 0;
        return null;
      }
      // Calls that were under way together tell of one outage, not of several.
      if (begunAt < lastRestAt) return null;
      unanswered.add(chatId);
      if (unanswered.size < suspicious && rests === 0) return null;
      lastRestAt = now;
      rests += 1;
      return now + Math.min(longestRestMs, firstRestMs * 2 ** (rests - 1));
    },
  };
}
