import type { Alert } from "../model/alert.ts";
import type { Subscription, Threshold } from "../model/subscription.ts";
import { meetsThresholds, wants } from "../outbox/wants.ts";

/** Settings that can keep an alert from a chat, with what they are when they keep nothing. */
const openSettings = {
  kinds: { kinds: null },
  conflicts: { conflicts: null },
  places: { places: null },
  sides: { sides: null },
  sources: { sources: null },
  thresholds: { thresholds: [] },
} as const satisfies Partial<Record<keyof Subscription, Partial<Subscription>>>;

/** A setting that can keep an alert from a chat; also the page of the panel where it is changed. */
export type FilterName = keyof typeof openSettings;

/** All of them, in the order of the panel. */
export const filterNames = Object.keys(openSettings) as readonly FilterName[];

/** Whether a subscription asks for an alert, mutes aside. */
export function asksFor(subscription: Subscription, alert: Alert): boolean {
  return wants(subscription, alert) && meetsThresholds(subscription.thresholds, alert);
}

/** Whether a setting keeps anything at all from the chat. */
export function isNarrowed(subscription: Subscription, name: FilterName): boolean {
  return name === "thresholds" ? subscription.thresholds.length > 0 : subscription[name] !== null;
}

/** The settings that keep an alert from a chat; [] when it asks for it. Each is looked at by itself, with the others open. */
export function filtersAgainst(subscription: Subscription, alert: Alert): readonly FilterName[] {
  return filterNames.filter((name) => !asksFor(withOnly(subscription, name, alert), alert));
}

/** Of values chosen on a page those that an alert has. `choose`: the setting with one of them alone. */
export function matching<Value>(
  values: readonly Value[],
  choose: (value: Value) => Partial<Subscription>,
  { alert, subscription }: { readonly alert: Alert; readonly subscription: Subscription },
): readonly Value[] {
  const open = withOnly(subscription, null, alert);
  return values.filter((value) => asksFor({ ...open, ...choose(value) }, alert));
}

/** The thresholds that an alert meets; those that say nothing of its kind are none of them. */
export function metThresholds(subscription: Subscription, alert: Alert): readonly Threshold[] {
  return subscription.thresholds.filter(
    (threshold) =>
      meetsThresholds([threshold], alert) &&
      // One that no number can meet keeps out what it concerns.
      !meetsThresholds([{ ...threshold, atLeast: Infinity }], alert),
  );
}

/** The subscription with all settings open to an alert but one; null: with all. */
function withOnly(subscription: Subscription, name: FilterName | null, { kind }: Alert): Subscription {
  const others = filterNames.filter((other) => other !== name);
  const open = others.reduce<Subscription>(
    (wide, other) => ({ ...wide, ...openSettings[other] }),
    subscription,
  );
  // No kinds chosen are the usual ones: what is told on request has to be named.
  return name === "kinds" ? open : { ...open, kinds: [kind] };
}
