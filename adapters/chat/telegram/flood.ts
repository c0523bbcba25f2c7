import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";

/**
 * How far a 429 reaches, and for how long. Telegram does not say whether the chat or the whole bot is meant, so it is told by what
 * happens: a chat that is refused while others are served is its own; different chats refused in a row, with no
 * call served between them, mean the bot.
 */
export interface FloodScope {
  served(): void;
  refused(address: ChatAddress, retryAfterMs: number): "chat" | "platform";
  /**
   * Milliseconds until anything may be sent to the chat again, 0 at once: what an alert was told holds answers, too, and the other way round, since
   * each call within a wait lengthens it (https://grammy.dev/advanced/flood). The whole bot is held by who sends to all, for answers may pass then.
   */
  heldMs(address: ChatAddress): number;
}

/** Two in a row may both be held for long by themselves; holding everything for hours takes more to believe. */
const shortWaitMs = 60_000;
const chatsForShortWait = 2;
const chatsForLongWait = 5;

/** A fresh memory of what was served and refused. */
export function createFloodScope(machine: Clock): FloodScope {
  const clock = createSteadyClock(machine);
  const refusedInARow = new Set<string>();
  const heldUntil = new Map<string, number>();
  return {
    served: () => refusedInARow.clear(),
    refused(address, retryAfterMs) {
      heldUntil.set(address.channel, clock.now() + retryAfterMs);
      refusedInARow.add(address.channel);
      const needed = retryAfterMs <= shortWaitMs ? chatsForShortWait : chatsForLongWait;
      return refusedInARow.size >= needed ? "platform" : "chat";
    },
    heldMs({ channel }) {
      const leftMs = (heldUntil.get(channel) ?? 0) - clock.now();
      if (leftMs <= 0) heldUntil.delete(channel);
      return Math.max(0, leftMs);
    },
  };
}
