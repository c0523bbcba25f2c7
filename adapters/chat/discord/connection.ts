import { DeliveryError, messageOf } from "../../../src/errors.ts";
import { openGateway, type Gateway, type GatewayOptions } from "./gateway.ts";

/** Between two tries to open it again the wait doubles; the first one is an IDENTIFY's turn. */
const firstWaitMs = 5_000;
const longestWaitMs = 300_000;

/** The gateway for as long as it is wanted. */
export interface Connection {
  /** Opens it and gives the application's id. Throws as `openGateway` does. */
  open(signal: AbortSignal): Promise<string>;
  /** Closes it for good, or until it is opened again. */
  close(): Promise<void>;
}

/** Makes the connection, closed. When the bot outgrows its shards it is opened anew, with as many as Discord then says. */
export function createConnection(options: Omit<GatewayOptions, "onOutgrown">): Connection {
  const { clock, log } = options;
  let gateway: Gateway | null = null;
  let wanted = new AbortController();

  async function openNow(signal: AbortSignal): Promise<Gateway> {
    return openGateway({ ...options, onOutgrown: () => void reopen(wanted.signal) }, signal);
  }

  async function reopen(signal: AbortSignal): Promise<void> {
    const old = gateway;
    // Several shards may say so.
    if (old === null) return;
    gateway = null;
    await old.close();
    for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      await clock.sleep(waitMs, signal);
      if (signal.aborted) return;
      try {
        const opened = await openNow(signal);
        if (signal.aborted) return await opened.close();
        gateway = opened;
        return;
      } catch (error) {
        const isPermanent = error instanceof DeliveryError && error.permanent;
        log(isPermanent ? "error" : "warn", "Discord's gateway could not be opened again", {
          why: messageOf(error),
        });
        if (isPermanent) return;
      }
    }
  }

  return {
    async open(signal) {
      wanted = new AbortController();
      gateway = await openNow(AbortSignal.any([signal, wanted.signal]));
      return gateway.applicationId;
    },
    async close() {
      wanted.abort();
      const open = gateway;
      gateway = null;
      await open?.close();
    },
  };
}
