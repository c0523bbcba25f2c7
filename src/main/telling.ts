import { randomUUID } from "node:crypto";
import { composeAlert } from "../alert/compose.ts";
import { composeOnce } from "../alert/compose-once.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { nightsChart } from "../outbox/digest-chart.ts";
import { createDigests } from "../outbox/digests.ts";
import { createDispatcher } from "../outbox/dispatch.ts";
import { createExpander } from "../outbox/expand.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { DeliveryEvent } from "../ports/metrics.ts";
import type { Store } from "../ports/store.ts";

export interface TellingOptions {
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
  /** The machine's clock: deadlines and send pace stay real, in the demo too. */
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every call that has ended. */
  readonly onDelivery?: (event: DeliveryEvent) => void;
}

/** From committed alerts to chats: the fan-out's expansion, the digests and one dispatcher a platform. */
export interface Telling {
  start(signal: AbortSignal): void;
  stop(): Promise<void>;
  /** An alert was committed, a notice was added, or a chat has said when it wants its digests. */
  poke(): void;
}

export function createTelling({ store, platforms, clock, log, onDelivery }: TellingOptions): Telling {
  const holder = `${process.pid}-${randomUUID()}`;
  const compose = composeOnce(composeAlert);
  const dispatchers = platforms.map((platform) =>
    createDispatcher({
      store,
      platform,
      compose,
      clock,
      log,
      holder,
      ...(onDelivery === undefined ? {} : { onEvent: onDelivery }),
    }),
  );
  const onQueued = (): void => dispatchers.forEach((dispatcher) => dispatcher.poke());
  const expander = createExpander({ store, clock, log, onExpanded: onQueued });
  const digests = createDigests({ store, clock, log, onQueued, chart: nightsChart });
  return {
    start(signal) {
      expander.start(signal);
      digests.start(signal);
      for (const dispatcher of dispatchers) dispatcher.start(signal);
    },
    async stop() {
      await Promise.all([expander, digests, ...dispatchers].map((part) => part.stop()));
    },
    poke() {
      expander.poke();
      digests.poke();
      // What was queued for one chat needs no spreading.
      onQueued();
    },
  };
}
