import type { Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { isGroupAddress } from "./limits.ts";

/** Spaces the answers to one chat, so that somebody who types without pause does not make the bot exceed the limits. */
export interface AnswerPace {
  /** Resolves when an answer to the chat may go out; it counts from then. */
  turn(address: ChatAddress, signal: AbortSignal): Promise<void>;
}

/**
 * A short burst, then one a second; in groups no more than leaves room for alerts among the 20 messages a minute
 * (https://core.telegram.org/bots/faq, read 2026-11-25).
 */
const windows = { everyChat: { max: 3, perMs: 3_000 }, group: { max: 15, perMs: 60_000 } } as const;
const longestMs = windows.group.perMs;

/** A pace that has counted nothing yet. */
export function createAnswerPace(clock: Clock): AnswerPace {
  const past = new Map<string, number[]>();
  return {
    async turn(address, signal) {
      forgetOld(past, clock.now());
      const turns = past.get(address.channel) ?? [];
      past.set(address.channel, turns);
      const waitMs = waitFor(turns, isGroupAddress(address), clock.now());
      turns.push(clock.now() + waitMs);
      if (waitMs > 0) await clock.sleep(waitMs, signal);
    },
  };
}

function waitFor(turns: readonly number[], isGroup: boolean, now: number): number {
  const limits = isGroup ? [windows.everyChat, windows.group] : [windows.everyChat];
  const waits = limits.map(({ max, perMs }) => (turns.at(-max) ?? -Infinity) + perMs - now);
  return Math.max(0, ...waits);
}

function forgetOld(past: Map<string, number[]>, now: number): void {
  for (const [chat, turns] of past) {
    while (turns[0] !== undefined && turns[0] <= now - longestMs) turns.shift();
    if (turns.length === 0) past.delete(chat);
    // Chats stand in the order of their first turn still counted, nearly: the first that is young ends the look.
    else return;
  }
}
