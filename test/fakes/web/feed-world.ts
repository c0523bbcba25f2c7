import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/**
 * A world of feeds on one loopback port, run as a process of its own (`node feed-world.ts`) so that its work is not counted as the
 * poller's. Every host name is welcome; `/feed/N` is feed N with ten items and an ETag, `/hostile/N` is one of the attacks below.
 * Prints its port.
 */
const ITEMS = 10;
const WORDS =
  "The outlet reports that people came home and that talks continue in the capital on the next day, a spokesperson said. ";

/** Two bodies a feed: what it shows first, and with one more item half a minute after the first question. */
const firstAskedAt = new Map<number, number>();
const CHANGES_AFTER_MS = 30_000;
/** Every twentieth feed has news at the second look; the others answer 304. */
const NEWSY = 20;

function feedBody(n: number, version: number): string {
  const items = Array.from({ length: ITEMS + version }, (_, k) => {
    const id = `${n}-${ITEMS + version - k}`;
    return `<item><title>Report ${id}</title><link>https://outlet${n}.example/${id}</link><guid>${id}</guid><description>${WORDS.repeat(8)}${id}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${n}</title>${items.join("")}</channel></rss>`;
}

const bomb = gzipSync(Buffer.alloc(50_000_000));

const attacks: readonly ((response: ServerResponse, request: IncomingMessage) => void)[] = [
  () => undefined,
  (response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" });
    const timer = setInterval(() => response.write("x"), 500);
    response.on("close", () => clearInterval(timer));
  },
  (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
  (response, request) => void response.writeHead(302, { location: request.url }).end(),
  (response) => void response.writeHead(200).end(Buffer.alloc(20_000_000, 60)),
  (response) => void response.writeHead(200).end(`<rss>${"<a>".repeat(1_000_000)}`),
  (response) =>
    void response
      .writeHead(200)
      .end(`<rss><channel>${"<item><title>x</title></item>".repeat(60_000)}</channel></rss>`),
  (response) => void response.socket?.destroy(),
  (response) => void response.writeHead(503, { "retry-after": "3600" }).end(),
  (response) =>
    void response
      .writeHead(200, { "content-type": "text/html" })
      .end("<html><title>Just a moment...</title></html>"),
];

const server = createServer((request, response) => {
  const [, kind, number = "0"] = /^\/(\w+)\/(\d+)$/.exec(request.url ?? "") ?? [];
  const n = Number(number);
  if (kind === "hostile") attacks[n % attacks.length]?.(response, request);
  else answerFeed(response, request, n);
});

function answerFeed(response: ServerResponse, request: IncomingMessage, n: number): void {
  const askedAt = firstAskedAt.get(n) ?? Date.now();
  firstAskedAt.set(n, askedAt);
  const version = n % NEWSY === 0 && Date.now() - askedAt > CHANGES_AFTER_MS ? 1 : 0;
  const etag = `"${n}-${version}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { etag, "content-type": "application/rss+xml" }).end(feedBody(n, version));
}

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${port}\n`);
});
process.on("disconnect", () => process.exit(0));
