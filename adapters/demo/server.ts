import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../src/clock.ts";
import type { Source } from "../../src/model/source.ts";
import { escapeMarkup, paragraphs, writeFeed } from "./feeds.ts";
import { readDemoStream, type DemoItem, type DemoOutlet } from "./stream.ts";

/**
 * When the demo's clock begins, and how much faster than the machine's it runs: the days up to the 26th pass in about three
 * minutes, and the first night is told after some 15 seconds.
 */
export const demoStartAt = Date.parse("2025-05-23T00:00:00Z");
export const demoFactor = 1600;

/** The demo's outlets, served on loopback. */
export interface DemoServer {
  /** `http://127.0.0.1:PORT`: the one origin that is exempt from the private-address rule. */
  readonly origin: string;
  readonly sources: readonly Source[];
  stop(): Promise<void>;
}

/**
 * Serves the bundled stream. An outlet's first answer is an empty feed, so that its items are news and
 * not back-fill; after that an item is there once `clock` (the stages' clock) has passed its publication.
 */
export async function startDemoServer(clock: Clock): Promise<DemoServer> {
  const { outlets, items } = readDemoStream();
  const polled = new Set<string>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [outletId = "", rest = ""] = (request.url ?? "/").slice(1).split("/");
    const outlet = outlets.find(({ id }) => id === outletId);
    if (outlet === undefined) return end(response, 404, "text/plain; charset=utf-8", "Not found");
    const own = items.filter((item) => item.outlet === outlet.id);
    if (rest !== "feed")
      return endWithPage(
        response,
        outlet,
        own.find(({ id }) => id === rest),
      );
    const released = polled.has(outlet.id) ? own.filter((item) => item.publishedAt <= clock.now()) : [];
    polled.add(outlet.id);
    const feed = writeFeed(outlet, released, origin);
    end(response, 200, feed.contentType, feed.body);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    sources: outlets.map((outlet) => toSource(outlet, origin)),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function toSource(outlet: DemoOutlet, origin: string): Source {
  const { id, name, lang, side, note } = outlet;
  return {
    id,
    kind: "feed",
    url: `${origin}/${id}/feed`,
    name,
    lang,
    side,
    isStateControlled: outlet.stateControlled,
    isUrgent: outlet.urgent,
    note,
  };
}

function endWithPage(response: ServerResponse, outlet: DemoOutlet, item: DemoItem | undefined): void {
  if (item === undefined) return end(response, 404, "text/plain; charset=utf-8", "Not found");
  const title = escapeMarkup(item.title);
  const page = `<!doctype html><html lang="${outlet.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<body style="font:1rem/1.6 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem"><p>${escapeMarkup(outlet.name)} (invented, for the demo) · ${new Date(item.publishedAt).toISOString()}</p><h1>${title}</h1>${paragraphs(item.text)}`;
  end(response, 200, "text/html; charset=utf-8", page);
}

function end(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { "content-type": contentType, "cache-control": "no-store" }).end(body);
}
