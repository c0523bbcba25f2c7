import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram } from "../fakes/telegram/index.ts";
import { runCliHere, runCliIn, startCliIn, type Outcome } from "./cli.ts";

describe("the command line", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tallywire-cli-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], settings: Record<string, string> = {}): Promise<Outcome> =>
    runCliHere(folder, args, settings);
  const start = (settings: Record<string, string>): Promise<Outcome> =>
    runCliIn(folder, ["start"], { settings });
  const readFrom = (input: string, ...args: readonly string[]): Promise<Outcome> =>
    runCliIn(folder, ["read", ...args], { input });
  const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
  const report = (id: string, text: string): string =>
    JSON.stringify({
      id,
      lang: "en",
      publishedAt: "2025-05-24T15:10:00Z",
      source: { name: "Invented Wire", side: null },
      url: "https://wire.example/1",
      title: "",
      text,
    });

  it("lists its commands, and each command its options", async () => {
    const all = await run(["--help"]);
    const one = await run(["replay", "--help"]);

    expect(all.code).toBe(0);
    for (const command of ["start", "read", "replay", "migrate", "doctor"])
      expect(all.out).toContain(command);
    expect(one.out).toContain("--ledger");
  });

  it.each([[["--frobnicate"]], [["read", "--frobnicate"]], [["frobnicate"]], [["read", "a", "b"]]])(
    "refuses %j with exit code 2",
    async (args) => {
      const { code, err } = await run(args);

      expect(code).toBe(2);
      expect(err).toContain("error:");
    },
  );

  it("reads reports in order, names bad lines and goes on", async () => {
    const input = [
      report("a", "Russia launched 12 drones overnight."),
      "{oops",
      '{"id":"b"}',
      "",
      report("c", "Nothing."),
    ].join("\n");
    const { code, out, err } = await readFrom(input);

    expect(lines(out).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["a", "c"]);
    expect(lines(err)).toEqual([
      expect.stringMatching(/^line 2: .*JSON/u),
      expect.stringMatching(/^line 3: .*text/u),
    ]);
    expect(code).toBe(1);
  });

  it("reads a file as it reads standard input", async () => {
    const file = join(folder, "reports.jsonl");
    writeFileSync(file, `\uFEFF${report("a", "Russia launched 12 drones overnight.")}\r\n`);

    const fromFile = await run(["read", file]);
    const fromInput = await readFrom(report("a", "Russia launched 12 drones overnight."), "-");

    expect([fromFile.code, fromFile.out]).toEqual([0, fromInput.out]);
    expect(fromFile.out).toContain('"drones.launched"');
  });

  it.each([["none.jsonl"], ["."]])(
    "says in one line that %s cannot be read, and what to do",
    async (file) => {
      const { code, err } = await run(["read", join(folder, file)]);

      expect([code, lines(err).length]).toEqual([1, 1]);
      expect(err).toContain("JSON lines");
    },
  );

  it("says in one line that .env cannot be read", async () => {
    mkdirSync(join(folder, "odd", ".env"), { recursive: true });

    const { code, err } = await runCliIn(join(folder, "odd"), ["migrate"]);

    expect([code, lines(err).length]).toEqual([2, 1]);
  });

  it("shows no password of a DATABASE_URL", async () => {
    const settings = { DATABASE_URL: "postgres://me:hunter2@db.example/x" };
    const outcomes = [
      await run(["doctor"], settings),
      await run(["migrate"], settings),
      await start({ ...settings, TELEGRAM_BOT_TOKEN: "1:a" }),
    ];

    for (const { code, out, err } of outcomes) {
      expect(code).toBe(1);
      expect(out + err).not.toContain("hunter2");
    }
  });

  it("lists every fault of the configuration and exits with 2", async () => {
    const { code, err } = await start({ HTTP_PORT: "x", DEFAULT_LANGUAGE: "fr" });

    expect(code).toBe(2);
    expect(err).toMatch(/HTTP_PORT[\s\S]*DEFAULT_LANGUAGE|DEFAULT_LANGUAGE[\s\S]*HTTP_PORT/u);
  });

  it("says in one line that its port is in use", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;

    const { code, err } = await start({ HTTP_PORT: String(port) });
    server.close();

    expect([code, lines(err).length]).toEqual([1, 1]);
    expect(err).toContain(`Port ${port}`);
  });

  it("says in one line that a token is refused, without the token", async () => {
    const telegram = await startFakeTelegram();

    const { code, err } = await start({
      TELEGRAM_BOT_TOKEN: "1234:not-the-token-of-the-fake",
      TELEGRAM_API_ROOT: telegram.apiRoot,
    });
    await telegram.close();

    expect([code, lines(err).length]).toEqual([1, 1]);
    expect(err).toMatch(/token/iu);
    expect(err).not.toContain("not-the-token");
  });

  it("ends when one platform refuses its token, though another cannot be reached", async () => {
    const discord = await startFakeDiscord();
    const settings = {
      TELEGRAM_BOT_TOKEN: "1234:abc",
      TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      DISCORD_BOT_TOKEN: "not-the-token-of-the-fake",
      DISCORD_API_ROOT: discord.apiRoot,
    };

    const { code, err } = await start(settings);
    await discord.stop();

    expect([code, lines(err).length]).toEqual([1, 1]);
    expect(err).toContain("Discord");
  });

  it("ends at SIGTERM while a platform does not answer its start", async () => {
    const asked = Promise.withResolvers<void>();
    const silent = createServer(() => asked.resolve());
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const settings = { TELEGRAM_BOT_TOKEN: "1234:abc", TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` };

    const running = startCliIn(folder, ["start"], { settings });
    await asked.promise;
    const begunAt = performance.now();
    running.signal("SIGTERM");
    const { code } = await running.ended;
    const tookMs = performance.now() - begunAt;
    silent.close();

    expect(code).toBe(0);
    // Ten seconds is what the start would have waited, and what service managers give.
    expect(tookMs).toBeLessThan(9_000);
  });

  it("leaves a running demo's database alone when a second one is started", async () => {
    const first = startCliIn(folder, ["start", "--demo"]);
    await first.prints("Board:");
    const database = join(folder, "data", "local", `demo-${first.pid}.db`);

    const second = startCliIn(folder, ["start", "--demo"]);
    await second.prints("Board:");
    const isKept = existsSync(database);
    for (const each of [first, second]) each.signal("SIGTERM");
    const codes = [(await first.ended).code, (await second.ended).code];
    const third = startCliIn(folder, ["start", "--demo"]);
    await third.prints("Board:");
    const isRemovedLater = !existsSync(database);
    third.signal("SIGTERM");
    await third.ended;

    expect([isKept, isRemovedLater, ...codes]).toEqual([true, true, 0, 0]);
  }, 60_000);

  it("says in one line that its database cannot be made, under /proc too", async () => {
    writeFileSync(join(folder, "file"), "");
    for (const path of [join(folder, "file", "tallywire.db"), "/proc/none/tallywire.db"]) {
      const { code, err } = await run(["migrate"], { DATABASE_URL: path });

      expect([code, lines(err).length]).toEqual([1, 1]);
    }
  });

  it("brings a database up to date, twice over", async () => {
    const settings = { DATABASE_URL: join(folder, "a", "b.db") };

    expect((await run(["migrate"], settings)).code).toBe(0);
    expect((await run(["migrate"], settings)).code).toBe(0);
  });

  it("tells what is well and what is not, and changes nothing", async () => {
    const [telegram, discord] = [await startFakeTelegram(), await startFakeDiscord()];
    const settings = {
      DATABASE_URL: join(folder, "doctor.db"),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
    };

    const well = await run(["doctor"], settings);
    discord.revokeToken();
    const unwell = await run(["doctor"], settings);
    const commandCalls = telegram.director.calls().filter(({ method }) => method !== "getme");
    await Promise.all([telegram.close(), discord.stop()]);

    expect(well.code).toBe(0);
    expect(well.out).toContain(`ok      telegram: the token is that of @${telegram.botName}`);
    expect(unwell.code).toBe(1);
    expect(unwell.out).toMatch(/^FAULT {3}discord: .*token/mu);
    expect(commandCalls).toEqual([]);
  });
});
