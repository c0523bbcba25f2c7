import { MAX_WAIT_MS } from "./schedule.ts";

/** A clock that goes back by less is being adjusted, and nothing is lost by waiting it out. */
const TOLERANCE_MS = 5_000;

/**
 * A due time after the clock was put back by `jumpedBackMs` (0: not known to be): moved along with it. One that is further away than any
 * wait can be was set by a clock that was ahead, and is due now.
 */
export function mendedDueAt(dueAt: number, now: number, jumpedBackMs: number): number {
  const moved = jumpedBackMs > TOLERANCE_MS && dueAt > now ? Math.max(now, dueAt - jumpedBackMs) : dueAt;
  return moved > now + MAX_WAIT_MS ? now : moved;
}
