import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeliveryError } from "../../../../src/errors.ts";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram } from "../../../fakes/telegram/index.ts";
import { noStop, notedCommands, setUp, specOf } from "./support.ts";
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

describe("starting", () => {
  it.each([
    ["revoked", "123456789:TEST-some-other-token-0123456789abcdef"],
    ["malformed", "no-token"],
  ])("fails for good with a %s token, and says what to do", async (_, token) => {
    const bench = await setUp({ telegram, token });

    const error = await bench.platform.start(noStop).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ code: "bad-token", permanent: true });
    expect(String((error as DeliveryError).hint)).toContain("@BotFather");
  });

  it("fails for now when Telegram does not answer", async () => {
    telegram.director.fail({
      method: "getMe",
      fault: { kind: "status", status: 502, isDone: false, isHtml: true },
    });
    const bench = await setUp({ telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({
      code: "telegram-unreachable",
      permanent: false,
    });
  });

  it("fails for as long as a flood lasts", async () => {
    telegram.director.fail({
      method: "getMe",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 30 } },
    });
    const bench = await setUp({ telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({ retryAfterMs: 30_000 });
  });

  it("can be tried without starting: the bot's name, or what is wrong", async () => {
    const bench = await setUp({ telegram });
    const other = await setUp({ telegram, token: "123456789:TEST-some-other-token-0123456789abcdef" });

    expect(await bench.platform.check(noStop)).toBe("@tallywire_bot");
    await expect(other.platform.check(noStop)).rejects.toMatchObject({ code: "bad-token" });
    expect(Object.keys(telegram.director.counts().calls)).toEqual(["getme"]);
  });

  it("sets the menu of each language, without admins' and unlisted commands", async () => {
    const specs = [
      specOf("start", { description: { en: "Begin", uk: "Почати" } }),
      specOf("sources", { access: "admin", description: { en: "Sources", uk: "Джерела" } }),
      specOf("why", { isListed: false }),
      specOf("latest", { access: "chat-admin", description: { en: "Latest" } }),
    ];
    await started({ commands: notedCommands(specs) });

    expect(telegram.director.menus()).toEqual({
      '{"type":"default"} ': [
        { command: "start", description: "Begin" },
        { command: "latest", description: "Latest" },
      ],
      '{"type":"default"} uk': [
        { command: "start", description: "Почати" },
        { command: "latest", description: "Latest" },
      ],
    });
  });

  it("sets no menu that is set already", async () => {
    await started();
    await started();

    expect(telegram.director.calls("setMyCommands")).toHaveLength(1);
  });

  it("goes on without a menu when it cannot be set", async () => {
    telegram.director.fail({
      method: "setMyCommands",
      fault: { kind: "status", status: 500, isDone: false },
    });
    const bench = await started();

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(warnings(bench)).toEqual(["telegram: the menu of commands was not set"]);
  });

  it("asks only for the updates that it handles", async () => {
    await started();

    const call = await telegram.until(() => telegram.director.calls("getUpdates")[0]);
    expect(call.params["allowed_updates"]).toEqual([
      "message",
      "channel_post",
      "callback_query",
      "my_chat_member",
    ]);
    expect(call.params["timeout"]).toBeGreaterThan(3);
  });
});
