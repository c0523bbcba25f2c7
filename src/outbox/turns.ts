import type { Clock } from "../clock.ts";
import type { CallKind, PacedChat } from "./chat-pace.ts";
import type { Answered, Pace } from "./pace.ts";

/** A delivery does not keep its place for longer than this: it goes back to the queue, to be brought up to date later. */
const longestTurnMs = 2_000;

export interface TurnOptions {
  readonly pace: Pace;
  readonly clock: Clock;
  /** Whether a call may be begun at all: looked at in the moment of the call. */
  readonly mayCall: () => boolean;
  readonly ending: AbortSignal;
}

/** The order in which claimed deliveries make their calls. */
export interface Turns {
  /** Ends when the call is to be made, at once. Null: not now, give the delivery back. */
  take(chat: PacedChat, call: CallKind): Promise<Answered | null>;
  /** How many wait. */
  waiting(): number;
}

/** First come, first served, at the platform's pace. Who waits for a chat's own limit stands aside, so that nobody waits behind it. */
export function createTurns({ pace, clock, mayCall, ending }: TurnOptions): Turns {
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Waits until `readyAt` is reached. False: that is too far, or calls are over. */
  async function waitUntil(readyAt: () => number): Promise<boolean> {
    while (mayCall()) {
      const restMs = readyAt() - clock.now();
      if (restMs <= 0) return true;
      if (restMs > longestTurnMs) return false;
      await clock.sleep(Math.ceil(restMs), ending);
    }
    return false;
  }

  async function takeInLine(chat: PacedChat, call: CallKind): Promise<Answered | null> {
    const isReady = await waitUntil(() => Math.max(pace.readyAt(), pace.chatReadyAt(chat.channel, call)));
    return isReady ? pace.take(chat, clock.now()) : null;
  }

  /** An edit that waits for edits alone would hold the chat's new messages: a chat has one call under way. */
  function isPassed({ channel }: PacedChat, call: CallKind): boolean {
    const readyAt = pace.chatReadyAt(channel, call);
    return readyAt > clock.now() && readyAt > pace.chatReadyAt(channel);
  }

  return {
    waiting: () => waiting,
    async take(chat, call) {
      if (isPassed(chat, call)) return null;
      waiting += 1;
      try {
        if (!(await waitUntil(() => pace.chatReadyAt(chat.channel, call)))) return null;
        const mine = line.then(() => takeInLine(chat, call));
        line = mine;
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
  };
}
