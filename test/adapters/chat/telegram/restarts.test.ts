import { describe, expect, it } from "vitest";
import { createFloodScope } from "../../../../adapters/chat/telegram/flood.ts";
import { createMemory } from "../../../../adapters/chat/telegram/memory.ts";
import { createPace, type Pace } from "../../../../adapters/chat/telegram/pace.ts";
import { openStore } from "../../../../adapters/store/index.ts";
import { silentLog } from "../../../../src/log.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import { addressOf, noStop } from "./support.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const minuteMs = 60_000;
const group = addressOf(-5);
const { outbox } = await openStore(":memory:");

/** What a process on the store paces by. */
function begin(clock: FakeClock) {
  const flood = createFloodScope(clock);
  const memory = createMemory({ outbox, clock, log: silentLog, pace: createPace(clock), flood });
  return { flood, memory, pace: memory.pace };
}

/** Answers that a process gives one after the other up to a moment. */
async function answer(pace: Pace, clock: FakeClock, untilAt: number): Promise<number[]> {
  const made: number[] = [];
  const typed = async (): Promise<void> => {
    while (clock.now() < untilAt) {
      await pace.turn(group, noStop);
      if (clock.now() < untilAt) made.push(clock.now());
    }
  };
  void typed();
  await clock.advance(untilAt - clock.now());
  return made;
}

const mostInAMinute = (made: readonly number[]): number =>
  Math.max(...made.map((at) => made.filter((each) => each >= at && each < at + minuteMs).length));

describe("a process that goes on after another", () => {
  it("counts the answers of that one towards a group's minute", async () => {
    const clock = createFakeClock(noon);
    const first = await answer(begin(clock).pace, clock, noon + 12_000);
    const second = await answer(begin(clock).pace, clock, noon + 3 * minuteMs);

    expect(first.length).toBeGreaterThanOrEqual(10);
    expect(mostInAMinute([...first, ...second])).toBeLessThanOrEqual(20);
    expect(second.length).toBeGreaterThanOrEqual(30);
  });

  it("counts its alerts too", async () => {
    const clock = createFakeClock(noon + 10 * minuteMs);
    const calls = Array.from({ length: 18 }, (_, index) => ({
      channel: "-5",
      at: clock.now() - 1_000 * index,
    }));
    await outbox.noteCalls("telegram", calls.toReversed(), clock.now());

    const made = await answer(begin(clock).pace, clock, clock.now() + 30_000);

    expect(made.length).toBeLessThanOrEqual(2);
  });

  it("gives answers their place as before where nothing can be read", async () => {
    const clock = createFakeClock(noon);
    const faulty = { ...outbox, callsSince: () => Promise.reject(new Error("busy")) };
    const flood = createFloodScope(clock);
    const memory = createMemory({
      outbox: Object.assign(Object.create(outbox), faulty),
      clock,
      log: silentLog,
      pace: createPace(clock),
      flood,
    });

    expect((await answer(memory.pace, clock, noon + 3_000)).length).toBeGreaterThanOrEqual(2);
  });

  it("keeps to what that one was told to wait, in answers as in alerts", async () => {
    const clock = createFakeClock(noon + 20 * minuteMs);
    begin(clock).memory.noteWait(addressOf(7), 40_000);
    await clock.advance(10_000);
    const { flood, memory } = begin(clock);
    await memory.pace.turn(addressOf(8), noStop);

    expect(flood.held(addressOf(7), "answers")).toEqual({ scope: "chat", retryAfterMs: 30_000 });
    expect(flood.held(addressOf(8), "answers")).toBeNull();
    expect(await outbox.restsOf("telegram", clock.now())).toMatchObject([{ channel: "7", toldMs: 40_000 }]);
  });
});
