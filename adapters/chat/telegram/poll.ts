import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { Update } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import { callSignal, pollTimeoutSeconds } from "./api.ts";
import { allowedUpdates, platformName } from "./limits.ts";
import { networkCode } from "./outcome.ts";
import { askedWaitMs } from "./read-answer.ts";

const batchSize = 100;
const firstBackoffMs = 1_000;
const maxBackoffMs = 60_000;
/** The server answers a second poller every 3 s at most; asking sooner would only take turns with the other one. */
const conflictBackoffMs = 5_000;
/** A server that answers "nothing" at once does not hold polls; it is not asked without pause. */
const shortPollMs = 500;

/** What polling needs. `onStored`: updates wait in the store. `hasRoom` false: no more are fetched until it is true. */
export interface PollParts {
  readonly polls: RawApi;
  readonly updates: UpdateStore;
  readonly clock: Clock;
  readonly log: Log;
  onStored(): Promise<void>;
  hasRoom(): Promise<void>;
  /** Told when the token is refused, and when it is accepted again. */
  readonly onToken?: (isAccepted: boolean) => void;
}

/**
 * Fetches updates until `signal` is aborted. An update is confirmed to Telegram only by the next call's offset, and
 * that call comes only when it is stored here: none is lost. The first call has no offset and confirms nothing: a webhook that
 * was used before may have brought later ones first. Faults wait and are tried again; never throws.
 */
export async function pollUpdates(parts: PollParts, signal: AbortSignal): Promise<void> {
  const faults = createFaults(parts, signal);
  let offset: number | null = null;
  while (!signal.aborted) {
    try {
      await parts.hasRoom();
      const askedAt = parts.clock.now();
      const updates = await getUpdates(parts.polls, offset, signal);
      offset = await storeUpdates(parts, updates, offset);
      faults.passed();
      await parts.onStored();
      const isShort = updates.length === 0 && parts.clock.now() - askedAt < shortPollMs;
      if (isShort) await parts.clock.sleep(shortPollMs, signal);
    } catch (error) {
      // A server that comes back may be another one, whose ids begin anew: what it has is asked for as at the start.
      offset = null;
      if (!signal.aborted) await faults.wait(error);
    }
  }
}

function getUpdates(polls: RawApi, offset: number | null, signal: AbortSignal): Promise<readonly Update[]> {
  const range = { limit: batchSize, timeout: pollTimeoutSeconds, ...(offset === null ? {} : { offset }) };
  return polls.getUpdates({ ...range, allowed_updates: [...allowedUpdates] }, callSignal(signal));
}

/** The offset after them. Ids rise by one but begin anew after an idle week, so the last one counts, not the highest. */
async function storeUpdates(
  parts: PollParts,
  updates: readonly Update[],
  offset: number | null,
): Promise<number | null> {
  const last = updates.at(-1);
  if (last === undefined) return offset;
  const rows = updates.map((update) => ({ id: update.update_id, body: JSON.stringify(update) }));
  await parts.updates.saveUpdates(platformName, rows, parts.clock.now());
  return last.update_id + 1;
}

interface Faults {
  passed(): void;
  wait(error: unknown): Promise<void>;
}

/** Logs a fault once until it has passed, and waits longer each time. */
function createFaults({ polls, clock, log, onToken }: PollParts, signal: AbortSignal): Faults {
  let told: string | null = null;
  let backoffMs = firstBackoffMs;
  const tell = (fault: string, message: string, fields: Readonly<Record<string, unknown>> = {}) => {
    if (told !== fault) log(fault === "token" ? "error" : "warn", message, fields);
    told = fault;
  };
  return {
    passed() {
      if (told !== null) log("info", "telegram: updates are received again", {});
      if (told === "token") onToken?.(true);
      told = null;
      backoffMs = firstBackoffMs;
    },
    async wait(error) {
      const code = error instanceof GrammyError ? error.error_code : null;
      const waitMs = askedWaitMs(error) ?? backoffMs;
      backoffMs = Math.min(backoffMs * 2, maxBackoffMs);
      if (code === 409) {
        if (await removeWebhook(polls, log, signal)) return;
        tell(
          "409",
          "telegram: another process receives this bot's updates; stop it, or use another token. Trying again",
        );
        return clock.sleep(Math.max(waitMs, conflictBackoffMs), signal);
      }
      if (code === 401 || code === 404) {
        tell(
          "token",
          "telegram: the token is not accepted any more; get a new one from @BotFather and restart",
        );
        onToken?.(false);
        return clock.sleep(maxBackoffMs, signal);
      }
      const why = code ?? networkCode(error) ?? error;
      tell(`fault ${String(why)}`, "telegram: updates cannot be received or stored; trying again", { why });
      return clock.sleep(waitMs, signal);
    },
  };
}

/** A webhook left by an earlier set-up keeps polls from working: it is removed, its waiting updates are kept. False: there was none, or it stays. */
export async function removeWebhook(polls: RawApi, log: Log, signal: AbortSignal): Promise<boolean> {
  const info = await polls.getWebhookInfo(callSignal(signal)).catch(() => null);
  if (info === null || !info.url) return false;
  const isRemoved = await polls.deleteWebhook({}, callSignal(signal)).catch(() => false);
  if (isRemoved)
    log("warn", "telegram: a webhook was set for this bot; it is removed, since updates are polled", {});
  return isRemoved;
}
