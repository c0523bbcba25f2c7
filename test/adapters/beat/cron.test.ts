import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { createBeat } from "../../../adapters/beat/cron.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2025, 4, 24, 18, 0, 0, 500) }));
afterEach(() => void vi.useRealTimers());

it("beats every so many seconds until it is stopped", async () => {
  const beat = createBeat({ everySeconds: 2 });
  let beats = 0;
  beat.start(() => (beats += 1));

  await vi.advanceTimersByTimeAsync(10_000);
  beat.stop();
  const whenStopped = beats;
  await vi.advanceTimersByTimeAsync(10_000);

  expect([whenStopped, beats]).toEqual([5, 5]);
});

it("beats once a time though it is started twice", async () => {
  const beat = createBeat({ everySeconds: 1 });
  let beats = 0;
  beat.start(() => undefined);
  beat.start(() => (beats += 1));

  await vi.advanceTimersByTimeAsync(3_000);
  beat.stop();

  expect(beats).toBe(3);
});
