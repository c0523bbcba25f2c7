import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import { isGroupAddress } from "./limits.ts";

/** Spaces the answers to one chat, so that somebody who types without pause does not make the bot exceed the limits. */
export interface AnswerPace {
  /** Resolves when an answer to the chat may go out; it counts from then. */
  turn(address: ChatAddress, signal: AbortSignal): Promise<void>;
  /** Likewise for an edit: those are counted by themselves, and in groups only. */
  editTurn(address: ChatAddress, signal: AbortSignal): Promise<void>;
}

/**
 * A short burst, then one a second; in groups no more than leaves room for alerts among the 20 messages a minute
 * (https://core.telegram.org/bots/faq, read 2026-11-25) and the 20 edits (https://grammy.dev/advanced/flood).
 */
const windows = { everyChat: { max: 3, perMs: 3_000 }, group: { max: 15, perMs: 60_000 } } as const;
type Window = (typeof windows)[keyof typeof windows];
const longestMs = windows.group.perMs;

/** A pace that has counted nothing yet. */
export function createAnswerPace(machine: Clock): AnswerPace {
  const clock = createSteadyClock(machine);
  const sends = new Map<string, number[]>();
  const edits = new Map<string, number[]>();
  const take = async (
    past: Map<string, number[]>,
    { address, limits }: { readonly address: ChatAddress; readonly limits: readonly Window[] },
    signal: AbortSignal,
  ): Promise<void> => {
    forgetOld(past, clock.now());
    const turns = past.get(address.channel) ?? [];
    past.set(address.channel, turns);
    const waitMs = waitFor(turns, limits, clock.now());
    turns.push(clock.now() + waitMs);
    if (waitMs > 0) await clock.sleep(waitMs, signal);
  };
  return {
    turn(address, signal) {
      const { everyChat, group } = windows;
      const limits = isGroupAddress(address) ? [everyChat, group] : [everyChat];
      return take(sends, { address, limits }, signal);
    },
    async editTurn(address, signal) {
      if (isGroupAddress(address)) await take(edits, { address, limits: [windows.group] }, signal);
    },
  };
}

function waitFor(turns: readonly number[], limits: readonly Window[], now: number): number {
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
