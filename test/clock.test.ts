import { describe, expect, it } from "vitest";
import { within } from "../src/clock.ts";
import { createFakeClock } from "./fakes/clock.ts";

describe("work that is waited for so long", () => {
  it("gives what it comes to in that time", async () => {
    const clock = createFakeClock(0);
    const work = clock.sleep(10).then(() => "done");

    const given = within(clock, work, { ms: 20 });
    await clock.advance(10);

    expect(await given).toBe("done");
  });

  it("gives nothing after it", async () => {
    const clock = createFakeClock(0);

    const given = within(clock, new Promise(() => undefined), { ms: 20 });
    await clock.advance(20);

    expect(await given).toBeNull();
  });

  it("gives nothing once its signal is aborted", async () => {
    const end = new AbortController();

    const given = within(createFakeClock(0), new Promise(() => undefined), { ms: 20, signal: end.signal });
    end.abort();

    expect(await given).toBeNull();
  });

  it("rejects as the work does, but not after its time", async () => {
    const clock = createFakeClock(0);
    const fails = async (): Promise<never> => {
      await clock.sleep(30);
      throw new Error("failed");
    };

    await expect(within(clock, Promise.reject(new Error("failed")), { ms: 20 })).rejects.toThrow("failed");
    const given = within(clock, fails(), { ms: 20 });
    await clock.advance(40);

    expect(await given).toBeNull();
  });
});
