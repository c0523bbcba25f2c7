import type { Chat, ChatAddress } from "../model/chat.ts";
import type { Subscription } from "../model/subscription.ts";

/** The chats and what they want. */
export interface ChatStore {
  find(address: ChatAddress): Promise<Chat | null>;
  /** All that is subscribed under a platform's channel, whatever its state: the chat itself and its topics. [] when nothing. */
  ofChannel(platform: string, channel: string): Promise<readonly Chat[]>;
  /** Subscribes, or changes the subscription; a chat that was gone is active again. */
  subscribe(address: ChatAddress, subscription: Subscription, now: number): Promise<Chat>;
  /** False: it was not subscribed. Waiting deliveries are dropped. */
  unsubscribe(address: ChatAddress, now: number): Promise<boolean>;
  /** The platform says that it cannot be reached. Waiting deliveries are dropped. */
  markGone(chatId: number, reason: string, now: number): Promise<void>;
  /**
   * The platform has moved the chat; subscription, deliveries and shown messages go along, also into a chat that is
   * already there: the two become one under the moved one's id, with the wishes of the active one, or of the later
   * word. Nothing happens when there is no chat at `from`.
   */
  move(from: ChatAddress, to: ChatAddress, now: number): Promise<void>;
  /** Deletes all that is kept of a chat: its wishes, deliveries, shown messages, notices and open questions. False: nothing was kept. */
  forget(address: ChatAddress): Promise<boolean>;
  count(): Promise<number>;
  list(query: {
    readonly state?: Chat["state"];
    readonly afterId?: number;
    readonly limit: number;
  }): Promise<readonly Chat[]>;
}
