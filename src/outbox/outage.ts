import type { SendOutcome } from "../ports/chat-platform.ts";

/** So many different channels without an answer in a row, and it is the platform rather than the chats. */
const suspicious = 3;
const firstRestMs = 1_000;
const longestRestMs = 60_000;

/** A call that has ended. Times are epoch milliseconds. */
export interface EndedCall {
  /** As the pace counts chats: the topics of a group are one, and one that hangs is no outage. */
  readonly channel: string;
  readonly outcome: SendOutcome;
  readonly begunAt: number;
}

/** What a call tells of the platform. */
export type OutageNews =
  /** It answers nobody: no call is to be made until then. */
  | { readonly kind: "rest"; readonly untilAt: number }
  /** It answers again; nobody was answered whose call began at `sinceAt` or later. */
  | { readonly kind: "over"; readonly sinceAt: number };

/** Notices that a platform answers nobody, so that a queue is not burnt on calls whose outcome stays unknown. */
export interface OutageWatch {
  /** Takes how a call ended. Null: it tells nothing new. */
  note(call: EndedCall, now: number): OutageNews | null;
  /** True until something is answered again: one call at a time is enough to find that out. */
  isSuspected(): boolean;
}

/** A watch that has seen nothing yet: there may have been an outage before, and its first answer is the end of it. */
export function createOutageWatch(): OutageWatch {
  const unanswered = new Set<string>();
  let sinceAt = -Infinity;
  let hasAnswered = false;
  let rests = 0;
  let lastRestAt = -Infinity;

  function noteAnswer(): OutageNews | null {
    const isOver = rests > 0 || !hasAnswered;
    hasAnswered = true;
    rests = 0;
    unanswered.clear();
    return isOver ? { kind: "over", sinceAt } : null;
  }

  return {
    isSuspected: () => rests > 0,
    note({ channel, outcome, begunAt }, now) {
      // No connection is no answer, and no call whose outcome is unknown.
      if (outcome.kind === "wait") return null;
      if (outcome.kind !== "unknown") return noteAnswer();
      // Calls that were under way together tell of one outage, not of several.
      if (begunAt < lastRestAt) return null;
      if (unanswered.size === 0 && hasAnswered) sinceAt = begunAt;
      unanswered.add(channel);
      if (unanswered.size < suspicious && rests === 0) return null;
      lastRestAt = now;
      rests += 1;
      return { kind: "rest", untilAt: now + Math.min(longestRestMs, firstRestMs * 2 ** (rests - 1)) };
    },
  };
}
