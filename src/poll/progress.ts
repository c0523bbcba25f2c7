import type { SourceError } from "../errors.ts";
import type { PollState, Source } from "../model/source.ts";
import type { PollResult } from "../ports/source-kind.ts";
import {
  dueAfterFailure,
  dueAfterSuccess,
  firstUsualGapMs,
  nextUsualGapMs,
  type PollPace,
} from "./schedule.ts";

const DAY_MS = 86_400_000;

/** A source is disabled when nothing but failures came for this long, in at least this many polls. */
export const DISABLE_AFTER_MS = 14 * DAY_MS;
export const DISABLE_AFTER_FAILURES = 20;
/** How often in a row a source must say that it has moved for good, and be readable there, until it is believed. */
export const MOVES_TO_ADOPT = 3;

/** What a poll is judged by. */
export interface PollMoment {
  readonly source: Source;
  readonly state: PollState;
  readonly now: number;
  readonly pace: PollPace;
  /** 0 up to 1, for the jitter. */
  readonly chance: number;
}

/** What came of the items of a poll. */
export interface Harvest {
  /** Items never seen before. */
  readonly newCount: number;
  /** Publication dates of all items, for the first estimate of the gap. */
  readonly publishedAts: readonly (number | null)[];
  /** Some items were an old copy: the answer must not be taken for the newest by its validators. */
  readonly isStale: boolean;
}

const NO_VALIDATORS = { etag: null, lastModified: null, validatorUrl: null, bodyHash: null } as const;

/** The state after a poll that went well and whose items were all taken in. */
export function afterSuccess(moment: PollMoment, result: PollResult, harvest: Harvest): PollState {
  const { source, state, now, pace, chance } = moment;
  const isFirst = state.firstPolledAt === null;
  const usualGapMs = isFirst
    ? firstUsualGapMs(harvest.publishedAts)
    : nextUsualGapMs(state, harvest.newCount, now);
  const quiet = (result.kind === "items" ? result.quiet : state.quiet) ?? null;
  const newest = harvest.publishedAts.reduce<number>((latest, at) => Math.max(latest, at ?? 0), 0);
  const lastNewItemAt =
    harvest.newCount === 0 ? state.lastNewItemAt : isFirst && newest > 0 ? Math.min(now, newest) : now;
  return {
    ...state,
    ...(result.kind === "items" ? (harvest.isStale ? NO_VALIDATORS : result.validators) : {}),
    quiet,
    dueAt: dueAfterSuccess({ source, usualGapMs, notBeforeMs: result.notBeforeMs, quiet, now, chance }, pace),
    firstPolledAt: state.firstPolledAt ?? now,
    lastSuccessAt: now,
    lastNewItemAt,
    usualGapMs,
    failures: 0,
    firstFailureAt: null,
    failure: null,
    movedTo: result.movedTo === undefined ? state.movedTo : countMove(state.movedTo, result.movedTo),
  };
}

function countMove(before: PollState["movedTo"], url: string | null): PollState["movedTo"] {
  if (url === null) return null;
  return { url, times: before?.url === url ? before.times + 1 : 1 };
}

/** The state after a poll that failed. 410 ends it at once; failures alone for long disable it. */
export function afterFailure(moment: PollMoment, error: SourceError): PollState {
  const { source, state, now, pace, chance } = moment;
  const failures = state.failures + 1;
  // A first failure in the future was noted before the clock was put back.
  const firstFailureAt = Math.min(state.firstFailureAt ?? now, now);
  const isHopeless = failures >= DISABLE_AFTER_FAILURES && now - firstFailureAt >= DISABLE_AFTER_MS;
  return {
    ...state,
    halt: error.code === "http-410" ? "gone" : isHopeless ? "disabled" : state.halt,
    dueAt: dueAfterFailure({ source, error, failures, usualGapMs: state.usualGapMs, now, chance }, pace),
    failures,
    firstFailureAt,
    failure: { code: error.code, text: error.message },
  };
}

/** The state of a source that has been moved to another address: its validators were the old one's, unless they came from there. */
export function afterMove(state: PollState, url: string): PollState {
  const keeps = state.validatorUrl === url;
  return {
    ...state,
    movedTo: null,
    ...(keeps ? {} : { etag: null, lastModified: null, validatorUrl: null }),
  };
}
