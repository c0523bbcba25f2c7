import { createRequire } from "node:module";
import type { Socket } from "node:net";
import type { Agent, buildConnector, Dispatcher } from "undici";

import { tooLarge } from "./decompress.ts";
import { guardedLookup, type Resolver } from "./guard.ts";

/** Node's own default is 16 KB; no feed needs more. */
const MAX_HEADER_BYTES = 16 * 1024;

/** What connections are made with. */
export interface NetworkOptions {
  readonly resolver: Resolver;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** What is asked of an address: by GET. */
export type RequestOptions = Pick<Dispatcher.RequestOptions, "headers" | "signal" | "onInfo">;

/** undici with two agents: one that connects to public addresses only, one that connects to any. */
export interface Network {
  readonly request: (url: URL, by: Agent, options: RequestOptions) => Promise<Dispatcher.ResponseData>;
  readonly guarded: Agent;
  readonly open: Agent;
}

/** The parts of undici that are used. With all of it come its own fetch, WebSocket, caches and mocks: 6 MB for good, and 100 ms. */
interface Undici {
  readonly Agent: typeof Agent;
  readonly buildConnector: typeof buildConnector;
  readonly request: Dispatcher["request"];
}

function loadUndici(): Undici {
  const load = createRequire(import.meta.url);
  return {
    Agent: load("undici/lib/dispatcher/agent.js") as Undici["Agent"],
    buildConnector: load("undici/lib/core/connect.js") as Undici["buildConnector"],
    request: load("undici/lib/api/api-request.js") as Undici["request"],
  };
}

/** Loads undici, which a start need not wait for, and sets up its agents. */
export async function openNetwork(options: NetworkOptions): Promise<Network> {
  const undici = loadUndici();
  const agent = (allowPrivate: boolean): Agent => {
    const lookup = guardedLookup(options.resolver, allowPrivate);
    const connect = undici.buildConnector({ lookup, timeout: options.timeoutMs, allowH2: false });
    return new undici.Agent(agentOptions(options, metered(connect, options.maxBytes)));
  };
  return {
    request: (url, by, asked) =>
      undici.request.call<Agent, [Dispatcher.RequestOptions], Promise<Dispatcher.ResponseData>>(by, {
        ...asked,
        method: "GET",
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
      }),
    guarded: agent(false),
    open: agent(true),
  };
}

/** A connection carries a page, its robots.txt and some redirects; what is not body (chunk extensions, 1xx) is counted by nobody else. */
const BODIES_A_CONNECTION = 4;
const METER_MS = 250;

/** Ends connections on which more bytes came than any use of them can bring. */
function metered(connect: buildConnector.connector, maxBytes: number): buildConnector.connector {
  const limit = maxBytes * BODIES_A_CONNECTION;
  return (options, callback) =>
    connect(options, (...result) => {
      const socket: Socket | null | undefined = result[1];
      // Without one there is an error instead.
      if (socket != null) meter(socket, limit, maxBytes);
      callback(...result);
    });
}

function meter(socket: Socket, limit: number, maxBytes: number): void {
  const timer = setInterval(() => {
    if (socket.bytesRead > limit) socket.destroy(tooLarge(maxBytes));
  }, METER_MS).unref();
  socket.once("close", () => clearInterval(timer));
}

function agentOptions(
  { maxBytes, timeoutMs }: NetworkOptions,
  connect: buildConnector.connector,
): Agent.Options {
  return {
    connect,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Counted on the wire; decompress() counts again behind it.
    maxResponseSize: maxBytes,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The poller makes one request at a time to a host; a hung one must not block the next.
    connections: 2,
    pipelining: 1,
    // Gaps between requests to a host are longer: an idle socket serves nobody.
    keepAliveTimeout: 1_000,
  };
}
