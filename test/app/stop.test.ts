import { mkdtempSync, rmSync } from "node:fs";
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { makeSource } from "../contract/store/documents.ts";
import { startFakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram } from "../fakes/telegram/index.ts";
import { alertOf, commitAlert, wantsAll } from "../outbox/scene.ts";
import { startCliIn } from "./cli.ts";

/** Service managers kill after ten seconds. */
const deadlineMs = 10_000;

let folder = "";
const closings: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tallywire-stop-"));
});
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
});

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

/** Takes connections and answers nobody. `isAsked` resolves with the first one. */
async function silentServer() {
  const asked = Promise.withResolvers<void>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    asked.resolve();
  });
  const port = await listening(server);
  closings.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}`, isAsked: asked.promise };
}

const lagEveryMs = 50;

/** How much later than asked this process's timers were in all, milliseconds: so late is everything on a machine that is too busy. */
function measureLag(): () => number {
  let [lagMs, lastAt] = [0, performance.now()];
  const timer = setInterval(() => {
    lagMs += Math.max(0, performance.now() - lastAt - lagEveryMs);
    lastAt = performance.now();
  }, lagEveryMs);
  return () => {
    clearInterval(timer);
    return lagMs;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A database with a source, a chat on each platform, and news that waits for both. */
async function prepareDatabase(
  source: string,
  channels: readonly (readonly [platform: string, channel: string])[],
) {
  const file = join(folder, "tallywire.db");
  const store = await openStore(file);
  const now = Date.now();
  await store.sources.add(makeSource({ url: `${source}/feed.xml` }), now);
  for (const [platform, channel] of channels)
    await store.chats.subscribe(
      { platform, channel, thread: null },
      { ...wantsAll, kinds: ["exchange"] },
      now,
    );
  await commitAlert(store, alertOf({ at: now }));
  await store.close();
  return file;
}

describe("a process that is told to end", () => {
  // The grace of calls under way is six real seconds, and it is the sum of all that takes time which the deadline is for.
  it("ends in ten seconds while both platforms, a source, a client of the board and the database keep it waiting", async () => {
    const [telegram, discord] = [await startFakeTelegram(), await startFakeDiscord()];
    closings.push(
      () => telegram.close(),
      () => discord.stop(),
    );
    telegram.user(7).types(7, "/start");
    telegram.director.fail({ fault: { kind: "hang", isDone: true }, method: "sendmessage", times: null });
    discord.script({ method: "POST", path: "/messages", times: 100, trouble: { kind: "taken-hang" } });
    const source = await silentServer();
    const database = await prepareDatabase(source.origin, [
      ["telegram", "7"],
      ["discord", discord.channelId],
    ]);
    const port = await freePort();
    const running = startCliIn(folder, ["start"], {
      settings: {
        DATABASE_URL: database,
        HTTP_PORT: String(port),
        ALLOW_PRIVATE_SOURCES: "true",
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        DISCORD_BOT_TOKEN: discord.token,
        DISCORD_API_ROOT: discord.apiRoot,
      },
    });
    await running.prints("Board:");
    const client = connect(port, "127.0.0.1");
    closings.push(() => client.destroy());
    client
      .on("error", () => undefined)
      .write("POST / HTTP/1.1\r\nhost: board\r\ncontent-length: 100\r\n\r\n{");
    await source.isAsked;
    await telegram.until(() => telegram.director.calls().find(({ method }) => method === "sendmessage"));
    await expect.poll(() => discord.messages().length).toBeGreaterThan(0);
    const other = new DatabaseSync(database);
    closings.push(() => other.close());
    other.exec("BEGIN IMMEDIATE");

    const begunAt = performance.now();
    const lag = measureLag();
    running.signal("SIGTERM");
    const { code } = await running.ended;
    const tookMs = performance.now() - begunAt - lag();

    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(deadlineMs);
    other.exec("ROLLBACK");
    const left = other.prepare("SELECT DISTINCT state FROM deliveries").all();
    // Neither lost nor taken for done: the next start resolves it.
    expect(left.every(({ state }) => state === "sending" || state === "unknown")).toBe(true);
    expect(left.length).toBeGreaterThan(0);
  }, 60_000);
});
