import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../fakes/telegram/index.ts";
import { messageOf, noStop, sendRequest, setUp, type Bench } from "./support.ts";

/** What stands before the Bot API (a proxy, a firewall, a balancer) answers in its own words. */
const page = (status: number, retryAfter?: string): Fault => ({
  kind: "status",
  status,
  isDone: false,
  isHtml: true,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const olena = 7;
let bench: Bench;

beforeEach(async () => {
  bench = await setUp({ fake: { hasFloodLimits: false } });
  bench.telegram.director.openPrivateChats(olena, 1);
});
afterEach(() => bench.stop());

const send = (fault: Fault) => {
  bench.telegram.director.fail({ fault });
  return bench.platform.send(sendRequest(olena, messageOf("News")), noStop);
};

describe("a page in place of the Bot API's answer", () => {
  it("that says 429 is a wait for as long as its header says", async () => {
    expect(await send(page(429, "7"))).toMatchObject({ kind: "wait", retryAfterMs: 7_000 });
  });

  it("that says 429 and no time is a wait of some seconds: the message surely was not sent", async () => {
    expect(await send(page(429))).toMatchObject({ kind: "wait", retryAfterMs: 5_000 });
  });

  it("that gives a date is waited for until then", async () => {
    const outcome = await send(page(429, new Date(Date.now() + 90_000).toUTCString()));

    const waitMs = outcome.kind === "wait" ? outcome.retryAfterMs : 0;
    expect(Math.abs(waitMs - 90_000)).toBeLessThanOrEqual(2_000);
  });

  it.each([401, 403, 404, 413])(
    "that refuses with %i holds everything for a moment, and ends neither the chat nor the bot",
    async (status) => {
      expect(await send(page(status))).toMatchObject({ kind: "wait", scope: "platform" });
    },
  );

  it.each([408, 500, 502, 504, 520])(
    "that says %i leaves open what became of the message",
    async (status) => {
      expect(await send(page(status))).toEqual({ kind: "unknown", why: `HTTP ${status}` });
    },
  );

  it("that says 503 and a time: the chat is left alone until then", async () => {
    expect((await send(page(503, "30"))).kind).toBe("unknown");
    expect(await bench.platform.send(sendRequest(olena, messageOf("News")), noStop)).toMatchObject({
      kind: "wait",
      retryAfterMs: 30_000,
    });
    expect(bench.telegram.director.calls("sendMessage")).toHaveLength(1);
  });
});

describe("an answer of the Bot API without parameters", () => {
  it("is waited for as long as the header says", async () => {
    const fault: Fault = { kind: "status", status: 429, isDone: false, retryAfter: "11" };

    expect(await send(fault)).toMatchObject({ kind: "wait", retryAfterMs: 11_000 });
  });
});
