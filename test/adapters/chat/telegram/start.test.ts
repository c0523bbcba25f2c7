import { describe, expect, it } from "vitest";
import { DeliveryError } from "../../../../src/errors.ts";
import { noStop, setUp, useTelegram } from "./support.ts";

const stage = useTelegram();

describe("starting", () => {
  it.each([
    ["revoked", "123456789:TEST-some-other-token-0123456789abcdef"],
    ["malformed", "no-token"],
  ])("fails for good with a %s token, and says what to do", async (_, token) => {
    const bench = await setUp({ telegram: stage.telegram, token });

    const error = await bench.platform.start(noStop).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ code: "bad-token", permanent: true });
    expect(String((error as DeliveryError).hint)).toContain("@BotFather");
  });

  it("fails for now when Telegram does not answer", async () => {
    stage.telegram.director.fail({
      method: "getMe",
      fault: { kind: "status", status: 502, isDone: false, isHtml: true },
    });
    const bench = await setUp({ telegram: stage.telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({
      code: "telegram-unreachable",
      permanent: false,
    });
  });

  it("fails for as long as a flood lasts", async () => {
    stage.telegram.director.fail({
      method: "getMe",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 30 } },
    });
    const bench = await setUp({ telegram: stage.telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({ retryAfterMs: 30_000 });
  });

  it("can be tried without starting: the bot's name, or what is wrong", async () => {
    const bench = await setUp({ telegram: stage.telegram });
    const other = await setUp({
      telegram: stage.telegram,
      token: "123456789:TEST-some-other-token-0123456789abcdef",
    });

    expect(await bench.platform.check(noStop)).toBe("@tallywire_bot");
    await expect(other.platform.check(noStop)).rejects.toMatchObject({ code: "bad-token" });
    expect(Object.keys(stage.telegram.director.counts().calls)).toEqual(["getme"]);
  });

  it("asks only for the updates that it handles", async () => {
    await stage.started();

    const call = await stage.telegram.until(() => stage.telegram.director.calls("getUpdates")[0]);
    expect(call.params["allowed_updates"]).toEqual([
      "message",
      "channel_post",
      "callback_query",
      "inline_query",
      "my_chat_member",
    ]);
    expect(call.params["timeout"]).toBeGreaterThan(3);
  });
});
