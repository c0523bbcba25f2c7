import { afterEach, describe, expect, it } from "vitest";
import { createMetrics } from "../../../adapters/metrics/index.ts";
import { startBoard, type Board } from "../../../adapters/web/index.ts";
import { silentLog } from "../../../src/log.ts";
import { metricsAccess } from "../../../src/main/metrics.ts";
import type { BoardData } from "../../../src/ports/board.ts";
import type { DeliveryEvent, Metrics, MetricsAccess } from "../../../src/ports/metrics.ts";

const event = (fields: Partial<DeliveryEvent> = {}): DeliveryEvent => ({
  platform: "telegram",
  call: "send",
  what: "alert",
  outcome: "sent",
  waitScope: null,
  isLoud: true,
  mayDouble: false,
  waitedMs: 40,
  alert: 1,
  ...fields,
});

/** Lines of the page that begin so, without the name's first part. */
async function linesOf(metrics: Metrics, name: string): Promise<string[]> {
  const { body } = await metrics.render();
  return body.split("\n").filter((line) => line.startsWith(`tallywire_${name}`));
}

describe("metrics", () => {
  const open: { stop(): void | Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.stop();
  });
  const make = (): Metrics => {
    const metrics = createMetrics(async () => ({
      states: { queued: 3, sent: 90 },
      oldestMs: { telegram: 1_500, discord: 0 },
    }));
    open.push(metrics);
    return metrics;
  };

  it("count calls by how they ended, and what has to wait where", async () => {
    const metrics = make();
    for (const each of [
      event(),
      event({ call: "edit" }),
      event({ outcome: "wait", waitScope: "chat" }),
      event({ outcome: "wait", waitScope: "platform", platform: "discord" }),
      event({ what: "notice", alert: null, outcome: "chat-gone" }),
    ])
      metrics.onDelivery(each);

    expect(await linesOf(metrics, "calls_total")).toEqual([
      'tallywire_calls_total{platform="telegram",call="send",what="alert",outcome="sent"} 1',
      'tallywire_calls_total{platform="telegram",call="edit",what="alert",outcome="sent"} 1',
      'tallywire_calls_total{platform="telegram",call="send",what="alert",outcome="wait"} 1',
      'tallywire_calls_total{platform="discord",call="send",what="alert",outcome="wait"} 1',
      'tallywire_calls_total{platform="telegram",call="send",what="notice",outcome="chat-gone"} 1',
    ]);
    expect(await linesOf(metrics, "asked_to_wait_total")).toEqual([
      'tallywire_asked_to_wait_total{platform="telegram",scope="chat"} 1',
      'tallywire_asked_to_wait_total{platform="discord",scope="platform"} 1',
    ]);
  });

  it("count a message that may have doubled once it was sent", async () => {
    const metrics = make();
    metrics.onDelivery(event({ mayDouble: true, outcome: "unknown" }));
    metrics.onDelivery(event({ mayDouble: true }));

    expect(await linesOf(metrics, "possible_repeats_total")).toEqual([
      'tallywire_possible_repeats_total{platform="telegram"} 1',
    ]);
  });

  it("measure an alert's first message once, however many chats are told", async () => {
    const metrics = make();
    for (const waitedMs of [40, 900, 5_000]) metrics.onDelivery(event({ waitedMs }));
    metrics.onDelivery(event({ alert: 2, waitedMs: 150 }));
    metrics.onDelivery(event({ alert: 3, outcome: "unknown" }));

    const lines = await linesOf(metrics, "first_message_seconds");

    expect(lines).toContain('tallywire_first_message_seconds_bucket{le="0.2",platform="telegram"} 2');
    expect(lines).toContain('tallywire_first_message_seconds_count{platform="telegram"} 2');
  });

  it("read what waits when they are asked for, and tell how late the event loop is", async () => {
    const metrics = make();

    expect(await linesOf(metrics, "deliveries")).toEqual([
      'tallywire_deliveries{state="queued"} 3',
      'tallywire_deliveries{state="sent"} 90',
    ]);
    expect(await linesOf(metrics, "oldest_waiting_seconds")).toEqual([
      'tallywire_oldest_waiting_seconds{platform="telegram"} 1.5',
      'tallywire_oldest_waiting_seconds{platform="discord"} 0',
    ]);
    expect(await linesOf(metrics, "event_loop_delay_seconds")).toHaveLength(3);
  });

  describe("served", () => {
    async function serve(access: MetricsAccess): Promise<Board> {
      const data: BoardData = {
        languages: [],
        defaultLanguage: "en",
        entries: async () => [],
        charts: async () => [],
        picture: async () => null,
        words: () => Promise.reject(new Error("not asked for")),
        health: async () => ({ isHealthy: true, details: {} }),
      };
      const board = await startBoard(data, {
        host: "127.0.0.1",
        port: 0,
        log: silentLog,
        metrics: { metrics: make(), access },
      });
      open.push(board);
      return board;
    }
    const ask = async (board: Board, headers: Record<string, string> = {}) =>
      (await fetch(`${board.url}/metrics`, { headers })).status;

    it("are open where nobody else reaches the server", async () => {
      expect(await ask(await serve({ kind: "open" }))).toBe(200);
    });

    it("are for whoever has the token", async () => {
      const board = await serve({ kind: "token", token: "a-token-of-some-length" });

      expect(await ask(board)).toBe(404);
      expect(await ask(board, { authorization: "Bearer a-token-of-some-lengt" })).toBe(404);
      expect(await ask(board, { authorization: "Bearer a-token-of-some-length" })).toBe(200);
    });

    it("are no page where they are closed", async () => {
      expect(await ask(await serve({ kind: "closed" }))).toBe(404);
    });
  });

  it.each([
    [{ HTTP_HOST: "127.0.0.1" }, "open"],
    [{ HTTP_HOST: "0.0.0.0" }, "closed"],
    [{ HTTP_HOST: "127.0.0.1", PUBLIC_URL: "https://news.example" }, "closed"],
    [{ HTTP_HOST: "0.0.0.0", METRICS_TOKEN: "a-token-of-some-length" }, "token"],
  ])("with %o are %s", (settings, kind) => {
    expect(metricsAccess({ METRICS_TOKEN: undefined, PUBLIC_URL: undefined, ...settings })).toMatchObject({
      kind,
    });
  });
});
