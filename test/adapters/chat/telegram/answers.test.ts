import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram } from "../../../fakes/telegram/index.ts";
import { hastyClock, heldCommand, messageOf, noStop, sendRequest, setUp } from "./support.ts";
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

describe("a press", () => {
  it("is answered while its chat is busy with something else", async () => {
    const slow = heldCommand();
    const bench = await started({ commands: slow.commands });
    telegram.user(7).types(7, "hello");
    const message = messageOf("Pick", { actions: [{ command: "quick", argument: "", label: "Quick" }] });
    await bench.platform.send(sendRequest(7, message), noStop);
    telegram.user(7).types(7, "/slow");

    const press = telegram.user(7).presses(telegram.director.sent(7)[0]!, "Quick");

    await telegram.until(() => telegram.director.press(press)?.answer);
    expect(slow.commands.invocations.map(({ command }) => command)).toEqual(["slow"]);
    slow.release();
    await telegram.until(() => telegram.director.sent(7).length === 3);
  });
});

describe("answers", () => {
  it("to somebody who types without pause keep to the limits of the chat", async () => {
    const clock = hastyClock();
    await started({ clock });

    for (let count = 0; count < 8; count += 1) telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 8);
    expect(clock.sleeps).toEqual([3_000, 3_000, 3_000, 6_000, 6_000]);
  });

  it("are not given to a command that is only passed on", async () => {
    const bench = await started();
    telegram.director.types(7, 7, "/start", { isForwarded: true });
    telegram.user(7).types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["help"]);
  });

  it("wait as long as they are told, and then go out once", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 3 } },
    });

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.clock.sleeps).toContain(3_000);
  });

  it("are not sent twice when it is unknown whether they arrived", async () => {
    const bench = await started();
    telegram.director.fail({ method: "sendMessage", fault: { kind: "reset", isDone: true } });

    telegram.user(7).types(7, "/start");

    await vi.waitFor(() => expect(warnings(bench)).toEqual(["telegram: an answer was not sent"]));
    expect(telegram.director.sent(7)).toHaveLength(1);
  });

  it("tell the commands that the chat is gone", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 403, description: "Forbidden: bot was blocked by the user" },
    });

    telegram.user(7).types(7, "/start");

    await vi.waitFor(() =>
      expect(bench.commands.gone).toEqual([["7", "403 Forbidden: bot was blocked by the user"]]),
    );
  });
});
