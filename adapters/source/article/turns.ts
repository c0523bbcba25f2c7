import type { Clock } from "../../../src/clock.ts";

/** A page that would have to be waited for longer is not worth holding up a poll. */
const MAX_WAIT_MS = 30_000;
/** Longer delays are taken as this, so that a clock that was put back is found out. */
const MAX_GAP_MS = 600_000;
/** Forgets the hosts whose gap is over when there are more than this many. */
const MAX_REMEMBERED = 1_000;

/** Waits until it is one's turn at a host, whoever else asks it for pages. False: that would take too long. */
export type TakeTurn = (host: string, gapMs: number, signal: AbortSignal) => Promise<boolean>;

/** Holds fetches from one host apart by a gap that each of them names. */
export function createTurns(clock: Clock): TakeTurn {
  const freeAt = new Map<string, number>();

  function forget(now: number): void {
    if (freeAt.size <= MAX_REMEMBERED) return;
    for (const [host, at] of freeAt) {
      if (at <= now) freeAt.delete(host);
    }
  }

  return async (host, gapMs, signal) => {
    const now = clock.now();
    const gap = Math.min(gapMs, MAX_GAP_MS);
    const noted = freeAt.get(host) ?? 0;
    const at = noted > now + MAX_WAIT_MS + MAX_GAP_MS ? now : Math.max(now, noted);
    if (at - now > MAX_WAIT_MS) return false;
    freeAt.set(host, at + gap);
    forget(now);
    if (at > now) await clock.sleep(at - now, signal);
    return true;
  };
}
