import { Routes } from "discord.js";
import type { REST } from "discord.js";
import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import { publishLimit } from "./limits.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";

export interface PublishingOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends what waits to be published: the process is to end. */
  readonly end: AbortSignal;
}

/**
 * Publishes a message of an announcement channel to the channels that follow it. That it is not published leaves the
 * message told where it stands, so nothing of it is an outcome. It is waited for no longer than one call: where Discord asks to wait, it is tried
 * again beside the deliveries. Never rejects.
 */
export type Publish = (channel: string, message: string) => Promise<void>;

const alreadyPublished = 40_033;
/** A publishing that takes longer is given up, as the send waits for it. */
const publishTimeoutMs = 5_000;
/** A wait of the hour's share is longer: what comes after it is no news any more. */
const longestWaitMs = 60_000;
/** Where deliveries take the whole overall limit, a call is held back several times. */
const mostTries = 10;

/** Makes the publishing, which keeps to what Discord allows a channel in an hour. */
export function createPublishing({ rest, clock: machine, log, end }: PublishingOptions): Publish {
  const clock = createSteadyClock(machine);
  /** When the channel's last messages were published; and until when Discord wants no more. */
  const published = new Map<string, number[]>();
  const restsUntil = new Map<string, number>();

  async function attempt(channel: string, message: string): Promise<unknown> {
    const timer = new AbortController();
    const limit = new AbortController();
    void clock.sleep(publishTimeoutMs, timer.signal).then(() => limit.abort());
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message), { signal: limit.signal });
      return null;
    } catch (error) {
      return apiCodeOf(error) === alreadyPublished ? null : (error ?? new Error("unknown"));
    } finally {
      timer.abort();
    }
  }

  /** Goes on where a first try failed so. */
  async function goOn(channel: string, message: string, first: unknown): Promise<void> {
    let error = first;
    for (let tries = 1; tries < mostTries && error !== null; tries += 1) {
      const waitMs = shortWaitOf(error);
      if (waitMs === null) break;
      await clock.sleep(waitMs, end);
      if (end.aborted) break;
      error = await attempt(channel, message);
    }
    if (error !== null) giveUp(channel, error);
  }

  function giveUp(channel: string, error: unknown): void {
    const outcome = readFailure(error);
    // Refused for want of a right: not asked again for an hour, for refusals are counted.
    const restMs =
      outcome.kind === "wait" ? outcome.retryAfterMs : outcome.kind === "no-rights" ? publishLimit.perMs : 0;
    restsUntil.set(channel, clock.now() + restMs);
    log("warn", "An announcement could not be published", { channel, why: whyOf(error) });
  }

  return async (channel, message) => {
    const now = clock.now();
    const recent = (published.get(channel) ?? []).filter((at) => at > now - publishLimit.perMs);
    published.set(channel, recent);
    if (recent.length >= publishLimit.max || (restsUntil.get(channel) ?? 0) > now) {
      log("info", "An announcement is not published: the channel has had its share of this hour", {
        channel,
      });
      return;
    }
    recent.push(now);
    const error = await attempt(channel, message);
    if (error !== null) void goOn(channel, message, error);
  };
}

/** Milliseconds after which it is worth another try; null: it is not, or only after too long. */
function shortWaitOf(error: unknown): number | null {
  const outcome = readFailure(error);
  return outcome.kind === "wait" && outcome.retryAfterMs <= longestWaitMs ? outcome.retryAfterMs : null;
}
