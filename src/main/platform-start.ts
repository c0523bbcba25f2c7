import { within, type Clock } from "../clock.ts";
import { messageOf, TallywireError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

interface Around {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** It refuses to start, and is not tried again. */
  readonly onRefused?: () => void;
}

/** A platform that has not answered after this time is waited for in the background. */
const patienceMs = 10_000;

/** A start that has been begun. */
export interface PlatformStart {
  /** Resolves when the platform is ready or goes on in the background. Rejects when the platform refuses (a bad token). */
  readonly isDecided: Promise<void>;
  /** Resolves when nothing goes on any more. Never rejects. */
  readonly inBackground: Promise<void>;
}

/**
 * Starts a platform. A fault that is permanent (a token that is refused) is thrown by `isDecided`; one that may pass is logged, and the
 * start is tried again in the background until it works or the signal is aborted. Alerts wait in the outbox meanwhile.
 */
export function startPlatform(platform: ChatPlatform, around: Around): PlatformStart {
  const first = tryStart(platform, around);
  // When the process ends meanwhile nobody waits for it any more.
  first.catch(() => undefined);
  const isDecided = within(around.clock, first, { ms: patienceMs, signal: around.signal }).then(
    () => undefined,
  );
  // Its own failure is told by `isDecided` if it comes in time, and logged else.
  const inBackground = isDecided.then(() => keepTrying(platform, first, around)).catch(() => undefined);
  return { isDecided, inBackground };
}

async function tryStart(platform: ChatPlatform, { log, signal }: Around): Promise<boolean> {
  try {
    await platform.start(signal);
    return true;
  } catch (error) {
    if (error instanceof TallywireError && error.permanent) throw error;
    if (signal.aborted) return false;
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
      around.onRefused?.();
      return true;
    });
    if (isSettled) return;
    await clock.sleep(pauseMs, signal);
    if (!signal.aborted) attempt = tryStart(platform, around);
  }
}
