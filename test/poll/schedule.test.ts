import { describe, expect, it } from "vitest";

import { SourceError } from "../../src/errors.ts";
import {
  dueAfterFailure,
  dueAfterSuccess,
  firstUsualGapMs,
  MAX_WAIT_MS,
  nextUsualGapMs,
} from "../../src/poll/schedule.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, PACE, START_AT } from "./rig.ts";
import { FRESH, sourceAt } from "./memory-sources.ts";

const calm = sourceAt("a", "https://a.example/");
const urgent = sourceAt("b", "https://b.example/", { isUrgent: true });
const now = START_AT;
/** In the middle of the jitter. */
const chance = 0.5;

describe("after success", () => {
  it.each<[string, number | null, number | null, number]>([
    ["a source of unknown habits is due after the interval", null, null, 10 * MINUTE_MS],
    ["a busy source is due after the interval", MINUTE_MS, null, 10 * MINUTE_MS],
    ["a slower source is asked four times in its usual gap", 80 * MINUTE_MS, null, 20 * MINUTE_MS],
    ["a rare source is asked at most three times less often", 7 * DAY_MS, null, 30 * MINUTE_MS],
    ["a source that asks for rest gets it", null, 2 * HOUR_MS, 2 * HOUR_MS],
    ["a source that asks for less rest than ours gets ours", null, MINUTE_MS, 10 * MINUTE_MS],
    ["a source that asks for a year gets a day", null, 365 * DAY_MS, MAX_WAIT_MS],
  ])("%s", (_, usualGapMs, notBeforeMs, waitMs) => {
    expect(dueAfterSuccess({ source: calm, usualGapMs, notBeforeMs, now, chance }, PACE)).toBe(now + waitMs);
  });

  it.each<[string, number | null, number]>([
    ["is due at the floor", null, 2 * MINUTE_MS],
    ["still gives a source the rest that it asks for", HOUR_MS, HOUR_MS],
  ])("an urgent source %s", (_, notBeforeMs, waitMs) => {
    expect(dueAfterSuccess({ source: urgent, usualGapMs: DAY_MS, notBeforeMs, now, chance }, PACE)).toBe(
      now + waitMs,
    );
  });

  it.each<[string, { hours?: number[]; days?: number[] }, number]>([
    ["in an hour that it does not name", { hours: [3] }, 10 * MINUTE_MS],
    ["after the hours that it names", { hours: [18, 19, 21] }, 2 * HOUR_MS],
    ["after the day that it names", { days: [6] }, 6 * HOUR_MS],
    ["within a day, whatever it names", { days: [6, 0, 1] }, MAX_WAIT_MS],
  ])("a source is due %s", (_, { hours = [], days = [] }, waitMs) => {
    const quiet = { hours, days };

    // Saturday, 18:00.
    expect(
      dueAfterSuccess({ source: calm, usualGapMs: null, notBeforeMs: null, quiet, now, chance }, PACE),
    ).toBe(now + waitMs);
  });

  it("a chat's own source is due no sooner than chats may have it, however urgent it is said to be", () => {
    const own = sourceAt("c", "https://c.example/", { ownerChat: 4, isUrgent: true });
    const pace = { ...PACE, chatIntervalMs: 45 * MINUTE_MS };
    const due = (source: typeof own, usualGapMs: number) =>
      dueAfterSuccess({ source, usualGapMs, notBeforeMs: null, now, chance }, pace) - now;

    expect(due(own, MINUTE_MS)).toBe(45 * MINUTE_MS);
    expect(due({ ...own, isUrgent: false }, 7 * DAY_MS)).toBe(135 * MINUTE_MS);
    expect(due(calm, MINUTE_MS)).toBe(10 * MINUTE_MS);
  });

  it("sources drift apart by a tenth", () => {
    const due = [0, 1].map((extreme) =>
      dueAfterSuccess({ source: calm, usualGapMs: null, notBeforeMs: null, now, chance: extreme }, PACE),
    );

    expect(due.map((at) => at - now)).toEqual([9 * MINUTE_MS, 11 * MINUTE_MS]);
  });
});

describe("after failure", () => {
  function waitMs(code: string, failures: number, retryAfterMs: number | null = null): number {
    const error = new SourceError("x", { code, retryAfterMs });
    return dueAfterFailure({ source: calm, error, failures, usualGapMs: null, now, chance }, PACE) - now;
  }

  it("waits double each time, up to a day", () => {
    expect([1, 2, 3, 4].map((n) => waitMs("http-500", n) / MINUTE_MS)).toEqual([10, 20, 40, 80]);
    expect(waitMs("http-500", 200)).toBe(MAX_WAIT_MS);
  });

  it.each(["http-429", "http-403", "http-503", "challenge-page"])(
    "waits half an hour first for %s",
    (code) => {
      expect(waitMs(code, 1)).toBe(30 * MINUTE_MS);
    },
  );

  it("waits at least as long as Retry-After says, and a day at most", () => {
    expect(waitMs("http-429", 1, 5 * HOUR_MS)).toBe(5 * HOUR_MS);
    expect(waitMs("http-429", 1, 30_000)).toBe(10 * MINUTE_MS);
    expect(waitMs("http-429", 1, 30 * DAY_MS)).toBe(MAX_WAIT_MS);
  });
});

describe("the usual gap", () => {
  it("is the median of the gaps that a first poll shows", () => {
    expect(firstUsualGapMs([0, 1, 3, 4, 100].map((hours) => hours * HOUR_MS))).toBe(2 * HOUR_MS);
  });

  it("is not known from fewer than three dates", () => {
    expect(firstUsualGapMs([1, null, 2])).toBeNull();
  });

  it("follows new items slowly, and stays where none came", () => {
    const state = { ...FRESH, lastNewItemAt: now - 2 * HOUR_MS, usualGapMs: HOUR_MS };

    expect(nextUsualGapMs(state, 1, now)).toBe(1.2 * HOUR_MS);
    expect(nextUsualGapMs(state, 0, now)).toBe(HOUR_MS);
  });
});
