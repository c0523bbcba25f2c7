import { request } from "undici";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startBoard } from "../../../../adapters/web/index.ts";
import type { Board } from "../../../../adapters/web/index.ts";
import { silentLog } from "../../../../src/log.ts";
import type { BoardData } from "../../../../src/ports/board.ts";
import type { HttpRoute } from "../../../../src/ports/http-route.ts";
import { memoryUpdates } from "./memory.ts";
import { hastyClock, noStop, setUp, useTelegram, warningsOf } from "./support.ts";
import type { Bench, BenchOptions } from "./support.ts";

const stage = useTelegram({ hasFloodLimits: false, isLocal: true, factor: 100 });
const olena = 7;
const noBoard = {} as BoardData;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** The board's server with whatever route the platform has, and the platform behind it. */
async function posted(
  options: Omit<BenchOptions, "telegram" | "publicUrl"> = {},
): Promise<Bench & { board: Board }> {
  let route: HttpRoute | null = null;
  const entrance: HttpRoute = {
    path: "/webhooks/telegram",
    maxBytes: 1_000_000,
    post: (given) => route?.post(given) ?? Promise.resolve({ status: 503 }),
  };
  const board = await startBoard(noBoard, { host: "127.0.0.1", port: 0, log: silentLog, routes: [entrance] });
  stops.push(() => board.stop());
  const bench = await setUp({
    clock: hastyClock(0),
    ...options,
    telegram: stage.telegram,
    publicUrl: board.url,
  });
  route = bench.platform.route ?? null;
  stops.push(() => bench.stop());
  await bench.platform.start(noStop);
  return { ...bench, board };
}

const post = async (url: string, body: string, headers: Record<string, string> = {}) => {
  const response = await request(`${url}/webhooks/telegram`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  await response.body.dump();
  return response.statusCode;
};
const sentAll = (count: number) => stage.telegram.until(() => stage.telegram.director.sentCount() === count);

describe("with a public address", () => {
  it("updates are posted, stored and answered, and never polled", async () => {
    const { updates } = await posted();

    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);

    expect([...updates.rows.keys()]).toEqual([500_001]);
    expect(stage.telegram.director.webhookAnswers()).toEqual([200]);
    expect(stage.telegram.director.calls("getUpdates")).toEqual([]);
    const [set] = stage.telegram.director.calls("setWebhook");
    expect(set?.params["allowed_updates"]).toContain("inline_query");
    expect(set?.params["drop_pending_updates"]).toBeUndefined();
    expect(String(set?.params["secret_token"])).toMatch(/^[\w-]{43}$/u);
  });

  it("an update that cannot be stored is not confirmed, and comes again", async () => {
    const updates = memoryUpdates();
    let faults = 2;
    updates.beforeWrite = (operation) => {
      if (operation === "save" && faults-- > 0) throw new Error("disk full");
    };
    await posted({ updates });

    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);

    expect(stage.telegram.director.webhookAnswers()).toEqual([500, 500, 200]);
  });

  it("one that comes twice is answered once", async () => {
    const bench = await posted({ clock: hastyClock(1_200) });
    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);
    const [body] = [...bench.updates.rows.values()].map((row) => row.body);
    const secret = String(stage.telegram.director.calls("setWebhook")[0]?.params["secret_token"]);

    const status = await post(bench.board.url, body ?? "", { "x-telegram-bot-api-secret-token": secret });
    stage.telegram.user(olena).types(olena, "/help");
    await sentAll(2);

    expect(status).toBe(200);
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["start", "help"]);
  });

  it.each<[string, string, boolean, number]>([
    ["without the secret", '{"update_id":1}', false, 401],
    ["that is no update", "[]", true, 400],
    ["that is no JSON", "{", true, 400],
  ])("a post %s is refused", async (_, body, hasSecret, status) => {
    const { board, updates } = await posted();
    const secret = String(stage.telegram.director.calls("setWebhook")[0]?.params["secret_token"]);
    const headers: Record<string, string> = hasSecret ? { "x-telegram-bot-api-secret-token": secret } : {};

    expect(await post(board.url, body, headers)).toBe(status);
    expect(updates.rows.size).toBe(0);
  });

  it("what comes while it is stopped waits for the next start", async () => {
    const updates = memoryUpdates();
    const first = await posted({ updates });
    await first.platform.stop();
    stage.telegram.user(olena).types(olena, "/start");
    await stage.telegram.until(() => stage.telegram.director.webhookAnswers().includes(503));

    await posted({ updates });

    await sentAll(1);
    expect(first.commands.invocations).toEqual([]);
  });

  it("one that Telegram refuses is told of in one line, and updates are polled", async () => {
    await stage.reopen({ hasFloodLimits: false });
    const bench = await posted();

    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);

    expect(warningsOf(bench)).toEqual(["telegram: PUBLIC_URL cannot be posted to, so updates are polled"]);
  });

  it("a start that is not answered may be tried again", async () => {
    stage.telegram.director.fail({ method: "setWebhook", fault: { kind: "reset", isDone: false } });

    await expect(posted()).rejects.toMatchObject({ code: "telegram-unreachable", permanent: false });
  });

  it("posts that do not arrive are told of once", async () => {
    const clock = hastyClock(0);
    const bench = await posted({ clock });
    stage.telegram.director.setWebhook("http://127.0.0.1:9/elsewhere");
    clock.wake();
    await vi.waitFor(() =>
      expect(bench.lines.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual([
        "telegram: another process receives this bot's updates; stop it, then restart this one",
      ]),
    );
  });
});

describe("changing between posts and polls", () => {
  it("loses nothing and doubles nothing, whatever order they came in", async () => {
    const updates = memoryUpdates();
    const first = await posted({ updates });
    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);
    // The store refuses one chat's update while a later one of another chat gets through.
    updates.beforeWrite = (operation) => {
      if (operation === "save") throw new Error("disk full");
    };
    stage.telegram.user(8).types(8, "/start");
    await stage.telegram.until(() => stage.telegram.director.webhookAnswers().includes(500));
    updates.beforeWrite = () => undefined;
    stage.telegram.user(9).types(9, "/start");
    await stage.telegram.until(() => stage.telegram.director.sent(9).length === 1);
    await first.platform.stop();

    const second = await stage.started({ updates });
    stage.telegram.user(olena).types(olena, "/help");
    await stage.telegram.until(() => stage.telegram.director.sent(olena).length === 2);

    const runs = [...first.commands.invocations, ...second.commands.invocations];
    expect(runs.map(({ user, command }) => `${user.id} ${command}`).toSorted()).toEqual([
      "7 help",
      "7 start",
      "8 start",
      "9 start",
    ]);
    expect(stage.telegram.director.calls("deleteWebhook")[0]?.params).toEqual({});
  });

  it("takes what was polled and not confirmed only once", async () => {
    const updates = memoryUpdates();
    const first = await stage.started({ updates });
    stage.telegram.user(olena).types(olena, "/start");
    await sentAll(1);
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    await first.platform.stop();

    const second = await posted({ updates });
    stage.telegram.user(olena).types(olena, "/help");
    await sentAll(2);

    expect(second.commands.invocations.map(({ command }) => command)).toEqual(["help"]);
  });
});
