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
}

/**
 * Publishes a message of an announcement channel to the channels that follow it. That it is not published leaves the
 * message told where it stands, so nothing of it is an outcome. Never rejects.
 */
export type Publish = (channel: string, message: string) => Promise<void>;

const alreadyPublished = 40_033;
/** A publishing that takes longer is given up, as the send waits for it. */
const publishTimeoutMs = 5_000;
/** The overall limit's waits are waited for, a channel's are not. */
const longestWaitMs = 2_000;

/** Makes the publishing, which keeps to what Discord allows a channel in an hour. */
export function createPublishing({ rest, clock: machine, log }: PublishingOptions): Publish {
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

  async function attemptTwice(channel: string, message: string): Promise<unknown> {
    const error = await attempt(channel, message);
    const outcome = error === null ? null : readFailure(error);
    if (outcome?.kind !== "wait" || outcome.scope !== "platform" || outcome.retryAfterMs > longestWaitMs)
      return error;
    await clock.sleep(outcome.retryAfterMs);
    return attempt(channel, message);
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
    const error = await attemptTwice(channel, message);
    if (error === null) return;
    const outcome = readFailure(error);
    // Refused for want of a right: not asked again for an hour, for refusals are counted.
    const restMs =
      outcome.kind === "wait" ? outcome.retryAfterMs : outcome.kind === "no-rights" ? publishLimit.perMs : 0;
    restsUntil.set(channel, clock.now() + restMs);
    log("warn", "An announcement could not be published", { channel, why: whyOf(error) });
  };
}
