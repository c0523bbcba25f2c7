import { describe, expect, it } from "vitest";
import { createBrake, Refrained } from "../../../adapters/chat/discord/brake.ts";
import { createFloodScope } from "../../../adapters/chat/telegram/flood.ts";
import { createPace } from "../../../adapters/chat/telegram/pace.ts";
import { silentLog } from "../../../src/log.ts";
import { createFakeClock, type FakeClock } from "../../fakes/clock.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const address = { platform: "telegram", channel: "-5", thread: null };
const here = () => createFakeClock(noon);
const putBack = (clock: FakeClock): void => clock.jumpTo(clock.now() - 2 * 3_600_000);

describe("a machine's clock that is put back by two hours", () => {
  it("does not hold Discord's overall limit for two hours", async () => {
    const clock = here();
    const brake = createBrake(clock, silentLog, [{ scope: "all", max: 5, perMs: 1_000 }]);
    for (let call = 0; call < 5; call += 1) brake.take();

    putBack(clock);
    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(1_001);

    expect(() => {
      for (let call = 0; call < 5; call += 1) brake.take();
    }).not.toThrow();
  });

  it("does not make a wait for the whole bot longer", async () => {
    const clock = here();
    const brake = createBrake(clock, silentLog, []);
    brake.readTooMany(new Headers({ "x-ratelimit-global": "true", "retry-after": "3" }), "{}");

    putBack(clock);

    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(3_001);
    expect(() => brake.take()).not.toThrow();
  });

  it("does not make the wait that Telegram told of a chat longer", async () => {
    const clock = here();
    const flood = createFloodScope(clock);
    flood.refused(address, 5_000, "alerts");

    putBack(clock);

    expect(flood.held(address, "alerts")).toEqual({ scope: "chat", retryAfterMs: 5_000 });
    await clock.advance(5_000);
    expect(flood.held(address, "alerts")).toBeNull();
  });

  it("does not keep somebody waiting for an answer", async () => {
    const clock = here();
    const pace = createPace(clock);
    const never = new AbortController().signal;
    await pace.turn(address, never);

    putBack(clock);
    let isReady = false;
    void pace.turn(address, never).then(() => (isReady = true));
    await clock.advance(1_101);

    expect(isReady).toBe(true);
  });
});
