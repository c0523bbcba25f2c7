import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import type { Notice } from "../model/delivery.ts";
import type { Subscription } from "../model/subscription.ts";
import type { DeliveryPlan, NoticePlan } from "../ports/outbox-store.ts";
import { isQuiet, quietUntil } from "./quiet.ts";
import { meetsThresholds, wants } from "./wants.ts";

export interface PlanContext {
  /** The chat has a message on the development, or may have. */
  readonly wasTold: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A notice waits for the end of a mute that is so near; a chat that is muted for longer, or for ever, gets none. */
const longestWaitMs = 30 * 86_400_000;

/** News waits for the end of a mute that is so near, as over a meeting or a night; who mutes for longer does not ask for it afterwards. */
const longestMuteHeldMs = 86_400_000;

const editOnly: DeliveryPlan = { isLoud: false, isEditOnly: true };

/**
 * Whether a chat wants an alert, and whether it is to notify there. Null: it does not want it. The rules: docs/delivery.md, who is
 * told. What stands in a chat is kept true by silent edits whatever the chat asks for since, for as long as it is subscribed.
 */
export function planDelivery(chat: Chat, alert: Alert, { wasTold, now }: PlanContext): DeliveryPlan {
  if (chat.state !== "active") return null;
  const { subscription } = chat;
  // A development that was merged away: its message points to the other's, and there is nothing to tell of it.
  if (alert.mergedInto !== undefined) return wasTold ? editOnly : null;
  if (wasTold && isMuted(subscription, alert, now)) return editOnly;
  if (subscription.mutedDevelopments.includes(alert.development)) return null;
  // A correction reaches exactly the chats that were told, whatever they have come to ask for since.
  if (alert.type === "correction") return wasTold ? { isLoud: rings(subscription, alert, now, true) } : null;
  if (subscription.pace === "digest" || !wants(subscription, alert)) return wasTold ? editOnly : null;
  // What was told once is told on, also when its number falls below what the chat asked for.
  if (!wasTold && !meetsThresholds(subscription.thresholds, alert)) return null;
  if (wasTold) return { isLoud: rings(subscription, alert, now, true) };
  return firstNews(subscription, alert, now);
}

/**
 * What is new to a chat waits for the end of its quiet hours or of a short mute, so that it is told then with its final figures and all at
 * once, and not as a list of old news. Quiet hours that never end are hours without sound.
 */
function firstNews(subscription: Subscription, alert: Alert, now: number): DeliveryPlan {
  const { mutedUntil, quiet, timeZone } = subscription;
  const isMutedNow = mutedUntil !== null && mutedUntil > now;
  if (isMutedNow && mutedUntil - now > longestMuteHeldMs) return null;
  const isHushed = quiet !== null && !quiet.except.includes(alert.kind);
  const holdUntil = isMutedNow ? mutedUntil : isHushed ? quietUntil(quiet, timeZone, now) : null;
  const isLoud = rings(subscription, alert, holdUntil ?? now, false);
  return holdUntil === null ? { isLoud } : { isLoud, holdUntil };
}

/**
 * The plan for what was already queued, looked at again when it is claimed. There the newest alert stands for all that
 * waits: where a correction has overtaken first news, its content is the first news. Else as `planDelivery`.
 */
export function planQueued(chat: Chat, newest: Alert, context: PlanContext): DeliveryPlan {
  const isOvertaken = newest.type === "correction" && !context.wasTold;
  return planDelivery(chat, isOvertaken ? { ...newest, type: "update" } : newest, context);
}

/**
 * Whether and when a chat gets a notice. What is for subscribers goes to nobody else, and waits while the chat is muted, for 30 days
 * at most. `now`: epoch milliseconds.
 */
export function planNotice(
  { state, subscription }: Chat,
  { isLoud, forSubscribers }: Pick<Notice, "isLoud" | "forSubscribers">,
  now: number,
): NoticePlan {
  if (state === "gone" || (forSubscribers && state !== "active")) return null;
  const { mutedUntil, quiet, loudness, timeZone } = subscription;
  if (forSubscribers && mutedUntil !== null && mutedUntil > now)
    return mutedUntil - now > longestWaitMs ? null : { dueAt: mutedUntil };
  const isHushed = loudness === "silent" || (quiet !== null && isQuiet(quiet, timeZone, now));
  return { isLoud: isLoud && !isHushed };
}

function isMuted({ mutedUntil, mutedDevelopments }: Subscription, alert: Alert, now: number): boolean {
  return (mutedUntil !== null && mutedUntil > now) || mutedDevelopments.includes(alert.development);
}

/** For a chat that was not told before, an update is first news and notifies as such. */
function rings(subscription: Subscription, alert: Alert, now: number, wasTold: boolean): boolean {
  const { loudness, quiet, timeZone } = subscription;
  if (loudness === "silent") return false;
  const isAsked = loudness === "loud" && alert.type !== "correction";
  if (!isAsked && !alert.isLoud && !(alert.type === "update" && !wasTold)) return false;
  return quiet === null || quiet.except.includes(alert.kind) || !isQuiet(quiet, timeZone, now);
}
