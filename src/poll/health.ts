import type { PollState } from "../model/source.ts";
import type { FollowedSource } from "../ports/source-store.ts";

const HOUR_MS = 3_600_000;

/** A source is failing "for long" after this, and an urgent one sooner. */
const LONG_FAILING_MS = 6 * HOUR_MS;
const LONG_FAILING_URGENT_MS = HOUR_MS;
/** Fewer failures than this are an accident, however far apart they lie. */
const LONG_FAILING_COUNT = 3;
/** A source is silent when nothing new came for this many times its usual gap, and for half a day at least: nights are quiet. */
const SILENT_GAPS = 6;
const SILENT_AT_LEAST_MS = 12 * HOUR_MS;
/** The same for a source whose usual gap is not known: it brought nothing, or too little to tell, since it was first polled. */
const SILENT_UNKNOWN_GAP_MS = 72 * HOUR_MS;
/** The poller beats every second; a round that is this late means that it hangs. */
const STALLED_AFTER_MS = 2 * 60_000;

/** How a source does, as an admin needs to know it. */
export interface SourceHealth {
  readonly state:
    | "unpolled"
    | "healthy"
    | "failing"
    | "silent"
    | "paused"
    | "disabled"
    | "gone"
    | "waiting"
    | "refused";
  /** Since when, epoch milliseconds; null: not known. */
  readonly sinceAt: number | null;
  /** One English sentence with the cause. */
  readonly text: string;
  /** Worth waking an admin: failing for long, silent, disabled or gone. */
  readonly isAlarming: boolean;
}

/** How a source does at `now`. */
export function healthOf({ source, state }: FollowedSource, now: number): SourceHealth {
  if (state.halt !== null) return haltedHealth(state);
  if (state.failure !== null) {
    const longMs = source.isUrgent ? LONG_FAILING_URGENT_MS : LONG_FAILING_MS;
    const sinceAt = state.firstFailureAt;
    const isLong = state.failures >= LONG_FAILING_COUNT && now - (sinceAt ?? now) >= longMs;
    const times = state.failures === 1 ? "Failed once" : `Failed ${state.failures} times in a row`;
    return { state: "failing", sinceAt, text: `${times}: ${state.failure.text}`, isAlarming: isLong };
  }
  if (state.lastSuccessAt === null)
    return { state: "unpolled", sinceAt: null, text: "Not polled yet.", isAlarming: false };
  const silentMs = silenceMs(state, now);
  if (silentMs !== null) {
    const usual = state.usualGapMs === null ? "" : `; usual is every ${spanText(state.usualGapMs)}`;
    const text = `Answers, but brought nothing new for ${spanText(silentMs)}${usual}.`;
    return { state: "silent", sinceAt: now - silentMs, text, isAlarming: true };
  }
  return { state: "healthy", sinceAt: state.lastSuccessAt, text: "Answers.", isAlarming: false };
}

function haltedHealth({ halt, failure, firstFailureAt }: PollState): SourceHealth {
  const cause = failure === null ? "" : ` ${failure.text}`;
  switch (halt) {
    case "gone":
      return {
        state: "gone",
        sinceAt: firstFailureAt,
        text: `Not polled any more: it is gone.${cause}`,
        isAlarming: true,
      };
    case "disabled":
      return {
        state: "disabled",
        sinceAt: firstFailureAt,
        text: `Not polled any more: it failed for two weeks.${cause}`,
        isAlarming: true,
      };
    case "waiting":
      return { state: "waiting", sinceAt: null, text: "Waits for the admins.", isAlarming: false };
    case "refused":
      return { state: "refused", sinceAt: null, text: "Refused by the admins.", isAlarming: false };
    default:
      return { state: "paused", sinceAt: null, text: "Paused by an admin.", isAlarming: false };
  }
}

/** How long nothing new came, when that is longer than it should be; null: it is not. */
function silenceMs({ usualGapMs, lastNewItemAt, firstPolledAt }: PollState, now: number): number | null {
  if (usualGapMs === null || lastNewItemAt === null) {
    if (firstPolledAt === null) return null;
    // Its items may be older than its first poll: we have not listened for so long.
    const unheardMs = now - Math.max(firstPolledAt, lastNewItemAt ?? 0);
    return unheardMs >= SILENT_UNKNOWN_GAP_MS ? unheardMs : null;
  }
  const silentMs = now - lastNewItemAt;
  return silentMs >= Math.max(SILENT_AT_LEAST_MS, SILENT_GAPS * usualGapMs) ? silentMs : null;
}

/** A span of time for admins: `15 min`, `6 h`, `3 days`. */
export function spanText(ms: number): string {
  if (ms < HOUR_MS) return `${Math.max(1, Math.round(ms / 60_000))} min`;
  return ms < 48 * HOUR_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / (24 * HOUR_MS))} days`;
}

/** Whether the poller itself hangs. Null for `lastRoundAt`: it has not begun. */
export function isPollerStalled(lastRoundAt: number | null, now: number): boolean {
  return lastRoundAt !== null && now - lastRoundAt > STALLED_AFTER_MS;
}
