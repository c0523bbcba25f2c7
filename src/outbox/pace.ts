import type { RateLimit } from "../ports/chat-platform.ts";
import { createLateness } from "./lateness.ts";
import { createSlidingWindow, createSpacing, type SlidingWindow, type Spacing } from "./window.ts";

/**
 * Windows are kept this much longer than documented and the overall pace this much slower: a call is counted when it
 * arrives there, and one that travels faster than the one a window before it would else be one too many. Together they
 * leave more than 99 % of the allowed rate.
 */
const windowMargin = 1.003;
const spacingMargin = 1.006;
/** After a pause, this part of an overall limit may go at once. */
const burstShare = 0.125;
/** No platform asks for more; what does is a fault of its clock or ours. */
const longestRestMs = 24 * 3_600_000;
const sweepEvery = 256;

/** A chat as the platform counts it: all topics of a forum are one. */
export interface PacedChat {
  /** `ChatAddress.channel`. */
  readonly channel: string;
  /** Limits of scope `group` hold for it. */
  readonly isGroup: boolean;
}

/** When calls may be made. All instants are epoch milliseconds; those not after now mean: now. */
export interface Pace {
  /** When the next call to any chat may be made. */
  readyAt(): number;
  /** When the next call to this chat may be made, as far as its own limits and rests go; -Infinity: any time. */
  chatReadyAt(channel: string): number;
  /** Counts a call: to be called in the moment in which it is made. What it gives is to be called when it was served. */
  take(chat: PacedChat, now: number): Answered;
  /** A call that was made by somebody else, before this pace. Oldest first. */
  recall(chat: PacedChat, at: number): void;
  /** The platform asked us to leave the chat alone. */
  restChat(chat: PacedChat, untilAt: number, now: number): void;
  /** The platform asked us to make no call at all. */
  restAll(untilAt: number, now: number): void;
  /** How many calls to different chats can be made up to `untilAt`. Infinity: no overall limit. */
  callsUntil(untilAt: number, now: number): number;
  /** Chats that may not be called now but may by `untilAt`, with when the first of them may; null: there are none. */
  restingChats(now: number, untilAt: number): RestingChats;
}

/** Tells the pace that a call was served. */
export type Answered = (now: number) => void;

export interface RestingChats {
  readonly channels: readonly string[];
  readonly firstReadyAt: number | null;
}

interface ChatPace {
  readonly windows: readonly SlidingWindow[];
  restUntil: number;
}

/**
 * The pace of one platform in one process. A chat is remembered only while something holds it back or counts towards
 * a limit, so memory is bounded by the calls of the longest window, not by the chats.
 */
export function createPace(limits: readonly RateLimit[]): Pace {
  const overall = createOverall(limits.filter((limit) => limit.scope === "all"));
  const lateness = createLateness();
  const chats = new Map<string, ChatPace>();
  let restAllUntil = -Infinity;
  let takes = 0;

  const readyAt = (): number => Math.max(restAllUntil, overall.readyAt());

  function chatPace(chat: PacedChat): ChatPace {
    const known = chats.get(chat.channel);
    if (known !== undefined) return known;
    const holding = limits.filter(
      (limit) => limit.scope === "chat" || (limit.scope === "group" && chat.isGroup),
    );
    const made = { windows: holding.map(windowOf), restUntil: -Infinity };
    chats.set(chat.channel, made);
    return made;
  }

  function sweep(now: number): void {
    for (const [channel, chat] of chats) if (freshAt(chat) <= now) chats.delete(channel);
  }

  return {
    readyAt,
    chatReadyAt(channel) {
      const chat = chats.get(channel);
      return chat === undefined ? -Infinity : chatReadyAt(chat);
    },
    take(chat, now) {
      const counted = overall.take(now);
      const inChat = takeEach(chatPace(chat).windows, now);
      takes += 1;
      if (takes % sweepEvery === 0) sweep(now);
      return (answeredAt) => {
        const tookMs = answeredAt - now;
        lateness.note({
          calledAt: now,
          tookMs,
          postpone: (at) => [...counted, ...inChat].forEach((move) => move(at)),
          // A second has room for one call of a chat, and none for one that was late by less than is usual.
          postponeInChat: (at) => inChat.forEach((move) => move(at)),
        });
      };
    },
    recall(chat, at) {
      overall.recall(at);
      takeEach(chatPace(chat).windows, at);
    },
    restChat(chat, untilAt, now) {
      const resting = chatPace(chat);
      resting.restUntil = Math.max(resting.restUntil, Math.min(untilAt, now + longestRestMs));
    },
    restAll(untilAt, now) {
      restAllUntil = Math.max(restAllUntil, Math.min(untilAt, now + longestRestMs));
    },
    callsUntil(untilAt, now) {
      const first = Math.max(now, readyAt());
      if (first > untilAt) return 0;
      return overall.intervalMs === 0 ? Infinity : 1 + Math.floor((untilAt - first) / overall.intervalMs);
    },
    restingChats: (now, untilAt) => restingIn(chats, now, untilAt),
  };
}

function restingIn(chats: ReadonlyMap<string, ChatPace>, now: number, untilAt: number): RestingChats {
  const channels: string[] = [];
  let firstReadyAt: number | null = null;
  for (const [channel, chat] of chats) {
    const at = chatReadyAt(chat);
    if (at <= now || at > untilAt) continue;
    channels.push(channel);
    firstReadyAt = Math.min(firstReadyAt ?? at, at);
  }
  return { channels, firstReadyAt };
}

/** The limits on all calls together. Without any, `intervalMs` is 0 and everything is ready. */
function createOverall(limits: readonly RateLimit[]) {
  const windows = limits.map(windowOf);
  const spacings = limits.map(spacingOf);
  return {
    intervalMs: Math.max(0, ...limits.map(intervalOf)),
    readyAt: () => Math.max(-Infinity, ...[...windows, ...spacings].map((rule) => rule.readyAt())),
    recall(at: number) {
      takeEach(windows, at);
    },
    take(now: number) {
      for (const spacing of spacings) spacing.take(now);
      return takeEach(windows, now);
    },
  };
}

/** Counts a call in each window. Gives what moves it to a later moment there. */
function takeEach(windows: readonly SlidingWindow[], now: number): ((at: number) => void)[] {
  return windows.map((window) => {
    const call = window.take(now);
    return (at: number) => window.postpone(call, at);
  });
}

/** Even spacing beside the strict window: a burst at each window's start would be counted together with the one before it. */
const spacingOf = (limit: RateLimit): Spacing =>
  createSpacing(intervalOf(limit), Math.max(1, Math.floor(limit.max * burstShare)));
const windowOf = (limit: RateLimit): SlidingWindow =>
  createSlidingWindow(limit.max, limit.perMs * windowMargin);
const intervalOf = (limit: RateLimit): number => (limit.perMs * spacingMargin) / limit.max;

const chatReadyAt = (chat: ChatPace): number =>
  Math.max(chat.restUntil, ...chat.windows.map((window) => window.readyAt()));
const freshAt = (chat: ChatPace): number =>
  Math.max(chat.restUntil, ...chat.windows.map((window) => window.freshAt()));
