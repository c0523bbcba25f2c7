import { within, type Clock } from "../clock.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";

/** It is renewed when this part of it has passed, so that two renewals may fail before it is lost. */
const renewAfter = 1 / 3;
/** It counts as lost this part before it ends, so that a call begun in its last moment does not outlast it unseen. */
const safety = 1 / 10;

export interface LeaseOptions {
  readonly outbox: Pick<OutboxStore, "holdSenderLease" | "releaseSenderLease">;
  readonly platform: string;
  /** Tells this process from every other one. */
  readonly holder: string;
  readonly leaseMs: number;
  /** The machine's: what the store writes down. */
  readonly clock: Clock;
  /** One that is never put right (`createSteadyClock`): how long it is held. */
  readonly steady: Clock;
  /** Told when it was taken or renewed after nobody had held it for so long, milliseconds, as at each start. */
  readonly onHeld?: (absentMs: number) => void;
}

/** This process's right to be the one sender of a platform. */
export interface Lease {
  /** Takes or renews it when that is due. Null: another process has it. */
  hold(): Promise<number | null>;
  /** Whether a call may be begun now: false once it was not renewed in time, as after the process was paused. */
  isHeld(): boolean;
  /** How long until `hold` is to be called again. */
  untilRenewalMs(): number;
  /** Renews it while work goes on, for so long at most, milliseconds: who waits for it would take for lost what is still under way. */
  keepFor(work: Promise<unknown>, ms: number): Promise<void>;
  release(): Promise<void>;
}

/**
 * A lease that is not held yet. Its times count from before each request, so that a slow answer never lengthens it.
 *
 * The store compares times of day: when it ends, by the clock of the process that holds it, with the time by that of who wants it. Two processes on one machine
 * read the same clock. Where their clocks differ, one may take it early, and the fence is what counts: the store then refuses the other's claims and calls. Within
 * the process it counts as held only while both clocks say so: the time of day may be put back during a pause, what elapses stands still while a machine is suspended.
 */
export function createLease(options: LeaseOptions): Lease {
  const { outbox, platform, holder, leaseMs, clock, steady, onHeld } = options;
  let fence: number | null = null;
  let askedAt = -Infinity;
  let askedAtByDay = -Infinity;
  let nextAskAt = -Infinity;
  const heldMs = (): number => Math.max(steady.now() - askedAt, clock.now() - askedAtByDay);
  const isHeld = (): boolean => fence !== null && heldMs() < leaseMs * (1 - safety);
  const untilRenewalMs = (): number => Math.max(0, Math.ceil(nextAskAt - steady.now()));

  async function hold(): Promise<number | null> {
    if (isHeld() && untilRenewalMs() > 0) return fence;
    const now = steady.now();
    const nowByDay = clock.now();
    nextAskAt = now + leaseMs * renewAfter;
    try {
      const held = await outbox.holdSenderLease(platform, holder, nowByDay, leaseMs);
      askedAt = now;
      askedAtByDay = nowByDay;
      fence = held?.fence ?? null;
      if (held !== null) onHeld?.(held.absentMs ?? 0);
      // Who waits for it asks more often: nothing is sent meanwhile.
      if (held === null) nextAskAt = now + leaseMs * safety;
    } catch (error) {
      // A store that is busy for a moment takes nothing away: the lease stands until it ends.
      nextAskAt = now + leaseMs * safety;
      if (!isHeld()) throw error;
    }
    return fence;
  }

  return {
    isHeld,
    untilRenewalMs,
    hold,
    async keepFor(work, ms) {
      const done = work.then(() => true);
      const endsAt = steady.now() + ms;
      for (;;) {
        const leftMs = endsAt - steady.now();
        const waitMs = isHeld() ? Math.min(leftMs, untilRenewalMs()) : leftMs;
        if (leftMs <= 0 || (await within(clock, done, { ms: waitMs })) === true) return;
        // One that has run out is not taken anew.
        if (!isHeld()) continue;
        // A store that is busy must not hold up the end of the time.
        const asked = Promise.race([done, hold().catch(() => null)]);
        if ((await within(clock, asked, { ms: endsAt - steady.now() })) === true) return;
      }
    },
    async release() {
      fence = null;
      await outbox.releaseSenderLease(platform, holder);
    },
  };
}
