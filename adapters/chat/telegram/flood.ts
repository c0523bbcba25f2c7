import { addressKey } from "../../../src/model/chat.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";

/**
 * How far a 429 reaches. Telegram does not say whether the chat or the whole bot is meant, so it is told by what
 * happens: one chat that is refused while others are served is its own; two different chats refused in a row with
 * no call served between them mean the bot.
 */
export interface FloodScope {
  served(): void;
  refused(address: ChatAddress): "chat" | "platform";
}

/** A fresh memory of what was served and refused. */
export function createFloodScope(): FloodScope {
  let refusedChat: string | null = null;
  return {
    served() {
      refusedChat = null;
    },
    refused(address) {
      const chat = addressKey({ ...address, thread: null });
      const isPlatform = refusedChat !== null && refusedChat !== chat;
      refusedChat ??= chat;
      return isPlatform ? "platform" : "chat";
    },
  };
}
