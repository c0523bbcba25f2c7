import { describe, expect, it } from "vitest";

import { createAlarmWatch } from "../../src/poll/alarms.ts";
import { healthOf } from "../../src/poll/health.ts";
import type { PollState, Source } from "../../src/model/source.ts";
import { DAY_MS, HOUR_MS, START_AT } from "./rig.ts";
import { FRESH, sourceAt } from "./memory-sources.ts";

const now = START_AT;
const healthy: Partial<PollState> = {
  lastSuccessAt: now - 1,
  lastNewItemAt: now - HOUR_MS,
  usualGapMs: HOUR_MS,
};

function followed(state: Partial<PollState>, change: Partial<Source> = {}) {
  return { source: sourceAt("a", "https://a.example/", change), state: { ...FRESH, ...state } };
}

function failing(hoursAgo: number, failures: number): Partial<PollState> {
  const failure = { code: "http-403", text: "The server forbids us to read it. (HTTP 403)" };
  return { ...healthy, failures, firstFailureAt: now - hoursAgo * HOUR_MS, failure };
}

describe("the health of a source", () => {
  it.each<[string, Partial<PollState>, string, boolean]>([
    ["never polled", {}, "unpolled", false],
    ["answering", healthy, "healthy", false],
    ["failing since just now", failing(0.1, 1), "failing", false],
    ["failing for long", failing(7, 5), "failing", true],
    ["failing twice in a day", failing(24, 2), "failing", false],
    [
      "silent for six usual gaps and half a day",
      { ...healthy, lastNewItemAt: now - 13 * HOUR_MS },
      "silent",
      true,
    ],
    ["quiet for a night", { ...healthy, lastNewItemAt: now - 9 * HOUR_MS }, "healthy", false],
    [
      "rare, and quiet for three days",
      { ...healthy, usualGapMs: DAY_MS, lastNewItemAt: now - 3 * DAY_MS },
      "healthy",
      false,
    ],
    [
      "without an item for three days since its first poll",
      { lastSuccessAt: now - 1, firstPolledAt: now - 3 * DAY_MS },
      "silent",
      true,
    ],
    [
      "without an item for two days since its first poll",
      { lastSuccessAt: now - 1, firstPolledAt: now - 2 * DAY_MS },
      "healthy",
      false,
    ],
    [
      "with one old item, first polled yesterday",
      { lastSuccessAt: now - 1, firstPolledAt: now - DAY_MS, lastNewItemAt: now - 9 * DAY_MS },
      "healthy",
      false,
    ],
    ["paused", { ...healthy, halt: "paused" }, "paused", false],
    ["disabled", { ...failing(400, 30), halt: "disabled" }, "disabled", true],
    ["gone", { ...failing(1, 1), halt: "gone" }, "gone", true],
  ])("%s", (_, state, expected, isAlarming) => {
    expect(healthOf(followed(state), now)).toMatchObject({ state: expected, isAlarming });
  });

  it("names the cause in words", () => {
    expect(healthOf(followed(failing(7, 5)), now).text).toBe(
      "Failed 5 times in a row: The server forbids us to read it. (HTTP 403)",
    );
  });

  it("alarms sooner for an urgent source", () => {
    expect(healthOf(followed(failing(2, 5), { isUrgent: true }), now).isAlarming).toBe(true);
  });
});

describe("alarms", () => {
  function watchOver() {
    const watch = createAlarmWatch();
    const look = (state: Partial<PollState>, lastRoundAt = now) =>
      watch.look({ followed: [followed(state)], lastRoundAt, now }).map(({ kind }) => kind);
    look(healthy);
    return look;
  }

  it("come once, and so does the recovery", () => {
    const look = watchOver();

    expect([look(failing(7, 5)), look(failing(8, 6)), look(healthy), look(healthy)]).toEqual([
      ["source"],
      [],
      ["source-recovered"],
      [],
    ]);
  });

  it("come again when a failing source is disabled", () => {
    const look = watchOver();

    expect([look(failing(7, 5)), look({ ...failing(400, 30), halt: "disabled" })]).toEqual([
      ["source"],
      ["source"],
    ]);
  });

  it("have the same key after a restart, and another one when it is another failure", () => {
    const keyOf = (state: Partial<PollState>) =>
      createAlarmWatch().look({ followed: [followed(state)], lastRoundAt: now, now })[0]?.key;
    const first = keyOf({ ...failing(7, 5), firstFailureAt: now - 7 * HOUR_MS });

    expect(first).toBe(keyOf({ ...failing(7, 9), firstFailureAt: now - 7 * HOUR_MS }));
    expect(first).not.toBe(keyOf({ ...failing(9, 9), firstFailureAt: now - 9 * HOUR_MS }));
  });

  it("are one for the machine when most sources fail at once", () => {
    const watch = createAlarmWatch();
    const look = (bad: number) => {
      const all = Array.from({ length: 8 }, (_, n) => {
        const { source, state } = followed(n < bad ? failing(7, 5) : healthy);
        return { source: { ...source, id: `s${n}` }, state };
      });
      return watch.look({ followed: all, lastRoundAt: now, now }).map(({ kind }) => kind);
    };

    expect([look(7), look(8), look(1), look(0)]).toEqual([
      ["most-failing"],
      [],
      ["most-recovered", "source"],
      ["source-recovered"],
    ]);
  });

  it("name an outage of most sources by when it began: a second one on the day is told, the first not after a restart", () => {
    const outage = (hoursAgo: number, more: number) =>
      Array.from({ length: 8 }, (_, n) => {
        // One has failed for days by its own fault; those over `more` fail later than most.
        const since = n === 0 ? 90 : n < 6 ? hoursAgo - n / 100 : hoursAgo - 0.5;
        const { source, state } = followed(n < 6 + more ? failing(since, 2) : healthy);
        return { source: { ...source, id: `s${n}` }, state };
      });
    const keysOf = (watch: ReturnType<typeof createAlarmWatch>, all: ReturnType<typeof outage>) =>
      watch
        .look({ followed: all, lastRoundAt: now, now })
        .flatMap(({ kind, key }) => (kind === "most-failing" ? key : []));
    const watch = createAlarmWatch();
    const first = keysOf(watch, outage(5, 0));
    keysOf(watch, [followed(healthy)]);
    const second = keysOf(watch, outage(2, 0));

    expect([first.length, second.length]).toEqual([1, 1]);
    expect(second).not.toEqual(first);
    expect(keysOf(createAlarmWatch(), outage(2, 2))).toEqual(second);
  });

  it("tell that the poller itself stalls, and that it goes on", () => {
    const look = watchOver();

    expect([look(healthy, now - HOUR_MS), look(healthy, now - HOUR_MS), look(healthy)]).toEqual([
      ["poller-stalled"],
      [],
      ["poller-recovered"],
    ]);
  });
});
