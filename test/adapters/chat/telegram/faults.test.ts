import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram } from "../../../fakes/telegram/index.ts";
import { hastyClock, noStop, setUp } from "./support.ts";
import type { Bench, BenchOptions } from "./support.ts";

let telegram: FakeTelegram;
const benches: Bench[] = [];

beforeEach(async () => {
  telegram = await startFakeTelegram({ hasFloodLimits: false });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop();
  await telegram.close();
});

async function started(options: Omit<BenchOptions, "telegram"> = {}): Promise<Bench> {
  const bench = await setUp({ ...options, telegram });
  benches.push(bench);
  await bench.platform.start(noStop);
  return bench;
}

const warnings = (bench: Bench) =>
  bench.lines.filter(({ level }) => level === "warn").map(({ message }) => message);

describe("a second process with the same token", () => {
  it("is told of in one line, and polling goes on when it has ended", async () => {
    const bench = await started({ clock: hastyClock() });
    telegram.director.fail({
      method: "getUpdates",
      times: 3,
      fault: {
        kind: "error",
        code: 409,
        description:
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      },
    });

    telegram.user(7).types(7, "/start");
    telegram.user(7).types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 2);
    await vi.waitFor(() =>
      expect(bench.lines.map(({ message }) => message)).toContain("telegram: updates are received again"),
    );
    expect(warnings(bench)).toEqual([
      "telegram: another process receives this bot's updates; stop it, or use another token. Trying again",
    ]);
    expect(Math.min(...bench.clock.sleeps)).toBeGreaterThanOrEqual(5_000);
  });

  it("wins over the one that polled before", async () => {
    const first = await started({ clock: hastyClock(0) });
    await telegram.until(() => telegram.director.calls("getUpdates").length === 1);

    await started();

    await vi.waitFor(() => expect(warnings(first)[0]).toContain("another process"));
  });
});

describe("faults of the network", () => {
  it("are logged once, waited out longer and longer, and pass", async () => {
    const bench = await started();
    telegram.director.fail({ method: "getUpdates", times: 4, fault: { kind: "reset", isDone: false } });

    telegram.user(7).types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    telegram.user(7).types(7, "/help");
    await telegram.until(() => telegram.director.sentCount() === 2);

    expect(warnings(bench)).toEqual(["telegram: updates cannot be received or stored; trying again"]);
    expect(bench.clock.sleeps).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it("obey a wait that Telegram names", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "getUpdates",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 17 } },
    });

    telegram.user(7).types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    telegram.user(7).types(7, "/help");
    await telegram.until(() => telegram.director.sentCount() === 2);

    expect(bench.clock.sleeps).toEqual([17_000]);
  });

  it("include a server that does not hold polls: it is not asked without pause", async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ longestPollSeconds: 0 });
    const bench = await started({ clock: hastyClock(0) });

    await vi.waitFor(() => expect(bench.clock.sleeps).toEqual([500]));
    expect(telegram.director.calls("getUpdates")).toHaveLength(1);
  });

  it("include a webhook left over, which is removed", async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ hasFloodLimits: false, isLocal: true });
    telegram.director.setWebhook("http://127.0.0.1:9/hook");
    const bench = await started();

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(warnings(bench)).toEqual([
      "telegram: a webhook was set for this bot; it is removed, since updates are polled",
    ]);
  });
});
