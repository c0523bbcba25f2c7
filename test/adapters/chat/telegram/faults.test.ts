import { describe, expect, it, vi } from "vitest";
import { hastyClock, useTelegram, warningsOf } from "./support.ts";

const stage = useTelegram();

describe("a second process with the same token", () => {
  it("is told of in one line, and polling goes on when it has ended", async () => {
    const bench = await stage.started({ clock: hastyClock() });
    stage.telegram.director.fail({
      method: "getUpdates",
      times: 3,
      fault: {
        kind: "error",
        code: 409,
        description:
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      },
    });

    stage.telegram.user(7).types(7, "/start");
    stage.telegram.user(8).types(8, "/help");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
    await vi.waitFor(() =>
      expect(bench.lines.map(({ message }) => message)).toContain("telegram: updates are received again"),
    );
    expect(warningsOf(bench)).toEqual([
      "telegram: another process receives this bot's updates; stop it, or use another token. Trying again",
    ]);
    expect(Math.min(...bench.clock.sleeps)).toBeGreaterThanOrEqual(5_000);
  });

  it("wins over the one that polled before", async () => {
    const first = await stage.started({ clock: hastyClock(0) });
    await stage.telegram.until(() => stage.telegram.director.calls("getUpdates").length === 1);

    await stage.started();

    await vi.waitFor(() => expect(warningsOf(first)[0]).toContain("another process"));
  });
});

describe("faults of the network", () => {
  it("are logged once, waited out longer and longer, and pass", async () => {
    const bench = await stage.started();
    stage.telegram.director.fail({ method: "getUpdates", times: 4, fault: { kind: "reset", isDone: false } });

    stage.telegram.user(7).types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    stage.telegram.user(8).types(8, "/help");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);

    expect(warningsOf(bench)).toEqual(["telegram: updates cannot be received or stored; trying again"]);
    expect(bench.clock.sleeps).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it("obey a wait that Telegram names", async () => {
    const bench = await stage.started();
    stage.telegram.director.fail({
      method: "getUpdates",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 17 } },
    });

    stage.telegram.user(7).types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    stage.telegram.user(8).types(8, "/help");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);

    expect(bench.clock.sleeps).toEqual([17_000]);
  });

  it("include a server that does not hold polls: it is not asked without pause", async () => {
    await stage.reopen({ longestPollSeconds: 0 });
    const bench = await stage.started({ clock: hastyClock(0) });

    await vi.waitFor(() => expect(bench.clock.sleeps).toEqual([500]));
    expect(stage.telegram.director.calls("getUpdates")).toHaveLength(1);
  });

  it("include a webhook left over, which is removed", async () => {
    await stage.reopen({ hasFloodLimits: false, isLocal: true });
    stage.telegram.director.setWebhook("http://127.0.0.1:9/hook");
    const bench = await stage.started();

    stage.telegram.user(7).types(7, "/start");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    expect(warningsOf(bench)).toEqual([
      "telegram: a webhook was set for this bot; it is removed, since updates are polled",
    ]);
  });
});
