import type { RateLimit } from "../ports/chat-platform.ts";
import {
  createChatPaces,
  longestRestMs,
  type CallKind,
  type PacedChat,
  type RestingChats,
} from "./chat-pace.ts";
import { createLateness } from "./lateness.ts";
import { createSpacing, takeEach, windowOf, type Spacing } from "./window.ts";

/** The overall pace is this much slower than documented, beside the windows' own margin. Together they leave more than 99 % of the allowed rate. */
const spacingMargin = 1.006;
/** After a pause, this part of an overall limit may go at once. */
const burstShare = 0.125;
const sweepEvery = 256;

/** When calls may be made. All instants are epoch milliseconds; those not after now mean: now. */
export interface Pace {
  /** When the next call to any chat may be made. */
  readyAt(): number;
  /** When the next call to this chat may be made, as far as its own limits and rests go; -Infinity: any time. Absent `call`: a send. */
  chatReadyAt(channel: string, call?: CallKind): number;
  /** Counts a call: to be called in the moment in which it is made. What it gives is to be called when it was served. */
  take(chat: PacedChat, now: number): Answered;
  /** A call that was made by somebody else, before this pace. Oldest first. */
  recall(chat: PacedChat, at: number): void;
  /** The platform asked us to leave the chat alone. */
  restChat(chat: PacedChat, untilAt: number, now: number): void;
  /** The platform asked us to edit nothing in the chat; new messages go on. */
  restEdits(chat: PacedChat, untilAt: number, now: number): void;
  /** The platform asked us to make no call at all. */
  restAll(untilAt: number, now: number): void;
  /** How many calls to different chats can be made up to `untilAt`. Infinity: no overall limit. */
  callsUntil(untilAt: number, now: number): number;
  /** Chats that nothing may be sent to now but may by `untilAt`. */
  restingChats(now: number, untilAt: number): RestingChats;
}

/** Tells the pace that a call was served. */
export type Answered = (now: number) => void;

/**
 * The pace of one platform in one process. A chat is remembered only while something holds it back or counts towards
 * a limit, so memory is bounded by the calls of the longest window, not by the chats.
 */
export function createPace(limits: readonly RateLimit[]): Pace {
  const overall = createOverall(limits.filter((limit) => limit.scope === "all"));
  const lateness = createLateness();
  const chats = createChatPaces(limits);
  let restAllUntil = -Infinity;
  let takes = 0;

  const readyAt = (): number => Math.max(restAllUntil, overall.readyAt());

  return {
    readyAt,
    chatReadyAt: (channel, call = "send") => chats.readyAt(channel, call),
    take(chat, now) {
      const counted = overall.take(now);
      const inChat = chats.take(chat, now);
      takes += 1;
      if (takes % sweepEvery === 0) chats.sweep(now);
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
      chats.take(chat, at);
    },
    restChat: (chat, untilAt, now) => chats.rest(chat, untilAt, { now, isOfEdits: false }),
    restEdits: (chat, untilAt, now) => chats.rest(chat, untilAt, { now, isOfEdits: true }),
    restAll(untilAt, now) {
      restAllUntil = Math.max(restAllUntil, Math.min(untilAt, now + longestRestMs));
    },
    callsUntil(untilAt, now) {
      const first = Math.max(now, readyAt());
      if (first > untilAt) return 0;
      return overall.intervalMs === 0 ? Infinity : 1 + Math.floor((untilAt - first) / overall.intervalMs);
    },
    restingChats: (now, untilAt) => chats.resting(now, untilAt),
  };
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

/** Even spacing beside the strict window: a burst at each window's start would be counted together with the one before it. */
const spacingOf = (limit: RateLimit): Spacing =>
  createSpacing(intervalOf(limit), Math.max(1, Math.floor(limit.max * burstShare)));
const intervalOf = (limit: RateLimit): number => (limit.perMs * spacingMargin) / limit.max;
