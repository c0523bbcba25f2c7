import { describe, expect, it } from "vitest";
import { createIdentifyThrottle } from "../../../../adapters/chat/discord/identify.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { never, noon } from "./stage.ts";

describe("createIdentifyThrottle", () => {
  it("lets a shard that loses its sessions identify ever more seldom, far below 1,000 a day", async () => {
    const clock = createFakeClock(noon);
    const throttle = createIdentifyThrottle(clock, 1);
    let count = 0;
    const losing = async (): Promise<void> => {
      for (;;) {
        await throttle.waitForIdentify(0, never);
        count += 1;
        if (clock.now() > noon + 86_400_000) return;
      }
    };

    const done = losing();
    await clock.advance(86_400_000 + 600_000);
    await done;

    expect(count).toBeLessThan(500);
  });

  it("gives shards of one slot their turns more than five seconds apart", async () => {
    const clock = createFakeClock(noon);
    const throttle = createIdentifyThrottle(clock, 1);
    const turns: number[] = [];
    const take = async (shard: number): Promise<void> => {
      await throttle.waitForIdentify(shard, never);
      turns.push(clock.now() - noon);
    };

    const all = Promise.all([take(0), take(1), take(2)]);
    await clock.advance(20_000);
    await all;

    expect(turns).toEqual([0, 5_250, 10_500]);
  });
});
