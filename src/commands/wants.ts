import type { Alert } from "../model/alert.ts";
import type { Chat } from "../model/chat.ts";
import type { Subscription } from "../model/subscription.ts";
import { planDelivery } from "../outbox/plan.ts";

/** Settings that can keep an alert from a chat, with what they are when they keep nothing. */
const openSettings = {
  kinds: { kinds: null },
  conflicts: { conflicts: null },
  places: { places: null },
  sides: { sides: null },
  sources: { sources: null },
  thresholds: { thresholds: [] },
  muted: { mutedUntil: null, mutedDevelopments: [] },
} as const satisfies Record<string, Partial<Subscription>>;

/** A setting that keeps an alert from a chat. */
export type FilterName = keyof typeof openSettings;
const filterNames = Object.keys(openSettings) as readonly FilterName[];

/** Whether a subscription asks for an alert as first news, a mute for a time aside. */
export function wants(subscription: Subscription, alert: Alert): boolean {
  return isPlanned({ ...subscription, mutedUntil: null }, alert);
}

/**
 * The settings that keep an alert from a chat: each alone where one does, else all without which it would have come. [] when it is wanted. They are
 * found by opening one after the other, so that the rule of telling itself says which.
 */
export function filtersAgainst(subscription: Subscription, alert: Alert): readonly FilterName[] {
  if (isPlanned(subscription, alert)) return [];
  const alone = filterNames.filter((name) => isPlanned({ ...subscription, ...openSettings[name] }, alert));
  if (alone.length > 0) return alone;
  return filterNames.filter((name) => {
    const others = filterNames.filter((other) => other !== name);
    const open = others.reduce<Subscription>(
      (all, other) => ({ ...all, ...openSettings[other] }),
      subscription,
    );
    return !isPlanned(open, alert);
  });
}

/** What a chat of that subscription would be told that has no message on the development yet. */
function isPlanned(subscription: Subscription, alert: Alert): boolean {
  const address = { platform: "", channel: "", thread: null };
  const chat: Chat = { id: 0, address, state: "active", reason: null, subscription, createdAt: 0 };
  const asNews: Alert = alert.type === "correction" ? { ...alert, type: "update" } : alert;
  return planDelivery(chat, asNews, { wasTold: false, now: alert.at }) !== null;
}
