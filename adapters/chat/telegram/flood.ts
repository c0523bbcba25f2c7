import type { ChatAddress } from "../../../src/model/chat.ts";

/**
 * How far a 429 reaches. Telegram does not say whether the chat or the whole bot is meant, so it is told by what
 * happens: a chat that is refused while others are served is its own; different chats refused in a row, with no
 * call served between them, mean the bot.
 */
export interface FloodScope {
  served(): void;
  refused(address: ChatAddress, retryAfterMs: number): "chat" | "platform";
}

/** Two in a row may both be held for long by themselves; holding everything for hours takes more to believe. */
const shortWaitMs = 60_000;
const chatsForShortWait = 2;
const chatsForLongWait = 5;

/** A fresh memory of what was served and refused. */
export function createFloodScope(): FloodScope {
  const refusedInARow = new Set<string>();
  return {
    served: () => refusedInARow.clear(),
    refused(address, retryAfterMs) {
      refusedInARow.add(address.channel);
      const needed = retryAfterMs <= shortWaitMs ? chatsForShortWait : chatsForLongWait;
      return refusedInARow.size >= needed ? "platform" : "chat";
    },
  };
}
