import type { Subscription } from "./subscription.ts";

/** Where a chat is: the platform's own ids, as text. */
export interface ChatAddress {
  /** A registered chat platform: `telegram`, `discord`, `console`. */
  readonly platform: string;
  /** Telegram chat id or Discord channel id. */
  readonly channel: string;
  /** Telegram forum topic; null: none, or the platform has none (a Discord thread is a channel). */
  readonly thread: string | null;
}

/**
 * A chat that was ever subscribed. `gone`: the platform says that it cannot be reached (blocked,
 * kicked, deleted); it comes back as `active` when somebody there subscribes again.
 */
export interface Chat {
  /** Of the store; stable when the platform moves the chat (a group that becomes a supergroup). */
  readonly id: number;
  readonly address: ChatAddress;
  readonly state: "active" | "unsubscribed" | "gone";
  /** Why it is gone, in the platform's words; null otherwise. */
  readonly reason: string | null;
  readonly subscription: Subscription;
  readonly createdAt: number;
}

/** Begins the `reason` of a topic that alone is gone: being let into its chat again does not bring it back. */
export const topicGonePrefix = "topic-gone: ";

/** Begins the `reason` of a chat in which the bot may not write: it comes back when the platform tells that it may. */
export const noRightsPrefix = "no-rights: ";

/** One text for one address, for keys and logs. */
export function addressKey(address: ChatAddress): string {
  return [address.platform, address.channel, ...(address.thread === null ? [] : [address.thread])].join(":");
}
