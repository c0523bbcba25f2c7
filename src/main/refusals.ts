import type { DeliveryEvent } from "../ports/metrics.ts";

/** Platforms that refuse the bot's token: nothing is sent to them or received from them until somebody acts. */
export interface Refusals {
  /** Names of platforms, in the order in which they refused. */
  list(): readonly string[];
  /** A platform that tells whether it accepts the token when it is asked for what people say, or does not start with it. */
  readonly note: (platform: string, isAccepted: boolean) => void;
  /** Looks at deliveries before `onDelivery` does: sending stops for good at the first refusal. */
  watch(onDelivery: (event: DeliveryEvent) => void): (event: DeliveryEvent) => void;
}

/** Nobody has refused yet. */
export function createRefusals(): Refusals {
  const receiving = new Set<string>();
  const sending = new Set<string>();
  return {
    list: () => [...new Set([...sending, ...receiving])],
    note(platform, isAccepted) {
      if (isAccepted) receiving.delete(platform);
      else receiving.add(platform);
    },
    watch: (onDelivery) => (event) => {
      if (event.outcome === "unauthorized") sending.add(event.platform);
      onDelivery(event);
    },
  };
}
