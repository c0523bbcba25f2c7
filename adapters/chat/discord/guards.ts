import { AsyncLocalStorage } from "node:async_hooks";
import type { Brake, Ended } from "./brake.ts";

/** What a request's delivery says of it. */
interface Guard {
  readonly mayCall: () => boolean;
  /** Its first request is still to be made. */
  isFirst: boolean;
}

/** Deliveries whose requests are being made. discord.js passes nothing of a call on to its request but what goes over the wire. */
export interface Guards {
  /** Makes `work` and gives what it comes to; `mayCall` is that of each request in it. */
  run<T>(mayCall: () => boolean, work: () => Promise<T>): Promise<T>;
  /** Whether the request at hand may be made; one of no delivery may. */
  mayCall(): boolean;
  /** Counts the request at hand, or waits for its place. Throws Refrained where it must not be made. `hasToken`: the bot's, not an interaction's. */
  admit(hasToken: boolean): Promise<Ended>;
}

/** No delivery is under way. */
export function createGuards(brake: Brake): Guards {
  const guards = new AsyncLocalStorage<Guard>();
  return {
    run: (mayCall, work) => guards.run({ mayCall, isFirst: true }, work),
    mayCall: () => guards.getStore()?.mayCall() ?? true,
    async admit(hasToken) {
      const guard = guards.getStore();
      // The outbox knows of one request a call.
      const isPaced = !hasToken || guard?.isFirst === true;
      const ended = isPaced ? brake.take({ isOfInteraction: !hasToken }) : await brake.turn();
      if (guard !== undefined) guard.isFirst = false;
      return ended;
    },
  };
}
