import type { Clock } from "../clock.ts";
import { messageOf, TallywireError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

interface Around {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A platform that has not answered after this time is waited for in the background. */
const patienceMs = 10_000;

/**
 * Starts a platform. A fault that is permanent (a token that is refused) is thrown; one that may pass is logged, and the start is tried
 * again in the background until it works or the signal is aborted. Alerts wait in the outbox meanwhile.
 */
export async function startPlatform(platform: ChatPlatform, around: Around): Promise<void> {
  const first = tryStart(platform, around);
  const timer = new AbortController();
  try {
    const isStarted = await Promise.race([
      first,
      around.clock.sleep(patienceMs, timer.signal).then(() => null),
    ]);
    if (isStarted !== true) void keepTrying(platform, first, around);
  } finally {
    // Else the pause would keep a process that ends from ending.
    timer.abort();
  }
}

async function tryStart(platform: ChatPlatform, { log, signal }: Around): Promise<boolean> {
  try {
    await platform.start(signal);
    return true;
  } catch (error) {
    if (error instanceof TallywireError && error.permanent) throw error;
    log("warn", "A chat platform cannot be reached; it is tried again.", {
      platform: platform.name,
      error: messageOf(error),
    });
    return false;
  }
}

async function keepTrying(platform: ChatPlatform, first: Promise<boolean>, around: Around): Promise<void> {
  const { clock, log, signal } = around;
  let attempt = first;
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const isSettled = await attempt.catch((error: unknown) => {
      log("error", "A chat platform refuses to start; nothing is sent there.", {
        platform: platform.name,
        error: messageOf(error),
      });
      return true;
    });
    if (isSettled) return;
    await clock.sleep(pauseMs, signal);
    if (!signal.aborted) attempt = tryStart(platform, around);
  }
}
