import { sql } from "./drizzle.ts";
import { chats, deliveries } from "./schema/index.ts";

/** What a delivery says that waits for an unanswered message to its chat. */
export const waitsForAnswer = "another message to the chat is unanswered";

/**
 * SQL of how long a waiting delivery was put off on purpose, milliseconds: by the chat's wishes, which leave no `why`, or for another message that
 * is not answered. What waits for its turn, or is tried again, was not.
 */
export const heldMs = sql<number>`iif(coalesce(${deliveries.why}, ${waitsForAnswer}) = ${waitsForAnswer}, ${deliveries.dueAt} - ${deliveries.createdAt}, 0)`;

/** What is read of a delivery that may be claimed. */
export const candidateColumns = {
  id: deliveries.id,
  chatId: deliveries.chatId,
  channel: sql<string>`(SELECT c.channel FROM ${chats} c WHERE c.id = ${deliveries.chatId})`,
  developmentId: deliveries.developmentId,
  noticeId: deliveries.noticeId,
  alertSeq: deliveries.alertSeq,
  attempts: deliveries.attempts,
  mayRepeat: deliveries.mayRepeat,
  createdAt: deliveries.createdAt,
  /** What it has told: only the first message of its story is still to be edited. Null: it is still to be told. */
  messageId: deliveries.messageId,
  heldMs,
} as const;
