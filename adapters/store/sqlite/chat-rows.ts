import type { Chat, ChatAddress } from "../../../src/model/chat.ts";
import { completeSubscription } from "../../../src/model/subscription.ts";
import { chats } from "./schema/index.ts";

/** An address as the columns hold it. */
export type ChatKey = { readonly platform: string; readonly channel: string; readonly thread: string };

/** The columns of an address. */
export function keyOf(address: ChatAddress): ChatKey {
  return { platform: address.platform, channel: address.channel, thread: address.thread ?? "" };
}

/** The columns of a chat's row that make the chat. */
export const chatColumns = {
  id: chats.id,
  platform: chats.platform,
  channel: chats.channel,
  thread: chats.thread,
  state: chats.state,
  reason: chats.reason,
  subscription: chats.subscription,
  createdAt: chats.createdAt,
};

/** The chat of a row that was selected by `chatColumns`. */
export function chatOf(row: Pick<typeof chats.$inferSelect, keyof typeof chatColumns>): Chat {
  const { platform, channel, thread, subscription, ...chat } = row;
  return {
    ...chat,
    subscription: completeSubscription(subscription),
    address: { platform, channel, thread: thread === "" ? null : thread },
  };
}
