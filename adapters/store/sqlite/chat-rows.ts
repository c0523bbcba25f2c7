import type { Chat, ChatAddress } from "../../../src/model/chat.ts";
import { sql } from "./drizzle.ts";
import { chats } from "./schema/index.ts";
import { subscriptionOf } from "./subscription-texts.ts";

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
  /** Undecoded. */
  subscription: sql<string>`${chats.subscription}`,
  createdAt: chats.createdAt,
};

/** A row that was selected by `chatColumns`. */
type ChatRow = Pick<typeof chats.$inferSelect, Exclude<keyof typeof chatColumns, "subscription">> & {
  readonly subscription: string;
};

/** The chat of a row that was selected by `chatColumns`. */
export function chatOf({
  id,
  platform,
  channel,
  thread,
  state,
  reason,
  subscription,
  createdAt,
}: ChatRow): Chat {
  return {
    id,
    address: { platform, channel, thread: thread === "" ? null : thread },
    state,
    reason,
    subscription: subscriptionOf(subscription),
    createdAt,
  };
}
