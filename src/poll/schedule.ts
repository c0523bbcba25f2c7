import type { SourceError } from "../errors.ts";
import type { PollState, QuietTimes, Source } from "../model/source.ts";

/** How often sources are asked. */
export interface PollPace {
  /** Between two polls of a source that publishes often, milliseconds (POLL_INTERVAL_SECONDS). */
  readonly intervalMs: number;
  /** Between two polls of an urgent source at the least. */
  readonly floorMs: number;
  /** Between two polls of a chat's own source at the least (CHAT_SOURCES_INTERVAL_SECONDS). Absent: as of any other. */
  readonly chatIntervalMs?: number;
}

const HOUR_MS = 3_600_000;

/** No wait is longer, whatever a server asks: an error in a header must not silence a source for a year (miniflux has the same cap). */
export const MAX_WAIT_MS = 24 * HOUR_MS;
/** A source that publishes seldom is asked at most this much less often than a busy one: its next report may be the one that counts. */
const SLOWEST = 3;
/** A source is asked about four times in its usual gap between two items. */
const POLLS_PER_GAP = 4;
/** The first wait after an answer that says "too often" without saying how long (429, 403 and 503 of several hosts). */
const BUSY_WAIT_MS = HOUR_MS / 2;
/** Doublings of the wait after failures; beyond this the cap holds anyway. */
const MAX_DOUBLINGS = 12;
/** Waits differ by up to this share, so that sources that were added together drift apart. */
const JITTER = 0.1;

/** The wait between two polls that go well, milliseconds: the floor for urgent sources, else by how often the source publishes. */
export function ownIntervalMs(source: Source, usualGapMs: number | null, pace: PollPace): number {
  const { floorMs } = pace;
  const isOwn = source.ownerChat !== undefined;
  if (source.isUrgent && !isOwn) return floorMs;
  const intervalMs = Math.max(pace.intervalMs, isOwn ? (pace.chatIntervalMs ?? 0) : 0);
  const wanted = (usualGapMs ?? 0) / POLLS_PER_GAP;
  return Math.min(intervalMs * SLOWEST, Math.max(intervalMs, wanted));
}

/** What the wait after a poll that went well is made of. */
export interface Success {
  readonly source: Source;
  readonly usualGapMs: number | null;
  /** What the source asks for (ttl, max-age), milliseconds; null: nothing. */
  readonly notBeforeMs: number | null;
  /** When it asks to be left alone; null or absent: never. */
  readonly quiet?: QuietTimes | null;
  readonly now: number;
  /** 0 up to 1. */
  readonly chance: number;
}

/** When a source is due after a poll that went well. Never sooner than it asked for, but within a day. */
export function dueAfterSuccess(
  { source, usualGapMs, notBeforeMs, quiet = null, now, chance }: Success,
  pace: PollPace,
): number {
  const own = spread(ownIntervalMs(source, usualGapMs, pace), chance);
  const dueAt = now + Math.max(own, notBeforeMs ?? 0);
  return Math.min(now + MAX_WAIT_MS, quiet === null ? dueAt : afterQuiet(dueAt, quiet));
}

/** The first moment from `at` on that is in no quiet hour, looked for up to the longest wait. */
function afterQuiet(at: number, { hours, days }: QuietTimes): number {
  let moment = at;
  for (let hour = 0; hour < MAX_WAIT_MS / HOUR_MS; hour += 1) {
    const date = new Date(moment);
    if (!hours.includes(date.getUTCHours()) && !days.includes(date.getUTCDay())) return moment;
    moment = (Math.floor(moment / HOUR_MS) + 1) * HOUR_MS;
  }
  return moment;
}

/** What the wait after a failure is made of. */
export interface Failure {
  readonly source: Source;
  readonly error: SourceError;
  /** In a row, this one included. */
  readonly failures: number;
  readonly usualGapMs: number | null;
  readonly now: number;
  readonly chance: number;
}

/** When a source is due after a failure: doubling waits, jittered, within a day; a Retry-After is the least that is waited. */
export function dueAfterFailure(
  { source, error, failures, usualGapMs, now, chance }: Failure,
  pace: PollPace,
): number {
  const own = ownIntervalMs(source, usualGapMs, pace);
  const isBusy =
    ["http-429", "http-403", "http-503", "challenge-page"].includes(error.code) &&
    error.retryAfterMs === null;
  const first = isBusy ? Math.max(own, BUSY_WAIT_MS) : own;
  const backoff = spread(first * 2 ** Math.min(failures - 1, MAX_DOUBLINGS), chance);
  // Retry-After replaces the back-off where it is longer; where it is shorter it is a promise of the server's, still not to be outrun.
  return now + Math.min(MAX_WAIT_MS, Math.max(backoff, error.retryAfterMs ?? 0));
}

function spread(ms: number, chance: number): number {
  return Math.round(ms * (1 - JITTER + 2 * JITTER * chance));
}

/** The usual gap between two new items after a poll that brought `count` of them, milliseconds. Smoothed: the last gap counts a fifth. */
export function nextUsualGapMs(state: PollState, count: number, now: number): number | null {
  if (count === 0 || state.lastNewItemAt === null) return state.usualGapMs;
  const gap = Math.max(0, now - state.lastNewItemAt) / count;
  return Math.round(state.usualGapMs === null ? gap : state.usualGapMs * 0.8 + gap * 0.2);
}

/** The usual gap as the dates of a first poll show it: the median of the gaps. Null: fewer than three dates. */
export function firstUsualGapMs(publishedAts: readonly (number | null)[]): number | null {
  const dates = publishedAts.filter((at) => at !== null).toSorted((a, b) => a - b);
  const gaps = dates
    .slice(1)
    .map((at, index) => at - (dates[index] ?? at))
    .toSorted((a, b) => a - b);
  return gaps.length < 2 ? null : (gaps[Math.floor(gaps.length / 2)] ?? null);
}
