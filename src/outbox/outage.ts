import type { SendOutcome } from "../ports/chat-platform.ts";

/**
 * So many calls in a row without an answer, to as many different channels, and it is the platform rather than the chats. Where there are fewer
 * channels: to all of them.
 */
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
  /** The platform did not answer when it was asked who we are, which is about no chat. */
  noteSilence(now: number): OutageNews;
  /** True until a call is answered again: one at a time is enough to find that out. */
  isSuspected(): boolean;
}

/**
 * A watch that has seen nothing yet: there may have been an outage before, and its first answer is the end of it. `channels`: how many
 * channels there are to send to.
 */
export function createOutageWatch(channels: () => number): OutageWatch {
  const unanswered = new Set<string>();
  let silences = 0;
  let sinceAt = -Infinity;
  let hasAnswered = false;
  let rests = 0;
  let lastRestAt = -Infinity;

  function noteAnswer(): OutageNews | null {
    const isOver = !hasAnswered || (rests > 0 && silences >= suspicious);
    hasAnswered = true;
    rests = 0;
    silences = 0;
    unanswered.clear();
    return isOver ? { kind: "over", sinceAt } : null;
  }

  function rest(now: number): OutageNews {
    lastRestAt = now;
    rests += 1;
    return { kind: "rest", untilAt: now + Math.min(longestRestMs, firstRestMs * 2 ** (rests - 1)) };
  }

  return {
    isSuspected: () => rests > 0,
    noteSilence(now) {
      if (silences === 0 && hasAnswered) sinceAt = now;
      silences += 1;
      return rest(now);
    },
    note({ channel, outcome, begunAt }, now) {
      // No connection is no answer, and no call whose outcome is unknown.
      if (outcome.kind === "wait") return null;
      if (outcome.kind !== "unknown") return noteAnswer();
      // Calls that were under way together tell of one outage, not of several.
      if (begunAt < lastRestAt) return null;
      if (silences === 0 && hasAnswered) sinceAt = begunAt;
      silences += 1;
      unanswered.add(channel);
      const isPlatform = silences >= suspicious && unanswered.size >= Math.min(suspicious, channels());
      return rests > 0 || isPlatform ? rest(now) : null;
    },
  };
}
