import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import type { Notice } from "../model/delivery.ts";
import type { DeliveryPlan, NoticePlan } from "../ports/outbox-store.ts";

/**
 * Whether a chat wants an alert, and whether it is to notify there. Null: it does not want it.
 * `wasTold`: the chat has a message on the development. For a chat that was not told before, an update is first news
 * and so notifies; a correction reaches exactly the chats that were told, whatever they have come to ask for since.
 */
export function planDelivery(chat: Chat, alert: Alert, wasTold: boolean): DeliveryPlan {
  if (chat.state !== "active") return null;
  if (alert.type === "correction") return wasTold ? { isLoud: alert.isLoud } : null;
  const { kinds, conflicts } = chat.subscription;
  if (kinds !== null && !kinds.includes(alert.kind)) return null;
  // An unknown conflict is a value of its own: it may be none of those that were chosen.
  if (conflicts !== null && (alert.conflict === null || !conflicts.includes(alert.conflict))) return null;
  return { isLoud: alert.isLoud || (alert.type === "update" && !wasTold) };
}

/**
 * The plan for what was already queued, looked at again when it is claimed. There the newest alert stands for all that
 * waits: where a correction has overtaken first news, its content is the first news. Else as `planDelivery`.
 */
export function planQueued(chat: Chat, newest: Alert, wasTold: boolean): DeliveryPlan {
  const isOvertaken = newest.type === "correction" && !wasTold;
  return planDelivery(chat, isOvertaken ? { ...newest, type: "update" } : newest, wasTold);
}

/**
 * Whether and when a chat gets a notice. What is for subscribers goes to nobody else, and waits while the chat is muted. `now`: epoch
 * milliseconds.
 */
export function planNotice(
  { state, subscription }: Chat,
  { isLoud, forSubscribers }: Pick<Notice, "isLoud" | "forSubscribers">,
  now: number,
): NoticePlan {
  if (state === "gone" || (forSubscribers && state !== "active")) return null;
  const { mutedUntil } = subscription;
  if (forSubscribers && mutedUntil !== null && mutedUntil > now) return { dueAt: mutedUntil };
  return { isLoud };
}
