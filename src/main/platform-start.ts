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

/**
 * Starts a platform. A fault that is permanent (a token that is refused) is thrown; one that may pass is logged, and the start is tried
 * again in the background until it works or the signal is aborted. Alerts wait in the outbox meanwhile.
 */
export async function startPlatform(platform: ChatPlatform, around: Around): Promise<void> {
  const isStarted = await tryStart(platform, around);
  if (!isStarted) void keepTrying(platform, around);
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

async function keepTrying(platform: ChatPlatform, around: Around): Promise<void> {
  for (let pauseMs = firstPauseMs; !around.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    await around.clock.sleep(pauseMs, around.signal);
    if (around.signal.aborted) return;
    const isStarted = await tryStart(platform, around).catch((error: unknown) => {
      around.log("error", "A chat platform refuses to start; nothing is sent there.", {
        platform: platform.name,
        error: messageOf(error),
      });
      return true;
    });
    if (isStarted) return;
  }
}
