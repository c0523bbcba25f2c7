import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoStartAt, startDemoServer, type DemoServer } from "../../adapters/demo/server.ts";
import { systemClock, type Clock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { silentLog } from "../../src/log.ts";
import { startApp, type App } from "../../src/main/app.ts";
import { startFakeDiscord, type FakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram, type FakeTelegram } from "../fakes/telegram/index.ts";

/** Four days in about ten seconds. */
const factor = 34_000;
const patienceMs = 45_000;

/** The demo's clock: it stands still until everybody has subscribed. */
function createDemoClock(): Clock & { run(): void } {
  let begunAt: number | null = null;
  return {
    now: () => demoStartAt + (begunAt === null ? 0 : (systemClock.now() - begunAt) * factor),
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
    run: () => (begunAt = systemClock.now()),
  };
}

describe("the demo, told on both platforms", () => {
  let folder = "";
  let telegram: FakeTelegram;
  let discord: FakeDiscord;
  let server: DemoServer;
  let app: App | null = null;
  const demoClock = createDemoClock();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "tallywire-demo-"));
    telegram = await startFakeTelegram();
    discord = await startFakeDiscord();
  });
  afterEach(async () => {
    await app?.stop();
    await server.stop();
    await telegram.close();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<App> => {
    server = await startDemoServer(demoClock);
    const config = readConfig({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      HTTP_PORT: "0",
    });
    const demo = {
      sources: server.sources,
      origin: server.origin,
      stageClock: demoClock,
      write: () => undefined,
    };
    app = await startApp({
      config,
      databaseUrl: join(folder, "demo.db"),
      sources: server.sources,
      demo,
      log: silentLog,
      signal: new AbortController().signal,
    });
    return app;
  };
  const toldOnTelegram = (): string[] => telegram.director.sent().map((message) => message.text);
  const toldOnDiscord = (): string[] =>
    discord.messages(discord.channelId).map((message) => JSON.stringify(message));

  it(
    "tells the legs and the completed exchange to who subscribed, once each",
    async () => {
      const { boardUrl } = await start();
      const person = telegram.user(77);
      person.types(77, "/start");
      const welcome = await telegram.until(() =>
        telegram.director.sent().find((message) => message.text.includes("Tallywire")),
      );
      person.presses(welcome, "Subscribe");
      await discord
        .user("900000000000000077", { permissions: ["MANAGE_GUILD"] })
        .runs("subscribe", {}, discord.channelId).answer;

      await telegram.until(() =>
        telegram.director.sent().find((message) => message.text.includes("Subscribed")),
      );
      demoClock.run();

      const isComplete = (text: string): boolean => /1,000 of 1,000/u.test(text);
      await expect.poll(() => toldOnTelegram().some(isComplete), { timeout: patienceMs }).toBe(true);
      await expect.poll(() => toldOnDiscord().some(isComplete), { timeout: patienceMs }).toBe(true);

      for (const told of [toldOnTelegram, toldOnDiscord]) {
        // The sum that is complete may be told before a leg that one chat still waits for.
        for (const leg of ["390 for 390", "307 for 307", "303 for 303"]) {
          await expect
            .poll(() => told().filter((text) => text.includes(leg)), { timeout: patienceMs, message: leg })
            .not.toEqual([]);
        }
        expect(told().filter((text) => /cranes|film|rail/iu.test(text))).toEqual([]);
      }
      expect(await (await fetch(boardUrl)).text()).toContain("1,000 of 1,000");
    },
    patienceMs * 2,
  );
});
