import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";

/** What must wait, and for how long. */
export interface Refusal {
  readonly scope: "chat" | "platform";
  readonly retryAfterMs: number;
}

/** What makes a call: answers go on where only what is sent to all is held. `photos`: of alerts, behind their words; the outbox knows nothing of them. */
export type Caller = "alerts" | "answers" | "photos";

/** A call that was begun: how it ends tells of what was unknown then. `number`: the order among calls and refusals. */
export interface Begun {
  readonly by: Caller;
  readonly number: number;
}

/**
 * How far a 429 reaches, and for how long. Telegram does not say whether the chat or the whole bot is meant, so it is told by what
 * happens: chats that are refused while others are served are held by themselves; different chats that are refused in a row, with no call
 * served between them and all until the same moment, mean the bot. Calls that were under way together tell no more than one of them.
 */
export interface FloodScope {
  /** To be called in the moment in which a call is made. */
  begin(by: Caller): Begun;
  /**
   * What somebody is answered may pass where what is sent to all may not: it tells nothing of a row of alerts. A call that was begun within the bot's
   * wait ends what is held here.
   */
  served(call: Begun): void;
  refused(address: ChatAddress, retryAfterMs: number, call: Begun): Refusal;
  /** Nothing is to be sent to the chat for so long, milliseconds, whatever became of the last call. */
  hold(address: ChatAddress, ms: number): void;
  /** Nothing is to be sent to anybody for so long: what stands before Telegram refuses all of us. */
  holdAll(ms: number): void;
  /**
   * What still waits when the chat is to be called; null: nothing does. What an alert was told holds answers, too, and the other way round, since
   * each call within a wait lengthens it (https://grammy.dev/advanced/flood). A wait of the whole bot holds answers once one of them was refused in
   * it: they may pass outside the limit of what is sent to all. Alerts are then held by who sends them.
   */
  held(address: ChatAddress, by: Caller): Refusal | null;
}

/** Waits of two chats end with the bot's when they end as near as this to each other: they are told in seconds, and a call too many adds one. */
const sameEndMs = 2_500;
/** Holding everything for longer takes more to believe. */
const shortWaitMs = 60_000;
/**
 * For how long everything rests by how many chats in a row were refused: two may well be flooded at once, so the third is to be another chat's
 * call, soon. Each is a call within a wait, should it be the bot's, so there are as few of them as tell it.
 */
const shortRests: readonly number[] = [0, 2_000, Infinity];
const longRests: readonly number[] = [0, 2_000, 10_000, 60_000, Infinity];

/** A fresh memory of what was served and refused. */
export function createFloodScope(machine: Clock): FloodScope {
  const clock = createSteadyClock(machine);
  const heldUntil = new Map<string, number>();
  /** Chats that were refused in a row, until about the same moment. */
  const inARow = new Set<string>();
  let isRowOfAnswers = false;
  let count = 0;
  let rowSince = 0;
  let restSince = 0;
  let lastEndAt = -Infinity;
  let allHeldUntil = -Infinity;
  let answersHeldUntil = -Infinity;
  let foreignUntil = -Infinity;

  function hold({ channel }: ChatAddress, ms: number): void {
    heldUntil.set(channel, Math.max(heldUntil.get(channel) ?? 0, clock.now() + ms));
  }

  return {
    begin: (by) => ({ by, number: ++count }),
    served({ by, number }) {
      if (by === "answers" && !isRowOfAnswers) return;
      inARow.clear();
      if (number > restSince) allHeldUntil = answersHeldUntil = -Infinity;
    },
    hold,
    holdAll(ms) {
      foreignUntil = Math.max(foreignUntil, clock.now() + ms);
    },
    refused(address, retryAfterMs, { by, number }) {
      const now = clock.now();
      const endAt = now + retryAfterMs;
      hold(address, retryAfterMs);
      if (Math.abs(endAt - lastEndAt) > sameEndMs) inARow.clear();
      lastEndAt = endAt;
      if (inARow.size === 0) rowSince = ++count;
      else if (number < rowSince) return { scope: "chat", retryAfterMs };
      isRowOfAnswers = by === "answers" && (isRowOfAnswers || inARow.size === 0);
      inARow.add(address.channel);
      const rests = retryAfterMs <= shortWaitMs ? shortRests : longRests;
      const restMs = Math.min(retryAfterMs, rests[inARow.size - 1] ?? Infinity);
      if (restMs === 0) return { scope: "chat", retryAfterMs };
      allHeldUntil = Math.max(allHeldUntil, now + restMs);
      restSince = ++count;
      if (by === "answers") answersHeldUntil = Math.max(answersHeldUntil, allHeldUntil);
      return { scope: "platform", retryAfterMs: restMs };
    },
    held({ channel }, by) {
      const now = clock.now();
      const chatMs = (heldUntil.get(channel) ?? 0) - now;
      if (chatMs > 0) return { scope: "chat", retryAfterMs: chatMs };
      heldUntil.delete(channel);
      const bulkUntil = by === "photos" ? allHeldUntil : -Infinity;
      const allMs = Math.max(answersHeldUntil, foreignUntil, bulkUntil) - now;
      return by !== "alerts" && allMs > 0 ? { scope: "platform", retryAfterMs: allMs } : null;
    },
  };
}
