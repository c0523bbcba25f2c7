import { DeliveryError } from "../../../src/errors.ts";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { HttpRoute } from "../../../src/ports/http-route.ts";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import type { TelegramApi } from "./api.ts";
import type { Intake } from "./intake.ts";
import { networkCode } from "./outcome.ts";
import { pollUpdates, removeWebhook } from "./poll.ts";
import { createWebhook } from "./webhook.ts";

/** What receiving needs. `publicUrl` null: by polls. */
export interface ReceiveParts {
  readonly api: TelegramApi;
  readonly token: string;
  readonly publicUrl: string | null;
  readonly updates: UpdateStore;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when a poll finds the token refused, and when it is accepted again. */
  readonly onToken?: ((isAccepted: boolean) => void) | undefined;
}

/** Receives updates in one of the two ways that there are: https://core.telegram.org/bots/api#getting-updates */
export interface Receiver {
  /** Null: nothing is posted to us. */
  readonly route: HttpRoute | null;
  /** Goes on until the signal is aborted. Throws DeliveryError when Telegram cannot be reached. */
  begin(signal: AbortSignal): Promise<void>;
  /** Resolves when nothing goes on any more. */
  ended(): Promise<void>;
}

/** Changing between the two loses nothing: neither drops what waits, and what both bring is known by its id. */
export function createReceiver(parts: ReceiveParts): Receiver {
  const { api, updates, clock, log, intake, token, publicUrl, onToken } = parts;
  const onStored = () => intake.take();
  const webhook =
    publicUrl === null
      ? null
      : createWebhook({ calls: api.calls, updates, clock, log, token, publicUrl, onStored });
  let running: Promise<void> = Promise.resolve();

  const openWebhook = async (signal: AbortSignal): Promise<boolean> => {
    try {
      return (await webhook?.open(signal)) ?? false;
    } catch (error) {
      throw new DeliveryError(`Telegram cannot be reached: ${networkCode(error) ?? "no answer"}.`, {
        code: "telegram-unreachable",
        hint: "Check the network and TELEGRAM_API_ROOT.",
      });
    }
  };

  return {
    route: webhook?.route ?? null,
    async begin(signal) {
      if (webhook !== null && (await openWebhook(signal))) {
        signal.addEventListener("abort", () => webhook.close(), { once: true });
        running = webhook.watch(signal);
        return;
      }
      const { polls } = api;
      // Also when a webhook is found only later: polls are refused then, and it is removed.
      await removeWebhook(polls, log, signal);
      running = pollUpdates(
        {
          polls,
          updates,
          clock,
          log,
          onStored,
          hasRoom: () => intake.hasRoom(),
          ...(onToken === undefined ? {} : { onToken }),
        },
        signal,
      );
    },
    ended: () => running,
  };
}
