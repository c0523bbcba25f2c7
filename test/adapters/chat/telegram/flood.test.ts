import { describe, expect, it } from "vitest";
import { createFloodScope, type Caller } from "../../../../adapters/chat/telegram/flood.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { addressOf } from "./support.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const hourMs = 3_600_000;

/** A flood scope, and the 429s that it is told of. */
function scene() {
  const clock = createFakeClock(noon);
  const flood = createFloodScope(clock);
  return {
    clock,
    flood,
    served: (by: Caller) => flood.served(flood.begin(by)),
    refused: (chat: number, seconds: number, by: Caller = "alerts") =>
      flood.refused(addressOf(chat), seconds * 1_000, flood.begin(by)),
  };
}

describe("how far a 429 reaches", () => {
  it("is the chat where others are served", () => {
    const { refused, served } = scene();
    refused(1, 30);
    served("alerts");

    expect(refused(2, 30)).toEqual({ scope: "chat", retryAfterMs: 30_000 });
  });

  it("is the bot where alerts are refused in a row, whoever is answered between them", async () => {
    const { clock, refused, served } = scene();
    refused(1, 30);
    served("answers");
    refused(2, 30);
    served("answers");
    await clock.advance(2_000);

    expect(refused(3, 28)).toEqual({ scope: "platform", retryAfterMs: 28_000 });
  });

  it("is the chat where answers are refused and others are served", () => {
    const { refused, served } = scene();
    refused(1, 30, "answers");
    served("answers");

    expect(refused(2, 30, "answers")).toEqual({ scope: "chat", retryAfterMs: 30_000 });
  });

  it("is the chat where two in a row wait until different moments", async () => {
    const { clock, refused } = scene();
    refused(1, 40);
    await clock.advance(1_000);

    expect(refused(2, 12)).toEqual({ scope: "chat", retryAfterMs: 12_000 });
  });

  it("is not known of two that wait until the same moment: the rest waits for a moment, until a third tells", () => {
    const { flood, refused } = scene();
    refused(1, 30);

    expect(refused(2, 30)).toEqual({ scope: "platform", retryAfterMs: 2_000 });
    expect(flood.held(addressOf(2), "alerts")).toEqual({ scope: "chat", retryAfterMs: 30_000 });
    expect(flood.held(addressOf(3), "alerts")).toBeNull();
  });

  it("rests what follows alerts as it rests alerts, and no answers", () => {
    const { flood, refused } = scene();
    refused(1, 30);
    refused(2, 30);

    expect(flood.held(addressOf(3), "photos")).toEqual({ scope: "platform", retryAfterMs: 2_000 });
    expect(flood.held(addressOf(3), "answers")).toBeNull();
  });

  it("is the bot where a third is refused until that moment", async () => {
    const { clock, refused } = scene();
    refused(1, 30);
    refused(2, 30);
    await clock.advance(2_000);

    expect(refused(3, 28)).toEqual({ scope: "platform", retryAfterMs: 28_000 });
  });

  it("is the bot also where each call within the wait has made it longer by a second", async () => {
    const { clock, refused } = scene();
    refused(1, 10);
    await clock.advance(100);
    refused(2, 11);
    await clock.advance(2_000);

    expect(refused(3, 10)).toEqual({ scope: "platform", retryAfterMs: 10_000 });
  });

  it("is the chats where the third is served after two", async () => {
    const { clock, refused, served } = scene();
    refused(1, 30);
    refused(2, 30);
    await clock.advance(2_000);
    served("alerts");

    expect(refused(4, 30)).toEqual({ scope: "chat", retryAfterMs: 30_000 });
  });

  it("is the chats where three that were called together are refused", () => {
    const { flood } = scene();
    const calls = [1, 2, 3].map((chat) => ({ address: addressOf(chat), call: flood.begin("alerts") }));

    const told = calls.map(({ address, call }) => flood.refused(address, 30_000, call).scope);

    expect(told).toEqual(["chat", "chat", "chat"]);
  });

  it("is told by calls that began after the first refusal, however many were under way then", async () => {
    const { clock, flood, refused } = scene();
    const underWay = [2, 3].map((chat) => ({ address: addressOf(chat), call: flood.begin("alerts") }));
    refused(1, 30);
    for (const { address, call } of underWay) flood.refused(address, 30_000, call);

    expect(refused(4, 30)).toEqual({ scope: "platform", retryAfterMs: 2_000 });
    await clock.advance(2_000);
    expect(refused(5, 28)).toEqual({ scope: "platform", retryAfterMs: 28_000 });
  });

  it("takes five chats to be believed for hours, with a look between them that comes less and less often", () => {
    const { refused } = scene();

    const told = [1, 2, 3, 4, 5].map((chat) => refused(chat, 2 * 3_600));

    expect(told.map(({ scope, retryAfterMs }) => [scope, retryAfterMs / 1_000])).toEqual([
      ["chat", 7_200],
      ["platform", 2],
      ["platform", 10],
      ["platform", 60],
      ["platform", 7_200],
    ]);
  });
});

describe("a wait of the whole bot", () => {
  it("holds answers once one of them was refused in it, and none before", () => {
    const { flood, refused } = scene();
    for (const chat of [1, 2, 3]) refused(chat, 30);
    expect(flood.held(addressOf(4), "answers")).toBeNull();

    refused(4, 30, "answers");

    expect(flood.held(addressOf(5), "answers")).toEqual({ scope: "platform", retryAfterMs: 30_000 });
  });
});

describe("a wait of the whole bot that was believed of answers", () => {
  it("ends when a call that began within it is served, and not by one that was under way", () => {
    const { flood, refused } = scene();
    const early = flood.begin("alerts");
    for (const chat of [1, 2, 3]) refused(chat, 30, "answers");
    const late = flood.begin("alerts");

    flood.served(early);
    expect(flood.held(addressOf(5), "answers")).toEqual({ scope: "platform", retryAfterMs: 30_000 });
    flood.served(late);
    expect(flood.held(addressOf(5), "answers")).toBeNull();
    expect(flood.held(addressOf(3), "answers")).toEqual({ scope: "chat", retryAfterMs: 30_000 });
  });
});

describe("a wait that what stands before Telegram asks for", () => {
  it("holds answers at once, for it refuses all of us", async () => {
    const { clock, flood } = scene();
    flood.holdAll(8_000);

    expect(flood.held(addressOf(5), "answers")).toEqual({ scope: "platform", retryAfterMs: 8_000 });
    await clock.advance(8_000);
    expect(flood.held(addressOf(5), "answers")).toBeNull();
  });
});

describe("a wait of one chat", () => {
  it("is kept for hours, by alerts and answers alike", async () => {
    const { clock, flood, refused } = scene();
    refused(1, 7_200, "answers");

    await clock.advance(2 * hourMs - 1);
    expect(flood.held(addressOf(1), "alerts")).toEqual({ scope: "chat", retryAfterMs: 1 });
    await clock.advance(1);
    expect(flood.held(addressOf(1), "answers")).toBeNull();
  });
});
