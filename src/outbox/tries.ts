import type { ClaimedDelivery } from "../model/delivery.ts";

/** So many stories are remembered; of more than that the longest known are forgotten, and only tried sooner for it. */
const capacity = 10_000;

/**
 * How often this process has tried in vain to tell a chat of a development, or a notice. The store's count is not that: it also counts
 * deliveries that a dying process left behind, and nobody is to wait a quarter of an hour because we were killed.
 */
export interface Tries {
  /** How many there were. */
  of(delivery: ClaimedDelivery): number;
  add(delivery: ClaimedDelivery): void;
  forget(delivery: ClaimedDelivery): void;
}

/** Nothing was tried yet. */
export function createTries(): Tries {
  const counts = new Map<string, number>();
  const keyOf = (delivery: ClaimedDelivery): string =>
    `${delivery.chat.id} ${delivery.kind === "alert" ? delivery.newest.development : delivery.notice.key}`;
  return {
    of: (delivery) => counts.get(keyOf(delivery)) ?? 0,
    add(delivery) {
      const key = keyOf(delivery);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const [oldest] = counts.keys();
      if (counts.size > capacity && oldest !== undefined) counts.delete(oldest);
    },
    forget: (delivery) => void counts.delete(keyOf(delivery)),
  };
}
