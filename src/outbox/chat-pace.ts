import type { RateLimit } from "../ports/chat-platform.ts";
import { takeEach, windowOf, type Move, type SlidingWindow } from "./window.ts";

/** No platform asks for more; what does is a fault of its clock or ours. */
export const longestRestMs = 24 * 3_600_000;

/** A chat as the platform counts it: all topics of a forum are one. */
export interface PacedChat {
  /** `ChatAddress.channel`. */
  readonly channel: string;
  /** Limits of scope `group` hold for it. */
  readonly isGroup: boolean;
}

/** What a call does: some waits are of edits alone. */
export type CallKind = "send" | "edit";

/** Chats that nothing may be sent to now. */
export interface RestingChats {
  readonly channels: readonly string[];
  /** When the first of them may be called; null: there are none. */
  readonly firstReadyAt: number | null;
}

/** What holds back the calls to each chat by itself. Instants are epoch milliseconds. */
export interface ChatPaces {
  /** -Infinity: any time. */
  readyAt(channel: string, call: CallKind): number;
  /** Counts a call. */
  take(chat: PacedChat, at: number): readonly Move[];
  /** Nothing is to be sent to the chat until then; where `isOfEdits`, nothing edited in it. */
  rest(chat: PacedChat, untilAt: number, how: { readonly now: number; readonly isOfEdits: boolean }): void;
  /** Those that may be called by `untilAt`, and not now. */
  resting(now: number, untilAt: number): RestingChats;
  /** Forgets those that nothing holds back any more. */
  sweep(now: number): void;
}

interface ChatPace {
  readonly windows: readonly SlidingWindow[];
  restUntil: number;
  editsRestUntil: number;
}

/** No chat is known. One is remembered only while something holds it back or counts towards a limit. */
export function createChatPaces(limits: readonly RateLimit[]): ChatPaces {
  const chats = new Map<string, ChatPace>();

  function paceOf(chat: PacedChat): ChatPace {
    const known = chats.get(chat.channel);
    if (known !== undefined) return known;
    const holding = limits.filter(
      (limit) => limit.scope === "chat" || (limit.scope === "group" && chat.isGroup),
    );
    const made = { windows: holding.map(windowOf), restUntil: -Infinity, editsRestUntil: -Infinity };
    chats.set(chat.channel, made);
    return made;
  }

  return {
    readyAt(channel, call) {
      const chat = chats.get(channel);
      return chat === undefined ? -Infinity : readyAt(chat, call);
    },
    take: (chat, at) => takeEach(paceOf(chat).windows, at),
    rest(chat, untilAt, { now, isOfEdits }) {
      const pace = paceOf(chat);
      const until = Math.min(untilAt, now + longestRestMs);
      if (isOfEdits) pace.editsRestUntil = Math.max(pace.editsRestUntil, until);
      else pace.restUntil = Math.max(pace.restUntil, until);
    },
    resting(now, untilAt) {
      const channels: string[] = [];
      let firstReadyAt: number | null = null;
      for (const [channel, chat] of chats) {
        const at = readyAt(chat, "send");
        if (at <= now || at > untilAt) continue;
        channels.push(channel);
        firstReadyAt = Math.min(firstReadyAt ?? at, at);
      }
      return { channels, firstReadyAt };
    },
    sweep(now) {
      for (const [channel, chat] of chats) if (freshAt(chat) <= now) chats.delete(channel);
    },
  };
}

const readyAt = (chat: ChatPace, call: CallKind): number =>
  Math.max(
    chat.restUntil,
    call === "edit" ? chat.editsRestUntil : -Infinity,
    ...chat.windows.map((window) => window.readyAt()),
  );

const freshAt = (chat: ChatPace): number =>
  Math.max(chat.restUntil, chat.editsRestUntil, ...chat.windows.map((window) => window.freshAt()));
