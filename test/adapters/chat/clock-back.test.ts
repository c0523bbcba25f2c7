import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createBrake, Refrained } from "../../../adapters/chat/discord/brake.ts";
import { noMemory } from "../../../adapters/chat/discord/memory.ts";
import { readFailure } from "../../../adapters/chat/discord/outcome.ts";
import { createRest, createWire } from "../../../adapters/chat/discord/wire.ts";
import { createFloodScope } from "../../../adapters/chat/telegram/flood.ts";
import { createPace } from "../../../adapters/chat/telegram/pace.ts";
import { systemClock } from "../../../src/clock.ts";
import { silentLog } from "../../../src/log.ts";
import { createFakeClock, type FakeClock } from "../../fakes/clock.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const address = { platform: "telegram", channel: "-5", thread: null };
const here = () => createFakeClock(noon);
const putBack = (clock: FakeClock): void => clock.jumpTo(clock.now() - 2 * 3_600_000);

const closings: (() => void)[] = [];
const closeLater = (close: () => void): void => void closings.push(close);
afterEach(() => {
  vi.useRealTimers();
  for (const close of closings.splice(0)) close();
});

describe("a machine's clock that is put back by two hours", () => {
  it("does not hold Discord's overall limit for two hours", async () => {
    const clock = here();
    const brake = createBrake({
      clock,
      log: silentLog,
      limits: [{ scope: "all", max: 5, perMs: 1_000 }],
      memory: noMemory,
    });
    for (let call = 0; call < 5; call += 1) brake.take();

    putBack(clock);
    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(1_004);

    expect(() => {
      for (let call = 0; call < 5; call += 1) brake.take();
    }).not.toThrow();
  });

  it("does not make a wait for the whole bot longer", async () => {
    const clock = here();
    const brake = createBrake({ clock, log: silentLog, limits: [], memory: noMemory });
    brake.readTooMany(new Headers({ "x-ratelimit-global": "true", "retry-after": "3" }), "{}");

    putBack(clock);

    expect(() => brake.take()).toThrow(Refrained);
    await clock.advance(3_001);
    expect(() => brake.take()).not.toThrow();
  });

  it("does not make the wait that Telegram told of a chat longer", async () => {
    const clock = here();
    const flood = createFloodScope(clock);
    flood.refused(address, 5_000, flood.begin("alerts"));

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

  it("does not stop a route of Discord's whose limit was used up", async () => {
    const server = createServer((_, response) => {
      const limits = {
        "x-ratelimit-limit": "5",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset-after": "2",
      };
      response.writeHead(200, { "content-type": "application/json", ...limits }).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closeLater(() => server.close());
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wire = createWire({
      apiRoot,
      clock: systemClock,
      log: silentLog,
      limits: [],
      onTokenRefused: () => {},
    });
    const rest = createRest(wire, "token");
    const call = () => rest.get("/channels/1").then(() => "made", readFailure);
    vi.useFakeTimers({ toFake: ["Date"] });

    const first = await call();
    const limited = await call();
    vi.setSystemTime(Date.now() - 2 * 3_600_000);
    const afterwards = [await call(), await call()];

    expect([first, limited]).toEqual(["made", expect.objectContaining({ kind: "wait", scope: "chat" })]);
    expect(afterwards).toEqual([expect.objectContaining({ kind: "wait", retryAfterMs: 1_000 }), "made"]);
  });
});
